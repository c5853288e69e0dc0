import { useKeyOf } from '../../commands/use-key-of'
import { KeyCap } from '../../controls/key-cap'

/** The key of a command as a cap; nothing while it has none. */
export function KeyOf({ command }: { readonly command: string }) {
  const key = useKeyOf()(command)
  return key === undefined ? null : <KeyCap>{key}</KeyCap>
}

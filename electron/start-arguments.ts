import path from 'node:path'
import { commandNames } from './cli/command-names'
import { isRegularFile } from './import/is-regular-file'

/** The word that makes the packaged program a reader of files, for a command that it runs: not for people. */
export const readerWord = 'serve-reader'

/** What a start of the program was asked to do. */
export type StartRequest =
  | { readonly kind: 'command'; readonly args: readonly string[] }
  | { readonly kind: 'reader' }
  | {
      readonly kind: 'window'
      /** Folder of a project to open. */
      readonly folder: string | undefined
      /** Files to bring in as articles, by their whole paths. */
      readonly articles: readonly string[]
      readonly sample: boolean
    }

/**
 * Read the words the program was started with. Only the packaged app takes commands; in a checkout the
 * first word is the app's own folder and commands have their own door. Chromium's switches, of whatever
 * kind, are not ours and are passed over.
 */
export function readStartArguments(
  argv: readonly string[],
  isPackaged: boolean,
  workingFolder: string,
  hasChannel = false,
): StartRequest {
  const args = argv.slice(1)
  // Root must give Chromium this switch even for a command, and it may stand before or after it.
  const words = args.filter(word => word !== '--no-sandbox')
  // Only a program that started this one can hear what a reader says.
  if (isPackaged && words[0] === readerWord && hasChannel) return { kind: 'reader' }
  if (isPackaged && commandNames.includes(words[0] ?? '')) return { kind: 'command', args: words }
  const named = positional(args)
    .slice(isPackaged ? 0 : 1)
    .map(word => path.resolve(workingFolder, word))
  return {
    kind: 'window',
    folder: named.find(place => !isRegularFile(place)),
    articles: named.filter(isRegularFile),
    sample: args.includes('--sample'),
  }
}

/** Words that are no switches, nor the file that the switch `-r` loads first. */
function positional(args: readonly string[]): string[] {
  return args.filter(
    (word, index) => !word.startsWith('-') && !['-r', '--require'].includes(args[index - 1] ?? ''),
  )
}

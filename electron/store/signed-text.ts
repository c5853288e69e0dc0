import { createHash } from 'node:crypto'

/** SHA-256 of a text as UTF-8, in hex digits. */
export function sha256Hex(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** The hash's own line: the hash is over the file's text without it, so that checking needs no second serialization. */
const hashLine = /^ {2}"sha256": "[0-9a-f]{64}",\n/m

/** Put the SHA-256 of a file's text into its head, in a line of its own before the first line of `key`. */
export function signText(text: string, key: string): string {
  const at = text.indexOf(`  "${key}": `)
  return `${text.slice(0, at)}  "sha256": "${sha256Hex(text)}",\n${text.slice(at)}`
}

/**
 * Whether the text of a file is what was signed. `unsigned` means that the line was never there or was
 * taken out on purpose; a checksum under any other name is a damaged line, and so `wrong`.
 */
export function signatureOf(
  text: string,
  content: Readonly<Record<string, unknown>>,
): 'good' | 'wrong' | 'unsigned' {
  const { sha256 } = content
  if (sha256 !== undefined)
    return sha256 === sha256Hex(text.replace(hashLine, '')) ? 'good' : 'wrong'
  const looksSigned = Object.entries(content).some(
    ([key, value]) =>
      key !== 'textSha256' && typeof value === 'string' && /^[0-9a-f]{64}$/.test(value),
  )
  return looksSigned ? 'wrong' : 'unsigned'
}

const endSignature = 0x06054b50
const entrySignature = 0x02014b50

/** True when `bytes` begins as a zip archive with files in it does. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4
}

/**
 * Whether a zip archive seems to hold a file with a name like `pattern`: a first look, to tell what kind
 * of document it is. Where the directory at its end is cut off, `sign` is looked for in its bytes.
 */
export function zipSeemsToHold(bytes: Uint8Array, pattern: RegExp, sign: string): boolean {
  if (!isZip(bytes)) return false
  const names = namesIn(bytes)
  return names === undefined
    ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(sign, 0, 'latin1')
    : names.some(name => pattern.test(name))
}

function namesIn(bytes: Uint8Array): string[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  if (end === undefined) return undefined
  const names: string[] = []
  let at = view.getUint32(end + 16, true)
  while (at + 46 <= bytes.length && view.getUint32(at, true) === entrySignature) {
    const nameEnd = at + 46 + view.getUint16(at + 28, true)
    const name = bytes.subarray(at + 46, nameEnd)
    names.push(new TextDecoder().decode(name).replaceAll('\\', '/'))
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return names.length === 0 ? undefined : names
}

/** Where the end record of the directory begins: it is the last thing in the file, but for a comment. */
export function endOf(view: DataView): number | undefined {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= lowest; at -= 1)
    if (view.getUint32(at, true) === endSignature) return at
  return undefined
}

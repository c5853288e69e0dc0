import { isZip, zipSeemsToHold } from '../archive/zip-names'

const oldOffice = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

/** A Word document (DOCX), whole or damaged. */
export function isDocx(bytes: Uint8Array): boolean {
  return !hasMimetype(bytes, '') && zipSeemsToHold(bytes, /^word\/[^/]+\.xml$/i, 'word/document')
}

/** A file of Word before 2007, or a newer one with a password: both come in the same wrapping. */
export function isOldWord(bytes: Uint8Array): boolean {
  return (
    oldOffice.every((byte, index) => bytes[index] === byte) &&
    (isLockedOffice(bytes) || holdsName(bytes, 'WordDocument'))
  )
}

/** An office document that is encrypted with a password. Source: [MS-OFFCRYPTO], 2.3.4. */
export function isLockedOffice(bytes: Uint8Array): boolean {
  return holdsName(bytes, 'EncryptedPackage')
}

/** Names in such a wrapping are written in UTF-16. */
function holdsName(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(name, 0, 'utf16le')
}

/** A text in OpenDocument format (ODT), whole or damaged. */
export function isOdt(bytes: Uint8Array): boolean {
  return hasMimetype(bytes, 'vnd.oasis.opendocument.text')
}

/** A document in OpenDocument format in one XML file, as texts are (FODT). */
export function isFlatOdt(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  return (
    /^(?:\xef\xbb\xbf)?\s*<(?:\?xml|office:document)/.test(head) &&
    /<office:document\s[^>]*"urn:oasis:names:tc:opendocument:/.test(head)
  )
}

/** An electronic book (EPUB), whole or damaged. */
export function isEpub(bytes: Uint8Array): boolean {
  return (
    hasMimetype(bytes, 'epub+zip') ||
    zipSeemsToHold(bytes, /^META-INF\/container\.xml$/, 'META-INF/container.xml')
  )
}

/** A rich text file (RTF). */
export function isRtf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '{\\rtf'
}

/** ODT and EPUB say what they are in their first file, which is not packed. */
function hasMimetype(bytes: Uint8Array, type: string): boolean {
  return (
    isZip(bytes) && Buffer.from(bytes.subarray(30, 120)).includes(`mimetypeapplication/${type}`)
  )
}

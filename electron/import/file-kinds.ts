type Signature = {
  readonly kind: string
  readonly bytes: string
  readonly at?: number
  /** Such a file may consist of letters alone: its first bytes are proof enough. */
  readonly readable?: true
}

/** Where a zero byte is looked for: in the head of every file that is not text there is one. */
const headLength = 512

/** First bytes that name a file's kind, as Latin-1 text, with the words the user reads. */
const signatures: readonly Signature[] = [
  { kind: 'a PDF document', bytes: '%PDF-', readable: true },
  { kind: 'a zip archive or an office document of another kind', bytes: 'PK\x03\x04' },
  { kind: 'an empty zip archive', bytes: 'PK\x05\x06' },
  { kind: 'an older Word, Excel or Outlook document', bytes: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' },
  { kind: 'a rich text document (RTF)', bytes: '{\\rtf', readable: true },
  { kind: 'a PNG picture', bytes: '\x89PNG\r\n\x1a\n' },
  { kind: 'a JPEG picture', bytes: '\xff\xd8\xff' },
  { kind: 'a GIF picture', bytes: 'GIF87a' },
  { kind: 'a GIF picture', bytes: 'GIF89a' },
  { kind: 'a WebP picture', bytes: 'WEBP', at: 8 },
  { kind: 'a TIFF picture', bytes: 'II*\0' },
  { kind: 'a TIFF picture', bytes: 'MM\0*' },
  { kind: 'a video or a sound file', bytes: 'ftyp', at: 4 },
  { kind: 'a video or a sound file', bytes: '\x1a\x45\xdf\xa3' },
  { kind: 'a sound file', bytes: 'ID3' },
  { kind: 'a sound file', bytes: 'OggS' },
  { kind: 'a sound file', bytes: 'fLaC' },
  { kind: 'a gzip archive', bytes: '\x1f\x8b' },
  { kind: 'a 7-Zip archive', bytes: '7z\xbc\xaf\x27\x1c' },
  { kind: 'an xz archive', bytes: '\xfd7zXZ\0' },
  { kind: 'a Zstandard archive', bytes: '\x28\xb5\x2f\xfd' },
  { kind: 'a RAR archive', bytes: 'Rar!\x1a\x07' },
  { kind: 'a program (ELF)', bytes: '\x7fELF' },
  { kind: 'a program (Mach-O)', bytes: '\xcf\xfa\xed\xfe' },
  { kind: 'a compiled class (Java)', bytes: '\xca\xfe\xba\xbe' },
  { kind: 'a SQLite database', bytes: 'SQLite format 3\0' },
]

/**
 * What `bytes` is when its first bytes name a kind of file that is not text, in words such as
 * `a PDF document`. A signature of letters alone could begin an article ("ID3 tags are …"), so it
 * counts only with a zero byte near it.
 */
export function binaryKind(bytes: Uint8Array): string | undefined {
  const hasZero = bytes.subarray(0, headLength).includes(0)
  return signatures.find(
    signature =>
      startsWith(bytes, signature) &&
      (hasZero || signature.readable === true || !/^[ -~]+$/.test(signature.bytes)),
  )?.kind
}

function startsWith(bytes: Uint8Array, { bytes: expected, at = 0 }: Signature): boolean {
  for (let index = 0; index < expected.length; index += 1)
    if (bytes[at + index] !== expected.charCodeAt(index)) return false
  return true
}

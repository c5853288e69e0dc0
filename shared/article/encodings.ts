/** An encoding that a text may be read in. */
export type KnownEncoding = {
  /** As TextDecoder knows it. */
  readonly name: string
  /** For people: the letters it is for, and what it is called. */
  readonly label: string
}

/** Encodings that articles come in, the most frequent first. Source: WHATWG Encoding, 4.2. */
export const knownEncodings: readonly KnownEncoding[] = [
  { name: 'utf-8', label: 'All letters (UTF-8)' },
  { name: 'windows-1252', label: 'Western European (Windows-1252)' },
  { name: 'windows-1251', label: 'Cyrillic (Windows-1251)' },
  { name: 'windows-1250', label: 'Central European (Windows-1250)' },
  { name: 'gb18030', label: 'Simplified Chinese (GB 18030)' },
  { name: 'big5', label: 'Traditional Chinese (Big5)' },
  { name: 'shift_jis', label: 'Japanese (Shift JIS)' },
  { name: 'euc-jp', label: 'Japanese (EUC-JP)' },
  { name: 'euc-kr', label: 'Korean (EUC-KR)' },
  { name: 'windows-1256', label: 'Arabic (Windows-1256)' },
  { name: 'windows-1255', label: 'Hebrew (Windows-1255)' },
  { name: 'windows-1253', label: 'Greek (Windows-1253)' },
  { name: 'windows-1254', label: 'Turkish (Windows-1254)' },
  { name: 'windows-1257', label: 'Baltic (Windows-1257)' },
  { name: 'windows-1258', label: 'Vietnamese (Windows-1258)' },
  { name: 'windows-874', label: 'Thai (Windows-874)' },
  { name: 'koi8-r', label: 'Russian (KOI8-R)' },
  { name: 'koi8-u', label: 'Ukrainian (KOI8-U)' },
  { name: 'ibm866', label: 'Cyrillic (DOS 866)' },
  { name: 'x-mac-cyrillic', label: 'Cyrillic (Macintosh)' },
  { name: 'iso-8859-5', label: 'Cyrillic (ISO 8859-5)' },
  { name: 'iso-8859-2', label: 'Central European (ISO 8859-2)' },
  { name: 'iso-8859-15', label: 'Western European (ISO 8859-15)' },
  { name: 'macintosh', label: 'Western European (Macintosh)' },
  { name: 'utf-16le', label: 'All letters (UTF-16, little-endian)' },
  { name: 'utf-16be', label: 'All letters (UTF-16, big-endian)' },
]

/** What people read for an encoding; its own name for one that is rare. */
export function encodingLabel(name: string): string {
  return knownEncodings.find(known => known.name === name)?.label ?? name
}

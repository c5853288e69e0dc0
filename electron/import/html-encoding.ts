/** Where a page must say its encoding, and where real pages still do. */
const headLength = 4096

/**
 * The encoding that a page or an XML declaration names in its first 4 KB, as it is written there, or
 * `undefined`. A page that can be read this far in ASCII is not UTF-16, whatever it says. Source: HTML
 * Standard, section 13.2.3.2.
 */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1')
    .decode(bytes.subarray(0, headLength))
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
  const label =
    /<meta\s[^>]*charset\s*=\s*["']?\s*([\w.:+-]+)/i.exec(head)?.[1] ??
    /^\s*<\?xml\s[^>]*encoding\s*=\s*["']([\w.:+-]+)["']/i.exec(head)?.[1]
  return label !== undefined && /^utf-?16/i.test(label) ? 'utf-8' : label
}

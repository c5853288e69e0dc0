/** Names that Windows keeps for devices, whatever their extension. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)$/

/**
 * A file name out of a user's words, safe on every system: small ASCII letters, digits and `-`, at most 40
 * characters; `fallback` when nothing is left. Not unique: put an id behind it.
 */
export function fileNameFrom(words: string, fallback = 'article'): string {
  const plain = words
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
  const short = plain.slice(0, 40).replaceAll(/^-+|-+$/g, '')
  return short === '' || devices.test(short) ? fallback : short
}

/**
 * Names for the articles of one export, one after the other: readable, unique, the same for the same order.
 * `fallback` is for titles without a usable letter.
 */
export function articleNames(fallback = 'article'): (title: string) => string {
  const taken = new Set<string>()
  const counts = new Map<string, number>()
  return title => {
    const base = fileNameFrom(title, fallback)
    let name = base
    // `report-2` may be another article's own name: count on until one is free.
    for (let count = (counts.get(base) ?? 1) + 1; taken.has(name); count += 1) {
      counts.set(base, count)
      name = `${base}-${count}`
    }
    taken.add(name)
    return name
  }
}

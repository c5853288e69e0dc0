const numbers = new Intl.NumberFormat('en')

/** A count with separators: `12,345`. */
export function writeCount(count: number): string {
  return numbers.format(count)
}

/** A count with its noun: `1 article`, `1,200 articles`. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${writeCount(count)} ${count === 1 ? one : many}`
}

/** The first words of a text on one line, cut at a blank, at most `longest` signs. */
export function firstWords(text: string, longest = 60): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= longest) return line
  const cut = line.slice(0, longest)
  const blank = cut.lastIndexOf(' ')
  return `${(blank > longest / 2 ? cut.slice(0, blank) : cut).toWellFormed()}…`
}

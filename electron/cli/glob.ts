/**
 * True when the whole of `text` fits `pattern`, where `*` stands for any characters and `?` for one;
 * case does not matter. Never slower than the product of both lengths.
 */
export function matchesGlob(text: string, pattern: string): boolean {
  const characters = [...text.toLowerCase()]
  const wanted = [...pattern.toLowerCase()]
  let at = 0
  let next = 0
  let star = -1
  let starAt = 0
  while (at < characters.length) {
    if (next < wanted.length && wanted[next] === '*') {
      star = next
      starAt = at
      next += 1
    } else if (next < wanted.length && (wanted[next] === '?' || wanted[next] === characters[at])) {
      at += 1
      next += 1
    } else if (star >= 0) {
      next = star + 1
      starAt += 1
      at = starAt
    } else return false
  }
  while (wanted[next] === '*') next += 1
  return next === wanted.length
}

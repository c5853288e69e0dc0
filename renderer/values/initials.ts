/** The first letters of up to two words of a name, to tell people apart where there is little room: “AM”. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s._@-]+/u).filter(word => /[\p{L}\p{N}]/u.test(word))
  const [first = name.trim(), ...others] = words
  const letters = [first, ...others.slice(-1)].map(word => [...word][0] ?? '')
  return letters.join('').toLocaleUpperCase('en')
}

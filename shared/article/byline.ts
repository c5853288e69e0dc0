/** Words that lead up to the writers of an article, each with the blank or the sign that ends it. */
const lead =
  '(?:(?:Written |Reporting |Text )?[Bb]y|BY|Von|VON|Par|PAR|Por|POR|Di|Door|Av|Af|(?:Autor(?:in)?|Auteurs?|Authors?|Text|Автор(?:ы)?|作者)[:：]|מאת|بقلم)[ \\u3000]?(?<= |[:：])'

const initial = String.raw`\p{Lu}\.`
const word = String.raw`(?:\p{Lu}|\p{Lo})[\p{L}\p{M}'’-]*`
const particle =
  '(?:(?:van|von|vom|zu|zum|de|der|den|del|della|da|di|do|dos|du|la|le|al|el|bin|ibn|ben|ten|ter) ){0,2}'
const name = `(?:${initial}|${word})(?: ${particle}(?:${initial}|${word})){1,3}`
const between = '(?:, (?:and )?| (?:and|und|et|y|e|og|och|en|и|&) )'
/** Where the names end: with the line, or where their post, their place or the day begins. */
const after = String.raw`(?=$|[,|•·–—(/]|\s[-–—]\s|\s[|•·]|\s(?:in|for|at|from|aus|à|en)\s)`

const byline = new RegExp(`^${lead}(?<names>${name}(?:${between}${name}){0,5})${after}`, 'u')

/** Words in capitals that are no names of people: posts, houses and days. */
const noNames =
  /(?:^| )(?:Associated|Press|News|Agency|Agencies|Staff|Editor|Reporter|Correspondent|Writer|Writers|Desk|Times|Post|Media|Service|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Our|The)(?: |$)/u

/** Longest line that is a byline, in UTF-16 code units. */
const longestByline = 160

/**
 * The names in a line that says who wrote an article, `By Ana Duarte and Rui Pena, in Corvo`, with what comes
 * after them; `undefined` for every other line. Names of one word are not taken: too much begins with “By”.
 */
export function readByline(
  line: string,
):
  { readonly names: readonly string[]; readonly found: string; readonly rest: string } | undefined {
  if (line.length > longestByline) return undefined
  const match = byline.exec(line.trim())
  const names = (match?.groups?.['names'] ?? '')
    .split(new RegExp(between, 'u'))
    .filter(found => found !== '' && !noNames.test(found))
  if (match === null || names.length === 0) return undefined
  return { names, found: match[0], rest: line.trim().slice(match[0].length) }
}

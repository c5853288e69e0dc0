import { isSafeTarget } from '../../shared/article/blocks'

/** Words that lead up to a name in a byline, in the languages whose agencies are met most. */
const lead =
  /^(?:written\s+by|text\s+by|by|von|par|por|auteur\s*:|autor(?:en)?\s*:|authors?\s*:|автор[ы]?\s*:)\s+/iu

/**
 * Names of authors as one line, `Ana Duarte, Rui Pena`: without “By” before them, without addresses and
 * names on social networks, each once. `undefined` when no name is left. What stands after “and” is a name of
 * its own only where the words begin as a byline does: “Smith and Sons” may be a firm.
 */
export function cleanAuthors(written: readonly string[]): string | undefined {
  const names = new Map<string, string>()
  for (const words of written) {
    const rest = words.replace(/\s+/g, ' ').trim().replace(lead, '')
    const parts =
      rest === words.trim()
        ? rest.split(';')
        : rest.split(/;|\s+(?:and|und|et|y|e|и)\s+|,\s*(?=\p{Lu})/u)
    for (const part of parts) {
      const name = part.trim()
      // Some pages give the address of an author's profile, or what they are called elsewhere.
      if (name === '' || isSafeTarget(name) || name.startsWith('@')) continue
      const key = name.toLowerCase()
      if (!names.has(key)) names.set(key, name)
    }
  }
  return names.size === 0 ? undefined : [...names.values()].join(', ')
}

import type { NameWord } from './name-words'
import { initialsOf, nameWords } from './name-words'

/** `same`: written differently at most. `alike`: one may be a shorter or misspelt form of the other. */
export type Likeness = 'same' | 'alike'

/** A name made ready for comparing with many others. */
export type ComparableName = {
  readonly words: readonly NameWord[]
  /** In small letters, when the name is one, such as `WHO`. */
  readonly abbreviation: string | undefined
  readonly initials: string
}

export function comparableName(name: string): ComparableName {
  const [, abbreviation] = /^\s*(?:the\s+)?((?:\p{Lu}\.?){2,7})\s*$/u.exec(name) ?? []
  return {
    words: nameWords(name),
    abbreviation: abbreviation?.replaceAll('.', '').toLowerCase(),
    initials: initialsOf(name),
  }
}

/**
 * How two names are alike, or `undefined` when they are not. Case, accents, transliteration, titles and
 * the order of words do not matter for `same`; initials, a surname alone, an abbreviation and small slips
 * are `alike`.
 */
export function compareNames(a: ComparableName, b: ComparableName): Likeness | undefined {
  if (a.words.length === 0 || b.words.length === 0) return undefined
  if (soundKey(a) === soundKey(b)) return 'same'
  if (abbreviates(a, b) || abbreviates(b, a)) return 'alike'
  const [shorter, longer] = a.words.length <= b.words.length ? [a, b] : [b, a]
  return standsFor(shorter.words, longer.words) ? 'alike' : undefined
}

function soundKey({ words }: ComparableName): string {
  return words
    .map(({ sound }) => sound)
    .sort()
    .join(' ')
}

function abbreviates(short: ComparableName, long: ComparableName): boolean {
  return short.abbreviation !== undefined && short.abbreviation === long.initials
}

/** Every word of the shorter name is a different one of the longer name, and one of them says who is meant. */
function standsFor(shorter: readonly NameWord[], longer: readonly NameWord[]): boolean {
  const left = [...longer]
  let isTold = false
  // Whole words choose first, so that an initial does not take the word that another one needs.
  for (const word of shorter.toSorted((a, b) => Number(a.isInitial) - Number(b.isInitial))) {
    const at = left.findIndex(other => wordsAgree(word, other))
    if (at === -1) return false
    const [other] = left.splice(at, 1)
    isTold ||= !word.isInitial && other?.isInitial === false && !word.isCommon
  }
  return isTold
}

function wordsAgree(a: NameWord, b: NameWord): boolean {
  if (a.sound === b.sound) return true
  if (a.isInitial || b.isInitial)
    return a.letter === b.letter || a.sound.charAt(0) === b.sound.charAt(0)
  const length = Math.min(a.sound.length, b.sound.length)
  const allowed = length >= 8 ? 2 : length >= 5 ? 1 : 0
  return allowed > 0 && distanceWithin(a.sound, b.sound, allowed)
}

/** True when at most `limit` insertions, deletions or replacements turn `a` into `b`. */
function distanceWithin(a: string, b: string, limit: number): boolean {
  if (Math.abs(a.length - b.length) > limit) return false
  let row = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let at = 1; at <= a.length; at += 1) {
    const next = [at]
    for (let column = 1; column <= b.length; column += 1)
      next.push(
        Math.min(
          (row[column] ?? 0) + 1,
          (next[column - 1] ?? 0) + 1,
          (row[column - 1] ?? 0) + (a[at - 1] === b[column - 1] ? 0 : 1),
        ),
      )
    row = next
  }
  return (row.at(-1) ?? 0) <= limit
}

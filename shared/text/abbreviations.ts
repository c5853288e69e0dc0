import { isDottedAcronym } from './words'

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** A name or more of the sentence always follows these. */
const neverLast = setOf(
  'Mr Mrs Ms Messrs Mme Mlle Dr Prof Sen Rep Gov Gen Lt Col Sgt Cpl Capt Cmdr Adm Maj Rev Hon Pres ' +
    'Supt Ste Mt vs cf e.g i.e Sra Srta Dra Hr bzw',
)
/** These do not end a sentence when a number follows: Jan. 3, No. 5. */
const beforeNumber = setOf(
  'Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec No Nos Nr p pp Fig Art Sec Ch Vol approx ca c',
)
/** These may end a sentence or stand inside it. */
const sometimesLast = setOf(
  'Inc Ltd Co Corp Jr Sr St Bros etc al dept est approx Jan Feb Aug Sept Oct Nov Dec',
)
/** Words that begin sentences and rarely names: after `the U.S.`, they begin a new one. */
const starters = setOf(
  'The A An He She It They We I You This That These Those There Here But And Or So Yet In On At For By ' +
    'With From To As If When While After Before Since Until Although Though However Meanwhile Moreover ' +
    'His Her Their Its Our My Your What Who Why How Where Not No One Some Many Most Then Now Today ' +
    'Yesterday Officials According Asked Speaking',
)
const germanMonths = setOf(
  'Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember',
)

/**
 * True when a sentence ends between `before` and `after`, which Unicode's rules take for its end: they
 * know nothing of Mr. Smith, K. Tokayev, U.S. Army, Jan. 3 or “Why?” he asked. Looks at the last word of
 * the one and the first of the other.
 */
export function endsSentence(before: string, after: string): boolean {
  const rest = after.trimStart()
  const ended = before.trimEnd()
  if (/^\p{Ll}/u.test(rest)) return false
  if (!ended.endsWith('.')) return true
  const word = /([\p{L}\p{N}.]+)\.$/u.exec(ended.slice(-40))?.[1]
  const next = /^[\p{L}\p{N}]+/u.exec(rest)?.[0]
  if (word === undefined || next === undefined) return true
  return !goesOn(word, next)
}

function goesOn(word: string, next: string): boolean {
  if (neverLast.has(word)) return true
  if (/^\p{Nd}/u.test(next)) return beforeNumber.has(word)
  if (/^\d{1,2}$/.test(word)) return germanMonths.has(next)
  const isInitial = /^\p{L}$/u.test(word)
  if (!isInitial && !isDottedAcronym(word) && !sometimesLast.has(word)) return false
  return !starters.has(next)
}

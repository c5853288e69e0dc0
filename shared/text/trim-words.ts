import type { Span } from './span'
import { trimSpan } from './trim-span'
import { isDottedAcronym } from './words'

/** What may open before each sign that closes; a sign that opens itself counts in pairs. */
const openers: Readonly<Record<string, string>> = {
  '”': '“„”',
  '“': '„',
  '»': '«»',
  '«': '»',
  '›': '‹›',
  '‹': '›',
  '"': '"',
  ')': '(',
  ']': '[',
  '}': '{',
  '」': '「',
  '』': '『',
  '》': '《',
  '）': '（',
}

const separators = /^[,;:.!?…‥、。，；：！？．｡､،؛؟۔।॥·\p{Pd}]$/u
const opens = /^[\p{Ps}\p{Pi}]$/u
const closes = /^[\p{Pe}\p{Pf}"']$/u
const apostrophe = /^[’']$/
const wordSign = /^[\p{L}\p{N}]$/u

/**
 * `range` of `text` as a person means it: without white space at its ends, without the comma or full stop
 * after it, and without a closing sign whose opening one is not in it. What belongs to the words stays:
 * both quotation marks of a quote, the % of a figure, the dot of U.S. `undefined` when nothing but blanks
 * is in it; nothing but signs is left as it is.
 */
export function trimWords(text: string, range: Span): Span | undefined {
  const span = trimSpan(text, range)
  if (span === undefined) return undefined
  let words = text.slice(span.start, span.end)
  let { start } = span
  for (;;) {
    if (words === '') return span
    if (isLooseAtStart(words)) {
      words = words.slice(1)
      start += 1
    } else if (isLooseAtEnd(words)) words = words.slice(0, -1)
    else return { start, end: start + words.length }
  }
}

function isLooseAtStart(words: string): boolean {
  const sign = words.charAt(0)
  const next = words.charAt(1)
  if (/\s/.test(sign)) return true
  // An accent or a joiner makes one character of both.
  if (/^[\p{M}\u200d]$/u.test(next)) return false
  // A number may begin with its point or its sign: .5, -5.
  if (/^[.\p{Pd}]$/u.test(sign) && /\d/.test(next)) return false
  if (separators.test(sign)) return true
  if (!closes.test(sign)) return false
  if (apostrophe.test(sign)) return !wordSign.test(next)
  return ![...words.slice(1)].some(other => openers[other]?.includes(sign))
}

function isLooseAtEnd(words: string): boolean {
  const sign = words.charAt(words.length - 1)
  if (/\s/.test(sign)) return true
  if (sign === '.') return !endsWithAcronym(words.slice(-16, -1))
  if (separators.test(sign)) return true
  if (apostrophe.test(sign)) return !/(?:^|[^\p{L}\p{N}])[‘‚'][\p{L}\p{N}]/u.test(words)
  if (openers[sign] !== undefined) return !closesInside(words, sign, openers[sign])
  return opens.test(sign) || closes.test(sign)
}

function endsWithAcronym(words: string): boolean {
  return isDottedAcronym(/[\p{L}.]+$/u.exec(words)?.[0] ?? '')
}

/** True when the sign at the end of `words` has an opening one in them that nothing else closes. */
function closesInside(words: string, sign: string, before: string): boolean {
  let open = 0
  for (const other of words.slice(0, -1))
    if (other === sign && (open > 0 || !before.includes(sign))) open = Math.max(0, open - 1)
    else if (before.includes(other)) open += 1
  return open > 0
}

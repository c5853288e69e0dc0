import type { Decimal } from './decimal'
import { compareDecimals, negated, plus, times, wholeDecimal } from './decimal'
import type { Item } from './items'
import { meaning } from './items'

/** A number and what was said with it. `next` is the index of the item after it. */
export type Amount = {
  readonly value: Decimal
  readonly next: number
  /** One number times one scale, for `10 to 15 million`, where the first number shares the scale. */
  readonly scaled: { readonly bare: Decimal; readonly by: Decimal } | undefined
  readonly measure: 'percent' | 'money' | undefined
}

/** Why the number that begins here has no certain value. */
export type Refusal = { readonly why: string; readonly next: number }

/** Parts of a number so far: `groups` were multiplied by their scales, `current` still waits for one. */
type Sum = {
  readonly groups: readonly { readonly bare: Decimal; readonly by: Decimal }[]
  readonly current: Decimal | undefined
  /** `current` is made of words, so that a smaller word may follow: two hundred fifty. */
  readonly isWords: boolean
  readonly next: number
}

const one = wholeDecimal(1)
const hundred = wholeDecimal(100)
const million = wholeDecimal(1_000_000)
const half: Decimal = { units: 5n, places: 1 }

/**
 * The number that begins at item `from`: `1,600`, `4.5 million`, `two hundred and fifty`, `€3m`, `12 %`;
 * `undefined` when none does. `mayLink` is false inside “between … and …”, where “and” joins two numbers.
 */
export function readAmount(
  items: readonly Item[],
  from: number,
  mayLink: boolean,
): Amount | Refusal | undefined {
  const { next: start, isMoney, isNegative } = readStart(items, from)
  let sum: Sum = { groups: [], current: undefined, isWords: false, next: start }
  for (;;) {
    const step = nextPart(items, sum, { mayLink, isMoney })
    if (step === undefined) break
    if ('why' in step) return step
    sum = step
  }
  if (sum.next === start) return undefined
  const { next, measure } = readMeasure(items, sum.next, isMoney)
  const [only] = sum.groups
  return {
    value: isNegative ? negated(totalOf(sum)) : totalOf(sum),
    next,
    scaled: sum.groups.length === 1 && sum.current === undefined ? only : undefined,
    measure,
  }
}

function readStart(
  items: readonly Item[],
  from: number,
): { readonly next: number; readonly isMoney: boolean; readonly isNegative: boolean } {
  let next = from
  let isMoney = false
  let isNegative = false
  for (;;) {
    const item = items[next]
    if (isCurrency(item)) isMoney = true
    else if (!isNegative && isMinus(items, next)) isNegative = true
    else return { next, isMoney, isNegative }
    next += 1
  }
}

function isCurrency(item: Item | undefined): boolean {
  return item?.kind === 'sign' ? /\p{Sc}/u.test(item.sign) : meaning(item, 'money') !== undefined
}

/** A minus sign stands directly before its number or currency, and not directly behind a number. */
function isMinus(items: readonly Item[], at: number): boolean {
  const item = items[at]
  const after = items[at + 1]
  const before = items[at - 1]
  if (item?.kind !== 'sign' || !/[-‐‑−–]/.test(item.sign)) return false
  return after?.start === item.end && (before?.kind === 'sign' || before?.end !== item.start)
}

function nextPart(
  items: readonly Item[],
  sum: Sum,
  given: { readonly mayLink: boolean; readonly isMoney: boolean },
): Sum | Refusal | undefined {
  const item = items[sum.next]
  if (item === undefined) return undefined
  const next = sum.next + 1
  if (item.kind === 'numeral') {
    if (item.reading.kind === 'none') return { why: item.reading.why, next }
    const { value } = item.reading
    // A fraction sign hangs on its number: 2½.
    if (sum.current !== undefined && items[sum.next - 1]?.end === item.start)
      return { ...sum, current: plus(sum.current, value), next }
    if (sum.current !== undefined || !mayStartAgain(sum)) return undefined
    return { ...sum, current: value, isWords: false, next }
  }
  const scale = meaning(item, 'scale')
  if (scale !== undefined) return withScale(sum, wholeDecimal(scale.value), scale.standsAlone, next)
  if (meaning(item, 'million') !== undefined && item.kind === 'phrase' && item.isGlued)
    return given.isMoney || isCurrency(items[next])
      ? withScale(sum, million, false, next)
      : { why: 'An “m” can mean million or metres: write it out.', next }
  if (meaning(item, 'and-half') !== undefined) return withHalf(sum, next)
  const share = meaning(item, 'share')
  if (share !== undefined && sum.current === undefined && isScale(items[next]))
    return { ...sum, current: decimalOfNumber(share.value), isWords: false, next }
  if (meaning(item, 'one') !== undefined && sum.current === undefined && isScale(items[next]))
    return { ...sum, current: one, isWords: true, next }
  const word = meaning(item, 'number')
  if (word !== undefined) return withWord(sum, decimalOfNumber(word.value), next)
  return given.mayLink ? withLink(items, sum) : undefined
}

/** After a scale of thousands or more a smaller number may follow: 3 million 200 thousand. */
function mayStartAgain({ groups }: Sum): boolean {
  const last = groups.at(-1)
  return last === undefined || compareDecimals(last.by, wholeDecimal(1000)) >= 0
}

function withWord(sum: Sum, value: Decimal, next: number): Sum | undefined {
  const { current } = sum
  if (current === undefined)
    return mayStartAgain(sum) ? { ...sum, current: value, isWords: true, next } : undefined
  const fits =
    sum.isWords &&
    current.places === 0 &&
    current.units > 0n &&
    current.units % 100n === 0n &&
    compareDecimals(value, hundred) < 0
  return fits ? { ...sum, current: plus(current, value), next } : undefined
}

/** “two hundred and fifty”, “one thousand and one”. */
function withLink(items: readonly Item[], sum: Sum): Sum | undefined {
  if (meaning(items[sum.next], 'link') === undefined) return undefined
  const word = meaning(items[sum.next + 1], 'number')
  const isOpen = sum.current === undefined ? sum.groups.length > 0 : sum.isWords
  if (word === undefined || !isOpen || word.value >= 100) return undefined
  return withWord(sum, decimalOfNumber(word.value), sum.next + 2)
}

/** “hundred” multiplies the number before it; larger scales everything before them that is smaller. */
function withScale(
  sum: Sum,
  by: Decimal,
  standsAlone: boolean,
  next: number,
): Sum | Refusal | undefined {
  if (sum.current === undefined && !standsAlone && sum.groups.length === 0)
    return { why: 'These words name no number.', next }
  if (compareDecimals(by, hundred) === 0 && sum.isWords && sum.current !== undefined)
    return { ...sum, current: times(sum.current, by), next }
  if (compareDecimals(by, hundred) === 0 && standsAlone && sum.current === undefined)
    return { ...sum, current: by, isWords: true, next }
  const kept = sum.groups.filter(group => compareDecimals(valueOf(group), by) >= 0)
  const multiplied = sum.groups.slice(kept.length).map(valueOf)
  const parts = sum.current === undefined ? multiplied : [...multiplied, sum.current]
  const bare = parts.length === 0 ? one : parts.reduce(plus)
  return { groups: [...kept, { bare, by }], current: undefined, isWords: false, next }
}

/** “two and a half million”, “deux millions et demi”. */
function withHalf(sum: Sum, next: number): Sum | undefined {
  if (sum.current !== undefined) return { ...sum, current: plus(sum.current, half), next }
  const last = sum.groups.at(-1)
  if (last === undefined) return undefined
  const widened = { ...last, bare: plus(last.bare, half) }
  return { ...sum, groups: [...sum.groups.slice(0, -1), widened], next }
}

function readMeasure(
  items: readonly Item[],
  from: number,
  isMoney: boolean,
): { readonly next: number; readonly measure: Amount['measure'] } {
  const item = items[from]
  const isPercent =
    item?.kind === 'sign' ? /[%٪]/.test(item.sign) : meaning(item, 'percent') !== undefined
  if (isPercent) return { next: from + 1, measure: 'percent' }
  if (isCurrency(item)) return { next: from + 1, measure: 'money' }
  return { next: from, measure: isMoney ? 'money' : undefined }
}

function isScale(item: Item | undefined): boolean {
  return meaning(item, 'scale') !== undefined
}

function valueOf({ bare, by }: Sum['groups'][number]): Decimal {
  return times(bare, by)
}

function totalOf({ groups, current }: Sum): Decimal {
  const parts = groups.map(valueOf)
  return [...parts, ...(current === undefined ? [] : [current])].reduce(plus)
}

/** Words are whole numbers, and halves and quarters of one. */
function decimalOfNumber(value: number): Decimal {
  return Number.isInteger(value)
    ? wholeDecimal(value)
    : { units: BigInt(Math.round(value * 100)), places: 2 }
}

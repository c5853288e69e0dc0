import type { Amount, Refusal } from './amount'
import { readAmount } from './amount'
import type { Decimal } from './decimal'
import { compareDecimals, times } from './decimal'
import type { Item } from './items'
import { meaning } from './items'
import type { Meaning, Qualifier } from './vocabulary'

/** A number, or a range of numbers, with how it is meant. `next` is the index of the item after it. */
export type Quantity = {
  readonly min: Decimal | undefined
  readonly max: Decimal | undefined
  readonly qualifier: Qualifier | undefined
  readonly measure: Amount['measure']
  readonly next: number
}

/** The number or range that begins at item `from`, with the words before and behind it; `undefined` when none does. */
export function readQuantity(items: readonly Item[], from: number): Quantity | Refusal | undefined {
  const lead = readLead(items, from)
  const isBetween = meaning(items[lead.next], 'between') !== undefined
  const isFrom = meaning(items[lead.next], 'from') !== undefined
  const start = isBetween || isFrom ? lead.next + 1 : lead.next
  const first = readAmount(items, start, !isBetween)
  if (first === undefined || 'why' in first) return first
  const joint = jointAt(items, first.next, isBetween)
  const second = joint === undefined ? undefined : readAmount(items, joint, !isBetween)
  if (second !== undefined) {
    if ('why' in second) return second
    return rangeOf(first, second)
  }
  return single(items, first, lead.qualifier)
}

/** Words and signs before a number: more than, at least, about, ≥, ~. */
function readLead(
  items: readonly Item[],
  from: number,
): { readonly qualifier: Qualifier | undefined; readonly next: number } {
  let qualifier: Qualifier | undefined
  let next = from
  for (;;) {
    const item = items[next]
    const said =
      item?.kind === 'sign' ? qualifierOfSign(items, next) : meaning(item, 'before')?.qualifier
    if (said === undefined) return { qualifier, next }
    // “at least about 200” is at least 200.
    qualifier = qualifier === undefined || qualifier === 'about' ? said : qualifier
    next += item?.kind === 'sign' && isDoubleSign(items, next) ? 2 : 1
  }
}

const signs: Readonly<Record<string, Qualifier>> = {
  '>': 'more-than',
  '<': 'fewer-than',
  '≥': 'at-least',
  '≤': 'at-most',
  '~': 'about',
  '≈': 'about',
  '±': 'about',
}

function qualifierOfSign(items: readonly Item[], at: number): Qualifier | undefined {
  const item = items[at]
  if (item?.kind !== 'sign') return undefined
  if (isDoubleSign(items, at)) return item.sign === '>' ? 'at-least' : 'at-most'
  return signs[item.sign]
}

/** `>=` and `<=`. */
function isDoubleSign(items: readonly Item[], at: number): boolean {
  const item = items[at]
  const after = items[at + 1]
  return (
    item?.kind === 'sign' && /[<>]/.test(item.sign) && after?.kind === 'sign' && after.sign === '='
  )
}

/** Index of the second number of a range, or `undefined` when no range is written here. */
function jointAt(items: readonly Item[], at: number, isBetween: boolean): number | undefined {
  const next = afterEnding(items, at)
  const item = items[next]
  if (item === undefined) return undefined
  if (item.kind === 'sign') return /[-‐‑–—−]/.test(item.sign) ? next + 1 : undefined
  const kinds: readonly Meaning['kind'][] = isBetween ? ['and'] : ['to', 'or']
  return kinds.some(kind => meaning(item, kind) !== undefined) ? next + 1 : undefined
}

function single(items: readonly Item[], amount: Amount, lead: Qualifier | undefined): Quantity {
  let next = amount.next
  const behind = afterEnding(items, next)
  const item = items[behind]
  let qualifier = lead
  const said =
    item?.kind === 'sign' && item.sign === '+' ? 'at-least' : meaning(item, 'after')?.qualifier
  if (said !== undefined) {
    next = behind + 1
    qualifier = lead === undefined || lead === 'about' ? said : lead
  }
  const { value, measure } = amount
  const isOpenAbove = qualifier === 'more-than' || qualifier === 'at-least'
  const isOpenBelow = qualifier === 'fewer-than' || qualifier === 'at-most'
  return {
    min: isOpenBelow ? undefined : value,
    max: isOpenAbove ? undefined : value,
    qualifier,
    measure,
    next,
  }
}

/** The item after an ending that hangs on a numeral: `1600-ден`. */
function afterEnding(items: readonly Item[], at: number): number {
  const item = items[at]
  return item?.kind === 'word' && item.isEnding ? at + 1 : at
}

function rangeOf(first: Amount, second: Amount): Quantity | Refusal {
  const min = sharingScale(first, second)
  const max = second.value
  if (compareDecimals(min, max) > 0)
    return { why: 'The first number of a range is the smaller one.', next: second.next }
  return {
    min,
    max,
    qualifier: undefined,
    measure: second.measure ?? first.measure,
    next: second.next,
  }
}

/** In “10 to 15 million” ten is ten million, because it is the smaller one of the two numbers written. */
function sharingScale(first: Amount, second: Amount): Decimal {
  const { scaled } = second
  if (scaled === undefined || first.scaled !== undefined) return first.value
  return compareDecimals(first.value, scaled.bare) < 0 ? times(first.value, scaled.by) : first.value
}

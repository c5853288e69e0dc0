import type { NumberValue } from '../../shared/annotation/annotation'

/** A value read from what a person typed: `undefined` for an empty field, or why it cannot be read. */
export type ReadValue<Value> =
  | { readonly ok: true; readonly value: Value | undefined }
  | { readonly ok: false; readonly message: string }

const sign = '[-−]?'
const digits = String.raw`(?:\d{1,3}(?:[,\s’']\d{3})+|\d+)(?:\.\d+)?`
const numeral = `(${sign}${digits})`
const single = new RegExp(`^${numeral}$`)
const range = new RegExp(String.raw`^${numeral}\s*(?:-|–|—|to)\s*${numeral}$`)
const open = new RegExp(String.raw`^(≥|>=|≤|<=)\s*${numeral}$`)

/**
 * Read `1600`, `1,600`, `1 600`, `4.5`, a range `10-20` (also with a dash or "to"), or a range with one
 * end as `≥ 10` or `<= 20`. A comma stands between thousands only; decimals take a point.
 */
export function readNumber(text: string): ReadValue<NumberValue> {
  const typed = text.trim()
  if (typed === '') return { ok: true, value: undefined }
  const one = single.exec(typed)?.[1]
  if (one !== undefined) return { ok: true, value: { min: plain(one), max: plain(one) } }
  const [, from, to] = range.exec(typed) ?? []
  if (from !== undefined && to !== undefined) return readRange(plain(from), plain(to))
  const [, relation, limit] = open.exec(typed) ?? []
  if (limit !== undefined)
    return {
      ok: true,
      value: relation === '≥' || relation === '>=' ? { min: plain(limit) } : { max: plain(limit) },
    }
  return { ok: false, message: faultOf(typed) }
}

/** A number as it is shown: `1,600`, `10–20`, `≥ 10`; what `readNumber` reads back to the same value. */
export function writeNumber(value: NumberValue): string {
  const { min, max } = value
  if (min === undefined) return max === undefined ? '' : `≤ ${grouped(max)}`
  if (max === undefined) return `≥ ${grouped(min)}`
  return min === max ? grouped(min) : `${grouped(min)}–${grouped(max)}`
}

function readRange(min: string, max: string): ReadValue<NumberValue> {
  if (Number(min) > Number(max))
    return { ok: false, message: 'The first number of a range is the smaller one.' }
  return { ok: true, value: { min, max } }
}

function faultOf(typed: string): string {
  if (/^\d+,\d{1,2}$/.test(typed)) return `Write ${typed.replace(',', '.')} with a point.`
  return 'Write the number alone: 1600, 4.5 or 10-20.'
}

/** Digits only, without separators and leading zeros; decimals stay as they were written. */
function plain(numeral: string): string {
  const bare = numeral.replace(/[,\s’']/g, '').replace('−', '-')
  const [, minus = '', rest = ''] = /^(-?)0*(\d.*)$/.exec(bare) ?? []
  return `${minus}${rest}`
}

function grouped(decimal: string): string {
  const [whole = '', fraction] = decimal.split('.')
  const groups = whole.replace(/\B(?=(?:\d{3})+$)/g, ',')
  return fraction === undefined ? groups : `${groups}.${fraction}`
}

import type { Decimal } from './decimal'
import { decimalOf } from './decimal'
import type { NumberSigns } from './number-signs'

/** A numeral's value, or a sentence why it has none that is certain. */
export type NumeralReading =
  | { readonly kind: 'number'; readonly value: Decimal }
  | { readonly kind: 'none'; readonly why: string }

/** More digits than any figure has; a longer run of them is something else. */
const mostDigits = 40

const blanks = '[ \\t\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000]'
const apostrophes = "['’ʼ＇]"

/**
 * A pattern for a numeral at one place of a text, for the flag `u`: digits of any script with what
 * stands between them. Blanks count only between groups of three.
 */
export const numeralPattern = [
  String.raw`\p{Nd}{1,3}(?:${blanks}\p{Nd}{3}(?!\p{Nd}))+(?:[.,٫]\p{Nd}+)?`,
  String.raw`\p{Nd}+(?:[.,'’ʼ＇٫٬]\p{Nd}+)*`,
  String.raw`(?<![^\s(\p{Sc}])[.,]\p{Nd}+`,
].join('|')

const grouped = /^[1-9]\d{0,2}(?:S\d{3})+$/
/** Thousands, then hundreds of thousands by two digits: 12,34,567. */
const groupedByTwo = /^[1-9]\d?(?:,\d{2})+,\d{3}$/

/** Read what `numeralPattern` matched. `4,5` in English, say, has no certain value. */
export function readNumeral(written: string, signs: NumberSigns): NumeralReading {
  const text = toAscii(written)
  if (text.replace(/\D/g, '').length > mostDigits) return none(`“${written}” is too long a number.`)
  const sure = readSure(text, written)
  if (sure !== undefined) return sure
  const points = text.split('.').length - 1
  const commas = text.split(',').length - 1
  if (points + commas === 0) return number(text)
  if (points > 0 && commas > 0) return readMixed(text, written)
  if (groupedByTwo.test(text)) return number(text.replaceAll(',', ''))
  const sign = points > 0 ? '.' : ','
  if (points + commas > 1) return readGroups(text, sign, written)
  return readOneSign(text, sign, written, signs)
}

const sureMarks = new RegExp(`${blanks}|${apostrophes}|٬`, 'gu')

/**
 * Blanks, apostrophes and the Arabic thousands sign can only group, and the Arabic decimal sign can only
 * begin the decimals: with one of them the value is certain in every language. `undefined` without any.
 */
function readSure(text: string, written: string): NumeralReading | undefined {
  if (!text.includes('٫') && text.search(sureMarks) === -1) return undefined
  const [head, fraction = ''] = splitAtDecimal(text)
  const groups = head.replace(sureMarks, 'S')
  const isSound = groups.includes('S') ? isGrouped(groups, 'S') : /^\d+$/.test(groups)
  return isSound && /^\d*$/.test(fraction)
    ? number(groups.replaceAll('S', ''), fraction)
    : none(`“${written}” is not a number.`)
}

/** `1 600,5` is 1600.5 in every language: after groups by blanks, one sign more begins the decimals. */
function splitAtDecimal(text: string): [string, string | undefined] {
  const [, head, tail] = /^([^٫]*)٫(.*)$/u.exec(text) ?? /^(.*)[.,](\d+)$/u.exec(text) ?? []
  return head === undefined ? [text, undefined] : [head, tail]
}

/** Two signs: the last one begins the decimals, the others stand between thousands. */
function readMixed(text: string, written: string): NumeralReading {
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','))
  const head = text.slice(0, last)
  const group = text[last] === '.' ? ',' : '.'
  const isByTwo = group === ',' && groupedByTwo.test(head)
  if (!isByTwo && !isGrouped(head, group)) return none(`“${written}” is not a number.`)
  return number(head.replaceAll(group, ''), text.slice(last + 1))
}

function readGroups(text: string, sign: string, written: string): NumeralReading {
  if (!isGrouped(text, sign)) return none(`“${written}” is not a number.`)
  return number(text.replaceAll(sign, ''))
}

function readOneSign(
  text: string,
  sign: string,
  written: string,
  signs: NumberSigns,
): NumeralReading {
  const [whole = '', fraction = ''] = text.split(sign)
  const canGroup = isGrouped(text, sign)
  if (whole === '' && sign !== signs.decimal) return none(`“${written}” is not a number.`)
  if (sign === signs.group && canGroup) return number(whole + fraction)
  if (sign === signs.decimal) {
    if (canGroup && !signs.isSure) return either(written, whole, fraction)
    return number(whole, fraction)
  }
  // Neither usual sign. Where blanks group, a point before decimals is common in print.
  if (signs.group === '' && sign === '.')
    return canGroup ? either(written, whole, fraction) : number(whole, fraction)
  if (!signs.isSure) return number(whole, fraction)
  return none(
    signs.decimal === '.'
      ? `Write ${whole}.${fraction} with a point.`
      : `Write ${whole},${fraction} with a comma: that is how the article’s language has it.`,
  )
}

function either(written: string, whole: string, fraction: string): NumeralReading {
  const decimals = fraction.replace(/0+$/, '') || '0'
  // Three decimals would be asked about again, four are certain.
  const other = `${whole}.${decimals.length === 3 ? `${decimals}0` : decimals}`
  return none(`“${written}” can be ${whole}${fraction} or ${other}: write one of these two.`)
}

function isGrouped(text: string, sign: string): boolean {
  return grouped.test(text.replaceAll(sign, 'S'))
}

/** First code points of the digits of scripts that news is written in. */
const zeros = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0,
  0xf20, 0x1040, 0x17e0, 0x1810, 0xff10,
]

function toAscii(text: string): string {
  return text.replace(/\p{Nd}/gu, digit => {
    const code = digit.codePointAt(0) ?? 0
    const zero = zeros.find(first => code >= first && code < first + 10)
    return zero === undefined ? digit : (code - zero).toString()
  })
}

function number(whole: string, fraction = ''): NumeralReading {
  return /^\d+$/.test(whole + fraction)
    ? { kind: 'number', value: decimalOf(whole, fraction) }
    : none(`“${whole + fraction}” is not a number.`)
}

function none(why: string): NumeralReading {
  return { kind: 'none', why }
}

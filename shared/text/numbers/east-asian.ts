import type { Decimal } from './decimal'
import { compareDecimals, decimalOf, plus, times, wholeDecimal, writeDecimal } from './decimal'

const hanDigits = '〇一二三四五六七八九'
const sameDigit: Readonly<Record<string, string>> = { 零: '〇', 两: '二', 兩: '二' }
const units: Readonly<Record<string, number>> = {
  ...{ 十: 1e1, 百: 1e2, 千: 1e3, 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8, 兆: 1e12 },
  ...{ 십: 1e1, 백: 1e2, 천: 1e3, 만: 1e4, 억: 1e8, 조: 1e12 },
}

/** A class of a regular expression: what stands behind digits for ten, a hundred, ten thousand and so on. */
export const unitSign = `[${Object.keys(units).join('')}]`

const digits = String.raw`\d+(?:,\d{3})*(?:\.\d+)?`
const han = `(?:${digits}|[〇零一二两兩三四五六七八九十百千万萬亿億兆])+`
/** Always with digits, for the units alone are parts of many words; parts may stand apart. */
const hangul = `${digits}[십백천만억조]+(?: ?${digits}[십백천만억조]+)*(?: ?${digits})?`
const numeral = `${hangul}|${han}`
/** A number of tenths, unless the sign begins one of these words: 成员, 成功. */
const tenths = '[割成](?![员員功为為立果年人])'
const written = new RegExp(
  `(?<![数數几幾])(?:百分之(?<share>${han})|(?:(?<first>${digits}) ?[-–~～〜] ?)?(?<number>${numeral})(?<tenths>${tenths})?)(?<after>.?)`,
  'gsu',
)
/** What is counted one by one: before these a single sign is a number and not a part of a name. */
const counter =
  /^[人名个個位件起艘隻只辆輛台架棟栋户戶戸所座頭头匹年月日天周週時时秒円元歳岁回次倍%]/u

/** `300人以上` has its limit behind what is counted. */
const limitBehind =
  /(\d)( ?[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}]{1,4}?) ?(以上|以下|未満|未满|이상|이하|미만)/gu

/**
 * `text` with the numbers of Chinese, Japanese and Korean in ASCII digits: `1万2千` as `12000`, `三百` as
 * `300`, `10～20万` as `100000-200000`, `百分之四十` and `4割` as `40%`. What may mean more than one number
 * (二三十, 一万二) stays as it is.
 */
export function plainEastAsian(text: string): string {
  if (!/[\p{Script=Han}\p{Script=Hangul}０-９％]/u.test(text)) return text
  return text
    .replace(/[０-９]/gu, digit => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/(?<=\d)，(?=\d{3}(?!\d))/gu, ',')
    .replace(/(?<=\d)．(?=\d)/gu, '.')
    .replace(/％/gu, '%')
    .replace(/(?<=\d ?)[～〜](?= ?\d)/gu, '-')
    .replace(written, asDigits)
    .replace(limitBehind, '$1 $3 $2')
}

type Parts = Readonly<Record<'share' | 'first' | 'number' | 'tenths' | 'after', string | undefined>>

function asDigits(match: string, ...rest: readonly unknown[]): string {
  const { share, first, number, tenths: isTenths, after = '' } = rest.at(-1) as Parts
  const found = share ?? number ?? ''
  const isPlain = /^[\d.,]+$/.test(found) && isTenths === undefined
  const isLoose =
    found.length === 1 && share === undefined && isTenths === undefined && !counter.test(after)
  const value = isPlain || isLoose ? undefined : valueOf(found.replaceAll(' ', ''))
  if (value === undefined) return match
  if (share !== undefined) return `${writeDecimal(value)}%${after}`
  if (isTenths !== undefined) return `${writeDecimal(times(value, wholeDecimal(10)))}%${after}`
  if (first === undefined) return writeDecimal(value) + after
  return `${writeDecimal(sharedUnit(first, found))}-${writeDecimal(value)}${after}`
}

/** In `10～20万` both are 万, for ten is less than twenty; in `9000～1万` only the second. */
function sharedUnit(first: string, second: string): Decimal {
  const own = decimalIn(first)
  const [, bare, unit = ''] = /^([\d.,]+)(\D)$/u.exec(second) ?? []
  const by = units[unit]
  if (bare === undefined || by === undefined) return own
  return compareDecimals(own, decimalIn(bare)) < 0 ? times(own, wholeDecimal(by)) : own
}

function decimalIn(written: string): Decimal {
  const [whole = '', fraction = ''] = written.replaceAll(',', '').split('.')
  return decimalOf(whole, fraction)
}

const zero = wholeDecimal(0)
const tenThousand = wholeDecimal(1e4)

/** Sum of all parts, `undefined` when they do not make one certain number. */
function valueOf(found: string): Decimal | undefined {
  const signs = [...found].map(sign => sameDigit[sign] ?? sign).join('')
  if (/^[〇一二三四五六七八九]+$/u.test(signs)) return valueInPlaces(signs)
  // 一万二 is 12,000 to some and 10,002 to others.
  if (/[百千万萬亿億兆][一二三四五六七八九]$/u.test(signs)) return undefined
  let total = zero
  let section = zero
  let current: Decimal | undefined
  let [last, lastLarge] = [Infinity, Infinity]
  for (const [part] of signs.matchAll(new RegExp(`${digits}|.`, 'gu'))) {
    const unit = units[part]
    if (part === '〇') continue
    if (unit === undefined) {
      if (current !== undefined) return undefined
      current = hanDigits.includes(part) ? wholeDecimal(hanDigits.indexOf(part)) : decimalIn(part)
    } else if (unit < 1e4) {
      if (unit >= last) return undefined
      section = plus(section, times(current ?? wholeDecimal(1), wholeDecimal(unit)))
      ;[current, last] = [undefined, unit]
    } else {
      section = plus(section, current ?? zero)
      if (unit >= lastLarge || compareDecimals(section, zero) === 0) return undefined
      total = plus(total, times(section, wholeDecimal(unit)))
      ;[section, current, last, lastLarge] = [zero, undefined, Infinity, unit]
    }
  }
  const rest = plus(section, current ?? zero)
  // What follows a large unit is less than one of it.
  if (lastLarge !== Infinity && compareDecimals(rest, tenThousand) >= 0) return undefined
  return plus(total, rest)
}

/** 二〇二二 is 2022; 三四 is three or four. */
function valueInPlaces(signs: string): Decimal | undefined {
  if (signs.length > 1 && !signs.includes('〇') && signs.length < 4) return undefined
  return decimalOf([...signs].map(sign => hanDigits.indexOf(sign).toString()).join(''))
}

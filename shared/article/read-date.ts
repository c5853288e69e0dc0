import { dayMonthIn, isoDateIn } from './written-date'

/** What helps to read a date: the article's language (a tag) and when it was published (ISO 8601). */
export type DateContext = {
  readonly language?: string | undefined
  readonly published?: string | undefined
}

/** An ISO 8601 date, as exact as it was written, or a sentence why there is none. */
export type DateReading =
  | { readonly kind: 'date'; readonly date: string }
  /** `either` are the two days that it may be. */
  | { readonly kind: 'none'; readonly why: string; readonly either?: readonly [string, string] }

const yearFirst = /^(\d{4})(?:\s*[-./]\s*(\d{1,2}))?(?:\s*[-./]\s*(\d{1,2}))?\.?$/
const yearLast = /^(\d{1,2})\s*([-./ ])\s*(\d{1,2})\s*[-./ ]\s*(\d{4}|\d{2})\.?$/
const monthAndYear = /^(\d{1,2})\s*[-./]\s*(\d{4})$/

/**
 * Read a date that a person typed: `2022`, `2022-1-29`, `29.1.2022`, `29 Jan 2022`, `Jan. 2022`, and
 * `29 January` in the year the article was published. `3/4/2022` is read only where the language says
 * which of the two is the day.
 */
export function readWrittenDate(typed: string, context: DateContext = {}): DateReading {
  const text = typed.trim()
  const [, year, month, day] = yearFirst.exec(text) ?? []
  if (year !== undefined) return dateOf(year, month, day)
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (compact !== null) return dateOf(compact[1] ?? '', compact[2], compact[3])
  const [, first, sign, second, lastYear] = yearLast.exec(text) ?? []
  if (first !== undefined && second !== undefined && lastYear !== undefined)
    return numericDate(first, second, sign === '/', fullYear(lastYear), context.language)
  const [, onlyMonth, itsYear] = monthAndYear.exec(text) ?? []
  if (itsYear !== undefined) return dateOf(itsYear, onlyMonth)
  return datedInWords(text, context.published)
}

/** With a month's name. Further numbers would be another date or a time, so they are not passed over. */
function datedInWords(text: string, published: string | undefined): DateReading {
  const numbers = text.match(/\d+/g) ?? []
  const years = numbers.filter(number => number.length === 4)
  const days = numbers.filter(number => number.length <= 2)
  const isOneDate = years.length <= 1 && days.length <= 1
  if (isOneDate && years.length + days.length === numbers.length) {
    const date =
      years.length === 1 ? isoDateIn(text) : dayMonthIn(text, published?.slice(0, 4) ?? '')
    if (date !== undefined && date.length === 4 + 3 * (1 + days.length))
      return { kind: 'date', date }
  }
  return none('Write the date as 2022, 2022-01, 2022-01-29 or 29 Jan 2022.')
}

function numericDate(
  first: string,
  second: string,
  isSlashed: boolean,
  year: string,
  language: string | undefined,
): DateReading {
  if (Number(second) > 12) return dateOf(year, first, second)
  if (!isSlashed || Number(first) > 12 || first === second) return dateOf(year, second, first)
  const order = orderIn(language)
  if (order === 'day-first') return dateOf(year, second, first)
  if (order === 'month-first') return dateOf(year, first, second)
  const [either, other] = [dateOf(year, second, first), dateOf(year, first, second)]
  if (either.kind === 'none') return either
  if (other.kind === 'none') return other
  return {
    ...none(`That can be ${either.date} or ${other.date}: write one of these two.`),
    either: [either.date, other.date],
  }
}

function orderIn(language: string | undefined): 'day-first' | 'month-first' | undefined {
  const tag = language?.trim().toLowerCase().replaceAll('_', '-')
  if (tag === undefined || tag === '' || tag === 'en' || tag === 'english') return undefined
  return tag === 'en-us' || tag === 'en-ph' ? 'month-first' : 'day-first'
}

function fullYear(year: string): string {
  return year.length === 2 ? `20${year}` : year
}

function dateOf(year: string, month?: string, day?: string): DateReading {
  if (month === undefined) return { kind: 'date', date: year }
  if (Number(month) < 1 || Number(month) > 12) return none(`There is no month ${month}.`)
  const inYear = `${year}-${month.padStart(2, '0')}`
  if (day === undefined) return { kind: 'date', date: inYear }
  const lastDay = new Date(0)
  lastDay.setUTCFullYear(Number(year), Number(month), 0)
  return Number(day) >= 1 && Number(day) <= lastDay.getUTCDate()
    ? { kind: 'date', date: `${inYear}-${day.padStart(2, '0')}` }
    : none(`There is no day ${day} in that month.`)
}

function none(why: string): Extract<DateReading, { kind: 'none' }> {
  return { kind: 'none', why }
}

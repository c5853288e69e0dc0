import type { ReadValue } from './number-text'

/** Read `2022`, `2022-01` or `2022-01-29` (ISO 8601, as exact as it is known). */
export function readDate(text: string): ReadValue<string> {
  const typed = text.trim()
  if (typed === '') return { ok: true, value: undefined }
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(typed) ?? []
  if (year === undefined)
    return { ok: false, message: 'Write the date as 2022, 2022-01 or 2022-01-29.' }
  if (month !== undefined && (Number(month) < 1 || Number(month) > 12))
    return { ok: false, message: `There is no month ${month}.` }
  if (day !== undefined && !isDay(Number(year), Number(month), Number(day)))
    return { ok: false, message: `There is no day ${day} in that month.` }
  return { ok: true, value: typed }
}

/** A date written out for people, as exact as it is given: `29 January 2022`, `January 2022`, `2022`. */
export function writeDate(date: string): string {
  const read = readDate(date.slice(0, 10))
  if (!read.ok || read.value === undefined) return date
  const [year = '', month, day] = read.value.split('-')
  if (month === undefined) return year
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)))
  // The two-digit years of Date.UTC: 0 to 99 mean 1900 to 1999 there.
  at.setUTCFullYear(Number(year))
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
    ...(day === undefined ? {} : { day: 'numeric' }),
  }).format(at)
}

function isDay(year: number, month: number, day: number): boolean {
  const lastDay = new Date(0)
  lastDay.setUTCFullYear(year, month, 0)
  return day >= 1 && day <= lastDay.getUTCDate()
}

import type { DateContext } from '../../shared/article/read-date'
import { readWrittenDate } from '../../shared/article/read-date'
import type { ReadValue } from './number-text'

/** Read a date as exact as it is known, into ISO 8601; `context` says what the article knows of it. */
export function readDate(text: string, context?: DateContext): ReadValue<string> {
  if (text.trim() === '') return { ok: true, value: undefined }
  const read = readWrittenDate(text, context)
  return read.kind === 'date' ? { ok: true, value: read.date } : { ok: false, message: read.why }
}

/** The date that `text` will be saved as, for reading before it is accepted; nothing when it is typed so. */
export function datePreview(text: string, context: DateContext): string | undefined {
  const read = readDate(text, context)
  return !read.ok || read.value === undefined || read.value === text.trim()
    ? undefined
    : `= ${read.value}`
}

/** A date written out for people, as exact as it is given: `29 January 2022`, `January 2022`, `2022`. */
export function writeDate(date: string): string {
  const iso = date.slice(0, 10)
  if (!/^\d{4}(?:-\d{2}){0,2}$/.test(iso) || !readDate(iso).ok) return date
  const [year = '', month, day] = iso.split('-')
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

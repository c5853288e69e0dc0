/** What a number format makes of a number: a day, a time of day, or both. */
export type DateFormat = 'date' | 'time' | 'date-time'

/** Formats that have a number and no text. Source: ECMA-376 part 1, 18.8.30, with those of East Asian Excels. */
const builtIn: readonly (readonly [from: number, to: number, format: DateFormat])[] = [
  [14, 17, 'date'],
  [18, 21, 'time'],
  [22, 22, 'date-time'],
  [27, 31, 'date'],
  [32, 35, 'time'],
  [36, 36, 'date'],
  [45, 47, 'time'],
  [50, 58, 'date'],
]

/** How the format with this number shows a number as a date; `undefined` when it does not. */
export function builtInDateFormat(id: number): DateFormat | undefined {
  return builtIn.find(([from, to]) => id >= from && id <= to)?.[2]
}

/** The same for a format's own text, such as `dd/mm/yyyy hh:mm` or `[$-409]mmm d, yyyy;@`. */
export function dateFormatOf(code: string): DateFormat | undefined {
  const [signs = ''] = code
    .toLowerCase()
    // Words in quotes, escaped signs, and what stands in brackets: a colour, a language, a condition; not [h].
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/g, '')
    .split(';')
  if (/general|#/.test(signs)) return undefined
  const hasDay = /[yd]|b{2,4}|^[^hs]*m[^hs]*$|mmm/.test(signs)
  const hasTime = /h|s|am\/pm/.test(signs)
  if (hasDay) return hasTime ? 'date-time' : 'date'
  return hasTime ? 'time' : undefined
}

const dayMs = 86_400_000
/** 31 December 9999. */
const lastDay = 2_958_465
/** Day 60 is 29 February 1900, which never was; the days before it are counted one too high. */
const afterLeapDay = 60

/**
 * The day or time that `serial` stands for, in ISO 8601 without a zone: days since 1900, or since 1904 in
 * files of old Macs. `undefined` for a number that is no date. A time of midnight is left out of a day.
 */
export function dateOfSerial(
  serial: number,
  format: DateFormat,
  is1904: boolean,
): string | undefined {
  if (!Number.isFinite(serial) || serial < 0 || serial > lastDay) return undefined
  const shift = serial < afterLeapDay ? 1 : 0
  const begin = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30 + shift)
  const iso = new Date(begin + Math.round(serial * 86_400) * 1000).toISOString()
  const time = iso.slice(11, 19)
  if (format === 'time' && serial < 1) return time
  const day = iso.slice(0, 10)
  return format === 'date' || (serial * dayMs) % dayMs === 0 ? day : `${day}T${time}`
}

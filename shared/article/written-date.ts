/** Names of months as datelines and pages write them, with their usual short forms, in lower case. */
const monthNames: readonly (readonly string[])[] = [
  ['january', 'jan', 'января', 'январь', 'januar', 'jänner', 'janvier', 'enero', 'ocak'],
  ['february', 'feb', 'febr', 'февраля', 'февраль', 'februar', 'février', 'febrero', 'şubat'],
  ['march', 'mar', 'марта', 'март', 'märz', 'mars', 'marzo', 'mart'],
  ['april', 'apr', 'апреля', 'апрель', 'avril', 'abril', 'nisan'],
  ['may', 'мая', 'май', 'mai', 'mayo', 'mayıs'],
  ['june', 'jun', 'июня', 'июнь', 'juni', 'juin', 'junio', 'haziran'],
  ['july', 'jul', 'июля', 'июль', 'juli', 'juillet', 'julio', 'temmuz'],
  ['august', 'aug', 'августа', 'август', 'août', 'agosto', 'ağustos'],
  ['september', 'sept', 'sep', 'сентября', 'сентябрь', 'septembre', 'septiembre', 'eylül'],
  ['october', 'oct', 'октября', 'октябрь', 'oktober', 'octobre', 'octubre', 'ekim'],
  ['november', 'nov', 'ноября', 'ноябрь', 'novembre', 'noviembre', 'kasım'],
  ['december', 'dec', 'декабря', 'декабрь', 'dezember', 'décembre', 'diciembre', 'aralık'],
]

const monthNumbers: ReadonlyMap<string, number> = new Map(
  monthNames.flatMap((names, index) => names.map(name => [name, index + 1] as const)),
)

/** A pattern for any month's name, for use inside patterns with the flags `iu`; longer names stand first. */
export const monthPattern = [...monthNumbers.keys()].sort((a, b) => b.length - a.length).join('|')

/** A pattern for a day and a month in either order, without a year, for the flags `iu`. */
export const dayMonthPattern = `(?:${monthPattern})\\.? \\d{1,2}(?:st|nd|rd|th)?|\\d{1,2}(?:st|nd|rd|th|\\.)? (?:${monthPattern})\\.?`

const month = `(?<month>${monthPattern})\\.?`
const year = '(?<year>\\d{4})'
const day = '(?<day>\\d{1,2})(?:st|nd|rd|th|\\.|er)?'
const letter = '[\\p{L}\\p{M}\\p{N}]'

/** Forms a date is written in, the most telling first. Slashes only count where day and month cannot be confused. */
const forms: readonly RegExp[] = [
  String.raw`(?<!\d)(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?!\d)`,
  String.raw`(?<!\d)(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?!\d)`,
  `(?<!${letter})${month} ${day}(?:, ?| )${year}(?!\\d)`,
  `(?<!\\d)${day} (?:de )?${month},?(?: de)? ${year}(?!\\d)`,
  String.raw`(?<!\d)(?<year>\d{4})年(?<month>\d{1,2})月(?<day>\d{1,2})日`,
  String.raw`(?<!\d)(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})(?!\d)`,
  String.raw`(?<!\d)(?<year>\d{4})/(?<month>\d{1,2})/(?<day>\d{1,2})(?!\d)`,
  String.raw`(?<!\d)(?<month>\d{1,2})/(?<day>1[3-9]|2\d|3[01])/(?<year>\d{4})(?!\d)`,
  String.raw`(?<!\d)(?<day>1[3-9]|2\d|3[01])/(?<month>\d{1,2})/(?<year>\d{4})(?!\d)`,
  `(?<!${letter}|\\d\\.? )${month} ${year}(?!\\d)`,
  String.raw`^\s*(?<year>\d{4})-(?<month>\d{2})\s*$`,
  String.raw`^\s*(?<year>\d{4})\s*$`,
].map(form => new RegExp(form, 'iu'))

/**
 * The first date written in `text` as ISO 8601, partial when only its year or month is given, or
 * `undefined` when there is none. A time beside it is left out: the day is the one the writer wrote.
 */
export function isoDateIn(text: string): string | undefined {
  for (const form of forms) {
    const groups = form.exec(text)?.groups
    if (groups === undefined) continue
    const date = isoDate(groups['year'], groups['month'], groups['day'])
    if (date !== undefined) return date
  }
  return undefined
}

/** A day and month without a year, such as `29 января` or `Jan. 3`, in the year given. `undefined` when there is none or no such day. */
export function dayMonthIn(text: string, inYear: string): string | undefined {
  const groups = (monthDay.exec(text) ?? dayMonth.exec(text))?.groups
  return groups === undefined ? undefined : isoDate(inYear, groups['month'], groups['day'])
}

const monthDay = new RegExp(`(?<!${letter})${month} ${day}(?!${letter})`, 'iu')
const dayMonth = new RegExp(`(?<!\\d)${day} (?:de )?${month}(?!${letter})`, 'iu')

function isoDate(
  yearText: string | undefined,
  monthText: string | undefined,
  dayText: string | undefined,
): string | undefined {
  if (yearText === undefined || Number(yearText) < 1500 || Number(yearText) > 2199) return undefined
  if (monthText === undefined) return yearText
  const monthNumber = monthNumbers.get(monthText.toLowerCase()) ?? Number(monthText)
  if (!(monthNumber >= 1 && monthNumber <= 12)) return undefined
  const yearMonth = `${yearText}-${twoDigits(monthNumber)}`
  if (dayText === undefined) return yearMonth
  const dayNumber = Number(dayText)
  const daysInMonth = new Date(Date.UTC(Number(yearText), monthNumber, 0)).getUTCDate()
  return dayNumber >= 1 && dayNumber <= daysInMonth
    ? `${yearMonth}-${twoDigits(dayNumber)}`
    : undefined
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}

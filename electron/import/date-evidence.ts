import type { Metadata, MetadataValue } from '../../shared/article/article'
import { dayMonthIn, isoDateIn } from '../../shared/article/written-date'

/** When an article was published, as far as it can be told from beside its text, with a sentence where that was an inference. */
export type DateEvidence = {
  readonly published: MetadataValue | undefined
  readonly remarks: readonly string[]
}

const nothing: DateEvidence = { published: undefined, remarks: [] }

/** A year, and the month and day where they follow it, in an address or the name of a file; not inside a number or a hash. */
const datePattern =
  /(?<![\p{L}\d])(?<year>(?:19|20)\d{2})(?:[-_./]?(?<month>0[1-9]|1[0-2])(?:[-_./]?(?<day>0[1-9]|[12]\d|3[01]))?)?(?![\p{L}\d])/u

/**
 * The date of an article whose text does not give a whole one: the day and month of the dateline
 * (`dateWithoutYear`) in the year of its web address, of its file's name or of the document's properties,
 * else a whole date in the name. `metadata` holds what was found beside the text.
 */
export function dateFromEvidence(
  dateWithoutYear: string | undefined,
  metadata: Metadata,
  fileName: string,
): DateEvidence {
  const stem = fileName.replace(/\.[^.]{1,8}$/, '')
  const inName = datePattern.exec(stem)
  if (dateWithoutYear === undefined) return wholeDate(inName)
  const { place, found } = yearEvidence(metadata, inName)
  const value = found === null ? undefined : nearest(dateWithoutYear, found)
  if (found === null || value === undefined)
    return {
      published: undefined,
      remarks: [
        `Its date, “${dateWithoutYear}”, has no year, and nothing else in the file tells which one: the article has no date. Fill it in among its details.`,
      ],
    }
  return {
    published: { value, from: 'text', found: dateWithoutYear },
    remarks: [
      `Its date, “${dateWithoutYear}”, has no year: ${value.slice(0, 4)} was taken from ${place} (“${found[0]}”).`,
    ],
  }
}

/** What else gives a year, the most trusted first. */
function yearEvidence(
  metadata: Metadata,
  inName: RegExpExecArray | null,
): { readonly place: string; readonly found: RegExpExecArray | null } {
  const address = (metadata['url']?.value ?? '').replace(/^[^:]*:\/\/[^/]*/, '')
  const inAddress = datePattern.exec(address)
  if (inAddress !== null) return { place: 'its web address', found: inAddress }
  if (inName !== null) return { place: 'the name of its file', found: inName }
  const made = datePattern.exec(metadata['published']?.value ?? '')
  return { place: 'the properties of the document', found: made }
}

function wholeDate(inName: RegExpExecArray | null): DateEvidence {
  const { year, month, day } = inName?.groups ?? {}
  if (year === undefined || month === undefined || day === undefined) return nothing
  const value = isoDateIn(`${year}-${month}-${day}`)
  return value === undefined
    ? nothing
    : { published: { value, from: 'file-name', found: inName?.[0] ?? value }, remarks: [] }
}

/** The day in the year of the evidence, or in the year before when it would be later than that: what is filed in January may be of December. */
function nearest(dayAndMonth: string, { groups }: RegExpExecArray): string | undefined {
  const { year = '', month, day } = groups ?? {}
  const date = dayMonthIn(dayAndMonth, year)
  if (date === undefined || month === undefined) return date
  const isLater = date.slice(5) > `${month}-${day ?? '31'}`
  return isLater ? dayMonthIn(dayAndMonth, String(Number(year) - 1)) : date
}

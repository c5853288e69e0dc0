import { agencyIn, isKnownAgency } from './dateline-agency'
import { dayMonthPattern, monthPattern } from './written-date'

/** The first words of an article that say where, when and for whom it was written, such as `PARIS, 12 March (AFP) -`. */
export type Dateline = {
  /** All of it with the sign that ends it and the blanks after that. */
  readonly length: number
  readonly found: string
  readonly place: string
  readonly agency: string | undefined
  /** The words its date was read from. */
  readonly dateWords: string | undefined
}

/** Letters that must follow on the line when only a dash says that this is a dateline: a headline is shorter. */
const leastBody = 40

const weekday =
  '(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\\.?|(?:понедельник|вторник|среда|четверг|пятница|суббота|воскресенье)'

/** A word of a place in capitals, or one of the small words between two of them. */
const capitals = String.raw`(?:ST|STE|MT|FT)\.|\p{Lu}[\p{Lu}\p{M}'’]+(?![\p{Ll}\p{N}])`
const between = String.raw`(?:[ /-]| / | (?:de|da|do|del|della|di|la|le|el|al|am|an|der|du|des|of|on|upon|and|sur|na|на) )`
const city = `(?:${capitals})(?:${between}(?:${capitals})){0,4}`
/** `, Texas` or `, D.C.` after the city: the abbreviation's stop belongs to it. */
const region = String.raw`, (?:(?:\p{Lu}\.){2,}|\p{Lu}[\p{L}\p{M}'’-]+(?: \p{Lu}[\p{L}\p{M}'’-]+){0,2})(?=[,.:; (\[/–—-])`

const patterns = {
  city: new RegExp(`^${city}`, 'u'),
  region: new RegExp(`^${region}`, 'u'),
  day: new RegExp(`^, (?:${monthPattern}|${weekday})(?![\\p{L}])`, 'iu'),
  weekday: new RegExp(`^,? ?(?:${weekday})(?![\\p{L}])`, 'iu'),
  date: new RegExp(
    `^[,.]? ?(?:${dayMonthPattern}|\\d{4}-\\d{2}-\\d{2})(?:,? \\(?\\d{4}\\)?)?(?![\\p{L}\\d])`,
    'iu',
  ),
  anyDate: new RegExp(`(?:${dayMonthPattern})(?:,? \\d{4})?|\\d{4}-\\d{2}-\\d{2}`, 'iu'),
  slashes: /^[,.]?\s*\/\s?([^/\n]{2,40}?)\s?\//u,
  brackets: /^[,.]?\s*[([]([^()[\]\n]{2,60})[)\]]/u,
  bare: /^[.,]? ?(?:[–—-] ?)?(\p{Lu}[\p{Lu} -]{1,20}?)(?=\s*(?:[.:]|[–—]|--?\s))/u,
  dash: /^\s*(?:—|–|―|--|\s-(?=\s)|\s_(?=\s))\s*/u,
  stop: /^\s*[.:](?=\s|$)\s*/u,
}

/** The dateline at the start of `line`, or `undefined` for prose and headlines. Read step by step: place, date, agency, the sign that ends it. */
export function readDateline(line: string): Dateline | undefined {
  const place = placeAtStart(line)
  if (place === undefined || place.length > 60 || isNoPlace(place)) return undefined
  let rest = line.slice(place.length)
  const eat = (pattern: RegExp): RegExpExecArray | undefined => {
    const match = pattern.exec(rest) ?? undefined
    if (match !== undefined) rest = rest.slice(match[0].length)
    return match
  }
  const eatDate = (): string | undefined => {
    const before = rest
    eat(patterns.weekday)
    const date = eat(patterns.date)?.[0].replace(/^[,.]? ?/, '')
    if (date === undefined && !/^\s*[,(/[–—-]/.test(rest)) rest = before
    return date
  }
  const early = eatDate()
  const named = eatAgency(eat, rest)
  const dateWords =
    early ??
    (named === undefined ? undefined : (patterns.anyDate.exec(named.inside)?.[0] ?? eatDate()))
  const hasStop = eat(patterns.stop) !== undefined
  const hasDash = eat(patterns.dash) !== undefined
  const ends = named?.agency !== undefined || hasDash || (hasStop && dateWords !== undefined)
  if (!ends) return undefined
  const isWeak = named?.agency === undefined && dateWords === undefined
  if (!isBody(rest, isWeak ? leastBody : 1)) return undefined
  const length = line.length - rest.length
  return {
    length: length + (/^\s*/.exec(rest)?.[0].length ?? 0),
    found: line.slice(0, length).trim(),
    place,
    agency: named?.agency,
    dateWords,
  }
}

/** A city in capitals and up to two regions it lies in; a month or a day of the week is no region. */
function placeAtStart(line: string): string | undefined {
  let place = patterns.city.exec(line)?.[0]
  if (place === undefined) return undefined
  for (let regions = 0; regions < 2; regions += 1) {
    const rest = line.slice(place.length)
    const next = patterns.day.test(rest) ? undefined : patterns.region.exec(rest)?.[0]
    if (next === undefined) break
    place += next
  }
  return place
}

type NamedAgency = { readonly agency: string | undefined; readonly inside: string }

function eatAgency(
  eat: (pattern: RegExp) => RegExpExecArray | undefined,
  rest: string,
): NamedAgency | undefined {
  const inSlashes = eat(patterns.slashes)?.[1]
  if (inSlashes !== undefined) return { agency: agencyIn(inSlashes, 'slashes'), inside: inSlashes }
  const inBrackets = eat(patterns.brackets)?.[1]
  if (inBrackets !== undefined)
    return { agency: agencyIn(inBrackets, 'brackets'), inside: inBrackets }
  const bare = patterns.bare.exec(rest)?.[1]
  if (bare === undefined || !isKnownAgency(bare)) return undefined
  eat(patterns.bare)
  return { agency: bare, inside: bare }
}

/** True when an article seems to go on: enough letters, and not all of them capitals as in a headline. */
function isBody(rest: string, least: number): boolean {
  const words = rest.trim()
  return words.length >= least && (/\p{Ll}|\p{Lo}/u.test(words.slice(0, 80)) || words === '')
}

/** Capitals at the start of a line that announce something, or an organisation: no place. */
const noPlaces: ReadonlySet<string> = new Set(
  `ADVISORY ALERT ANALYSIS BREAKING BRIEF CLARIFICATION COLUMN COMMENT CONFIRMED CORRECTED CORRECTION
  DEVELOPING EDITORIAL EXCLUSIVE EXPLAINED EXPLAINER FACTBOX FACT FEATURE FOCUS INTERVIEW INVESTIGATION LIVE
  NEWS NOTE OBITUARY OPINION PHOTO PHOTOS PODCAST POLL PROFILE QUESTION ANSWER REPORT REVIEW SPECIAL SUMMARY
  STATEMENT TIMELINE UPDATE UPDATED URGENT VIDEO VIEW WARNING WATCH WRAPUP BBC CEO CIA CNN ECB EU FBI FIFA
  FSB GDP IAEA ICC IMF IOC ISIS NASA NATO NGO OECD OPEC OSCE PDF SWAT UEFA UN UNESCO UNHCR UNICEF WHO WTO WWF
  YES NO OK THE THIS THAT IT WE HE SHE AND BUT IN ON AT OF FOR СРОЧНО ВНИМАНИЕ НАТО ООН МВД ФСБ США`.split(
    /\s+/,
  ),
)

function isNoPlace(place: string): boolean {
  return noPlaces.has(/^[\p{L}\p{M}]+/u.exec(place)?.[0] ?? '')
}

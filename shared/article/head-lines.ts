import type { Metadata, MetadataValue } from './article'
import { readByline } from './byline'
import { dayMonthPattern, isoDateIn } from './written-date'

/** What the short lines above an article say: `By Ana Duarte`, `Published: Thursday, 6 March 2008`, `2030-04-11`. */
export type HeadLines = {
  /** Of `authors`, `published` and `updated` those that a line names. */
  readonly said: Metadata
  /** The day that a line of its own gives without saying of what. */
  readonly day: MetadataValue | undefined
}

/** Lines that may stand above the first words of an article, and the length from on which a line is no such line. */
const linesLookedAt = 8
const longestLine = 160
/** A paragraph of this length is the article: what follows says nothing about it any more. */
const shortestParagraph = 300

const weekday =
  '(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\\.?|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье'
const date = `(?:\\d{4}-\\d{2}-\\d{2}|\\d{4}年\\d{1,2}月\\d{1,2}日|\\d{1,2}\\.\\d{1,2}\\.\\d{4}|(?:${dayMonthPattern}),? \\d{4})(?!\\d)`
const dated = `(?:(?:${weekday})[,.]? )?${date}`
const time =
  '(?:[,T]? ?(?:[-–—|] ?)?(?:at |um |kl\\.? |à |a las )?\\d{1,2}[:.h]\\d{2}(?::\\d{2})?(?: ?(?:[ap]\\.?m\\.?|uhr|[a-z]{2,4}|[+-]\\d{2}:?\\d{2}))*)?'
const publishedWords =
  'date|dated|(?:first )?published(?: on| at)?|publication date|posted(?: on)?|veröffentlicht(?: am)?|erschienen(?: am)?|datum|publié(?:e)?(?: le)?|publicado(?: el| em)?|pubblicato(?: il)?|fecha|дата|опубликовано'
const updatedWords =
  '(?:last )?(?:updated|modified)(?: on| at)?|aktualisiert(?: am)?|mis(?:e)? à jour(?: le)?|modifié(?:e)?(?: le)?|actualizado(?: el)?|aggiornato(?: il)?|обновлено'

const patterns = {
  published: new RegExp(`^(?:${publishedWords})\\s*:?\\s+(?<date>${dated})`, 'iu'),
  updated: new RegExp(`^(?:${updatedWords})\\s*:?\\s+(?<date>${dated})`, 'iu'),
  alone: new RegExp(`^(?<date>${dated}${time})$`, 'iu'),
  dayFirst: new RegExp(`^${dated}`, 'iu'),
  chinese: /^(?<date>\d{4}年\d{1,2}月\d{1,2}日)/u,
  afterNames: new RegExp(`(?<date>${date})`, 'iu'),
}

/** Read the lines at the start of `text`, one block or line of it each. Prose gives nothing. */
export function readHeadLines(text: string): HeadLines {
  let published: MetadataValue | undefined
  let updated: MetadataValue | undefined
  let authors: MetadataValue | undefined
  let day: MetadataValue | undefined
  for (const line of firstLines(text)) {
    if (line.length >= shortestParagraph) break
    if (line.length > longestLine) continue
    published ??= dateIn(patterns.published, line)
    updated ??= dateIn(patterns.updated, line)
    day ??= dateIn(patterns.alone, line) ?? dateIn(patterns.chinese, line)
    const byline = authors === undefined ? readByline(fromNames(line)) : undefined
    if (byline === undefined) continue
    authors = { value: byline.names.join(', '), from: 'text', found: byline.found }
    day ??= dateIn(patterns.afterNames, byline.rest)
  }
  return {
    said: {
      ...(authors === undefined ? {} : { authors }),
      ...(published === undefined ? {} : { published }),
      ...(updated === undefined ? {} : { updated }),
    },
    day,
  }
}

/** `by Ana Duarte` of `Posted on 14 May 2031 by Ana Duarte`; every other line as it is. */
function fromNames(line: string): string {
  const isDated = patterns.published.test(line) || patterns.dayFirst.test(line)
  const at = isDated ? line.search(/(?<= )(?:by|von|par|por) \p{Lu}/u) : 0
  const rest = line.slice(Math.max(0, at))
  return at <= 0 ? line : rest.charAt(0).toUpperCase() + rest.slice(1)
}

function firstLines(text: string): string[] {
  return text
    .slice(0, linesLookedAt * shortestParagraph)
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .slice(0, linesLookedAt)
}

function dateIn(pattern: RegExp, line: string): MetadataValue | undefined {
  const match = pattern.exec(line)
  const value = isoDateIn(match?.groups?.['date'] ?? '')
  return match === null || value?.length !== 10
    ? undefined
    : { value, from: 'text', found: match[0] }
}

import type { MetadataField, ValueOrigin } from '../../shared/article/article'
import { isSafeTarget } from '../../shared/article/blocks'
import { isoDateIn } from '../../shared/article/written-date'
import type { FoundValue } from './found-metadata'

/** Values written between two lines of three dashes at the start of a Markdown file, and the text after them. */
export type FrontMatter = {
  readonly title: { readonly value: string; readonly from: ValueOrigin } | undefined
  readonly found: readonly FoundValue[]
  readonly body: string
}

const fieldNames: ReadonlyMap<string, MetadataField> = new Map([
  ['subtitle', 'subtitle'],
  ['subheading', 'subtitle'],
  ['standfirst', 'subtitle'],
  ['dek', 'subtitle'],
  ['date', 'published'],
  ['published', 'published'],
  ['published_at', 'published'],
  ['date_published', 'published'],
  ['updated', 'updated'],
  ['updated_at', 'updated'],
  ['modified', 'updated'],
  ['date_modified', 'updated'],
  ['lastmod', 'updated'],
  ['section', 'section'],
  ['category', 'section'],
  ['author', 'authors'],
  ['authors', 'authors'],
  ['byline', 'authors'],
  ['publisher', 'publisher'],
  ['source', 'publisher'],
  ['outlet', 'publisher'],
  ['url', 'url'],
  ['link', 'url'],
  ['source_url', 'url'],
  ['original_url', 'url'],
  ['canonical', 'url'],
  ['permalink', 'url'],
  ['language', 'language'],
  ['lang', 'language'],
  ['place', 'place'],
  ['location', 'place'],
  ['agency', 'agency'],
])

type Entry = { readonly key: string; readonly values: string[]; readonly lines: string[] }

/**
 * Read the front matter of `text`, whose line breaks are LF: `key: value` lines, a value in quotes, a list
 * in brackets or as `- item` lines below the key. Dashes around anything else are a part of the article.
 */
export function readFrontMatter(text: string): FrontMatter {
  const none: FrontMatter = { title: undefined, found: [], body: text }
  const block = /^---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text)
  if (block === null) return none
  const entries = readEntries((block[1] ?? '').split('\n'))
  if (entries === undefined || entries.length === 0) return none
  const title = entries.find(entry => entry.key === 'title')?.values.join(' ')
  return {
    title: title === undefined || title === '' ? undefined : { value: title, from: 'text' },
    found: entries.flatMap(foundIn),
    body: text.slice(block[0].length),
  }
}

/** The entries, or `undefined` when a line is neither an entry nor a part of one. */
function readEntries(lines: readonly string[]): Entry[] | undefined {
  const entries: Entry[] = []
  for (const line of lines) {
    if (line.trim() === '' || line.startsWith('#')) continue
    const last = entries.at(-1)
    const named = /^([A-Za-z][\w-]{0,40})[ \t]*:(?:[ \t]+(.*))?$/.exec(line)
    const listed = /^[ \t]*-[ \t]+(.*)$/.exec(line)
    if (named !== null)
      entries.push({
        key: (named[1] ?? '').toLowerCase(),
        values: valuesOf(named[2] ?? ''),
        lines: [line],
      })
    else if (last !== undefined && listed !== null) {
      last.values.push(...valuesOf(nameIn(listed[1] ?? '')))
      last.lines.push(line)
    } else if (last === undefined || !/^[ \t]/.test(line)) return undefined
  }
  return entries
}

/** What a thing in a list is called, where it says more of itself: `- name: Ana Duarte`. */
function nameIn(listed: string): string {
  return listed.replace(/^name[ \t]*:[ \t]+/i, '')
}

function valuesOf(text: string): string[] {
  const list = /^\[(.*)\]$/.exec(text.trim())?.[1]
  return (list === undefined ? [text] : list.split(','))
    .map(value => value.trim().replace(/^(["'])(.*)\1$/, '$2'))
    .filter(value => value !== '')
}

function foundIn({ key, values, lines }: Entry): FoundValue[] {
  const field = fieldNames.get(key)
  const written = values.join(', ')
  if (field === undefined || written === '') return []
  const value = keptValue(field, written)
  if (value === undefined) return []
  return [{ field, value: { value, from: 'text', found: lines.join('\n') } }]
}

function keptValue(field: MetadataField, written: string): string | undefined {
  if (field === 'published' || field === 'updated') return isoDateIn(written)
  if (field === 'url') return isSafeTarget(written) ? written : undefined
  return written
}

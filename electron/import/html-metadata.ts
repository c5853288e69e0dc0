import type { Metadata, MetadataField, ValueOrigin } from '../../shared/article/article'
import { isSafeTarget } from '../../shared/article/blocks'
import { isoDateIn } from '../../shared/article/written-date'
import { cleanAuthors } from './clean-authors'
import type { FoundValue } from './found-metadata'
import { firstOfEach } from './found-metadata'
import type { PageStatements } from './page-statements'

/** What a page says of itself. */
export type PageMetadata = {
  readonly title: { readonly value: string; readonly from: ValueOrigin } | undefined
  readonly metadata: Metadata
}

/** Names of `meta` elements and properties for each field, the most trusted first; compared in lower case. */
const namesOfFields: readonly (readonly [MetadataField, readonly string[]])[] = [
  ['subtitle', ['alternativeheadline', 'dc.title.alternative', 'dcterms.alternative']],
  [
    'published',
    [
      'article:published_time',
      'og:published_time',
      'datepublished',
      'dc.date',
      'dc.date.issued',
      'dcterms.date',
      'dcterms.created',
      'citation_publication_date',
      'parsely-pub-date',
      'sailthru.date',
      'publish-date',
      'publish_date',
      'publishdate',
      'publication_date',
      'article:published',
      'og:release_date',
      'dcterms.issued',
      'weibo:article:create_at',
      'pubdate',
      'date',
    ],
  ],
  [
    'updated',
    [
      'article:modified_time',
      'og:updated_time',
      'datemodified',
      'dcterms.modified',
      'article:modified',
      'weibo:article:update_at',
      'last-modified',
      'lastmodified',
      'lastmod',
    ],
  ],
  ['section', ['article:section', 'articlesection', 'parsely-section', 'section']],
  [
    'authors',
    [
      'author',
      'article:author',
      'dc.creator',
      'dcterms.creator',
      'citation_author',
      'parsely-author',
      'byl',
    ],
  ],
  ['publisher', ['og:site_name', 'dc.publisher', 'dcterms.publisher', 'publisher']],
  ['url', ['og:url']],
  ['language', ['content-language', 'dc.language', 'inlanguage']],
]

/** Longest description that is taken for a subtitle, in UTF-16 code units; longer ones are summaries. */
const longestSubtitle = 300

/**
 * The title and metadata that `said` gives, each with the place that said so and the words found there.
 * `text` is the article's own, one block a line: a description that only repeats how a paragraph of it begins is no subtitle.
 */
export function pageMetadata(said: PageStatements, text: string): PageMetadata {
  const title = titleOf(said)
  return {
    title,
    metadata: firstOfEach([
      ...valueFor('url', said.canonical),
      ...said.linked.flatMap(data => data.found),
      ...namesOfFields.flatMap(([field, names]) =>
        names.flatMap(name => valuesFor(field, said.named.get(name) ?? [])),
      ),
      ...valueFor('language', said.language),
      // Many sites leave the locale of their software here, which is not that of their words.
      ...valueFor('language', said.named.get('og:locale')?.[0]),
      ...valueFor('published', said.published),
      ...valueFor('updated', said.updated),
      ...descriptionsOf(said).filter(({ value }) => isSubtitle(value.value, title?.value, text)),
    ]),
  }
}

function titleOf({ named, linked, heading, title }: PageStatements): PageMetadata['title'] {
  const meta = (named.get('og:title') ?? named.get('dc.title'))?.[0]
  const headline =
    linked.find(data => data.headline !== undefined)?.headline ?? named.get('headline')?.[0]
  if (meta !== undefined) return { value: meta, from: 'html-meta' }
  if (heading !== undefined && linked.some(({ name }) => name === heading))
    return { value: heading, from: 'heading' }
  if (headline !== undefined) return { value: headline, from: 'json-ld' }
  if (heading !== undefined) return { value: heading, from: 'heading' }
  return title === undefined ? undefined : { value: title, from: 'html-meta' }
}

function descriptionsOf({ named, linked }: PageStatements): FoundValue[] {
  return [
    ...linked.flatMap(({ description }) => valueFor('subtitle', description, 'json-ld')),
    ...['og:description', 'description'].flatMap(name =>
      valueFor('subtitle', named.get(name)?.[0]),
    ),
  ]
}

function isSubtitle(description: string, title: string | undefined, text: string): boolean {
  if (description.length > longestSubtitle || /(?:…|\.\.\.|\[…\])$/.test(description)) return false
  const said = lettersOf(description)
  if (said === '' || said === lettersOf(title ?? '')) return false
  return !text.split('\n').some(line => {
    // The line it repeats has more letters than it; only so many of them need to be looked at.
    const begin = lettersOf(line.slice(0, 2 * description.length + 200))
    return begin.length > said.length && begin.includes(said)
  })
}

/** The letters and digits alone: signs and spaces differ between a page and what it says of itself. */
function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

function valuesFor(field: MetadataField, found: readonly string[]): FoundValue[] {
  if (field !== 'authors') return valueFor(field, found[0])
  const value = cleanAuthors(found)
  return value === undefined
    ? []
    : [{ field, value: { value, from: 'html-meta', found: found.join(', ') } }]
}

/** The value as it is kept for `field`, or nothing when it is no value for it: a date that is none, an unsafe address. */
function valueFor(
  field: MetadataField,
  found: string | undefined,
  from: ValueOrigin = 'html-meta',
): FoundValue[] {
  if (found === undefined) return []
  const value = keptValue(field, found.trim())
  return value === undefined || value === '' ? [] : [{ field, value: { value, from, found } }]
}

function keptValue(field: MetadataField, found: string): string | undefined {
  switch (field) {
    case 'published':
    case 'updated':
      return isoDateIn(found)
    case 'url':
      return isSafeTarget(found) ? found : undefined
    case 'section':
      return isSafeTarget(found) ? undefined : found
    case 'language':
      return found.replaceAll('_', '-')
    default:
      return found
  }
}

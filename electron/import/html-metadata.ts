import type { Metadata, MetadataField, ValueOrigin } from '../../shared/article/article'
import { isSafeTarget } from '../../shared/article/blocks'
import { isoDateIn } from '../../shared/article/written-date'
import type { FoundValue } from './found-metadata'
import { firstOfEach } from './found-metadata'
import type { Element, Node } from './html-tree'
import { attribute, elementsOf, innerText } from './html-tree'
import { readLinkedData } from './json-ld'

/** What a page says of itself. */
export type PageMetadata = {
  readonly title: { readonly value: string; readonly from: ValueOrigin } | undefined
  readonly metadata: Metadata
}

/** Names of `meta` elements for each field, the most trusted first; compared in lower case. */
const metaNames: readonly (readonly [MetadataField, readonly string[]])[] = [
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
      'pubdate',
      'date',
    ],
  ],
  [
    'authors',
    ['author', 'article:author', 'dc.creator', 'dcterms.creator', 'parsely-author', 'byl'],
  ],
  ['publisher', ['og:site_name', 'dc.publisher', 'dcterms.publisher', 'publisher']],
  ['url', ['og:url']],
  ['language', ['content-language', 'dc.language', 'og:locale']],
]

/** The title and metadata of a page, each with the place that said so and the words found there. */
export function readPageMetadata(page: Node): PageMetadata {
  const metas = new Map<string, string>()
  const linked: ReturnType<typeof readLinkedData>[] = []
  const found: FoundValue[] = []
  let title: string | undefined
  let heading: string | undefined
  let canonical: string | undefined
  let time: string | undefined
  for (const element of elementsOf(page)) {
    switch (element.tagName) {
      case 'html':
        found.push(...languageOf(element))
        break
      case 'meta':
        rememberMeta(metas, element)
        break
      case 'title':
        title ??= wordsOf(element)
        break
      case 'h1':
        heading ??= wordsOf(element)
        break
      case 'link':
        if (/\bcanonical\b/i.test(attribute(element, 'rel') ?? ''))
          canonical ??= attribute(element, 'href')?.trim()
        break
      case 'time':
        time ??= attribute(element, 'datetime')
        break
      case 'script':
        if (/^application\/ld\+json/i.test(attribute(element, 'type') ?? ''))
          linked.push(readLinkedData(innerText(element)))
        break
    }
  }
  return {
    title: titleOf(
      linked.map(({ headline }) => headline),
      metas,
      heading,
      title,
    ),
    metadata: firstOfEach([
      ...(canonical === undefined ? [] : valueFor('url', canonical, 'html-meta')),
      ...linked.flatMap(data => data.found),
      ...metaNames.flatMap(([field, names]) =>
        names.flatMap(name => valueFor(field, metas.get(name), 'html-meta')),
      ),
      ...found,
      ...valueFor('published', time, 'html-meta'),
    ]),
  }
}

function titleOf(
  headlines: readonly (string | undefined)[],
  metas: ReadonlyMap<string, string>,
  heading: string | undefined,
  title: string | undefined,
): PageMetadata['title'] {
  const meta = metas.get('og:title') ?? metas.get('dc.title')
  const headline = headlines.find(text => text !== undefined)
  if (meta !== undefined) return { value: meta, from: 'html-meta' }
  if (headline !== undefined) return { value: headline, from: 'json-ld' }
  if (heading !== undefined) return { value: heading, from: 'heading' }
  return title === undefined ? undefined : { value: title, from: 'html-meta' }
}

function wordsOf(element: Element): string | undefined {
  const text = innerText(element)
  return text === '' ? undefined : text
}

function rememberMeta(metas: Map<string, string>, element: Element): void {
  const name =
    attribute(element, 'property') ??
    attribute(element, 'name') ??
    attribute(element, 'itemprop') ??
    attribute(element, 'http-equiv')
  const content = attribute(element, 'content')?.replace(/\s+/g, ' ').trim()
  const key = name?.trim().toLowerCase()
  if (key === undefined || content === undefined || content === '' || metas.has(key)) return
  metas.set(key, content)
}

function languageOf(element: Element): FoundValue[] {
  return valueFor(
    'language',
    attribute(element, 'lang') ?? attribute(element, 'xml:lang'),
    'html-meta',
  )
}

/** The value as it is kept for `field`, or nothing when it is no value for it: a date that is none, an unsafe address. */
function valueFor(
  field: MetadataField,
  found: string | undefined,
  from: ValueOrigin,
): FoundValue[] {
  if (found === undefined) return []
  const value = keptValue(field, found.trim())
  return value === undefined || value === '' ? [] : [{ field, value: { value, from, found } }]
}

function keptValue(field: MetadataField, found: string): string | undefined {
  switch (field) {
    case 'published':
      return isoDateIn(found)
    case 'url':
      return isSafeTarget(found) ? found : undefined
    case 'authors':
      // Some pages give the address of an author's profile here.
      return isSafeTarget(found) ? undefined : found
    case 'language':
      return found.replaceAll('_', '-')
    case 'place':
    case 'agency':
    case 'publisher':
      return found
  }
}

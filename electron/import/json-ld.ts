import type { MetadataField } from '../../shared/article/article'
import { isSafeTarget } from '../../shared/article/blocks'
import { isoDateIn } from '../../shared/article/written-date'
import type { FoundValue } from './found-metadata'

/** What a page says of itself in one JSON-LD script. */
export type LinkedData = { readonly headline: string | undefined; readonly found: FoundValue[] }

const nothing: LinkedData = { headline: undefined, found: [] }

/** Nodes of one script that are looked at: a page has a handful. */
const mostNodes = 1000

/**
 * The headline and metadata of the first news article in a JSON-LD script (schema.org). A script that is
 * no JSON, or describes something else, gives nothing: pages are full of broken ones.
 */
export function readLinkedData(script: string): LinkedData {
  const article = nodesOf(parsed(script)).find(isArticle)
  if (article === undefined) return nothing
  const found: FoundValue[] = []
  const add = (field: MetadataField, value: string | undefined, words = value): void => {
    if (value !== undefined && words !== undefined)
      found.push({ field, value: { value, from: 'json-ld', found: words } })
  }
  const published = textOf(article['datePublished'])
  add('published', published === undefined ? undefined : isoDateIn(published), published)
  add('authors', namesOf(article['author']))
  add('publisher', namesOf(article['publisher']))
  add('language', textOf(article['inLanguage']) ?? namesOf(article['inLanguage']))
  const url = textOf(article['url']) ?? textOf(article['mainEntityOfPage'])
  add('url', url !== undefined && isSafeTarget(url) ? url : undefined)
  return { headline: textOf(article['headline']), found }
}

type Fields = Readonly<Record<string, unknown>>

function parsed(script: string): unknown {
  try {
    return JSON.parse(script)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** The objects of a script: one, a list, or a graph of them. */
function nodesOf(value: unknown): Fields[] {
  const found: Fields[] = []
  const waiting: unknown[] = [value]
  while (waiting.length > 0 && found.length < mostNodes) {
    const next = waiting.shift()
    if (Array.isArray(next)) waiting.push(...(next as unknown[]).slice(0, mostNodes))
    else if (isFields(next)) {
      found.push(next)
      if ('@graph' in next) waiting.push(next['@graph'])
    }
  }
  return found
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isArticle(fields: Fields): boolean {
  return [fields['@type']]
    .flat()
    .some(type => typeof type === 'string' && /Article$|Posting$/.test(type))
}

function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const text = value.replace(/\s+/g, ' ').trim()
  return text === '' ? undefined : text
}

/** The names of a person, an organisation or several of them, as one line. */
function namesOf(value: unknown): string | undefined {
  const names = [value]
    .flat()
    .slice(0, mostNodes)
    .map(entry => textOf(isFields(entry) ? entry['name'] : entry))
    .filter(name => name !== undefined)
  return names.length === 0 ? undefined : names.join(', ')
}

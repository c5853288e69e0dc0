import type { MetadataField } from '../../shared/article/article'
import { isSafeTarget } from '../../shared/article/blocks'
import { isoDateIn } from '../../shared/article/written-date'
import { cleanAuthors } from './clean-authors'
import type { FoundValue } from './found-metadata'

/** What a page says of itself in one JSON-LD script. */
export type LinkedData = {
  readonly headline: string | undefined
  /** What the article is called where its headline says something else: in an encyclopedia. */
  readonly name: string | undefined
  readonly found: FoundValue[]
  /** What it says the article is about: a subtitle, or only its first words. */
  readonly description: string | undefined
  /** The words of the article, where the script gives them. */
  readonly body: string | undefined
}

const nothing: LinkedData = {
  headline: undefined,
  name: undefined,
  found: [],
  description: undefined,
  body: undefined,
}

/** Nodes of one script that are looked at: a page has a handful. */
const mostNodes = 1000

/**
 * The headline and metadata of the first news article in a JSON-LD script (schema.org). A script that is
 * no JSON, or describes something else, gives nothing: pages are full of broken ones.
 */
export function readLinkedData(script: string): LinkedData {
  const nodes = nodesOf(parsed(script))
  const article = nodes.find(isArticle)
  if (article === undefined) return nothing
  const found: FoundValue[] = []
  const add = (field: MetadataField, value: string | undefined, words = value): void => {
    if (value !== undefined && words !== undefined)
      found.push({ field, value: { value, from: 'json-ld', found: words } })
  }
  const addDate = (field: MetadataField, words: string | undefined): void => {
    add(field, words === undefined ? undefined : isoDateIn(words), words)
  }
  addDate('published', textOf(article['datePublished']))
  addDate('updated', textOf(article['dateModified']))
  add('subtitle', textOf(article['alternativeHeadline']) ?? textOf(article['alternateName']))
  const authors = namesOf(article['author'] ?? article['creator'], nodes)
  add('authors', cleanAuthors(authors), joined(authors))
  add('publisher', joined(namesOf(article['publisher'], nodes)))
  add('section', joined(namesOf(article['articleSection'], nodes)))
  add('language', textOf(article['inLanguage']) ?? joined(namesOf(article['inLanguage'], nodes)))
  const url = addressOf(article['url']) ?? addressOf(article['mainEntityOfPage'])
  add('url', url !== undefined && isSafeTarget(url) ? url : undefined)
  return {
    headline: textOf(article['headline']),
    name: textOf(article['name']),
    found,
    description: textOf(article['description']),
    body: textOf(article['articleBody']),
  }
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
      for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage'])
        if (typeof next[key] === 'object') waiting.push(next[key])
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

/** An address, given as words or as the thing that has it. */
function addressOf(value: unknown): string | undefined {
  return textOf(isFields(value) ? (value['@id'] ?? value['url']) : value)
}

/** The names of a person, an organisation or several of them, also of those described elsewhere in the script. */
function namesOf(value: unknown, nodes: readonly Fields[]): string[] {
  return [value]
    .flat()
    .slice(0, mostNodes)
    .flatMap(entry => {
      if (!isFields(entry)) return textOf(entry) ?? []
      const named =
        entry['name'] === undefined
          ? nodes.find(node => node['@id'] === entry['@id'] && node['name'] !== undefined)
          : entry
      return [named?.['name']].flat().flatMap(name => textOf(name) ?? [])
    })
}

function joined(names: readonly string[]): string | undefined {
  return names.length === 0 ? undefined : names.join(', ')
}

import type { Element, Node } from './html-tree'
import { attribute, childrenOf, elementsOf, innerText, isElement } from './html-tree'
import type { LinkedData } from './json-ld'
import { readLinkedData } from './json-ld'

/** What a page states about itself, before it is decided which statement is believed. */
export type PageStatements = {
  /** Values of `meta` elements and of `itemprop` in the text, by their names in lower case. */
  readonly named: ReadonlyMap<string, readonly string[]>
  readonly linked: readonly LinkedData[]
  readonly title: string | undefined
  /** The words of the first heading of the first level. */
  readonly heading: string | undefined
  readonly canonical: string | undefined
  readonly published: string | undefined
  readonly updated: string | undefined
  readonly language: string | undefined
}

type Draft = { -readonly [Key in keyof PageStatements]: PageStatements[Key] } & {
  named: Map<string, string[]>
  linked: LinkedData[]
  /** Properties in the text that were looked into. */
  looked: number
}

/** Values of one name that are looked at: an article has a handful of authors. */
const mostValues = 50

/** Properties in the text that are looked into: each may hold the whole page, a thousand times over. */
const mostProperties = 100

/** Collect what `page` says of itself in its head, in its text and in its scripts of linked data. */
export function readStatements(page: Node): PageStatements {
  const draft: Draft = {
    named: new Map(),
    linked: [],
    looked: 0,
    title: undefined,
    heading: undefined,
    canonical: undefined,
    published: undefined,
    updated: undefined,
    language: undefined,
  }
  for (const element of elementsOf(page)) note(draft, element)
  return draft
}

function note(draft: Draft, element: Element): void {
  noteProperty(draft, element)
  switch (element.tagName) {
    case 'html':
      draft.language ??= attribute(element, 'lang') ?? attribute(element, 'xml:lang')
      break
    case 'meta':
      noteMeta(draft, element)
      break
    case 'title':
      draft.title ??= wordsOf(element)
      break
    case 'h1':
      draft.heading ??= wordsOf(element)
      break
    case 'link':
      if (/\bcanonical\b/i.test(attribute(element, 'rel') ?? ''))
        draft.canonical ??= attribute(element, 'href')?.trim()
      break
    case 'time':
      noteTime(draft, element)
      break
    case 'script':
      if (/^application\/ld\+json/i.test(attribute(element, 'type') ?? ''))
        draft.linked.push(readLinkedData(innerText(element)))
      break
  }
}

/** A time says what it is of in its property or its class (hAtom); one that does not is taken for the day of publication. */
function noteTime(draft: Draft, element: Element): void {
  const what = `${attribute(element, 'itemprop') ?? ''} ${attribute(element, 'class') ?? ''}`
  const time = attribute(element, 'datetime') ?? wordsOf(element)
  if (/modified|updated/i.test(what)) draft.updated ??= time
  else draft.published ??= time
}

function noteMeta({ named }: Draft, element: Element): void {
  const name =
    attribute(element, 'property') ??
    attribute(element, 'name') ??
    attribute(element, 'itemprop') ??
    attribute(element, 'http-equiv')
  add(named, name, attribute(element, 'content'))
}

/** A property of microdata that stands in the text: its value is in an attribute, or is its words. */
function noteProperty(draft: Draft, element: Element): void {
  if (element.tagName === 'meta' || draft.looked >= mostProperties) return
  const { named } = draft
  const name = attribute(element, 'itemprop')
  if (name === undefined || !readProperties.has(name.trim().toLowerCase())) return
  draft.looked += 1
  const inner = [...namesWithin(element)]
  if (inner.length > 0) for (const value of inner) add(named, name, value)
  else
    add(
      named,
      name,
      attribute(element, 'content') ?? attribute(element, 'datetime') ?? innerText(element),
    )
}

const readProperties: ReadonlySet<string> = new Set(
  'headline alternativeheadline datepublished datemodified articlesection author inlanguage'.split(
    ' ',
  ),
)

/** The names stated inside a property that is a thing of its own, as an author is a person. */
function* namesWithin(element: Element): Generator<string> {
  if (attribute(element, 'itemscope') === undefined) return
  for (const child of childrenOf(element).filter(isElement))
    for (const inner of elementsOf(child))
      if (attribute(inner, 'itemprop') === 'name')
        yield attribute(inner, 'content') ?? innerText(inner)
}

function add(named: Map<string, string[]>, name: string | undefined, words?: string): void {
  const key = name?.trim().toLowerCase()
  const value = words?.replace(/\s+/g, ' ').trim()
  if (key === undefined || value === undefined || value === '') return
  const values = named.get(key)
  if (values === undefined) named.set(key, [value])
  else if (values.length < mostValues) values.push(value)
}

function wordsOf(element: Element): string | undefined {
  const text = innerText(element)
  return text === '' ? undefined : text
}

import type { ArticleDocument } from '../../../shared/article/blocks'
import { isoDateIn } from '../../../shared/article/written-date'
import { fromProperties } from '../office/document-properties'
import type { ReadContent } from '../read-content'
import type { XmlElement } from '../xml/xml-tree'
import { elementsIn, textIn } from '../xml/xml-tree'

/** Roles of people who made the book but not its words. Source: MARC code list for relators. */
const otherRoles: ReadonlySet<string> = new Set([
  'bkp',
  'ill',
  'cov',
  'dsr',
  'edt',
  'nrt',
  'trl',
  'prt',
])

/** The title and metadata that a book says of itself; they are made for its readers and are trusted as such. */
export function readBookProperties(
  metadata: XmlElement | undefined,
  document: ArticleDocument,
): Pick<ReadContent, 'title' | 'metadata' | 'lastResort'> {
  const elements = metadata === undefined ? [] : elementsIn(metadata)
  const roles = rolesIn(elements)
  const values = (name: string): XmlElement[] =>
    elements.filter(element => element.name === name && textIn(element).trim() !== '')
  const first = (name: string): string | undefined => {
    const [element] = values(name)
    return element === undefined ? undefined : textIn(element)
  }
  const authors = values('creator')
    .filter(element => !otherRoles.has(roleOf(element, roles)))
    .map(element => textIn(element).trim())
  const {
    title,
    metadata: said,
    lastResort,
  } = fromProperties(
    {
      title: first('title'),
      authors: authors.length === 0 ? undefined : authors.join(', '),
      language: first('language'),
      publisher: first('publisher'),
      modified: elements
        .filter(({ attributes }) => attributes.get('property') === 'dcterms:modified')
        .map(textIn)[0],
    },
    document,
  )
  const { published: changed, ...people } = lastResort ?? {}
  const stated = publishedIn(values('date'))
  const published = stated === undefined ? undefined : isoDateIn(stated)
  return {
    title,
    metadata: {
      ...said,
      ...people,
      ...(stated === undefined || published === undefined
        ? {}
        : { published: { value: published, from: 'document-properties', found: stated.trim() } }),
    },
    ...(published !== undefined || changed === undefined
      ? {}
      : { lastResort: { published: changed } }),
  }
}

/** The date of publication; EPUB 2 gives several dates with what they are of. */
function publishedIn(dates: readonly XmlElement[]): string | undefined {
  const byEvent = (event: RegExp): XmlElement | undefined =>
    dates.find(date => event.test(date.attributes.get('event') ?? ''))
  const date = byEvent(/publication/i) ?? byEvent(/^$/)
  return date === undefined ? undefined : textIn(date)
}

/** Roles that EPUB 3 gives apart, by the id of the person. */
function rolesIn(elements: readonly XmlElement[]): ReadonlyMap<string, string> {
  return new Map(
    elements
      .filter(({ attributes }) => attributes.get('property') === 'role')
      .map(element => [
        (element.attributes.get('refines') ?? '').replace(/^#/, ''),
        textIn(element).trim(),
      ]),
  )
}

function roleOf(person: XmlElement, roles: ReadonlyMap<string, string>): string {
  return person.attributes.get('role') ?? roles.get(person.attributes.get('id') ?? '') ?? 'aut'
}

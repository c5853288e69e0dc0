import type { ExportPiece } from '../format'
import { jsonFile, jsonLine } from '../json-text'

/** The one context that every annotation document names. Source: W3C Web Annotation Data Model §3.1. */
const context = 'http://www.w3.org/ns/anno.jsonld'

/** Annotations on one page: some megabytes at most, so that a reader can take a page at a time. */
const itemsPerPage = 1000

/** Writes an AnnotationCollection: `<name>/page-1.json` and so on, then `<name>.json` with how many there are. */
export type CollectionWriter = {
  readonly add: (item: unknown) => readonly ExportPiece[]
  readonly end: () => readonly ExportPiece[]
}

/** Source: W3C Web Annotation Data Model §5. `iri` is asked for with the first item, or at the end when there is none. */
export function collectionWriter(name: string, label: string, iri: () => string): CollectionWriter {
  let total = 0
  const fileOf = (page: number): string => `${name}/page-${page}.json`
  const pageIri = (page: number): string => `${iri()}#page-${page}`
  const head = (page: number): string => {
    const fields = {
      '@context': context,
      id: pageIri(page),
      type: 'AnnotationPage',
      partOf: iri(),
      startIndex: total,
      ...(page === 1 ? {} : { prev: pageIri(page - 1) }),
    }
    return `${jsonLine(fields).slice(0, -1)},"items":[\n`
  }
  return {
    add: item => {
      const page = Math.floor(total / itemsPerPage) + 1
      const isFirst = total % itemsPerPage === 0
      const text = `${isFirst ? head(page) : ',\n'}${jsonLine(item)}`
      total += 1
      const before = isFirst && page > 1 ? [closing(fileOf(page - 1), pageIri(page))] : []
      return [...before, { file: fileOf(page), text }]
    },
    end: () => {
      const last = Math.ceil(total / itemsPerPage)
      const collection = {
        '@context': context,
        id: iri(),
        type: 'AnnotationCollection',
        label,
        total,
        ...(last === 0 ? {} : { first: pageIri(1), last: pageIri(last) }),
      }
      return [
        ...(last === 0 ? [] : [closing(fileOf(last), undefined)]),
        { file: `${name}.json`, text: jsonFile(collection) },
      ]
    },
  }
}

/** The end of a page; that there is a next one is known only when it begins. */
function closing(file: string, next: string | undefined): ExportPiece {
  return {
    file,
    text: `\n]${next === undefined ? '' : `,"next":${jsonLine(next)}`}}\n`,
    isLast: true,
  }
}

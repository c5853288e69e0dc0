import { documentFromText } from '../../article/plain-text'
import { titleFromText } from '../../article/text-title'
import type { ImportItem } from '../dataset/import-item'
import type { LooseObject } from '../dataset/loose-value'
import { foreignIdOf, isObject, textOf } from '../dataset/loose-value'
import { parsedJson } from '../json-text'
import type { FoundArticle, ImportFolder, ReadFormat } from '../read-format'
import { baseName, sideOf } from '../read-side'
import type { AnnotationIndex, Given } from './annotation-files'
import { indexAnnotations } from './annotation-files'
import { nameOfIri } from './iri'
import { readAnnotationJson } from './read-annotation-json'
import { quotedWords, targetsOf } from './read-targets'

/**
 * Our own export, or annotations of other programs (a page, a collection, a list, one alone) beside the texts
 * they are on: `articles.jsonl`, or text files whose names are the last part of the source’s IRI.
 */
export function readWebAnnotation(folder: ImportFolder): ReturnType<ReadFormat> {
  const index = indexAnnotations(folder)
  const isOwn = articleFiles(folder).length > 0
  if (index.isEmpty && !isOwn)
    return { refused: 'there is no .json or .jsonld file with Web Annotations.' }
  const side = sideOf(folder)
  const known = new Set(side.annotators.map(({ id }) => id))
  return {
    found: {
      side: {
        ...side,
        annotators: [...side.annotators, ...index.creators.filter(({ id }) => !known.has(id))],
        items: [
          ...side.items,
          ...index.damaged.map((file): ImportItem => ({
            kind: 'refused',
            message: `${file} is no JSON, so nothing of it came in.`,
          })),
          ...index.looseLinks.map((relation): ImportItem => ({
            kind: 'refused',
            relation,
            message: 'A link that starts from no annotation of these files was left out.',
          })),
        ],
      },
      articles: articlesOf(folder, index, new Set(side.sources.map(({ id }) => id))),
    },
  }
}

function articleFiles(folder: ImportFolder): string[] {
  return folder.names.filter(name => baseName(name) === 'articles.jsonl')
}

/** A text that annotations are on, under the IRI they name it by. */
type SourceText = {
  readonly iri: string
  readonly text: unknown
  /** What else is known of it. */
  readonly line: LooseObject
}

function* articlesOf(
  folder: ImportFolder,
  index: AnnotationIndex,
  knownSources: ReadonlySet<string>,
): Generator<FoundArticle> {
  const left = new Set(index.sources)
  let number = 0
  for (const found of listedTexts(folder, left)) {
    number += 1
    if ('items' in found) {
      yield found
      continue
    }
    left.delete(found.iri)
    yield { ...articleOf(found, index, knownSources), number }
  }
  const files = folder.names.filter(name => /\.txt$/i.test(name))
  for (const iri of [...left]) {
    number += 1
    const file = fileFor(iri, files, left.size)
    const text = file === undefined ? undefined : folder.text(file)
    if (text === undefined) yield { items: [withoutText(iri, index)] }
    else yield { ...articleOf({ iri, text, line: {} }, index, knownSources), number }
  }
}

/** Texts of `articles.jsonl`; one whose `url` the annotations name instead of its id goes by that. */
function* listedTexts(
  folder: ImportFolder,
  sources: ReadonlySet<string>,
): Generator<SourceText | { readonly items: readonly ImportItem[] }> {
  for (const file of articleFiles(folder)) {
    let number = 0
    for (const json of folder.lines(file)) {
      number += 1
      if (json === '') continue
      const line = json === undefined ? undefined : parsedJson(json)
      const id = isObject(line) ? foreignIdOf(line['id']) : undefined
      if (!isObject(line) || id === undefined) {
        const message = `Line ${number} of ${file} is no article, so it was left out.`
        yield { items: [{ kind: 'refused', line: number, message }] }
        continue
      }
      const url = isObject(line['metadata']) ? textOf(line['metadata']['url']) : undefined
      const iri = !sources.has(id) && url !== undefined && sources.has(url) ? url : id
      yield { iri, text: line['text'], line }
    }
  }
}

/** The text file of a source: named as the last part of its IRI, or the only one for the only source. */
function fileFor(iri: string, files: readonly string[], sources: number): string | undefined {
  const last = decoded(iri.replace(/[?#].*$/, '').replace(/^.*[/:]/, ''))
  const named = files.find(file =>
    [last, `${last}.txt`, `${last.replace(/\.\w{1,5}$/, '')}.txt`].includes(baseName(file)),
  )
  return named ?? (files.length === 1 && sources === 1 ? files[0] : undefined)
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch (error) {
    if (error instanceof URIError) return part
    throw error
  }
}

function withoutText(iri: string, index: AnnotationIndex): ImportItem {
  const annotations = index.annotationsOn(iri)
  return {
    kind: 'refused',
    article: iri,
    words: annotations.flatMap(({ value }) =>
      targetsOf(value).flatMap(one => quotedWords(one) ?? []),
    ),
    message: `Annotations on ${iri === '' ? 'nothing that is named' : iri} were left out (${annotations.length}), because its text is not in the folder. Put it there as a .txt file with the name that the address ends with.`,
  }
}

function articleOf(
  { iri, text, line }: SourceText,
  index: AnnotationIndex,
  knownSources: ReadonlySet<string>,
): { readonly line: LooseObject; readonly items: readonly ImportItem[] } {
  const id = nameOfIri(foreignIdOf(line['id']) ?? iri)
  const words = typeof text === 'string' ? text : ''
  const read = index.annotationsOn(iri).map(given => annotationOf(given, iri, words))
  return {
    line: {
      id,
      external_id: line['external_id'],
      title: textOf(line['title']) ?? (titleFromText(documentFromText(words), '').value || id),
      text,
      offset_unit: 'utf16',
      metadata: isObject(line['metadata'])
        ? line['metadata']
        : /^https?:/i.test(iri)
          ? { url: iri }
          : {},
      status: line['status'],
      annotations: read.flatMap(({ annotation }) => annotation ?? []),
      relations: index.linksFrom(iri).map(({ relation, from, to, toSource }) => ({
        ...relation,
        from: { article: id, annotation: nameOfIri(from) },
        to: { article: nameOfIri(toSource), annotation: nameOfIri(to) },
      })),
      sources: read
        .flatMap(({ sources }) => sources)
        .filter(source => !knownSources.has(String(source['id']))),
    },
    items: read.flatMap(({ items }) => items).map(item => ({ ...item, article: id })),
  }
}

/** An annotation of ours is on one text; one on several would need to be several. */
function annotationOf(
  { value, name }: Given,
  source: string,
  text: string,
): ReturnType<typeof readAnnotationJson> {
  const targets = targetsOf(value)
  if (targets.every(target => target.source === source || target.source === undefined))
    return readAnnotationJson(value, text, name)
  return {
    sources: [],
    items: [
      {
        kind: 'refused',
        annotation: nameOfIri(textOf(value['id']) ?? name),
        words: targets.flatMap(target => quotedWords(target) ?? []),
        message: 'The annotation was left out, because it is on several texts at once.',
      },
    ],
  }
}

import { compareAnnotations, compareText } from '../annotation/annotation'
import type {
  Annotation,
  AttributeValue,
  Relation,
  Source,
  SourceId,
} from '../annotation/annotation'
import { metadataFields } from '../article/article'
import type { Metadata } from '../article/article'
import { typeOf } from '../codebook/codebook'
import { readDatasetSide } from './dataset/read-side-files'
import type { ExportArticle, ExportContext, ExportFormat, Owned } from './format'
import { parsedJson } from './json-text'
import type { FoundArticle, ImportFolder, ReadFormat } from './read-format'
import { jsonLine, withSortedKeys } from './json-text'
import { articleNoteLosses, splitRelations, unknownKeyLosses } from './losses'
import { begunStatus } from './begun-status'
import { offsetWriter } from './offset-units'
import { annotatorsFile, codebookFile, externalIdOf, sourceLine, sourcesFile } from './side-files'

/** Names of the files of a dataset folder. */
const datasetFiles = {
  articles: 'articles.jsonl',
  codebook: 'codebook.json',
  annotators: 'annotators.json',
  sources: 'sources.json',
} as const

/** The dataset: one JSON object a line, one line an article; it comes back in with `import-annotations`. */
export const jsonl: ExportFormat = {
  name: 'jsonl',
  label: 'Dataset (JSON Lines)',
  description:
    'One line an article with its text, annotations and relations; can be imported again.',
  offsetUnit: 'codepoint',
  hasOffsetChoice: true,
  newline: 'LF',
  canOmitText: true,
  hasSpreadsheetOption: false,
  splits: 'folders',
  losses: {},
  start: context => ({
    begin: () => [
      { file: datasetFiles.articles, text: '' },
      { file: datasetFiles.codebook, text: codebookFile(context.codebook) },
      { file: datasetFiles.sources, text: sourcesFile(context.sources.values()) },
    ],
    article: article => {
      const { carried, losses } = splitRelations(article, context)
      const line = jsonLine(articleLine({ ...article, relations: carried }, context))
      return {
        pieces: [{ file: datasetFiles.articles, text: `${line}\n` }],
        losses: [...losses, ...unknownKeyLosses(article), ...articleNoteLosses(article)],
      }
    },
    end: annotators => [
      {
        file: datasetFiles.annotators,
        text: annotatorsFile(annotators, context),
      },
    ],
  }),
  read: readJsonl,
}

/** A dataset folder, or a lone `.jsonl` file. */
function readJsonl(folder: ImportFolder): ReturnType<ReadFormat> {
  const { names } = folder
  const lines = names.includes(datasetFiles.articles)
    ? datasetFiles.articles
    : names.length === 1
      ? names[0]
      : undefined
  if (lines === undefined)
    return {
      refused: `the folder has no ${datasetFiles.articles}. Choose the folder of an export.`,
    }
  const side = (name: string): string | undefined =>
    names.includes(name) && name !== lines ? folder.text(name) : undefined
  return {
    found: {
      side: readDatasetSide({
        codebook: side(datasetFiles.codebook),
        annotators: side(datasetFiles.annotators),
        sources: side(datasetFiles.sources),
      }),
      articles: articlesOf(folder.lines(lines)),
    },
  }
}

function* articlesOf(lines: Iterable<string | undefined>): Generator<FoundArticle> {
  let number = 0
  for (const json of lines) {
    number += 1
    // A line that is no JSON, or no UTF-8, reads as nothing and is then refused with its number.
    if (json !== '') yield { line: json === undefined ? json : parsedJson(json), number }
  }
}

/** One line as a value; the order of keys here is the order in the file. */
function articleLine(article: ExportArticle, context: ExportContext): unknown {
  const offsetOf = offsetWriter(article.text, context.offsetUnit)
  const annotations = article.annotations.toSorted(compareAnnotations)
  return {
    id: article.id,
    ...externalIdOf(article.externalId),
    title: article.title,
    ...(context.includesText ? { text: article.text } : {}),
    metadata: metadataLine(article.metadata),
    offset_unit: context.offsetUnit,
    status: begunStatus(article.status),
    annotations: annotations.map(annotation => annotationLine(annotation, article.text, offsetOf)),
    relations: article.relations.toSorted((a, b) => compareText(a.id, b.id)).map(relationLine),
    sources: usedSources(annotations, context).map(sourceLine),
  }
}

function annotationLine(
  annotation: Owned<Annotation>,
  text: string,
  offsetOf: (utf16: number) => number,
): unknown {
  return {
    id: annotation.id,
    ...externalIdOf(annotation.externalId),
    type: annotation.type,
    annotator: annotation.annotator,
    spans: annotation.spans.map(({ start, end }) => ({
      start: offsetOf(start),
      end: offsetOf(end),
      text: text.slice(start, end),
    })),
    attributes: attributesLine(annotation.attributes),
    ...(annotation.note === undefined || annotation.note === '' ? {} : { note: annotation.note }),
    created_at: annotation.createdAt,
    updated_at: annotation.updatedAt,
    origin: withSortedKeys(annotation.origin),
  }
}

/** By key; a number says its lower bound first. */
function attributesLine(attributes: Annotation['attributes']): Record<string, AttributeValue> {
  return Object.fromEntries(
    Object.entries(attributes)
      .sort(([a], [b]) => compareText(a, b))
      .map(([key, value]): [string, AttributeValue] => {
        if (typeof value !== 'object') return [key, value]
        const { min, max } = value
        return [
          key,
          { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) },
        ]
      }),
  )
}

function relationLine(relation: Owned<Relation>): unknown {
  const { id, externalId, type, annotator, from, to, createdAt } = relation
  return {
    id,
    ...externalIdOf(externalId),
    type,
    annotator,
    from: { article: from.article, annotation: from.annotation },
    to: { article: to.article, annotation: to.annotation },
    created_at: createdAt,
  }
}

/** The fields Assay knows in the order they are shown, then a project's own by name. Values only: Python readers want a date, not its evidence. */
function metadataLine(metadata: Metadata): Record<string, string> {
  const known: readonly string[] = metadataFields
  const rank = (field: string): number =>
    known.includes(field) ? known.indexOf(field) : known.length
  return Object.fromEntries(
    Object.entries(metadata)
      .filter(([, entry]) => entry.value !== '')
      .sort(([a], [b]) => rank(a) - rank(b) || compareText(a, b))
      .map(([field, entry]) => [field, entry.value]),
  )
}

/** The sources that the annotations name in attributes of kind `source`, ordered by id. */
function usedSources(annotations: readonly Annotation[], context: ExportContext): Source[] {
  const used = new Map<SourceId, Source>()
  for (const annotation of annotations)
    for (const { key, kind } of typeOf(context.codebook, annotation.type)?.attributes ?? []) {
      if (kind !== 'source' || !Object.hasOwn(annotation.attributes, key)) continue
      const source = context.sources.get(annotation.attributes[key] as SourceId)
      if (source !== undefined) used.set(source.id, source)
    }
  return [...used.values()].sort((a, b) => compareText(a.id, b.id))
}

import { compareAnnotations, compareText } from '../../annotation/annotation'
import { begunStatus } from '../begun-status'
import type { ExportArticle, ExportContext, ExportFormat, ExportWriter } from '../format'
import { jsonLine } from '../json-text'
import { articleNoteLosses, splitRelations, unknownKeyLosses } from '../losses'
import { metadataLine } from '../article-line'
import { offsetWriter } from '../offset-units'
import { annotatorsFile, codebookFile, externalIdOf, sourcesFile } from '../side-files'
import { annotationJson, relationJson } from './annotation-json'
import { iriFromSeed, iriOf } from './iri'
import { collectionWriter } from './pages'
import { readWebAnnotation } from './read-web-annotation'

/** W3C Web Annotations: a collection in pages, relations in a collection of their own, and the texts they point into. */
export const webAnnotation: ExportFormat = {
  name: 'web-annotation',
  label: 'Web Annotation (W3C JSON-LD)',
  description: 'A collection of annotations by position and quotation; can be imported again.',
  offsetUnit: 'codepoint',
  hasOffsetChoice: false,
  newline: 'LF',
  canOmitText: true,
  hasSpreadsheetOption: false,
  splits: 'folders',
  losses: {},
  start: collectionsWriter,
  read: readWebAnnotation,
}

function collectionsWriter(context: ExportContext): ExportWriter {
  let firstArticle = ''
  const collection = (name: string, label: string) =>
    collectionWriter(name, label, () =>
      iriFromSeed(JSON.stringify([context.projectName, firstArticle, name])),
    )
  const annotations = collection('annotations', context.projectName)
  const relations = collection('relations', `${context.projectName}: relations`)
  return {
    begin: () => [
      { file: 'articles.jsonl', text: '' },
      { file: 'codebook.json', text: codebookFile(context.codebook) },
      { file: 'sources.json', text: sourcesFile(context.sources.values()) },
    ],
    article: article => {
      if (firstArticle === '') firstArticle = article.id
      const { carried, losses } = splitRelations(article, context)
      const offsetOf = offsetWriter(article.text, context.offsetUnit)
      return {
        pieces: [
          { file: 'articles.jsonl', text: `${jsonLine(articleLine(article, context))}\n` },
          ...article.annotations
            .toSorted(compareAnnotations)
            .flatMap(each => annotations.add(annotationJson(each, article, offsetOf, context))),
          ...carried
            .toSorted((a, b) => compareText(a.id, b.id))
            .flatMap(each => relations.add(relationJson(each, context))),
        ],
        losses: [...losses, ...unknownKeyLosses(article), ...articleNoteLosses(article)],
      }
    },
    end: annotators => [
      ...annotations.end(),
      ...relations.end(),
      { file: 'annotators.json', text: annotatorsFile(annotators, context) },
    ],
  }
}

/** What the annotations point into: `id` is the source of their targets. */
function articleLine(article: ExportArticle, context: ExportContext): unknown {
  return {
    id: iriOf(article.id),
    ...externalIdOf(article.externalId),
    title: article.title,
    ...(context.includesText ? { text: article.text } : {}),
    metadata: metadataLine(article.metadata),
    status: begunStatus(article.status),
  }
}

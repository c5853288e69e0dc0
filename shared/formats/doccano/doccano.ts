import type { Annotation, AnnotatorId } from '../../annotation/annotation'
import { compareAnnotations, compareText } from '../../annotation/annotation'
import { annotatorRanks } from '../annotator-ranks'
import { kindOf, wordsOfValue } from '../attribute-words'
import { continuesLabel } from '../continued'
import { fileNameFrom } from '../file-name'
import type {
  ExportArticle,
  ExportContext,
  ExportFormat,
  ExportWriter,
  Loss,
  Owned,
} from '../format'
import { jsonFile, jsonLine } from '../json-text'
import { counted } from '../loss-summary'
import { articleNoteLosses, splitRelations, unknownKeyLosses } from '../losses'
import { metadataLine } from '../article-line'
import { relationsByReach } from '../near-relations'
import { offsetWriter } from '../offset-units'
import { annotatorLine } from '../side-files'
import { readDoccano } from './read-doccano'

/** What doccano cannot hold goes by these names into the manifest. */
const losses: ExportFormat['losses'] = {
  attributes: count => `Attributes of ${counted(count, 'annotation')} left out: doccano has none.`,
  note: count => `Notes on ${counted(count, 'annotation')} left out: doccano has none.`,
  'far-relation': count =>
    `${counted(count, 'relation')} left out, because doccano relates only what one annotator marked in one text.`,
  bookkeeping: count =>
    `Ids, times and origin of the annotations of ${counted(count, 'article')} left out.`,
  'empty-article': count =>
    `${counted(count, 'article')} without text left out, because doccano refuses them.`,
}

/** Files for doccano: JSON Lines, one file for each annotator. Offsets count UTF-16 unless told otherwise, because doccano’s window does. */
export const doccano: ExportFormat = {
  name: 'doccano',
  label: 'doccano',
  description: 'One file an annotator, with entities and relations; can be imported again.',
  offsetUnit: 'utf16',
  hasOffsetChoice: true,
  newline: 'LF',
  canOmitText: false,
  hasSpreadsheetOption: false,
  splits: 'folders',
  losses,
  start: doccanoWriter,
  read: readDoccano,
}

/** The file of articles that nobody has begun. */
const unannotated = 'unannotated.jsonl'

function doccanoWriter(context: ExportContext): ExportWriter {
  const rankOf = annotatorRanks(context)
  const seen = { types: new Set<string>(), relations: new Set<string>() }
  const nextId = counter()
  const fileOf = (id: AnnotatorId): string =>
    `${fileNameFrom(annotatorLine(id, context).name, 'annotator')}-${rankOf(id)}.jsonl`
  return {
    begin: () => [],
    article: article => {
      const { carried, losses: broken } = splitRelations(article, context)
      const { near, far } = relationsByReach(article, carried)
      const own = lossesOf(article, context)
      if (article.text === '') return { pieces: [], losses: [...broken, ...far, ...own] }
      for (const { type } of article.annotations) seen.types.add(type)
      for (const { type } of near) seen.relations.add(type)
      const workers = workersOn(article)
      const nearArticle = { ...article, relations: near }
      const pieces = workers.map(annotator => ({
        file: fileOf(annotator),
        text: `${jsonLine(lineOf(nearArticle, annotator, context, nextId))}\n`,
      }))
      const nobodys = `${jsonLine(lineOf(nearArticle, undefined, context, nextId))}\n`
      return {
        pieces: workers.length === 0 ? [{ file: unannotated, text: nobodys }] : pieces,
        losses: [...broken, ...far, ...own],
      }
    },
    end: () => [
      { file: 'span-types.json', text: jsonFile(spanTypes(context, seen.types)) },
      { file: 'relation-types.json', text: jsonFile(relationTypes(context, seen.relations)) },
    ],
  }
}

/** doccano finds the ends of relations by numbers, which must not repeat in a file. */
function counter(): () => number {
  let count = 0
  return () => {
    count += 1
    return count
  }
}

function workersOn({ annotations, status }: ExportArticle): AnnotatorId[] {
  const begun = Object.entries(status).filter(([, value]) => value !== 'new')
  return [
    ...new Set([
      ...annotations.map(({ annotator }) => annotator),
      ...begun.map(([annotator]) => annotator as AnnotatorId),
    ]),
  ].sort(compareText)
}

/**
 * One line: what doccano reads, then what it keeps as metadata. Every line has the same keys, because doccano
 * fills in what a line lacks with values that are no JSON.
 */
function lineOf(
  article: ExportArticle,
  annotator: AnnotatorId | undefined,
  context: ExportContext,
  nextId: () => number,
): unknown {
  const offsetOf = offsetWriter(article.text, context.offsetUnit)
  const firstIds = new Map<string, number>()
  const continuations: { from: number; to: number; type: string }[] = []
  const entities = article.annotations
    .filter(annotation => annotation.annotator === annotator)
    .toSorted(compareAnnotations)
    .flatMap(({ id, type, spans }) => {
      const ids = spans.map(nextId)
      if (ids[0] !== undefined) firstIds.set(id, ids[0])
      for (const [index, to] of ids.entries()) {
        const from = ids[index - 1]
        if (from !== undefined) continuations.push({ from, to, type: continuesLabel })
      }
      return spans.map(({ start, end }, index) => ({
        id: ids[index],
        label: type,
        start_offset: offsetOf(start),
        end_offset: offsetOf(end),
      }))
    })
  const related = article.relations
    .filter(relation => relation.annotator === annotator)
    .toSorted((a, b) => compareText(a.id, b.id))
    .map(({ from, to, type }) => ({
      from: firstIds.get(from.annotation),
      to: firstIds.get(to.annotation),
      type,
    }))
  return {
    text: article.text,
    entities,
    relations: [...continuations, ...related].map(({ from, to, type }) => ({
      id: nextId(),
      from_id: from,
      to_id: to,
      type,
    })),
    article_id: article.id,
    external_id: article.externalId ?? '',
    title: article.title,
    annotator: annotator === undefined ? '' : annotatorLine(annotator, context).name,
    annotator_id: annotator ?? '',
    status: (annotator === undefined ? undefined : article.status[annotator]) ?? 'new',
    offset_unit: context.offsetUnit,
    metadata: metadataLine(article.metadata),
  }
}

function lossesOf(article: ExportArticle, context: ExportContext): Loss[] {
  const { id, title, text, annotations } = article
  const shared = [...unknownKeyLosses(article), ...articleNoteLosses(article)]
  if (text === '')
    return [
      {
        kind: 'empty-article',
        article: id,
        isLeftOut: true,
        message: `“${title}” has no text, so it was left out.`,
      },
      ...shared,
    ]
  return [
    ...annotations.flatMap(annotation => annotationLosses(id, annotation, context)),
    ...(annotations.length === 0
      ? []
      : [
          {
            kind: 'bookkeeping',
            article: id,
            message: `Of ${counted(annotations.length, 'annotation')} on “${title}”, ids, times and origin were left out.`,
          },
        ]),
    ...shared,
  ]
}

function annotationLosses(
  article: string,
  { id, type, quote, attributes, note }: Owned<Annotation>,
  { codebook, sources }: ExportContext,
): Loss[] {
  const on = `the ${type} on ${quote.map(({ exact }) => `“${exact}”`).join(' … ')}`
  const values = Object.entries(attributes)
    .sort(([a], [b]) => compareText(a, b))
    .map(
      ([key, value]) =>
        `${key} “${wordsOfValue(value, kindOf(codebook, type, key) ?? 'text', sources)}”`,
    )
  return [
    ...(values.length === 0
      ? []
      : [
          {
            kind: 'attributes',
            article,
            annotation: id,
            message: `Of ${on}, these were left out: ${values.join(', ')}.`,
          },
        ]),
    ...(note === undefined || note === ''
      ? []
      : [
          {
            kind: 'note',
            article,
            annotation: id,
            message: `The note “${note}” on ${on} was left out.`,
          },
        ]),
  ]
}

/** Labels as doccano imports them under Labels, Import: with the project’s colours and keys. */
function spanTypes({ codebook }: ExportContext, used: ReadonlySet<string>): unknown[] {
  const known = new Set(codebook.types.map(({ key }) => key))
  return [
    ...codebook.types.map(({ key, colour, shortcut }) => ({
      text: key,
      suffix_key: shortcut !== undefined && /^[0-9a-z]$/.test(shortcut) ? shortcut : null,
      background_color: colour.light,
      text_color: '#ffffff',
    })),
    ...[...used]
      .filter(type => !known.has(type))
      .sort()
      .map(plainLabel),
  ]
}

function relationTypes({ codebook }: ExportContext, used: ReadonlySet<string>): unknown[] {
  const keys = new Set([...codebook.relations.map(({ key }) => key), ...[...used].sort()])
  return [...keys, continuesLabel].map(plainLabel)
}

function plainLabel(text: string): unknown {
  return { text, suffix_key: null, background_color: '#475569', text_color: '#ffffff' }
}

import { articleStatuses } from '../../annotation/annotation-set'
import type { ArticleStatus } from '../../annotation/annotation-set'
import { nestsTooDeep } from '../../article/blocks'
import { fail, succeed } from '../../outcome/result'
import type { Result } from '../../outcome/result'
import { offsetUnits } from '../format'
import type { OffsetUnit } from '../format'
import { offsetReader } from '../offset-units'
import { unnamedAnnotator } from './dataset-line'
import type { DatasetAnnotation, DatasetEnd, DatasetLine, DatasetRelation } from './dataset-line'
import type { ImportItem } from './import-item'
import { foreignIdOf, isObject, objectsOf, textOf, timeOf } from './loose-value'
import type { LooseObject } from './loose-value'
import { readAnnotation } from './read-annotation'
import { readSources } from './read-side-files'

export type ReadLine = { readonly line: DatasetLine; readonly items: readonly ImportItem[] }

/**
 * What one line of `articles.jsonl` holds, as values; `number` is its place among the articles, from 1.
 * Fails when the line as a whole is no article; what is wrong inside it is left out and listed in `items`.
 */
export function readDatasetLine(value: unknown, number: number): Result<ReadLine> {
  const refused = (why: string): Result<ReadLine> =>
    fail('refused', `Line ${number} is not an article of a dataset, so it was left out: ${why}`)
  if (!isObject(value)) return refused('it is not a JSON object.')
  if (nestsTooDeep(value)) return refused('it nests deeper than any dataset does.')
  const id = foreignIdOf(value['id'])
  if (id === undefined) return refused('it has no “id”.')
  const text = textOf(value['text'])
  if (text === undefined) return refused('it has no “text”.')
  const unit = offsetUnitOf(value['offset_unit'])
  if (unit === undefined) return refused('its “offset_unit” is neither codepoint nor utf16.')
  return succeed(readArticle(value, { number, id, text, unit }))
}

function offsetUnitOf(value: unknown): OffsetUnit | undefined {
  if (value === undefined || value === null) return 'codepoint'
  return offsetUnits.find(unit => unit === value)
}

type Head = {
  readonly number: number
  readonly id: string
  readonly text: string
  readonly unit: OffsetUnit
}

function readArticle(value: LooseObject, { number, id, text, unit }: Head): ReadLine {
  const items: ImportItem[] = []
  const note: Note = item => {
    items.push({ kind: 'remark', line: number, article: id, ...item })
  }
  if (text !== value['text'])
    note({ message: 'Half characters in the text were replaced by �, one for one.' })
  const annotations = readAnnotations(value['annotations'], { text, unit }, note)
  return {
    line: {
      number,
      id,
      externalId: textOf(value['external_id']),
      title: textOf(value['title']) ?? id,
      text,
      metadata: readMetadata(value['metadata'], note),
      status: readStatus(value['status'], note),
      annotations,
      relations: readRelations(value['relations'], id, note),
      sources: readSources(value['sources'], message => {
        note({ message })
      }),
    },
    items,
  }
}

type Note = (item: Partial<ImportItem> & { readonly message: string }) => void

function readAnnotations(
  value: unknown,
  { text, unit }: { readonly text: string; readonly unit: OffsetUnit },
  note: Note,
): DatasetAnnotation[] {
  const list = objectsIn('annotations', value, note)
  const annotated = { text, toUtf16: offsetReader(text, unit) }
  return list.flatMap(given => {
    const { annotation, items, words } = readAnnotation(given, annotated)
    for (const item of items) note({ ...item, annotation: foreignIdOf(given['id']), words })
    return annotation === undefined ? [] : [annotation]
  })
}

function readRelations(value: unknown, article: string, note: Note): DatasetRelation[] {
  return objectsIn('relations', value, note).flatMap(given => {
    const id = foreignIdOf(given['id'])
    const type = foreignIdOf(given['type'])
    const from = readEnd(given['from'], article)
    const to = readEnd(given['to'], article)
    if (id === undefined || type === undefined || from === undefined || to === undefined) {
      note({
        kind: 'refused',
        relation: id,
        message: 'A relation without an id, a type or one of its ends was left out.',
      })
      return []
    }
    return [
      {
        id,
        externalId: textOf(given['external_id']),
        type,
        annotator: foreignIdOf(given['annotator']) ?? unnamedAnnotator,
        from,
        to,
        createdAt: timeOf(given['created_at']),
      },
    ]
  })
}

/** An end names its article only when that is another one. */
function readEnd(value: unknown, article: string): DatasetEnd | undefined {
  if (!isObject(value)) return undefined
  const annotation = foreignIdOf(value['annotation'])
  if (annotation === undefined) return undefined
  return { article: foreignIdOf(value['article']) ?? article, annotation }
}

/** Values are words; numbers and lists of words are written as words, anything else as JSON. */
function readMetadata(value: unknown, note: Note): (readonly [string, string])[] {
  if (value !== undefined && value !== null && !isObject(value))
    note({ message: 'Metadata that is no object was left out.' })
  return Object.entries(isObject(value) ? value : {}).flatMap(([field, given]) => {
    if (given === null || given === '') return []
    // zod drops this key when a project file is read, so it would be lost there without a word.
    if (field === '' || field === '__proto__') {
      note({ message: `Metadata under the name “${field}” was left out.` })
      return []
    }
    return [[textOf(field) ?? field, metadataText(given)] as const]
  })
}

function metadataText(value: unknown): string {
  if (typeof value === 'string') return textOf(value) ?? ''
  if (Array.isArray(value) && value.every(item => typeof item === 'string'))
    return textOf(value.join('; ')) ?? ''
  return JSON.stringify(value)
}

function readStatus(value: unknown, note: Note): (readonly [string, ArticleStatus])[] {
  return Object.entries(isObject(value) ? value : {}).flatMap(([annotator, given]) => {
    const status = articleStatuses.find(known => known === given)
    const id = foreignIdOf(annotator)
    if (id === undefined) return []
    if (status === undefined) {
      note({ message: `The status of annotator “${id}” is none of ${articleStatuses.join(', ')}.` })
      return []
    }
    return [[id, status] as const]
  })
}

function objectsIn(name: string, value: unknown, note: Note): LooseObject[] {
  const list = objectsOf(value)
  if (list === undefined) note({ message: `“${name}” is no list and was left out.` })
  else if (list.others > 0)
    note({ message: `${list.others} of “${name}” were no objects and were left out.` })
  return list?.objects ?? []
}

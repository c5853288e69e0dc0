import { articleStatuses } from '../../annotation/annotation-set'
import { continuesLabel, joinContinued } from '../continued'
import { unnamedAnnotator } from '../dataset/dataset-line'
import type { ImportItem } from '../dataset/import-item'
import type { LooseObject } from '../dataset/loose-value'
import { foreignIdOf, isObject, objectsOf } from '../dataset/loose-value'
import { offsetReader } from '../offset-units'
import type { GivenLine } from './lines-by-article'

/** What one line says of its article: annotations and relations as lines of the dataset have them. */
export type DoccanoWork = {
  readonly annotations: readonly LooseObject[]
  readonly relations: readonly LooseObject[]
  readonly status: LooseObject
  readonly items: readonly ImportItem[]
}

type Entity = {
  readonly id: string
  readonly type: string
  readonly start: number
  readonly end: number
}

/** Keys of a line that doccano or we give a meaning; the others are metadata. */
const knownKeys = [
  'id',
  'text',
  'data',
  'label',
  'labels',
  'entities',
  'relations',
  'Comments',
  'comments',
  'article_id',
  'external_id',
  'title',
  'annotator',
  'annotator_id',
  'status',
  'offset_unit',
  'metadata',
]

/** What doccano calls the file of work that is nobody’s in particular. */
const nobodys = ['all', 'unknown', 'unannotated']

/** Whose work a line is: as it says itself, else as its file is named, which is how doccano exports. */
function annotatorOf({ file, value }: GivenLine): string {
  const own = foreignIdOf(value['annotator_id']) ?? foreignIdOf(value['annotator'])
  if (own !== undefined) return own
  const name = file.slice(file.lastIndexOf('/') + 1).replace(/\.jsonl?$/i, '')
  return nobodys.includes(name) ? unnamedAnnotator : name
}

/** The unit of the line’s offsets, and whether it says so. doccano’s window counts UTF-16, and its files do not say. */
export function unitOf(value: LooseObject): {
  readonly unit: 'codepoint' | 'utf16'
  readonly isSaid: boolean
} {
  const unit = value['offset_unit']
  if (unit === 'codepoint' || unit === 'utf16') return { unit, isSaid: true }
  return { unit: 'utf16', isSaid: false }
}

/** Metadata: our own object, and every key that has no meaning to doccano. */
export function metadataOf(value: LooseObject): LooseObject {
  const own = isObject(value['metadata']) ? value['metadata'] : {}
  const others = Object.entries(value).filter(([key]) => !knownKeys.includes(key))
  return Object.fromEntries([...others, ...Object.entries(own)])
}

/** Annotations and relations of a line; `text` is what its offsets point into. */
export function readDoccanoLine(line: GivenLine, text: string): DoccanoWork {
  const { value } = line
  const annotator = annotatorOf(line)
  const { unit, isSaid } = unitOf(value)
  const toUtf16 = offsetReader(text, unit)
  const slice = ({ start, end }: Entity): string => {
    const [from, to] = [toUtf16(start), toUtf16(end)]
    return from === undefined || to === undefined ? '' : text.slice(from, to)
  }
  const { entities, unread } = entitiesOf(value)
  const given = (objectsOf(value['relations'])?.objects ?? []).map(relation => ({
    from: foreignIdOf(relation['from_id']) ?? '',
    to: foreignIdOf(relation['to_id']) ?? '',
    type: foreignIdOf(relation['type']) ?? 'related',
  }))
  const joined = joinContinued(
    entities,
    given.filter(({ type }) => type === continuesLabel),
  )
  const names = placeNames(annotator)
  const ids = new Map<string, string>()
  const annotations = joined.groups.map(group => {
    const id = names(group[0])
    for (const part of group) ids.set(part.id, id)
    return {
      id,
      type: group[0].type,
      annotator,
      spans: group.map(part => ({ start: part.start, end: part.end, text: slice(part) })),
      origin: { by: 'import', from: 'doccano' },
    }
  })
  const relations = given
    .filter(({ type }) => type !== continuesLabel)
    .map(({ from, to, type }, index) => ({
      id: `${annotator} ${index + 1} ${type}`,
      type,
      annotator,
      from: { annotation: ids.get(from) ?? from },
      to: { annotation: ids.get(to) ?? to },
    }))
  const comments = value['Comments'] ?? value['comments']
  const said: string[] = [
    ...unread.map(words => `${words} marks no place in the text, so it was left out.`),
    ...joined.unused.map(
      ({ from, to }) =>
        `Entity ${to} is said to continue ${from}, but they are not two entities with one label; each came in by itself.`,
    ),
    ...(Array.isArray(comments) && comments.length > 0
      ? [`Comments on the whole text were left out: ${JSON.stringify(comments)}`]
      : []),
    ...(isSaid || entities.length === 0 || !/[\ud800-\udbff]/.test(text)
      ? []
      : [
          'The file does not say how its places are counted. They were taken as UTF-16, as in doccano’s window; if marks stand too far left after an emoji, the project counted otherwise.',
        ]),
  ]
  return {
    annotations,
    relations,
    status: articleStatuses.some(status => status === value['status'])
      ? { [annotator]: value['status'] }
      : {},
    items: said.map(message => ({ kind: 'remark', message })),
  }
}

/** Entities as objects, and as the lists `[start, end, label]` of projects without relations. */
function entitiesOf(value: LooseObject): { entities: Entity[]; unread: string[] } {
  const unread: string[] = []
  const lists = [value['entities'], value['label'], value['labels']]
  const given = lists.flatMap(list => (Array.isArray(list) ? (list as unknown[]) : []))
  const entities = given.flatMap((item, index): Entity[] => {
    const [start, end, label] = Array.isArray(item)
      ? (item as unknown[])
      : isObject(item)
        ? [item['start_offset'], item['end_offset'], item['label']]
        : []
    const type = foreignIdOf(label)
    if (typeof start !== 'number' || typeof end !== 'number' || type === undefined) {
      unread.push(JSON.stringify(item))
      return []
    }
    const id = isObject(item) ? foreignIdOf(item['id']) : undefined
    return [{ id: id ?? `entity ${index}`, type, start, end }]
  })
  return { entities, unread }
}

/** Names for annotations by where they stand, because doccano numbers its entities anew at every import. */
function placeNames(annotator: string): (entity: Entity) => string {
  const counts = new Map<string, number>()
  return ({ type, start, end }) => {
    const name = `${annotator} ${type} ${start}-${end}`
    const count = (counts.get(name) ?? 0) + 1
    counts.set(name, count)
    return count === 1 ? name : `${name} ${count}`
  }
}

import { continuesLabel, joinContinued } from '../continued'
import type { DatasetSource, DatasetValue } from '../dataset/dataset-line'
import type { ImportItem } from '../dataset/import-item'
import type { LooseObject } from '../dataset/loose-value'
import { foreignIdOf, isObject, timeOf } from '../dataset/loose-value'
import type { Region, RegionLink } from './read-regions'
import { readRegions, resultsOf } from './read-regions'

/** What one annotator, or one model, did in a task. */
export type Work = {
  readonly annotator: string
  readonly value: LooseObject
  /** What annotations come from when they do not say so themselves. */
  readonly origin: LooseObject
}

/** What is the same for all work on a task. */
export type TaskReading = {
  /** The words between two code points; `undefined` for what are no places of the text. */
  readonly slice: (start: number, end: number) => string | undefined
  readonly sources: readonly DatasetSource[]
  /** Ids of annotations so far: annotators who corrected one prediction share its ids. */
  readonly taken: Set<string>
}

export type ReadWork = {
  readonly annotations: readonly LooseObject[]
  readonly relations: readonly LooseObject[]
  /** Sources that only the regions name. */
  readonly sources: readonly LooseObject[]
  readonly items: readonly ImportItem[]
  /** Regions whose words nobody wrote down. */
  readonly wordless: number
}

/** Annotations and relations as lines of the dataset have them, from the results of `work`. */
export function readWork(work: Work, reading: TaskReading): ReadWork {
  const { regions, links, unread } = readRegions(resultsOf(work.value))
  const items: ImportItem[] = unread.map(words => ({
    kind: 'refused',
    words: [words],
    message: `A result of ${work.annotator} marks no place in the text, so it was left out: ${words}`,
  }))
  const joined = joinContinued(regions, links.filter(isContinuation))
  const ids = new Map<string, string>()
  const annotations = joined.groups.flatMap(group => {
    const id = freeId(group[0].id, reading.taken)
    for (const { id: region } of group) ids.set(region, id)
    return annotationsOf(group, id, work, reading)
  })
  for (const { from, to } of joined.unused)
    items.push({
      kind: 'remark',
      message: `Region ${to} is said to continue ${from}, but they are not two regions with one label; each came in by itself.`,
    })
  const regionSources = regions.flatMap(region =>
    Object.values(isObject(region.meta['sources']) ? region.meta['sources'] : {}).filter(isObject),
  )
  return {
    annotations,
    relations: links
      .filter(link => !isContinuation(link))
      .flatMap(link => relationsOf(link, ids, work)),
    sources: regionSources.filter(({ id }) => !reading.sources.some(known => known.id === id)),
    items,
    wordless: regions.filter(({ words }) => words === undefined).length,
  }
}

function isContinuation({ labels }: RegionLink): boolean {
  return labels.includes(continuesLabel)
}

function freeId(id: string, taken: Set<string>): string {
  let free = id
  for (let count = 2; taken.has(free); count += 1) free = `${id}-${count}`
  taken.add(free)
  return free
}

/** One annotation for each label of the region; most have one. */
function annotationsOf(
  group: readonly [Region, ...Region[]],
  id: string,
  { annotator, value, origin }: Work,
  reading: TaskReading,
): LooseObject[] {
  const [first] = group
  const { meta, labels, type } = first
  const annotation = {
    annotator,
    spans: group.map(region => spanOf(region, reading)),
    // What the first part says wins; controls may have been filled in on another.
    attributes: Object.fromEntries(
      [...group].reverse().flatMap(region => attributesOf(region, reading.sources)),
    ),
    note: group.flatMap(region => noteOf(region.meta)).join('\n'),
    created_at: meta['created_at'] ?? value['created_at'],
    updated_at: later(meta['updated_at'], value['updated_at']),
    origin: meta['origin'] ?? (first.isPrediction ? { ...origin, by: 'suggestion' } : origin),
    external_id: meta['external_id'],
  }
  return [
    { ...annotation, id, type },
    ...labels
      .slice(1)
      .map(label => ({ ...annotation, id: freeId(`${id}-${label}`, reading.taken), type: label })),
  ]
}

/** Exports without words get those that stand there; some versions write a line break as two characters. */
function spanOf({ start, end, words }: Region, { slice }: TaskReading): LooseObject {
  const found = slice(start, end)
  const isSame = words === undefined || words.replaceAll('\\n', '\n') === found
  return { start, end, text: isSame ? (found ?? '') : words }
}

function attributesOf(
  { attributes, meta }: Region,
  sources: readonly DatasetSource[],
): (readonly [string, DatasetValue])[] {
  const meant = isObject(meta['sources']) ? meta['sources'] : {}
  return [...attributes].map(([key, { value, kind }]) => {
    if (kind !== 'source' || typeof value !== 'string') return [key, value]
    const noted = Object.hasOwn(meant, key) ? meant[key] : undefined
    if (isObject(noted) && noted['name'] === value) return [key, foreignIdOf(noted['id']) ?? value]
    const named = sources.filter(({ name }) => name === value)
    return [key, named.length === 1 ? (named[0]?.id ?? value) : value]
  })
}

function noteOf(meta: LooseObject): string[] {
  const { text } = meta
  const lines: unknown[] = Array.isArray(text) ? text : [text]
  return lines.filter(line => typeof line === 'string')
}

/** A region that was changed there has the time of its annotation, which is later than what it brought along. */
function later(own: unknown, whole: unknown): string | undefined {
  const [a = '', b = ''] = [timeOf(own), timeOf(whole)]
  return (a > b ? a : b) || undefined
}

function relationsOf(
  { from, to, labels, meta }: RegionLink,
  ids: ReadonlyMap<string, string>,
  { annotator, value }: Work,
): LooseObject[] {
  const ends = { from: ids.get(from) ?? from, to: ids.get(to) ?? to }
  return (labels.length === 0 ? ['related'] : labels).map((type, index) => ({
    id: index === 0 && meta['id'] !== undefined ? meta['id'] : `${ends.from} ${type} ${ends.to}`,
    external_id: meta['external_id'],
    type,
    annotator,
    from: { annotation: ends.from },
    to: { annotation: ends.to },
    created_at: meta['created_at'] ?? value['created_at'],
  }))
}

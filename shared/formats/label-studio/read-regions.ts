import { valueOfWords } from '../attribute-words'
import type { DatasetValue } from '../dataset/dataset-line'
import type { LooseObject } from '../dataset/loose-value'
import { decimalOf, foreignIdOf, isObject, objectsOf } from '../dataset/loose-value'

/** A region of a text with all that the results say of it. */
export type Region = {
  readonly id: string
  /** Its first label. */
  readonly type: string
  readonly labels: readonly string[]
  readonly start: number
  readonly end: number
  /** What the region covers by its own account; absent in older exports. */
  readonly words: string | undefined
  readonly meta: LooseObject
  readonly isPrediction: boolean
  /** By attribute; `kind` where the control was made by Assay. */
  readonly attributes: Map<string, { readonly value: DatasetValue; readonly kind?: string }>
}

export type RegionLink = {
  readonly from: string
  readonly to: string
  readonly labels: readonly string[]
  readonly meta: LooseObject
}

export type ReadRegions = {
  readonly regions: readonly Region[]
  readonly links: readonly RegionLink[]
  /** Results that mark nothing in the text, in words. */
  readonly unread: readonly string[]
}

/** What a region is called that nobody gave a label. */
const unlabelled = 'region'

/**
 * The regions of one annotator’s results. Results with one id say one region: its labels, and an attribute for each
 * control that belongs to it.
 */
export function readRegions(results: readonly LooseObject[]): ReadRegions {
  const regions = new Map<string, Region>()
  const links: RegionLink[] = []
  const unread: string[] = []
  const answers: LooseObject[] = []
  for (const result of results) {
    if (result['type'] === 'relation') links.push(...linksOf(result))
    else if (Array.isArray(valueOf(result)['labels'])) {
      const region = regionOf(result)
      if (region === undefined) unread.push(inWords(result))
      else regions.set(region.id, region)
    } else answers.push(result)
  }
  for (const answer of answers) {
    const id = foreignIdOf(answer['id']) ?? ''
    const region = regions.get(id) ?? regionOf(answer)
    const given = attributeOf(answer, region?.type ?? unlabelled)
    if (region === undefined || given === undefined) unread.push(inWords(answer))
    else {
      regions.set(region.id, region)
      region.attributes.set(given.key, given)
    }
  }
  return { regions: [...regions.values()], links, unread }
}

function regionOf(result: LooseObject): Region | undefined {
  const value = valueOf(result)
  const id = foreignIdOf(result['id'])
  const { start, end, text, labels } = value
  if (id === undefined || typeof start !== 'number' || typeof end !== 'number') return undefined
  const names = (Array.isArray(labels) ? (labels as unknown[]) : []).flatMap(
    name => foreignIdOf(name) ?? [],
  )
  return {
    id,
    type: names[0] ?? unlabelled,
    labels: names,
    start,
    end,
    words: typeof text === 'string' ? text : undefined,
    meta: isObject(result['meta']) ? result['meta'] : {},
    isPrediction: result['origin'] === 'prediction',
    attributes: new Map(),
  }
}

function linksOf(result: LooseObject): RegionLink[] {
  const from = foreignIdOf(result['from_id']) ?? ''
  const to = foreignIdOf(result['to_id']) ?? ''
  const labels = result['labels']
  const link = {
    from,
    to,
    labels: (Array.isArray(labels) ? (labels as unknown[]) : []).flatMap(
      name => foreignIdOf(name) ?? [],
    ),
    meta: isObject(result['meta']) ? result['meta'] : {},
  }
  const back = { ...link, from: to, to: from }
  if (result['direction'] === 'left') return [back]
  return result['direction'] === 'bi' ? [link, { ...back, meta: {} }] : [link]
}

/** What a control says: the value stands under the name of the result’s type, a text area’s under `text`. */
function attributeOf(
  result: LooseObject,
  type: string,
): { key: string; value: DatasetValue; kind?: string } | undefined {
  const name = foreignIdOf(result['from_name'])
  const kind = foreignIdOf(result['type'])
  if (name === undefined || kind === undefined) return undefined
  const given = valueOf(result)[kind === 'textarea' ? 'text' : kind]
  const own = name.split('.')
  const isOwn = own.length === 3 && own[0] === type
  const words = wordsOf(given)
  if (words === undefined) return undefined
  if (isOwn && own[1] !== undefined && own[2] !== undefined)
    return { key: own[1], value: valueOfWords(words, own[2]), kind: own[2] }
  return { key: name, value: typeof given === 'number' ? given : words }
}

/** One answer in words; several, and the steps of a taxonomy, in one line. */
function wordsOf(given: unknown): string | undefined {
  if (typeof given === 'string') return given
  if (typeof given === 'number') return decimalOf(given)
  if (!Array.isArray(given)) return undefined
  const parts = (given as unknown[]).map(part =>
    Array.isArray(part) ? part.filter(step => typeof step === 'string').join(' / ') : wordsOf(part),
  )
  return parts.some(part => part === undefined) ? undefined : parts.join('; ')
}

function valueOf(result: LooseObject): LooseObject {
  return isObject(result['value']) ? result['value'] : {}
}

function inWords(result: LooseObject): string {
  return JSON.stringify({ from_name: result['from_name'], value: result['value'] }).slice(0, 400)
}

/** The results of an annotation or prediction of a task; none when it has no list of them. */
export function resultsOf(work: LooseObject): LooseObject[] {
  return objectsOf(work['result'])?.objects ?? []
}

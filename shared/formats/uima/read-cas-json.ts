import { isObject } from '../dataset/loose-value'
import type { LooseObject } from '../dataset/loose-value'
import { parsedJson } from '../json-text'
import type { Cas, FeatureStructure, FeatureValue } from './cas'
import { initialView } from './cas'
import { uimaTypes } from './names'

/** What a file holds, or why nothing could be read from it. */
export type ReadCas =
  | { readonly cas: Cas; readonly fault?: undefined }
  | { readonly cas?: undefined; readonly fault: string }

/** A feature structure as a file has it, the text’s own among them. */
export type RawStructure = FeatureStructure & { readonly sofa: number | undefined }

export type RawView = {
  readonly name: string
  readonly sofa: number
  readonly members: ReadonlySet<number>
}

/** True for JSON that means to be a CAS. */
function isCasJson(value: unknown): value is LooseObject {
  return isObject(value) && '%FEATURE_STRUCTURES' in value
}

/** The CAS in a CAS JSON file, version 0.4 and the drafts around it: a list of structures or an object by id. */
export function readCasJson(json: string): ReadCas {
  const value = parsedJson(json)
  if (!isCasJson(value)) return { fault: 'it is no CAS JSON' }
  const given = value['%FEATURE_STRUCTURES']
  const structures = Array.isArray(given)
    ? given.filter(isObject).map(structure => structureFrom(structure, structure['%ID']))
    : Object.entries(isObject(given) ? given : {}).map(([id, structure]) =>
        structureFrom(isObject(structure) ? structure : {}, Number(id)),
      )
  return chooseView(withTexts(structures), viewsFrom(value['%VIEWS']))
}

/** A list of texts is a structure of its own; the feature that points there gets them. */
function withTexts(structures: readonly RawStructure[]): RawStructure[] {
  const lists = new Map(
    structures
      .filter(({ type }) => type === 'uima.cas.StringArray')
      .map(({ id, features }) => [id, features.get(elementsKey)]),
  )
  return structures.map(structure => {
    const found = [...structure.references].flatMap(([name, id]) => {
      const texts = lists.get(id)
      return texts === undefined ? [] : [[name, texts] as const]
    })
    return found.length === 0
      ? structure
      : { ...structure, features: new Map([...structure.features, ...found]) }
  })
}

const elementsKey = '%ELEMENTS'

function structureFrom(given: LooseObject, id: unknown): RawStructure {
  const features = new Map<string, FeatureValue>()
  const references = new Map<string, number>()
  const anchors = new Map<string, number>()
  for (const [key, value] of Object.entries(given)) {
    if (key === elementsKey && Array.isArray(value))
      features.set(
        key,
        value.filter(item => typeof item === 'string'),
      )
    if (key.startsWith('%')) continue
    if (key.startsWith('@')) {
      if (typeof value === 'number') references.set(key.slice(1), value)
      continue
    }
    const name = key.replace(/^[#^]/, '')
    if (typeof value === 'number' && ['begin', 'end'].includes(name)) anchors.set(name, value)
    else if (isFeatureValue(value)) features.set(name, value)
  }
  const sofa = references.get('sofa')
  references.delete('sofa')
  return {
    id: wholeNumber(id) ?? 0,
    type: typeof given['%TYPE'] === 'string' ? given['%TYPE'] : '',
    sofa,
    begin: anchors.get('begin'),
    end: anchors.get('end'),
    features,
    references,
  }
}

function isFeatureValue(value: unknown): value is FeatureValue {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

function wholeNumber(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined
}

function viewsFrom(value: unknown): RawView[] {
  return Object.entries(isObject(value) ? value : {}).flatMap(([name, view]) => {
    if (!isObject(view)) return []
    const members = Array.isArray(view['%MEMBERS']) ? view['%MEMBERS'] : []
    const sofa = wholeNumber(view['%SOFA'])
    const ids = members.map(wholeNumber).filter(id => id !== undefined)
    return sofa === undefined ? [] : [{ name, sofa, members: new Set(ids) }]
  })
}

/**
 * The view that UIMA opens first, or the only one that has a text, with what is indexed in it; all that
 * points into its text when the file does not say what is indexed.
 */
export function chooseView(
  structures: readonly RawStructure[],
  views: readonly RawView[],
): ReadCas {
  const texts = structures.filter(
    ({ type, features }) =>
      type === uimaTypes.sofa && typeof features.get('sofaString') === 'string',
  )
  const sofa =
    texts.find(({ features }) => features.get('sofaID') === initialView) ??
    (texts.length === 1 ? texts[0] : undefined)
  if (sofa === undefined)
    return {
      fault:
        texts.length === 0
          ? 'it has no text'
          : `it has ${texts.length} views with a text, and none of them is ${initialView}`,
    }
  const indexed = views.find(view => view.sofa === sofa.id)?.members
  return {
    cas: {
      text: String(sofa.features.get('sofaString')),
      structures: structures.filter(
        ({ id, sofa: on }) => (indexed?.has(id) ?? true) && on === sofa.id,
      ),
    },
  }
}

import { isObject } from '../dataset/loose-value'
import type { LooseObject } from '../dataset/loose-value'
import { parsedJson } from '../json-text'
import type { FeatureStructure } from './cas'
import { fingerprintOf } from './fingerprint'
import { ownFeatures } from './names'

/** Value of a text feature; `undefined` for one that is not there, is empty or is no text. */
export function textFeature({ features }: FeatureStructure, name: string): string | undefined {
  const value = features.get(name)
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** When and by whom an annotation or relation was made, in the words of a dataset’s line; empty for one made elsewhere. */
export function detailsOf(structure: FeatureStructure): LooseObject {
  const details = parsedJson(textFeature(structure, ownFeatures.details) ?? '')
  return isObject(details) ? details : {}
}

/** True for spans that say what they said when Assay wrote them: then its times hold. */
export function isUnchanged(parts: readonly FeatureStructure[]): boolean {
  const [first] = parts
  return first !== undefined && detailsOf(first)['fingerprint'] === fingerprintOf(parts)
}

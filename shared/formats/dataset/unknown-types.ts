import { revised } from '../../codebook/join-codebooks'
import type { AnnotationType, Attribute, AttributeKind, Codebook } from '../../codebook/codebook'
import type { DatasetAnnotation, DatasetRelation, DatasetValue } from './dataset-line'
import { slugOf } from './loose-value'

/** What a codebook must know so that annotations and relations of a dataset have a type each. */
export type UsedInDataset = {
  readonly annotations: readonly DatasetAnnotation[]
  readonly relations: readonly DatasetRelation[]
  /** True for a value that names a source of the dataset. */
  readonly isSource: (value: string) => boolean
}

/**
 * The codebook with a type for every annotation of a dataset and a kind for every relation: a new one is
 * labelled with the dataset's own name, underlined, in a colour no other type has; the kind of a new
 * attribute is inferred from its values. The same value when nothing is new.
 */
export function withUnknownTypes(codebook: Codebook, used: UsedInDataset): Codebook {
  const types = new Map(codebook.types.map(type => [type.key, type]))
  for (const annotation of used.annotations) {
    const key = slugOf(annotation.type)
    const type = types.get(key) ?? newType(key, annotation.type, [...types.values()])
    const known = new Set(type.attributes.map(attribute => attribute.key))
    const unknown = annotation.attributes
      .filter(([name]) => !known.has(slugOf(name)))
      .map(([name]) => newAttribute(name, valuesOf(used.annotations, key, name), used.isSource))
    types.set(key, withAttributes(type, unknown))
  }
  const relations = new Map(codebook.relations.map(relation => [relation.key, relation]))
  for (const relation of used.relations) {
    const key = slugOf(relation.type)
    if (!relations.has(key)) relations.set(key, { key, label: relation.type })
  }
  const sameTypes = codebook.types.every(type => types.get(type.key) === type)
  return revised(
    codebook,
    sameTypes && types.size === codebook.types.length ? codebook.types : [...types.values()],
    relations.size === codebook.relations.length ? codebook.relations : [...relations.values()],
  )
}

function withAttributes(type: AnnotationType, added: readonly Attribute[]): AnnotationType {
  const byKey = new Map(added.map(attribute => [attribute.key, attribute]))
  if (byKey.size === 0) return type
  return { ...type, attributes: [...type.attributes, ...byKey.values()] }
}

function valuesOf(
  annotations: readonly DatasetAnnotation[],
  type: string,
  attribute: string,
): DatasetValue[] {
  return annotations
    .filter(annotation => slugOf(annotation.type) === type)
    .flatMap(annotation => annotation.attributes)
    .filter(([name]) => name === attribute)
    .map(([, value]) => value)
}

function newAttribute(
  name: string,
  values: readonly DatasetValue[],
  isSource: (value: string) => boolean,
): Attribute {
  return { key: slugOf(name), label: name, kind: kindOf(values, isSource) }
}

/** The kind that all values share; text when they differ. */
function kindOf(
  values: readonly DatasetValue[],
  isSource: (value: string) => boolean,
): AttributeKind {
  if (values.every(value => typeof value === 'boolean')) return 'yes-no'
  if (values.every(value => typeof value === 'number' || typeof value === 'object')) return 'number'
  if (values.every(value => typeof value === 'string' && isSource(value))) return 'source'
  return 'text'
}

function newType(key: string, label: string, others: readonly AnnotationType[]): AnnotationType {
  const taken = new Set(others.flatMap(({ colour }) => [colour.light, colour.dark]))
  let step = others.length
  let colour = colourAt(step)
  while (taken.has(colour.light) || taken.has(colour.dark)) colour = colourAt((step += 1))
  return { key, label, channel: 'underline', colour, attributes: [] }
}

/** Steps of the golden angle, so that neighbours lie far apart however many there are. */
function colourAt(step: number): { light: string; dark: string } {
  const hue = (step * 137.508) % 360
  return { light: hexColour(hue, 0.65, 0.3), dark: hexColour(hue, 0.75, 0.74) }
}

/** CSS Color 4 §7.1: hue in degrees, saturation and lightness from 0 to 1, as `#rrggbb`. */
function hexColour(hue: number, saturation: number, lightness: number): string {
  const channel = (offset: number): string => {
    const k = (offset + hue / 30) % 12
    const chroma = saturation * Math.min(lightness, 1 - lightness)
    const value = lightness - chroma * Math.max(-1, Math.min(k - 3, 9 - k, 1))
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, '0')
  }
  return `#${channel(0)}${channel(8)}${channel(4)}`
}

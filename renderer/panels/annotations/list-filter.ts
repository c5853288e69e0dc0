import type { Annotation, AttributeValue } from '../../../shared/annotation/annotation'
import { foldedLetters } from '../../../shared/text/fold-text'
import { attributeLine, wordsOf, writeValue } from '../../values/attribute-text'
import { createTextIndex } from '../../values/text-index'
import type { ListKnowledge } from './list-order'
import { attributesByKey } from './list-order'

/** Which annotations the list shows. */
export type ListFilter = {
  /** Each of these words must be in the annotation's own words, its type, its values, its note or the name of another annotator who made it. */
  readonly typed: string
  readonly hiddenTypes: ReadonlySet<string>
  /** Key of an attribute, and what it must be. */
  readonly attribute?: { readonly key: string; readonly wish: ValueWish } | undefined
}

/** `any` value, none at all, or the value of this `keyOfValue`. */
export type ValueWish = 'any' | 'none' | `=${string}`

export const noFilter: ListFilter = { typed: '', hiddenTypes: new Set() }

/** A value as text that is the same for the same value only. */
export function keyOfValue(value: AttributeValue): `=${string}` {
  return `=${JSON.stringify(value)}`
}

/** The filter of a list. */
export type ListSearch = {
  /** Those of `annotations` that a filter shows. */
  readonly shown: (filter: ListFilter, annotations: readonly Annotation[]) => readonly Annotation[]
  /**
   * Take in what is looked through of `annotations`, so that the first letter need not: of at most so many
   * that are new. True when all are there.
   */
  readonly prepare: (annotations: readonly Annotation[], most: number) => boolean
}

/** Texts beside those that are looked through, before all are taken in anew: an edit leaves its old one behind. */
const mostLeftBehind = 10_000

/** What is looked through is taken in once for each annotation: after an edit, for those that it changed. */
export function createListSearch(textOf: (annotation: Annotation) => string): ListSearch {
  let index = createTextIndex()
  let known = nothingKnown
  const prepare = (annotations: readonly Annotation[], most = Infinity): boolean => {
    if (known.annotations === annotations) return true
    if (index.size() > annotations.length + mostLeftBehind) {
      index = createTextIndex()
      known = nothingKnown
    }
    const from = sameAtStart(known.annotations, annotations)
    const same = sameAtEnd(known.annotations, annotations, from)
    const isAll = annotations.length - same - from <= most
    const after = known.annotations.length - (isAll ? same : 0)
    const { numbers } = known
    const wanted = isAll ? annotations : annotations.slice(0, from + most)
    const added = wanted
      .slice(from, isAll ? wanted.length - same : undefined)
      .map(annotation => index.add(textOf(annotation)))
    known = { annotations: wanted, numbers: new Uint32Array(wanted.length) }
    known.numbers.set(numbers.subarray(0, from))
    known.numbers.set(added, from)
    known.numbers.set(numbers.subarray(after), from + added.length)
    return isAll
  }
  return {
    prepare,
    shown: (filter, annotations) => {
      const words = foldedLetters(filter.typed).split(/\s+/).filter(Boolean)
      if (words.length === 0) return allowedBy(filter, annotations)
      prepare(annotations)
      const found: Annotation[] = []
      for (const place of index.holding(words, known.numbers)) {
        const annotation = annotations[place]
        if (annotation !== undefined) found.push(annotation)
      }
      return allowedBy(filter, found)
    },
  }
}

/** Annotations, and side by side the numbers of their texts. */
type Known = {
  readonly annotations: readonly Annotation[]
  readonly numbers: Uint32Array
}

const nothingKnown: Known = { annotations: [], numbers: new Uint32Array() }

/** How many are the same in both, counted from the first. */
function sameAtStart(before: readonly Annotation[], after: readonly Annotation[]): number {
  let count = 0
  while (count < before.length && count < after.length && before[count] === after[count]) count += 1
  return count
}

/** How many of those behind the first `start` are the same in both, counted from the last. */
function sameAtEnd(
  before: readonly Annotation[],
  after: readonly Annotation[],
  start: number,
): number {
  const most = Math.min(before.length, after.length) - start
  let count = 0
  while (count < most && before.at(-1 - count) === after.at(-1 - count)) count += 1
  return count
}

function allowedBy(
  { hiddenTypes, attribute }: ListFilter,
  annotations: readonly Annotation[],
): readonly Annotation[] {
  if (hiddenTypes.size === 0 && attribute === undefined) return annotations
  return annotations.filter(
    ({ type, attributes }) =>
      !hiddenTypes.has(type) &&
      (attribute === undefined || fits(attributes[attribute.key], attribute.wish)),
  )
}

function fits(value: AttributeValue | undefined, wish: ValueWish): boolean {
  if (wish === 'any') return value !== undefined
  if (wish === 'none') return value === undefined
  return value !== undefined && keyOfValue(value) === wish
}

/** Gives what a filter looks through, in small letters without accents, with plain quotation marks. */
export function searchedTexts(knowledge: ListKnowledge): (annotation: Annotation) => string {
  const types = new Map(knowledge.codebook.types.map(type => [type.key, type]))
  return annotation => {
    const type = types.get(annotation.type)
    return foldedLetters(
      [
        wordsOf(annotation),
        type?.label ?? annotation.type,
        attributeLine(annotation, type, knowledge.sources),
        annotation.note ?? '',
        knowledge.authors?.get(annotation.id) ?? '',
      ].join('\n'),
    )
  }
}

/** Values that are offered to filter by; rarer ones are found by typing. */
const mostValues = 200

/** The values that `annotations` have for an attribute, the most frequent first. */
export function valuesFor(
  key: string,
  annotations: readonly Annotation[],
  { codebook, sources }: ListKnowledge,
): { readonly wish: ValueWish; readonly label: string; readonly count: number }[] {
  const attribute = attributesByKey(codebook).get(key)
  const values = new Map<ValueWish, { readonly label: string; count: number }>()
  for (const { attributes } of annotations) {
    const value = attributes[key]
    if (value === undefined) continue
    const wish = keyOfValue(value)
    const known = values.get(wish)
    if (known === undefined)
      values.set(wish, { label: writeValue(attribute, value, sources), count: 1 })
    else known.count += 1
  }
  return [...values]
    .map(([wish, value]) => ({ wish, ...value }))
    .sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, 'en'))
    .slice(0, mostValues)
}

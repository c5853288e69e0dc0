import type { Annotation, AttributeValue } from '../../../shared/annotation/annotation'
import { attributeLine, wordsOf, writeValue } from '../../values/attribute-text'
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

/** The filter of a list: what it looks through is kept from letter to letter. */
export type ListSearch = {
  /** Those of `annotations` that a filter shows. */
  readonly shown: (filter: ListFilter, annotations: readonly Annotation[]) => readonly Annotation[]
  /** Gather what is looked through of `annotations`, so that the first letter need not. */
  readonly prepare: (annotations: readonly Annotation[]) => void
}

/**
 * What is looked through is written once for each annotation, and while somebody goes on typing only what
 * was left is looked through.
 */
export function createListSearch(textOf: (annotation: Annotation) => string): ListSearch {
  let all: Searched = { annotations: [], texts: [], begins: [] }
  let last: Found | undefined
  const prepare = (annotations: readonly Annotation[]): void => {
    if (all.annotations !== annotations)
      all = { annotations, texts: annotations.map(textOf), begins: [] }
  }
  return {
    prepare,
    shown: (filter, annotations) => {
      const typed = folded(filter.typed)
      const asked = { filter, typed, words: typed.split(/\s+/).filter(Boolean), annotations }
      if (isIdle(asked)) return annotations
      prepare(annotations)
      const found =
        last !== undefined && narrows(last, asked)
          ? narrowed(last, asked.words)
          : withWords(allowedBy(filter, all), asked.words)
      last = { ...asked, found }
      return found.annotations
    },
  }
}

type Asked = {
  readonly filter: ListFilter
  /** As it is looked for. */
  readonly typed: string
  readonly words: readonly string[]
  readonly annotations: readonly Annotation[]
}

type Found = Asked & { readonly found: Searched }

/** Annotations, and side by side what is looked through for each, and from where on when the last word goes on. */
type Searched = {
  readonly annotations: readonly Annotation[]
  readonly texts: readonly string[]
  readonly begins: readonly number[]
}

function isIdle({ filter: { hiddenTypes, attribute }, words }: Asked): boolean {
  return words.length === 0 && hiddenTypes.size === 0 && attribute === undefined
}

/** True when what `next` asks for can only be among what was found before. */
function narrows(before: Asked, next: Asked): boolean {
  return (
    before.annotations === next.annotations &&
    before.filter.hiddenTypes === next.filter.hiddenTypes &&
    before.filter.attribute === next.filter.attribute &&
    next.typed.startsWith(before.typed)
  )
}

/** Of what was found before those that have `words`: the same, the last one longer perhaps, and more after it. */
function narrowed({ words: before, found }: Found, words: readonly string[]): Searched {
  const last = words[before.length - 1]
  const longer = last === before.at(-1) || last === undefined ? found : withLonger(found, last)
  return withWords(longer, words.slice(before.length))
}

function withWords(among: Searched, words: readonly string[]): Searched {
  return words.reduce((left, word) => withLonger({ ...left, begins: [] }, word), among)
}

/** Those with `word` in their text, not before the last word of `among`, of which it is the beginning. */
function withLonger({ annotations, texts, begins }: Searched, word: string): Searched {
  const found = { annotations: [] as Annotation[], texts: [] as string[], begins: [] as number[] }
  // This runs over ten thousand for a letter: by index, without a function for each, and not with `includes`,
  // which takes a third longer before the engine has optimised the loop.
  for (let at = 0; at < texts.length; at += 1) {
    const text = texts[at]
    const begin = text?.indexOf(word, begins[at] ?? 0) ?? -1
    const annotation = annotations[at]
    if (begin === -1 || text === undefined || annotation === undefined) continue
    found.annotations.push(annotation)
    found.texts.push(text)
    found.begins.push(begin)
  }
  return found
}

function allowedBy({ hiddenTypes, attribute }: ListFilter, among: Searched): Searched {
  if (hiddenTypes.size === 0 && attribute === undefined) return among
  const found = { annotations: [] as Annotation[], texts: [] as string[], begins: [] }
  for (const [at, annotation] of among.annotations.entries()) {
    if (hiddenTypes.has(annotation.type)) continue
    if (attribute !== undefined && !fits(annotation.attributes[attribute.key], attribute.wish))
      continue
    found.annotations.push(annotation)
    found.texts.push(among.texts[at] ?? '')
  }
  return found
}

function fits(value: AttributeValue | undefined, wish: ValueWish): boolean {
  if (wish === 'any') return value !== undefined
  if (wish === 'none') return value === undefined
  return value !== undefined && keyOfValue(value) === wish
}

/** Gives what a filter looks through, in small letters without accents, kept for as long as the annotation stays the same. */
export function searchedTexts(knowledge: ListKnowledge): (annotation: Annotation) => string {
  const texts = new WeakMap<Annotation, string>()
  const types = new Map(knowledge.codebook.types.map(type => [type.key, type]))
  return annotation => {
    const known = texts.get(annotation)
    if (known !== undefined) return known
    const type = types.get(annotation.type)
    const text = folded(
      [
        wordsOf(annotation),
        type?.label ?? annotation.type,
        attributeLine(annotation, type, knowledge.sources),
        annotation.note ?? '',
        knowledge.authors?.get(annotation.id) ?? '',
      ].join('\n'),
    )
    texts.set(annotation, text)
    return text
  }
}

function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
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

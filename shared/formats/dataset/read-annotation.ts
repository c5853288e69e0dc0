import type { NumberValue } from '../../annotation/annotation'
import type { Span } from '../../text/span'
import { joinSpans, spanFault } from '../../text/span'
import { unnamedAnnotator } from './dataset-line'
import type { DatasetAnnotation, DatasetValue } from './dataset-line'
import type { ImportItem } from './import-item'
import { decimalOf, foreignIdOf, isObject, objectsOf, textOf, timeOf } from './loose-value'
import type { LooseObject } from './loose-value'

/** The text that offsets point into, and how the line counts them. */
export type AnnotatedText = {
  readonly text: string
  /** From the line's unit to UTF-16; `undefined` where the text has no such place. */
  readonly toUtf16: (offset: number) => number | undefined
}

type Said = { readonly kind: ImportItem['kind']; readonly message: string }

export type ReadAnnotation = {
  /** Absent when the annotation is refused: `items` says why, `words` what it was on. */
  readonly annotation?: DatasetAnnotation
  readonly items: readonly Said[]
  readonly words: readonly string[]
}

/**
 * An annotation of a line. Offsets are used as they are given and compared with the words beside them;
 * one that does not fit refuses the annotation, and is never moved to a place that would.
 */
export function readAnnotation(value: LooseObject, annotated: AnnotatedText): ReadAnnotation {
  const spans = objectsOf(value['spans'])
  const words = (spans?.objects ?? []).map(span => textOf(span['text']) ?? '')
  const refuse = (message: string): ReadAnnotation => ({
    items: [{ kind: 'refused', message }],
    words,
  })
  const id = foreignIdOf(value['id'])
  const type = foreignIdOf(value['type'])
  if (id === undefined) return refuse('This annotation has no id, so it was left out.')
  if (type === undefined) return refuse('This annotation has no type, so it was left out.')
  if (spans === undefined || spans.objects.length === 0 || spans.others > 0)
    return refuse('This annotation has no list of spans, so it was left out.')
  const read = spans.objects.map(span => readSpan(span, annotated))
  const fault = read.find(span => typeof span === 'string')
  if (fault !== undefined) return refuse(fault)
  const attributes = readAttributes(value['attributes'])
  return {
    annotation: {
      id,
      externalId: textOf(value['external_id']),
      type,
      annotator: foreignIdOf(value['annotator']) ?? unnamedAnnotator,
      spans: joinSpans(read.filter(span => typeof span === 'object')),
      attributes: attributes.values,
      note: textOf(value['note']),
      createdAt: timeOf(value['created_at']),
      updatedAt: timeOf(value['updated_at']),
      isEdited: value['edited'] === true ? true : undefined,
      origin: isObject(value['origin']) ? value['origin'] : undefined,
    },
    items: attributes.items,
    words,
  }
}

/** The span in UTF-16, or a sentence that says why it is none. */
function readSpan(value: LooseObject, { text, toUtf16 }: AnnotatedText): Span | string {
  const words = textOf(value['text'])
  if (words === undefined)
    return 'A span has no words beside its numbers, so its place cannot be verified and the annotation was left out.'
  const start = placeOf(value['start'], toUtf16)
  const end = placeOf(value['end'], toUtf16)
  if (start === undefined || end === undefined)
    return `${shown(value['start'])} to ${shown(value['end'])} are not places of the text, so the annotation was left out.`
  const fault = spanFault(text, { start, end })
  if (fault !== undefined)
    return `The span ${shown(value['start'])} to ${shown(value['end'])} does not fit the text, ${fault}; the annotation was left out.`
  const found = text.slice(start, end)
  if (found !== words)
    return `At ${shown(value['start'])} to ${shown(value['end'])} stands “${shortened(found)}” instead of “${shortened(words)}”, so the annotation was left out. Are its places counted in the unit the line names?`
  return { start, end }
}

function placeOf(
  value: unknown,
  toUtf16: (offset: number) => number | undefined,
): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) ? toUtf16(value) : undefined
}

function readAttributes(value: unknown): {
  values: (readonly [string, DatasetValue])[]
  items: Said[]
} {
  const values: (readonly [string, DatasetValue])[] = []
  const items: Said[] = []
  if (value !== undefined && value !== null && !isObject(value))
    items.push({
      kind: 'remark',
      message: `Attributes that are no object were left out: ${shown(value)}.`,
    })
  for (const [key, given] of isObject(value) ? Object.entries(value) : []) {
    if (given === null) continue
    const read = attributeValueOf(given)
    if (read === undefined || key === '')
      items.push({
        kind: 'remark',
        message: `Attribute “${shortened(key)}” was left out, because ${shown(given)} is no value an attribute can have.`,
      })
    else values.push([key, read])
  }
  return { values, items }
}

function attributeValueOf(value: unknown): DatasetValue | undefined {
  if (typeof value === 'string') return textOf(value)
  if (typeof value === 'boolean') return value
  if (typeof value === 'number') return decimalOf(value) === undefined ? undefined : value
  return isObject(value) ? numberValueOf(value) : undefined
}

function numberValueOf(value: LooseObject): NumberValue | undefined {
  const min = decimalOf(value['min'])
  const max = decimalOf(value['max'])
  const given = Object.entries(value).filter(([, bound]) => bound !== null).length
  const read = [min, max].filter(bound => bound !== undefined).length
  if (read === 0 || read !== given) return undefined
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) }
}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : shortened(JSON.stringify(value))
}

function shortened(text: string): string {
  const characters = Array.from(text.slice(0, 200))
  return characters.length > 80 ? `${characters.slice(0, 79).join('')}…` : characters.join('')
}

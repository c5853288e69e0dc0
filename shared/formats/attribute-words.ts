import type { AttributeValue, SourceId } from '../annotation/annotation'
import type { AttributeKind, Codebook } from '../codebook/codebook'
import { typeOf } from '../codebook/codebook'
import type { DatasetValue } from './dataset/dataset-line'
import { decimalOf } from './dataset/loose-value'
import type { ExportArticle, ExportContext, Loss } from './format'

/** True when a value is what an attribute of this kind holds: a number, a yes or no, or words. */
export function fitsKind(value: AttributeValue, kind: AttributeKind): boolean {
  if (kind === 'number') return typeof value === 'object'
  if (kind === 'yes-no') return typeof value === 'boolean'
  return typeof value === 'string'
}

/** The kind of an attribute of a type; `undefined` when the codebook has none of that name. */
export function kindOf(
  codebook: Codebook,
  type: string,
  attribute: string,
): AttributeKind | undefined {
  return typeOf(codebook, type)?.attributes.find(({ key }) => key === attribute)?.kind
}

/**
 * A value as people write one: `40`, `40..45`, `..52` (at most 52) for numbers, yes or no, a source by its name.
 * Numbers, yes and no are read back by `valueOfWords`.
 */
export function wordsOfValue(
  value: AttributeValue,
  kind: AttributeKind,
  sources: ExportContext['sources'],
): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string')
    return kind === 'source' ? (sources.get(value as SourceId)?.name ?? value) : value
  const { min = '', max = '' } = value
  return min === max ? min : `${min}..${max}`
}

/** What words mean as a value of this kind; the words themselves when they are no number, yes or no. */
export function valueOfWords(words: string, kind: string | undefined): DatasetValue {
  if (kind === 'yes-no' && (words === 'yes' || words === 'no')) return words === 'yes'
  if (kind !== 'number') return words
  const [low = '', high = low, ...more] = words.split('..').map(bound => bound.trim())
  const min = decimalOf(low)
  const max = decimalOf(high)
  const isNumber = (low === '' || min !== undefined) && (high === '' || max !== undefined)
  if (more.length > 0 || !isNumber || (min ?? max) === undefined) return words
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) }
}

/** Attributes that no control or column holds: the codebook does not know them, or means another kind of value by them. */
export function unfitAttributeLosses(article: ExportArticle, codebook: Codebook): Loss[] {
  return article.annotations.flatMap(({ id, type, attributes }) =>
    Object.entries(attributes)
      .filter(([key, value]) => {
        const kind = kindOf(codebook, type, key)
        return kind === undefined || !fitsKind(value, kind)
      })
      .map(([key, value]) => ({
        kind: 'attribute',
        article: article.id,
        annotation: id,
        message: `Attribute “${key}” with the value ${JSON.stringify(value)} was left out: the codebook has no such attribute of the type “${type}”, or another kind of value for it.`,
      })),
  )
}

import type { Annotation, AttributeValue, Source } from '../../shared/annotation/annotation'
import { currentSource } from '../../shared/annotation/current-source'
import type { AnnotationType, Attribute } from '../../shared/codebook/codebook'
import { writeDate } from './date-text'
import { writeNumber } from '../../shared/text/numbers/write-number'

/** An attribute's value as people read it; what the codebook no longer knows is shown as it is. */
export function writeValue(
  attribute: Attribute | undefined,
  value: AttributeValue,
  sources: ReadonlyMap<string, Source>,
): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'object') return writeNumber(value)
  switch (attribute?.kind) {
    case 'source':
      return currentSource(sources, value)?.name ?? 'unknown source'
    case 'choice':
      return attribute.choices?.find(choice => choice.key === value)?.label ?? value
    case 'date':
      return writeDate(value)
    // A deleted attribute may have held a source: people know it by its name.
    case undefined:
      return sources.get(value)?.name ?? value
    case 'text':
    case 'number':
    case 'yes-no':
      return value
  }
}

/** All attributes of an annotation as one line, in the order of the codebook. */
export function attributeLine(
  annotation: Annotation,
  type: AnnotationType | undefined,
  sources: ReadonlyMap<string, Source>,
): string {
  const known = type?.attributes ?? []
  const keys = known.map(({ key }) => key)
  const others = Object.keys(annotation.attributes).filter(key => !keys.includes(key))
  return [...keys, ...others]
    .flatMap(key => {
      const value = annotation.attributes[key]
      if (value === undefined) return []
      const attribute = known.find(candidate => candidate.key === key)
      const words = writeValue(attribute, value, sources)
      const needsLabel = attribute?.kind === 'yes-no' || attribute?.kind === 'date'
      return [needsLabel ? `${attribute.label.toLowerCase()}: ${words}` : words]
    })
    .join(' · ')
}

/** The words of an annotation; parts of an interrupted one are joined by an ellipsis. */
export function wordsOf(annotation: Annotation): string {
  return annotation.quote.map(quote => quote.exact).join(' … ')
}

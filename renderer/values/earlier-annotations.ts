import type { Annotation, AttributeValue } from '../../shared/annotation/annotation'
import { compareText } from '../../shared/annotation/annotation'
import type { Codebook } from '../../shared/codebook/codebook'
import { typeOf } from '../../shared/codebook/codebook'

/** The annotation that was worked on last, of any type or of `type`, `except` one; `undefined` when there is none. */
export function latestOf(
  annotations: Iterable<Annotation>,
  type?: string,
  except?: string,
): Annotation | undefined {
  let latest: Annotation | undefined
  for (const annotation of annotations) {
    if (annotation.id === except || (type !== undefined && annotation.type !== type)) continue
    if (latest === undefined || isLater(annotation, latest)) latest = annotation
  }
  return latest
}

/** The source named last in an attribute of any other annotation: who spoke, or claimed, before. */
export function lastSource(
  annotations: Iterable<Annotation>,
  codebook: Codebook,
  except: string,
): string | undefined {
  let latest: Annotation | undefined
  for (const annotation of annotations) {
    if (annotation.id === except || sourceIn(annotation, codebook) === undefined) continue
    if (latest === undefined || isLater(annotation, latest)) latest = annotation
  }
  return latest === undefined ? undefined : sourceIn(latest, codebook)
}

/** `annotation` with those of `others` that it has not set itself; the same object when there are none. */
export function withAttributesOf(
  annotation: Annotation,
  others: Annotation['attributes'],
): Annotation {
  const attributes: Record<string, AttributeValue> = { ...others, ...annotation.attributes }
  const isMore = Object.keys(attributes).length > Object.keys(annotation.attributes).length
  return isMore ? { ...annotation, attributes } : annotation
}

function sourceIn({ type, attributes }: Annotation, codebook: Codebook): string | undefined {
  for (const { key, kind } of typeOf(codebook, type)?.attributes ?? []) {
    const value = attributes[key]
    if (kind === 'source' && typeof value === 'string') return value
  }
  return undefined
}

/** Ids of the project are ordered by time, which tells apart what one millisecond made. */
function isLater(a: Annotation, b: Annotation): boolean {
  return (compareText(a.updatedAt, b.updatedAt) || compareText(a.id, b.id)) > 0
}

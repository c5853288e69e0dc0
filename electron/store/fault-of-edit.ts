import type { Annotation } from '../../shared/annotation/annotation'
import type { Edit } from '../../shared/project/change'
import { spanFault } from '../../shared/text/span'

/**
 * Why an edit must not be written, or `undefined`: ids that do not fit, or an annotation whose words are
 * not the words at its offsets. The last gate before the disk; a window that works never meets it.
 * `textOf` gives an article's plain text, or `undefined` when the article cannot be read.
 */
export function faultOfEdit(
  edit: Edit,
  textOf: (article: string) => string | undefined,
): string | undefined {
  for (const change of edit.changes) {
    if (change.before === undefined && change.after === undefined && change.kind !== 'metadata')
      return 'Not saved: the edit changes nothing.'
    if ('id' in change && [change.before, change.after].some(one => one && one.id !== change.id))
      return 'Not saved: the edit mixes two records up.'
    if (change.kind !== 'annotation' || change.after === undefined) continue
    const text = textOf(change.article)
    if (text === undefined)
      return 'Not saved: the article of this annotation cannot be read. Put its file back and try again.'
    const fault = faultOfAnnotation(text, change.after)
    if (fault !== undefined) return fault
  }
  return undefined
}

function faultOfAnnotation(text: string, annotation: Annotation): string | undefined {
  if (annotation.quote.length !== annotation.spans.length)
    return 'Not saved: an annotation does not have the words of each of its parts.'
  for (const [index, span] of annotation.spans.entries()) {
    const fault = spanFault(text, span)
    if (fault !== undefined) return `Not saved: an annotation does not fit the text: ${fault}.`
    if (annotation.quote[index]?.exact !== text.slice(span.start, span.end))
      return 'Not saved: the words of an annotation are not the words at its place.'
  }
  return undefined
}

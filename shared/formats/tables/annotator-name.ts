import type { AnnotatorId } from '../../annotation/annotation'
import type { ExportContext } from '../format'

/** The name of whose work it is; the id when the project does not know the name. */
export function annotatorName(id: AnnotatorId, context: ExportContext): string {
  return context.annotators.get(id)?.name ?? id
}

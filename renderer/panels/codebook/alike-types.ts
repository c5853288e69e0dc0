import type { AnnotationType } from '../../../shared/codebook/codebook'
import { areApart } from '../../../shared/codebook/colour-vision'
import { looksOf } from '../../editor/type-looks'
import type { papers } from '../../values/papers'

/**
 * The other types that are drawn as `type` is, with the same dashes, in a colour that not all eyes can tell
 * from its own on this paper. High contrast has the colours of the light one.
 */
export function alikeTypes(
  type: AnnotationType,
  types: readonly AnnotationType[],
  paper: keyof typeof papers,
): AnnotationType[] {
  const looks = looksOf(types)
  const own = looks.get(type.key)
  return types.filter(other => {
    const look = looks.get(other.key)
    const isDrawnAlike = look?.channel === own?.channel && look?.dash === own?.dash
    return (
      other.key !== type.key && isDrawnAlike && !areApart(type.colour[paper], other.colour[paper])
    )
  })
}

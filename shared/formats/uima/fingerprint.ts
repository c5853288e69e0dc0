import { hashOf } from '../../text/hash'
import type { FeatureStructure } from './cas'
import { ownFeatures } from './names'

/**
 * A short sum over what an annotation says: type, places and features of its spans. It is written beside
 * the time of the last change, so that a file that went through another tool shows what was changed there.
 */
export function fingerprintOf(
  parts: readonly Pick<FeatureStructure, 'type' | 'begin' | 'end' | 'features'>[],
): string {
  const said = parts
    .toSorted((a, b) => (a.begin ?? 0) - (b.begin ?? 0) || (a.end ?? 0) - (b.end ?? 0))
    .map(({ type, begin, end, features }) => [
      type,
      begin,
      end,
      [...features]
        .filter(([name]) => name !== ownFeatures.details)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ])
  return hashOf(JSON.stringify(said))
}

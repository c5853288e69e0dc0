import type { ArticleEdits } from '../../article/article'
import { isSameValue } from './same-value'

/** Each thing that people write of an article by its name, `metadata.publisher` for one of its details. */
export type DetailParts = ReadonlyMap<string, unknown>

const detail = 'metadata.'
/** In the bin, and what it went there for: one part. */
export const bin = 'bin'

/** What was written of an article, taken apart: two people may change two of the parts. */
export function partsOf({
  metadata,
  removedAt,
  replacedBy,
  ...others
}: ArticleEdits = {}): DetailParts {
  const parts = new Map<string, unknown>(Object.entries(others))
  for (const [key, value] of Object.entries(metadata ?? {})) parts.set(`${detail}${key}`, value)
  if (removedAt !== undefined || replacedBy !== undefined)
    parts.set(bin, {
      ...(removedAt === undefined ? {} : { removedAt }),
      ...(replacedBy === undefined ? {} : { replacedBy }),
    })
  return parts
}

/** The parts put together again; `undefined` when there are none. */
export function editsOfParts(parts: DetailParts): ArticleEdits | undefined {
  if (parts.size === 0) return undefined
  const details = [...parts].filter(([name]) => name.startsWith(detail))
  const others = [...parts].filter(([name]) => !name.startsWith(detail) && name !== bin)
  return {
    ...Object.fromEntries(others),
    ...(details.length === 0
      ? {}
      : {
          metadata: Object.fromEntries(
            details.map(([name, value]) => [name.slice(detail.length), value]),
          ),
        }),
    ...(parts.get(bin) as ArticleEdits | undefined),
  } as ArticleEdits
}

/** Names of the parts that differ. */
export function partsThatDiffer(
  before: ArticleEdits | undefined,
  after: ArticleEdits | undefined,
): readonly string[] {
  const [one, other] = [partsOf(before), partsOf(after)]
  return [...new Set([...one.keys(), ...other.keys()])].filter(
    name => !isSameValue(one.get(name), other.get(name)),
  )
}

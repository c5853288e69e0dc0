import type { ArticleEdits, ArticleId, Metadata } from '../../../shared/article/article'
import {
  asCopyOf,
  asNoCopy,
  copiesField,
  copiesOf,
  copyOf,
  copyOfField,
  withCopy,
  withoutCopy,
} from '../../../shared/article/copies'
import type { Change } from '../../../shared/project/change'
import { editsChanges } from '../../../shared/project/edits-change'

/** What people wrote of an article, when they did. */
export type KnownEdits = ArticleEdits | undefined

/** One of the two versions: its id and what people wrote of it. */
type Version = { readonly id: ArticleId; readonly edits: KnownEdits }

/** `first` is what the later version is a copy of, `root` what the copies of the earlier one are linked to. */
type Links = { readonly first: ArticleId | undefined; readonly root: ArticleId }

/**
 * What becomes of what people wrote of two articles, and of `others`, when `to` takes the place of `from`:
 * the details of the earlier one go over, where the later one has its own those stay, and the earlier one
 * goes to the bin. Two versions are no copies of each other; what was linked to the earlier one is linked
 * to the later one. An article that comes in with this step has the edits of one in the bin. Pure.
 */
export function detailsAfter(given: {
  readonly from: Version
  readonly to: Version
  /** Every other article of the project. */
  readonly others: ReadonlyMap<ArticleId, KnownEdits>
  readonly at: string
}): Change[] {
  const { from, to, others, at } = given
  const before = new Map<ArticleId, KnownEdits>([
    ...others,
    [to.id, to.edits],
    [from.id, from.edits],
  ])
  const after = new Map<ArticleId, KnownEdits>()
  const editsOf = (id: ArticleId): KnownEdits => (after.has(id) ? after.get(id) : before.get(id))
  const first = firstOf(from, to)
  // A copy of a copy points at the first.
  const root = first !== undefined && others.has(first) ? first : to.id

  after.set(to.id, joined(from, to, { first, root }))
  after.set(from.id, binned(from, to.id, at))
  for (const [id, edits] of others) {
    if (!copiesOf(metadataIn(edits)).includes(from.id)) continue
    const rest = withoutCopy(edits, from.id)
    after.set(id, id === first ? withCopy(rest, to.id) : rest)
  }
  for (const copy of copiesAmong(others, root === to.id ? [from] : [from, to])) {
    after.set(copy, copy === root ? asNoCopy(editsOf(copy)) : asCopyOf(editsOf(copy), root))
    if (copy !== root) after.set(root, withCopy(editsOf(root), copy))
  }
  return editsChanges(id => before.get(id), after)
}

/** The article that the later version is a copy of: what it says itself, else what the earlier one said. */
function firstOf(from: Version, to: Version): ArticleId | undefined {
  return [to, from]
    .map(({ edits }) => copyOf(metadataIn(edits)) as ArticleId | undefined)
    .find(id => id !== from.id && id !== to.id && id !== undefined)
}

/** Copies of these versions, whichever side says so. One that is not in the project is left alone. */
function copiesAmong(
  others: ReadonlyMap<ArticleId, KnownEdits>,
  versions: readonly Version[],
): ArticleId[] {
  const listed = new Set(versions.flatMap(({ edits }) => copiesOf(metadataIn(edits))))
  const isLinked = (edits: KnownEdits): boolean =>
    versions.some(({ id }) => id === copyOf(metadataIn(edits)))
  return [...others].filter(([id, edits]) => listed.has(id) || isLinked(edits)).map(([id]) => id)
}

/** The later version with the details of both. Its own title and fields win; tags and notes are joined. */
function joined(from: Version, to: Version, links: Links): ArticleEdits {
  const { replaces: _r, replacedBy: _b, metadata: earlier, ...carried } = from.edits ?? {}
  const { removedAt: _in, replacedBy: _back, metadata: later, ...own } = to.edits ?? {}
  const tags = [...new Set([...(carried.tags ?? []), ...(own.tags ?? [])])]
  const notes = [...new Set([carried.note, own.note].filter(note => note !== undefined))]
  const metadata = joinedMetadata(earlier, later, { ...links, ends: [from.id, to.id] })
  return {
    ...carried,
    ...own,
    ...(Object.keys(metadata).length === 0 ? {} : { metadata }),
    ...(tags.length === 0 ? {} : { tags }),
    ...(notes.length === 0 ? {} : { note: notes.join('\n\n') }),
    replaces: from.id,
  }
}

function joinedMetadata(
  earlier: Metadata = {},
  later: Metadata = {},
  { first, root, ends }: Links & { readonly ends: readonly [ArticleId, ArticleId] },
): Metadata {
  const { [copyOfField]: _link, [copiesField]: _list, ...fields } = { ...earlier, ...later }
  const link = [later[copyOfField], earlier[copyOfField]].find(
    entry => entry !== undefined && entry.value === first,
  )
  const listed = root === ends[1] ? [...copiesOf(earlier), ...copiesOf(later)] : []
  const copies = new Set(listed.filter(id => !ends.some(end => end === id)))
  return {
    ...fields,
    ...(link === undefined ? {} : { [copyOfField]: link }),
    ...(copies.size === 0
      ? {}
      : { [copiesField]: { value: [...copies].join(' '), from: 'person' as const } }),
  }
}

/** The earlier version without its links, in the bin. */
function binned({ edits }: Version, later: ArticleId, at: string): ArticleEdits {
  const copies = copiesOf(metadataIn(edits))
  const { replaces, ...rest } = copies.reduce<KnownEdits>(withoutCopy, asNoCopy(edits)) ?? {}
  return {
    ...rest,
    ...(replaces === undefined || replaces === later ? {} : { replaces }),
    removedAt: at,
    replacedBy: later,
  }
}

function metadataIn(edits: KnownEdits): Metadata {
  return edits?.metadata ?? {}
}

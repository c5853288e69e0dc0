import type { Annotation, AnnotatorId, Relation } from '../annotation/annotation'
import type { ArticleId } from '../article/article'
import type { Change } from './change'
import type { FileContent } from './file-content'
import { stableJson } from './stable-json'

/** Keys that say what kind of file it is, and nothing of anybody's work. */
const headKeys = new Set(['format', 'version', 'minReader', 'generation', 'appliedSeq', 'sha256'])

/**
 * The changes that make `theirs` of `ours`, both the content of the same file of a project, of the shape its
 * schema asks for. Nothing is deleted but single annotations and relations; files that cannot be changed by an edit give none.
 */
export function changesBetween(file: string, ours: FileContent, theirs: FileContent): Change[] {
  const [folder = '', name = ''] = file.split('/')
  const id = name.split('.')[0] ?? ''
  if (folder === 'annotations') return annotationChanges(ours, theirs)
  if (same(withoutHead(ours), withoutHead(theirs))) return []
  const [before, after] = [withoutSnapshotHead(ours), withoutSnapshotHead(theirs)]
  switch (folder) {
    case 'metadata':
      return [
        asChange({
          kind: 'metadata',
          article: id,
          before: withoutHead(ours),
          after: withoutHead(theirs),
        }),
      ]
    case 'sources':
      return [asChange({ kind: 'source', id, before, after })]
    case 'annotators':
      return [asChange({ kind: 'annotator', id, before, after })]
    case 'codebook.json':
      return [asChange({ kind: 'codebook', before, after })]
    case 'project.json':
      return [
        asChange({
          kind: 'project',
          before: { name: ours['name'] },
          after: { name: theirs['name'] },
        }),
      ]
    default:
      return []
  }
}

function annotationChanges(ours: FileContent, theirs: FileContent): Change[] {
  const where = {
    article: ours['article'] as ArticleId,
    annotator: ours['annotator'] as AnnotatorId,
  }
  const changes = (['annotation', 'relation'] as const).flatMap(kind =>
    itemChanges(itemsOf(ours, kind), itemsOf(theirs, kind)).map(change =>
      asChange({ kind, ...where, ...change }),
    ),
  )
  if (ours['status'] === theirs['status']) return changes
  return [
    ...changes,
    asChange({ kind: 'status', ...where, before: ours['status'], after: theirs['status'] }),
  ]
}

type Item = Annotation | Relation

function itemsOf(content: FileContent, kind: 'annotation' | 'relation'): Map<string, Item> {
  const items = content[`${kind}s`] as readonly Item[]
  return new Map(items.map(item => [item.id, item]))
}

function itemChanges(
  ours: ReadonlyMap<string, Item>,
  theirs: ReadonlyMap<string, Item>,
): { id: string; before?: Item; after?: Item }[] {
  return [...new Set([...ours.keys(), ...theirs.keys()])].flatMap(id => {
    const [before, after] = [ours.get(id), theirs.get(id)]
    if (same(before, after)) return []
    return [
      {
        id,
        ...(before === undefined ? {} : { before }),
        ...(after === undefined ? {} : { after }),
      },
    ]
  })
}

/** Both come from files that were checked against the schemas which changes are made of. */
function asChange(
  change: { readonly kind: Change['kind'] } & Readonly<Record<string, unknown>>,
): Change {
  return change as unknown as Change
}

function same(one: unknown, other: unknown): boolean {
  return stableJson(one ?? null) === stableJson(other ?? null)
}

function withoutHead(content: FileContent): FileContent {
  return Object.fromEntries(Object.entries(content).filter(([key]) => !headKeys.has(key)))
}

function withoutSnapshotHead(content: FileContent): FileContent {
  const { generation: _generation, appliedSeq: _applied, sha256: _hash, ...rest } = content
  return rest
}

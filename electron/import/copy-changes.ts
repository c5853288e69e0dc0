import type { ArticleEdits } from '../../shared/article/article'
import { asCopyOf, withCopy } from '../../shared/article/copies'
import type { ImportReport } from '../../shared/ipc/import-calls'
import type { Change } from '../../shared/project/change'
import { editsChange } from '../../shared/project/edits-change'
import type { ProjectStore } from '../store/project-store'

/** The changes that link what was imported to the articles it is a copy of, on both sides. */
export function copyChanges(store: ProjectStore, imported: ImportReport['imported']): Change[] {
  const copies = imported.filter(({ copyOf }) => copyOf !== undefined)
  if (copies.length === 0) return []
  const before = new Map(store.summaries().map(({ id, edits }) => [id, edits]))
  const after = new Map<(typeof imported)[number]['article'], ArticleEdits>()
  for (const { article, copyOf } of copies) {
    if (copyOf === undefined) continue
    const first = copyOf.article
    after.set(article, asCopyOf(after.get(article), first, likenessWords(copyOf)))
    after.set(first, withCopy(after.get(first) ?? before.get(first), article))
  }
  return [...after].map(([article, edits]) => editsChange(article, before.get(article), edits))
}

function likenessWords({
  likeness,
  isSameText,
}: {
  readonly likeness: number
  readonly isSameText: boolean
}): string {
  return isSameText ? 'the same text' : `${Math.round(likeness * 100)} % of the words in a row`
}

import type { Source, SourceId } from '../../shared/annotation/annotation'
import { mergeSources, splitSource } from '../../shared/project/change-sources'
import type { Mention, OwnedAnnotation } from '../../shared/project/mention'
import { readJson } from '../workbench-api'
import { createSource, goToAnnotation } from './annotating'
import { makeEdit } from './edits'
import { makeLargeEdit } from './large-edit'
import { now } from './new-id'
import { notifyFailure } from './notices'
import { settleSaving } from './saving'
import { bringArticle } from './side-by-side'
import { store } from './store'

/** Change name, kind or aliases of a source; one step of undo. */
export function editSource(
  source: Source,
  label: string,
  to: Partial<Pick<Source, 'name' | 'kind' | 'aliases'>>,
): void {
  const after = { ...source, ...to }
  if (JSON.stringify(after) === JSON.stringify(source)) return
  makeEdit(label, [{ kind: 'source', id: source.id, before: source, after }])
}

/** Make `from` part of `into` in every article; false when that could not be done, which the user is told. */
export async function mergeInto(from: Source, into: Source): Promise<boolean> {
  const named = await readNamed(from.id)
  if (named === undefined) return false
  const { own, isNamedByOthers } = named
  return makeLargeEdit(
    `merge ${from.name} into ${into.name}`,
    mergeSources({
      from,
      into,
      annotations: own,
      isStillNamed: isNamedByOthers,
      at: now(),
    }),
    { tooMuch },
  )
}

/** Give the annotations with these ids to a new source; its id, or `undefined` when that could not be done. */
export async function splitOff(
  from: Source,
  name: string,
  ids: ReadonlySet<string>,
): Promise<SourceId | undefined> {
  const named = await readNamed(from.id)
  if (named === undefined) return undefined
  const created: Source = { ...createSource(name), kind: from.kind }
  const isMade = makeLargeEdit(
    `split ${name} from ${from.name}`,
    splitSource({
      from,
      created,
      annotations: named.own.filter(({ annotation }) => ids.has(annotation.id)),
      at: now(),
    }),
    { tooMuch },
  )
  return isMade ? created.id : undefined
}

/** Open the article of an annotation and go to its words. */
export async function goToMention({ article, id }: Mention): Promise<void> {
  if (await bringArticle(article)) goToAnnotation(id)
}

/**
 * What names a source, as it is on the disk: the annotations this window may change, and whether there
 * are others. Read again when an edit came in between, so that no change starts from an old state.
 */
async function readNamed(
  source: SourceId,
): Promise<{ readonly own: OwnedAnnotation[]; readonly isNamedByOthers: boolean } | undefined> {
  for (;;) {
    const { opened } = store.getState()
    if (opened === undefined || !(await settleSaving())) return undefined
    const { history } = store.getState()
    const read = await readJson(opened.project, { kind: 'annotations-of-source', source })
    if (store.getState().opened !== opened) return undefined
    if (!read.ok) {
      notifyFailure(read.error)
      return undefined
    }
    if (store.getState().history !== history) continue
    const { annotations, named } = read.value
    const own = annotations.filter(({ annotator }) => annotator === opened.annotator.id)
    return { own, isNamedByOthers: named > own.length }
  }
}

const tooMuch =
  'This source is named too often to be changed in one step, so nothing was done. Split it into parts first, and merge these.'

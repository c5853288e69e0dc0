import path from 'node:path'
import type { Result } from '../../../shared/outcome/result'
import { fail, succeed } from '../../../shared/outcome/result'
import type { MergeItem } from '../../../shared/project/merge/merge-report'
import type { MergePlan } from '../../../shared/project/merge/plan-merge'
import { planMerge } from '../../../shared/project/merge/plan-merge'
import { editsOfMerge } from '../../../shared/project/merge/merge-edits'
import type { Backups } from '../../backup/backups'
import type { Surroundings } from '../../store/identity'
import { readProjectHead } from '../../store/open-project-file'
import type { ProjectStore } from '../../store/project-store'
import { realFolder } from '../../store/real-folder'
import { bringArticles } from './bring-articles'
import { openOtherCopy } from './open-other-copy'
import { openToRead } from './open-to-read'
import { readCopy } from './read-copy'
import { checkOtherCopy, checkOwnCopy } from './sound-copies'

/** What merging does or did, whole. */
export type MergeOutcome = Pick<MergePlan, 'counts' | 'items' | 'proposals' | 'comparison'> & {
  /** We have everything already. */
  readonly isNothing: boolean
  /** How many steps of undo it is: more than one only for a merge of very many annotations. */
  readonly steps: number
}

/** Say what merging the copy at `other`, a folder or a zip file, into the project would do. Nothing is changed. */
export function previewMerge(
  store: ProjectStore,
  other: string,
  surroundings: Surroundings,
): Promise<Result<MergeOutcome>> {
  return withPlan(store, other, new Set(), surroundings, ({ plan, remarks }) =>
    Promise.resolve(succeed(outcomeOf(plan, remarks, 0))),
  )
}

/** Merge the copy at `other` into the project: a backup first, then the articles, then one edit. */
export function mergeCopy(
  store: ProjectStore,
  other: string,
  how: {
    readonly sameSources: ReadonlySet<string>
    readonly surroundings: Surroundings
    readonly backups: Pick<Backups, 'makeBackup'>
  },
): Promise<Result<MergeOutcome>> {
  const { surroundings, backups, sameSources } = how
  return withPlan(store, other, sameSources, surroundings, async ({ plan, remarks, folder }) => {
    if (store.readOnly !== undefined) return fail('read-only', store.readOnly)
    if (plan.changes.length === 0) return succeed(outcomeOf(plan, remarks, 0))
    const project = { folder: store.folder, id: store.id, name: store.name() }
    const backup = await backups.makeBackup(project, 'before-merge')
    if (!backup.ok) return fail(backup.error.kind, `Nothing was merged. ${backup.error.message}`)
    const brought = await bringArticles(folder, store.folder, plan.newArticles)
    if (!brought.ok) return brought
    const edits = editsOfMerge(plan, path.basename(other), surroundings.newId)
    for (const edit of edits) {
      const written = await store.appendEdit(edit)
      if (!written.ok) return written
    }
    return succeed(outcomeOf(plan, [...remarks, ...brought.value], edits.length))
  })
}

type Planned = {
  readonly plan: MergePlan
  readonly remarks: readonly MergeItem[]
  /** Of the other copy. */
  readonly folder: string
}

async function withPlan<Value>(
  store: ProjectStore,
  other: string,
  sameSources: ReadonlySet<string>,
  surroundings: Surroundings,
  use: (planned: Planned) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  if (realFolder(other) === realFolder(store.folder))
    return fail(
      'refused',
      'This is the project itself, so there is nothing to merge. Choose another copy of it.',
    )
  const opened = openOtherCopy(other)
  if (!opened.ok) return opened
  const { folder, release } = opened.value
  try {
    const known = isSameProject(store, folder, path.basename(other))
    if (!known.ok) return known
    const remarks = checkOtherCopy(folder, path.basename(other))
    if (!remarks.ok) return remarks
    if (store.readOnly === undefined) await store.settle()
    const own = checkOwnCopy(store.folder)
    if (!own.ok) return own
    const theirs = await openToRead(folder, surroundings)
    if (!theirs.ok) return theirs
    try {
      const plan = planMerge({
        ours: await readCopy(store),
        theirs: await readCopy(theirs.value),
        annotator: store.annotator.id,
        at: surroundings.now(),
        sameSources,
      })
      return await use({ plan, remarks: remarks.value, folder })
    } finally {
      await theirs.value.close()
    }
  } finally {
    release()
  }
}

/** Two projects are copies of each other when they have one id; anything else is another project's work. */
function isSameProject(store: ProjectStore, folder: string, name: string): Result<object> {
  const head = readProjectHead(folder)
  if (!head.ok) return head
  if (head.value.newer !== undefined)
    return fail(
      'newer',
      `The other copy “${name}” was written by a newer version of Assay, so nothing was merged. Install the newer version to merge it.`,
    )
  if (head.value.id === store.id) return succeed({})
  return fail(
    'other-project',
    `“${head.value.name}” is another project, not a copy of this one, so nothing was merged. ` +
      'To bring its articles and annotations in, export it there as JSON Lines and import that here as an annotated dataset.',
  )
}

function outcomeOf(
  { counts, items, proposals, comparison, changes }: MergePlan,
  remarks: readonly MergeItem[],
  steps: number,
): MergeOutcome {
  return {
    counts,
    proposals,
    comparison,
    items: [...items, ...remarks],
    isNothing: changes.length === 0,
    steps,
  }
}

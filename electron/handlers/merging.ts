import { randomUUID } from 'node:crypto'
import path from 'node:path'
import type { CopyHandle } from '../../shared/ipc/handles'
import type { MergePreview, MergeReport } from '../../shared/ipc/merge-calls'
import type { Result } from '../../shared/outcome/result'
import { fail, succeed } from '../../shared/outcome/result'
import { mergeLines } from '../../shared/project/merge/merge-lines'
import type { Backups } from '../backup/backups'
import type { MergeOutcome } from '../import/merge/merge-copy'
import { mergeCopy, previewMerge } from '../import/merge/merge-copy'
import type { Surroundings } from '../store/identity'
import type { ProjectStore } from '../store/project-store'

/** Sentences and pairs that the window lists; the copied report has all of them. */
const shownItems = 500

/** Merging in the window: first a copy is looked at, then it is merged. */
export type Merging = {
  readonly preview: (store: ProjectStore, other: string) => Promise<Result<MergePreview>>
  readonly merge: (
    store: ProjectStore,
    copy: CopyHandle,
    sameSources: readonly string[],
  ) => Promise<Result<MergeReport>>
  /** The whole report of the last merge as text; empty before the first. */
  readonly reportText: () => string
}

export function merging(given: {
  readonly surroundings: Surroundings
  readonly backups: Pick<Backups, 'makeBackup'>
}): Merging {
  let chosen:
    { readonly copy: CopyHandle; readonly folder: string; readonly other: string } | undefined
  let lastReport = ''
  return {
    preview: async (store, other) => {
      if (store.readOnly !== undefined) return fail('read-only', store.readOnly)
      const previewed = await previewMerge(store, other, given.surroundings)
      if (!previewed.ok) return previewed
      const copy = randomUUID() as CopyHandle
      chosen = { copy, folder: store.folder, other }
      const { proposals, isNothing } = previewed.value
      return succeed({
        copy,
        name: path.basename(other),
        isNothing,
        sameSources: proposals.slice(0, shownItems),
        ...shown(previewed.value),
      })
    },
    merge: async (store, copy, sameSources) => {
      if (chosen?.copy !== copy || chosen.folder !== store.folder)
        return fail('vanished', 'This copy is not known any more. Choose it again.')
      const { other } = chosen
      const done = await mergeCopy(store, other, { ...given, sameSources: new Set(sameSources) })
      if (!done.ok) return done
      chosen = undefined
      lastReport = textOf(store.name(), path.basename(other), done.value)
      return succeed({
        name: path.basename(other),
        isNothing: done.value.isNothing,
        steps: done.value.steps,
        ...shown(done.value),
      })
    },
    reportText: () => lastReport,
  }
}

function shown({
  counts,
  items,
  comparison,
}: MergeOutcome): Pick<MergeReport, 'counts' | 'items' | 'moreItems' | 'comparison'> {
  return {
    counts,
    comparison,
    items: items.slice(0, shownItems),
    moreItems: Math.max(0, items.length - shownItems),
  }
}

function textOf(project: string, other: string, { counts, items }: MergeOutcome): string {
  return [
    `“${other}” merged into “${project}”`,
    ...mergeLines(counts),
    ...items.map(({ message }) => `- ${message}`),
    '',
  ].join('\n')
}

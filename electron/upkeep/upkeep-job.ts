import type { Result } from '../../shared/outcome/result'
import type { Comparison } from '../../shared/project/compare/comparison'
import type { Checked, Mended } from '../../shared/project/damage/checked'
import { runBackupHere } from '../backup/backup-job'
import { backupsIn } from '../backup/backups'
import { compareBackup } from '../backup/compare-backup'
import { checkInWords } from '../check/check-in-words'
import { repairInWords } from '../repair/repair-in-words'
import type { OnStep } from '../repair/repair-project'
import { compact } from '../store/compact'
import type { Identity } from '../store/identity'
import { realSurroundings } from '../surroundings'

/** What is done to a whole project, beside the window. */
export type UpkeepJob =
  /** `you` is the annotator whose annotations are “yours”. */
  | { readonly kind: 'check'; readonly folder: string; readonly you: string }
  | {
      readonly kind: 'repair'
      readonly folder: string
      readonly identity: Identity
      readonly roots: { readonly root: string; readonly earlierRoots: readonly string[] }
    }
  | { readonly kind: 'compare'; readonly folder: string; readonly archive: string }

/** What each kind of job gives. */
export type UpkeepDone = {
  readonly check: Result<Checked>
  readonly repair: Result<Mended>
  readonly compare: Result<Comparison>
}

/** How far a job is: files read, or what is being done. */
export type UpkeepProgress =
  { readonly done: number; readonly total: number } | { readonly step: Parameters<OnStep>[0] }

/** Do one job in this very thread. Rejects only for a bug. */
export async function runUpkeepHere(
  job: UpkeepJob,
  onProgress: (progress: UpkeepProgress) => void,
): Promise<UpkeepDone[keyof UpkeepDone]> {
  const onRead = (done: number, total: number): void => {
    onProgress({ done, total })
  }
  switch (job.kind) {
    case 'check':
      return checkInWords(job.folder, job.you, onRead)
    case 'compare':
      return compareBackup(job.archive, job.folder, realSurroundings, onRead)
    case 'repair':
      return repairInWords(
        job.folder,
        {
          backups: backupsIn({
            root: () => job.roots.root,
            earlierRoots: job.roots.earlierRoots,
            run: runBackupHere,
            now: realSurroundings.now,
          }),
          identity: job.identity,
          surroundings: realSurroundings,
          runCompaction: given => Promise.resolve(compact(given)),
        },
        step => {
          onProgress({ step })
        },
      )
  }
}

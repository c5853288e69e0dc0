import type { SourcedRecord } from '../../shared/project/record'
import type { CompactionJob } from './compact'
import type { WrittenOver } from './file-lineages'
import type { PendingRecords } from './pending-records'

/** Snapshots follow after this much idleness … */
const idleMs = 30_000
/** … or after this many records, whichever comes first. */
const recordsBetween = 500

/** Runs one job to its end off the main thread; rejects when the file could not be written. */
export type RunCompaction = (job: CompactionJob) => Promise<WrittenOver>

export type Compaction = {
  /** An edit was appended. */
  readonly noteEdit: () => void
  /** Write the snapshots of the files that `wanted` names (all by default); resolves when it was tried. */
  readonly run: (wanted?: (file: string) => boolean) => Promise<void>
  readonly stop: () => void
}

/**
 * Decides when snapshots are written. A snapshot that fails loses nothing, since its records stay in the
 * journal and are tried again; so failures are reported, not thrown.
 */
export function scheduleCompaction(given: {
  readonly projectFolder: string
  readonly pending: PendingRecords
  readonly run: (job: CompactionJob) => Promise<void>
  readonly textSha256Of: (file: string) => string
  readonly onFailure: (file: string, error: unknown) => void
}): Compaction {
  const { pending } = given
  let timer: NodeJS.Timeout | undefined
  let sinceLast = 0
  let running: Promise<void> = Promise.resolve()

  const compactFile = async (file: string): Promise<void> => {
    const records = pending.of(file)
    const last: SourcedRecord | undefined = records.at(-1)
    if (last === undefined) return
    try {
      await given.run({
        projectFolder: given.projectFolder,
        file,
        records,
        textSha256: given.textSha256Of(file),
      })
      pending.settle(file, last)
    } catch (error) {
      given.onFailure(file, error)
    }
  }

  const run = (wanted: (file: string) => boolean = () => true): Promise<void> => {
    running = running.then(async () => {
      for (const file of pending.files().filter(wanted)) await compactFile(file)
    })
    return running
  }

  const runAll = (): void => {
    sinceLast = 0
    clearTimeout(timer)
    void run()
  }

  return {
    noteEdit: () => {
      sinceLast += 1
      if (sinceLast >= recordsBetween) {
        runAll()
        return
      }
      clearTimeout(timer)
      timer = setTimeout(runAll, idleMs)
      timer.unref()
    },
    run,
    stop: () => {
      clearTimeout(timer)
    },
  }
}

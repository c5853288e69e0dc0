import type { Result } from '../../shared/outcome/result'
import type { RunCompaction } from '../store/compaction'
import type { ProjectStore } from '../store/project-store'
import type { BackedUp } from './backup-names'
import type { Backups } from './backups'

/** A project is backed up first when it has been open for this long, so that opening has the disk to itself … */
const firstMs = 5_000
/** … and then it is asked this often whether a new day has begun. */
const againMs = 3_600_000

/** Looks after the backups of one open project. */
export type BackupKeeper = {
  /** Brings files up to date and keeps what was written among the generations. */
  readonly compactAndKeep: RunCompaction
  readonly begin: (store: ProjectStore) => void
  readonly stop: () => void
}

/** Daily archives and generations of a project while it is open for writing; what fails is said once. */
export function backUpWhileOpen(given: {
  readonly backups: Backups
  readonly runCompaction: RunCompaction
  readonly onNotice: (sentence: string) => void
}): BackupKeeper {
  const timers: NodeJS.Timeout[] = []
  const said = new Set<string>()
  let store: ProjectStore | undefined

  const say = (result: Result<unknown>): void => {
    if (result.ok || said.has(result.error.message)) return
    said.add(result.error.message)
    given.onNotice(result.error.message)
  }
  const daily = async (open: ProjectStore): Promise<void> => {
    await open.settle()
    say(await given.backups.makeDaily(backedUp(open)))
  }

  return {
    compactAndKeep: async job => {
      const written = await given.runCompaction(job)
      if (store !== undefined && mayChangeAgain(job.file))
        void given.backups.keepGeneration(backedUp(store), job.file).then(say)
      return written
    },
    begin: open => {
      store = open
      if (open.readOnly !== undefined) return
      timers.push(
        setTimeout(() => void daily(open), firstMs).unref(),
        setInterval(() => void daily(open), againMs).unref(),
      )
    },
    stop: () => {
      for (const timer of timers) clearTimeout(timer)
    },
  }
}

/** What a store says of itself, for its backups. */
export function backedUp(store: ProjectStore): BackedUp {
  return { folder: store.folder, id: store.id, name: store.name() }
}

/** An import writes thousands of these, and each can be made anew from its article. */
function mayChangeAgain(file: string): boolean {
  return !file.startsWith('metadata/')
}

import type { AppInfo } from '../../shared/ipc/app-calls'
import type { ProjectHandle } from '../../shared/ipc/handles'
import type { ColumnQuestion } from '../../shared/ipc/import-calls'
import type { Preferences } from '../../shared/ipc/preferences'
import type { Fault } from '../../shared/outcome/fault'
import { fail } from '../../shared/outcome/result'
import type { Result } from '../../shared/outcome/result'
import type { backupRoots } from '../backup/backup-roots'
import type { Backups } from '../backup/backups'
import type { Printer } from '../export/print-pieces'
import type { ImportProgress } from '../import/progress-teller'
import type { ArticleReader } from '../import/reader/article-reader'
import type { ProjectSearch } from '../search/project-search'
import type { Settings } from '../settings'
import type { RunCompaction } from '../store/compaction'
import type { Surroundings } from '../store/identity'
import type { ProjectStore } from '../store/project-store'
import type { Upkeep } from '../upkeep/run-upkeep'
import type { UpkeepProgress } from '../upkeep/upkeep-job'
import type { Clipboard } from './clipboard'
import type { Dialogs } from './dialogs'
import type { OpenProjects } from './open-projects'

/** What the handlers work with. */
export type HandlerSetting = {
  readonly settings: Settings
  readonly projects: OpenProjects
  readonly backups: Backups
  readonly backupRoots: ReturnType<typeof backupRoots>
  readonly upkeep: Upkeep
  readonly dialogs: Dialogs
  readonly surroundings: Surroundings
  readonly runCompaction: RunCompaction
  readonly search: ProjectSearch
  readonly reader: ArticleReader
  readonly userData: string
  readonly about: Pick<AppInfo, 'version' | 'electron' | 'platform'>
  /** Project to show first, when one was named at the start. */
  readonly openFirst: () => ProjectHandle | undefined
  /** Paths of articles that were named at a start, each given once. */
  readonly takeNamedArticles: () => readonly string[]
  readonly clipboard: Clipboard
  readonly onImportProgress: (progress: ImportProgress) => void
  readonly onColumnsWanted: (question: ColumnQuestion) => void
  readonly onUpkeepProgress: (progress: UpkeepProgress) => void
  readonly onExportProgress: (progress: { done: number; total: number }) => void
  /** Opens what prints pages; tests have none. */
  readonly openPrinter?: (() => Printer) | undefined
  readonly onFirstPaint: (projectName: string) => void
  /** Told after each change: the menu shows keys, and the window has a size. */
  readonly onPreferences?: (preferences: Preferences) => void
  readonly onWindowFault: (fault: Fault) => void
  readonly saveFaultReport: () => Promise<void>
}

/** Uses the store of an open project; a handle that is not open is answered as such. */
export type WithStore = <Value>(
  handle: ProjectHandle,
  use: (store: ProjectStore) => Result<Value> | Promise<Result<Value>>,
) => Promise<Result<Value>>

/** The answer when a dialog was closed without choosing. */
export const cancelled = fail('cancelled', 'Nothing was chosen, so nothing was done.')

import fs from 'node:fs'
import path from 'node:path'
import type { BackedUp } from '../backup/backup-names'
import type { Backups } from '../backup/backups'
import type { CheckReport } from '../check/check-project'
import { surveyProject } from '../check/check-project'
import type { Finding } from '../check/finding'
import type { QuarantineItem } from '../check/quarantine-list'
import type { Result } from '../../shared/outcome/result'
import { fail, succeed } from '../../shared/outcome/result'
import { accessTo } from '../store/access'
import type { RunCompaction } from '../store/compaction'
import { removeDurably } from '../store/durable-write'
import { explainFileError } from '../store/explain-error'
import type { Identity, Surroundings } from '../store/identity'
import { readProjectHead } from '../store/open-project-file'
import { faultOfFolder } from '../store/project-folders'
import { openProject } from '../store/open-project'
import { itemOf } from './item-of'
import { mendEverything } from './mend-everything'
import { projectIdOf } from './project-id'
import type { Quarantine } from './quarantine'
import { openQuarantine } from './quarantine'

export type RepairSetting = {
  readonly backups: Backups
  readonly identity: Identity
  readonly surroundings: Surroundings
  readonly runCompaction: RunCompaction
}

export type RepairReport = {
  /** The project as it is now. */
  readonly check: CheckReport
  /** What was done and what could not be mended, in the order in which it happened. */
  readonly items: readonly QuarantineItem[]
  /** Folder below the project where the list and everything that was put aside is kept; absent when there was nothing to do. */
  readonly quarantine?: string
}

/** Told what is being done. */
export type OnStep = (step: 'backup' | 'mend' | 'check') => void

/**
 * Mend a project that no program has open, after a backup of it: damaged files come back from the record
 * of all edits or from backups, the rest goes into a quarantine folder with a list. Nothing is deleted, no
 * edit gets another number, and a second run finds nothing more to do. The failure says what to do; what
 * was mended before it stays mended.
 */
export async function repairProject(
  folder: string,
  setting: RepairSetting,
  onStep: OnStep = () => undefined,
): Promise<Result<RepairReport>> {
  const first = surveyProject(folder)
  if (!first.ok) return first
  if (first.value.report.isSound) return succeed({ check: first.value.report, items: [] })
  const head = readProjectHead(folder)
  if (head.ok && head.value.newer !== undefined) return fail('newer', head.value.newer)
  const quarantine = openQuarantine(folder, setting.surroundings.now())
  try {
    makeRoomForLock(folder, quarantine)
    const access = accessTo(folder, undefined, {
      readOnly: false,
      at: setting.surroundings.now(),
      annotator: setting.identity.name,
    })
    if (access.readOnly !== undefined) return fail('read-only', access.readOnly)
    try {
      const project = whoIs(folder, setting)
      onStep('backup')
      const backup = await setting.backups.makeBackup(project, 'before-repair')
      if (!backup.ok) return backup
      onStep('mend')
      await mendEverything({ folder, project, backups: setting.backups, quarantine })
    } finally {
      access.release()
    }
    onStep('check')
    return await finish(folder, setting, quarantine)
  } catch (error) {
    return explainFileError(error, 'The repair was not finished. Run it again when this is mended')
  }
}

/** The lock is taken in `.assay`, which must not be a link to somewhere else by then. */
function makeRoomForLock(folder: string, quarantine: Quarantine): void {
  const fault = faultOfFolder(path.join(folder, '.assay'))
  if (fault === undefined || fault === 'ENOENT') return
  const kept = quarantine.move('.assay')
  quarantine.note({
    file: '.assay',
    kind: fault === 'ELOOP' ? 'link' : 'not-a-file',
    problem: 'something else stood where this folder should be',
    done: 'It was moved out of the way.',
    kept,
    stays: false,
  })
}

function whoIs(folder: string, { backups, surroundings }: RepairSetting): BackedUp {
  const head = readProjectHead(folder)
  const name = head.ok ? head.value.name : path.basename(folder)
  return { folder, name, id: projectIdOf(folder, backups) ?? surroundings.newId() }
}

/** Open it, which brings every file up to date and makes the index anew; then list what is still wrong. */
async function finish(
  folder: string,
  setting: RepairSetting,
  quarantine: Quarantine,
): Promise<Result<RepairReport>> {
  removeDurably(path.join(folder, '.assay', 'index.json'))
  const opened = await openProject(folder, setting)
  if (opened.ok) {
    opened.value.summaries()
    await opened.value.close()
  }
  const after = surveyProject(folder)
  if (!after.ok) return after
  for (const finding of after.value.report.findings)
    if (!finding.isNote) quarantine.note(left(folder, finding, after.value.nameOf(finding)))
  const kept = quarantine.finish()
  if (!opened.ok) return opened
  const check = surveyProject(folder)
  if (!check.ok) return check
  return succeed({
    check: check.value.report,
    items: quarantine.items,
    ...(kept === undefined ? {} : { quarantine: kept }),
  })
}

function left(folder: string, finding: Finding, name: string): QuarantineItem {
  const { file, kind, problem, advice } = finding
  const item = fs.existsSync(path.join(folder, name)) ? itemOf(folder, name, problem) : undefined
  const done = `It was left as it is. ${advice}`
  return { file, kind, problem, done, ...(item === undefined ? {} : { item }), stays: true }
}

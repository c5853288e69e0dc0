import * as z from 'zod'
import { resultOf } from '../outcome/result'
import { comparisonSchema } from '../project/compare/comparison'
import { projectHandle } from './handles'
import { openedProject } from './project-calls'

const backupInfo = z.strictObject({
  /** With `at` the name of a backup. */
  serial: z.int(),
  at: z.string(),
  reason: z.enum(['daily', 'before-restore', 'before-repair', 'before-merge', 'before-migration']),
  /** Something in the project was damaged already when it was made. */
  isDamaged: z.boolean(),
  bytes: z.int(),
})
export type BackupInfo = z.infer<typeof backupInfo>

const backupList = z.strictObject({
  /** The newest first. */
  backups: z.array(backupInfo),
  /** Name of the folder they are kept in, never a path; absent for the program's own. */
  folder: z.string().optional(),
})
export type BackupList = z.infer<typeof backupList>

/** Backups of a project, be it open or not, also of one that cannot be opened. */
export const backupCalls = {
  listBackups: {
    input: z.strictObject({ project: projectHandle }),
    output: resultOf(backupList),
  },
  /** Pack the project as it is now. */
  makeBackup: {
    input: z.strictObject({ project: projectHandle }),
    output: resultOf(backupList),
  },
  /** Asks for a folder, puts the backup there as a project of its own, and opens that. */
  openBackup: {
    input: z.strictObject({ project: projectHandle, serial: z.int(), at: z.string() }),
    output: resultOf(openedProject),
  },
  /** How the project differs now from what it was in a backup; tells `upkeepProgress`. */
  compareBackup: {
    input: z.strictObject({ project: projectHandle, serial: z.int(), at: z.string() }),
    output: resultOf(comparisonSchema),
  },
  /** Asks for the folder of all backups from now on; earlier ones stay where they are. */
  chooseBackupFolder: {
    input: z.strictObject({ project: projectHandle }),
    output: resultOf(backupList),
  },
} as const

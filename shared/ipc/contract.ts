import * as z from 'zod'
import { appCalls } from './app-calls'
import { projectCalls } from './project-calls'
import { backupCalls } from './backup-calls'
import { upkeepCalls } from './upkeep-calls'
import { versionCalls } from './version-calls'
import { articleCalls } from './article-calls'
import { importCalls, columnQuestion } from './import-calls'
import { mergeCalls } from './merge-calls'
import { searchCalls } from './search-calls'
import { exportCalls } from './export-calls'
import { projectHandle } from './handles'

/**
 * Every call the window can make, by topic. Adding one is an entry in `<topic>-calls.ts` beside this file, a
 * handler in `electron/handlers/<topic>-calls.ts`, and the caller; the compiler asks for the handler. Input
 * is parsed in main; output is what the handler returns.
 */
export const calls = {
  ...appCalls,
  ...projectCalls,
  ...backupCalls,
  ...versionCalls,
  ...upkeepCalls,
  ...articleCalls,
  ...importCalls,
  ...mergeCalls,
  ...searchCalls,
  ...exportCalls,
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>

export type CallName = keyof typeof calls
export type CallInput<Name extends CallName> = z.input<(typeof calls)[Name]['input']>
export type CallOutput<Name extends CallName> = z.output<(typeof calls)[Name]['output']>

/** Everything main tells the window without being asked. */
export const events = {
  /** An entry of the application menu was chosen; `command` is a command of the window. */
  command: z.strictObject({ command: z.string() }),
  importProgress: z.strictObject({
    done: z.int(),
    /** Absent for a dataset, which is read as it comes. */
    total: z.int().exactOptional(),
    name: z.string(),
    /** Absent until there is something to judge by. */
    secondsLeft: z.int().exactOptional(),
  }),
  /** An import waits for an answer about a table. */
  columnsWanted: columnQuestion,
  exportProgress: z.strictObject({ done: z.int(), total: z.int() }),
  /** How far a check or a comparison is, in files; or what a repair is doing. */
  upkeepProgress: z.union([
    z.strictObject({ done: z.int(), total: z.int() }),
    z.strictObject({ step: z.enum(['backup', 'mend', 'check']) }),
  ]),
  /** Another start of the program asked for this project. */
  openRequested: z.strictObject({ project: projectHandle }),
  /** Another start of the program named articles, and no project. */
  articlesNamed: z.strictObject({}),
  /** Something that happened by itself went wrong, as a sentence. */
  notice: z.strictObject({ text: z.string() }),
  /** What another program did to the project while it is open. */
  projectNews: z.strictObject({
    project: projectHandle,
    text: z.string(),
    /** Names a version that is kept beside ours. */
    kept: z.uuid().exactOptional(),
    /** What is on the disk is newer than what the window shows. */
    isNewer: z.boolean(),
  }),
  /** Articles came in or changed by another way than an edit of this window. */
  articlesChanged: z.strictObject({ project: projectHandle }),
} as const satisfies Record<string, z.ZodType>

export type EventName = keyof typeof events
export type EventPayload<Name extends EventName> = z.output<(typeof events)[Name]>

/** One channel for all calls, one for all events, one for dropped files. */
export const callChannel = 'assay:call'
export const eventChannel = 'assay:event'
export const filesChannel = 'assay:files'

/** A call larger than this is refused in main: characters of its JSON. */
export const longestCallLength = 8 * 1024 * 1024
/** An edit may be larger: merging two sources changes all their annotations in one, a kilobyte each or two. */
export const longestEditLength = 32 * 1024 * 1024
/** Size of one part of a read, in UTF-16 code units. */
export const readPartLength = 1024 * 1024

import * as z from 'zod'
import { faultSchema } from '../outcome/fault'
import {
  annotatorIdSchema,
  annotatorSchema,
  relationSchema,
  sourceIdSchema,
  sourceSchema,
} from '../annotation/annotation'
import { articleIdSchema } from '../article/article'
import { columnChoiceSchema } from '../article/table-columns'
import { codebookSchema } from '../codebook/codebook'
import { exportWishSchema } from '../formats/export-wish'
import { resultOf } from '../outcome/result'
import { editSchema } from '../project/change'
import { mergeCountsSchema, mergeItemSchema, sameSourceSchema } from '../project/merge/merge-report'
import { searchQuerySchema } from '../search/search-query'
import { keyMapSchema } from './key-map'

/** Opaque names for things whose paths only main knows. */
export const projectHandle = z.uuid().brand<'ProjectHandle'>()
export type ProjectHandle = z.infer<typeof projectHandle>
export const fileHandle = z.uuid().brand<'FileHandle'>()
export type FileHandle = z.infer<typeof fileHandle>
const readHandle = z.uuid().brand<'ReadHandle'>()
export type ReadHandle = z.infer<typeof readHandle>

export const themes = ['system', 'light', 'dark', 'high-contrast'] as const
export type Theme = (typeof themes)[number]

/** The window is drawn at its usual size or larger, up to twice. */
export const smallestZoom = 1
export const largestZoom = 2

const preferences = z.strictObject({
  theme: z.enum(themes),
  showKeyLine: z.boolean(),
  showArticles: z.boolean(),
  /** Dragging selects whole words; otherwise exact characters. */
  selectsWords: z.boolean(),
  /** After a tag the keyboard goes to the first field of its card. */
  entersCard: z.boolean(),
  /** “Done, next article” stops first where a required value is missing. */
  stopsAtMissing: z.boolean(),
  /** The annotations of other annotators are marked and listed, too. */
  showsOthers: z.boolean(),
  /** How large everything in the window is: 1 is the usual size. */
  zoom: z.number().min(smallestZoom).max(largestZoom),
  keys: keyMapSchema,
})
export type Preferences = z.infer<typeof preferences>

const recentProject = z.strictObject({
  project: projectHandle,
  name: z.string(),
  /** The folder's own name, to tell two projects of one name apart; never a path. */
  folder: z.string(),
  openedAt: z.string(),
})
export type RecentProject = z.infer<typeof recentProject>

const appInfo = z.strictObject({
  version: z.string(),
  electron: z.string(),
  platform: z.enum(['linux', 'mac', 'windows']),
  preferences,
  annotatorName: z.string(),
  /** Everybody who has worked on this computer, the one who does now first. */
  people: z.array(z.strictObject({ id: annotatorIdSchema, name: z.string() })),
  recent: z.array(recentProject),
  /** Sentences for the user from before the window was there: settings that could not be read. */
  notices: z.array(z.string()),
  /** What the window shows first: a project that was named at the start, or the start screen. */
  open: projectHandle.optional(),
})
export type AppInfo = z.infer<typeof appInfo>

const openedProject = z.strictObject({
  project: projectHandle,
  id: z.uuid(),
  name: z.string(),
  folder: z.string(),
  codebook: codebookSchema,
  sources: z.array(sourceSchema),
  annotators: z.array(annotatorSchema),
  /** Whose edits this window makes. */
  annotator: annotatorSchema,
  /** Why nothing can be changed, when nothing can. */
  readOnly: z.string().optional(),
  /** Sentences about what was found and mended while opening. */
  notices: z.array(z.string()),
})
export type OpenedProject = z.infer<typeof openedProject>

/** What can be read in parts: see `beginRead`. */
const readable = z.discriminatedUnion('kind', [
  /** `ArticleSummary[]`, binned articles too. */
  z.strictObject({ kind: z.literal('summaries') }),
  /** `PackedReading` of this article. */
  z.strictObject({ kind: z.literal('article'), article: articleIdSchema }),
  /** `UndoHistory` rebuilt from the journal. */
  z.strictObject({ kind: z.literal('history') }),
  /** `ArticleHistory`: who did what to its annotations, out of the journals. */
  z.strictObject({ kind: z.literal('article-history'), article: articleIdSchema }),
  /** `SourceUse[]`: how often each source is named in the whole project. */
  z.strictObject({ kind: z.literal('source-uses') }),
  /** `Mention[]` of one source. */
  z.strictObject({ kind: z.literal('mentions'), source: sourceIdSchema }),
  /** `NamedAnnotations`: whole, for changing them. */
  z.strictObject({ kind: z.literal('annotations-of-source'), source: sourceIdSchema }),
  /** `PartUse[]`: how often each part of the codebook is used. */
  z.strictObject({ kind: z.literal('codebook-uses') }),
  /** `TouchedRecords`: this window's annotations of these types and relations of these kinds. */
  z.strictObject({
    kind: z.literal('touched-by-codebook'),
    types: z.array(z.string()),
    relations: z.array(z.string()),
  }),
  /** `UsedValue[]` of a text attribute. */
  z.strictObject({ kind: z.literal('used-values'), type: z.string(), attribute: z.string() }),
])
export type Readable = z.infer<typeof readable>

const foundCopy = z.strictObject({
  article: articleIdSchema,
  title: z.string(),
  /** Share of the runs of words that both have, from 0 to 1. */
  likeness: z.number(),
  isSameText: z.boolean(),
})
export type FoundCopy = z.infer<typeof foundCopy>

const copyDifference = z.strictObject({
  /** In the order of the texts; what only one has stands before what only the other has. */
  pieces: z.array(z.strictObject({ in: z.enum(['both', 'first', 'copy']), text: z.string() })),
  isTooDifferent: z.boolean(),
})
export type CopyDifference = z.infer<typeof copyDifference>

const importReportSchema = z.strictObject({
  imported: z.array(
    z.strictObject({
      article: articleIdSchema,
      title: z.string(),
      /** Sentences: encoding guessed, images left out. */
      remarks: z.array(z.string()),
      /** The article of the project that it is a copy of, and is linked to. */
      copyOf: foundCopy.exactOptional(),
    }),
  ),
  /** What the project has already, byte for byte: nothing was done. `of` is its title, or the name of the same file in this import. */
  present: z.array(
    z.strictObject({ name: z.string(), of: z.string(), article: articleIdSchema.exactOptional() }),
  ),
  failed: z.array(z.strictObject({ name: z.string(), message: z.string() })),
  /** Why it ended before everything was tried. */
  stopped: z.string().exactOptional(),
})
export type ImportReport = z.infer<typeof importReportSchema>

/** A report as the window gets it: lists that are cut short, and how long they are. */
const windowImportReport = importReportSchema.extend({
  counts: z.strictObject({ imported: z.int(), present: z.int(), failed: z.int() }),
})
export type WindowImportReport = z.infer<typeof windowImportReport>

/** A table of articles whose columns are to be named; it waits for an answer. */
const columnQuestion = z.strictObject({
  id: z.uuid(),
  /** Of the file. */
  name: z.string(),
  total: z.int(),
  columns: z.array(z.string()),
  /** Some first rows, a cell for each column, cut short. */
  rows: z.array(z.array(z.string())),
  /** The answer of last time, else a guess. */
  choice: columnChoiceSchema,
})
export type ColumnQuestion = z.infer<typeof columnQuestion>

const annotatedImportReport = z.strictObject({
  created: z.int(),
  /** Articles that the project had already. */
  merged: z.int(),
  refused: z.int(),
  items: z.array(
    z.strictObject({
      kind: z.enum(['refused', 'kept', 'replaced', 'remark']),
      message: z.string(),
    }),
  ),
  /** How many more there are than `items`. */
  moreItems: z.int(),
})
export type AnnotatedImportReport = z.infer<typeof annotatedImportReport>

/** A copy of a project that was looked at and may be merged. */
const copyHandle = z.uuid().brand<'CopyHandle'>()
export type CopyHandle = z.infer<typeof copyHandle>

const mergeReport = z.strictObject({
  /** Name of the folder or zip file. */
  name: z.string(),
  counts: mergeCountsSchema,
  items: z.array(mergeItemSchema),
  /** How many more there are than `items`. */
  moreItems: z.int(),
  /** The project has everything already. */
  isNothing: z.boolean(),
  /** How many steps of undo take it back. */
  steps: z.int(),
})
export type MergeReport = z.infer<typeof mergeReport>

const mergePreview = mergeReport.omit({ steps: true }).extend({
  copy: copyHandle,
  sameSources: z.array(sameSourceSchema),
})
export type MergePreview = z.infer<typeof mergePreview>

const relationEnd = relationSchema.shape.to
const farRelations = z.strictObject({
  /** Relations of other articles that lead to this one. */
  incoming: z.array(z.strictObject({ annotator: annotatorIdSchema, relation: relationSchema })),
  /** What stands at the ends that lie in other articles. */
  ends: z.array(relationEnd.extend({ title: z.string(), type: z.string(), words: z.string() })),
})
export type FarRelations = z.infer<typeof farRelations>

const searchHit = z.strictObject({
  article: articleIdSchema,
  start: z.int().min(0),
  end: z.int().min(0),
  before: z.string(),
  words: z.string(),
  after: z.string(),
})
export type SearchHit = z.infer<typeof searchHit>

/** What the window knows of an export format: enough to ask for it. */
const exportFormatInfo = z.strictObject({
  name: z.string(),
  label: z.string(),
  description: z.string(),
  /** Offsets it counts when nothing else is asked for; absent when it has none. */
  offsetUnit: z.enum(['codepoint', 'utf16']).optional(),
  hasOffsetChoice: z.boolean(),
  canOmitText: z.boolean(),
  hasSpreadsheetOption: z.boolean(),
  /** True when a dataset of this format can be imported. */
  canImport: z.boolean(),
})
export type ExportFormatInfo = z.infer<typeof exportFormatInfo>

const exportPreview = z.strictObject({
  files: z.array(z.strictObject({ name: z.string(), text: z.string() })),
  articles: z.int(),
  annotations: z.int(),
  losses: z.array(z.string()),
  isComplete: z.boolean(),
})
export type ExportPreview = z.infer<typeof exportPreview>

const exportReport = z.strictObject({
  folder: z.string(),
  articles: z.int(),
  annotations: z.int(),
  relations: z.int(),
  /** A sentence for each kind of loss. */
  lossSummary: z.array(z.string()),
  /** The first of the losses, item by item. */
  losses: z.array(z.string()),
  /** Name of the file beside the export that says who the pseudonyms are. */
  key: z.string().optional(),
})
export type ExportReport = z.infer<typeof exportReport>

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

/**
 * Every call the window can make. Adding one is an entry here, a handler, and the caller; the compiler
 * asks for the handler. Input is parsed in main; output is what the handler returns.
 */
export const calls = {
  appInfo: { input: z.strictObject({}), output: appInfo },
  setPreferences: { input: preferences.partial(), output: preferences },
  setAnnotatorName: {
    input: z.strictObject({ name: z.string().min(1).max(200) }),
    output: resultOf(z.strictObject({ name: z.string() })),
  },
  /**
   * From now on somebody else works here: a person known on this computer, or with a name alone a new one.
   * Projects that are opened after it are theirs.
   */
  workAs: {
    input: z.strictObject({
      person: annotatorIdSchema.exactOptional(),
      name: z.string().min(1).max(200),
    }),
    output: resultOf(z.strictObject({ name: z.string() })),
  },
  /** Asks for the folder in a dialog and opens the new project. */
  createProject: {
    input: z.strictObject({ name: z.string().min(1).max(200) }),
    output: resultOf(openedProject),
  },
  /** Asks for the folder in a dialog. */
  chooseProject: { input: z.strictObject({}), output: resultOf(openedProject) },
  openProject: {
    input: z.strictObject({ project: projectHandle }),
    output: resultOf(openedProject),
  },
  openSample: { input: z.strictObject({}), output: resultOf(openedProject) },
  forgetProject: { input: z.strictObject({ project: projectHandle }), output: z.strictObject({}) },
  /** Asks for the folder in a dialog and copies the whole project there, with a new project id. */
  duplicateProject: {
    input: z.strictObject({ project: projectHandle, name: z.string().min(1).max(200) }),
    output: resultOf(openedProject),
  },
  /**
   * Asks for the folder in a dialog, copies the project as it stands on the disk there and opens the copy:
   * for edits that cannot be written where the project is.
   */
  saveElsewhere: {
    input: z.strictObject({ project: projectHandle }),
    output: resultOf(openedProject),
  },
  /** What would change if a version that another program wrote, named by `projectNews`, were used instead of ours. */
  compareKept: {
    input: z.strictObject({ project: projectHandle, kept: z.uuid() }),
    output: resultOf(
      z.strictObject({
        file: z.string(),
        /** Sentences, one for each change. */
        differences: z.array(z.string()),
        /** How many more there are. */
        more: z.int(),
      }),
    ),
  },
  /** Use that version, as one step of undo. */
  useKept: {
    input: z.strictObject({ project: projectHandle, kept: z.uuid() }),
    output: resultOf(z.strictObject({ changes: z.int() })),
  },
  closeProject: {
    input: z.strictObject({ project: projectHandle }),
    output: resultOf(z.strictObject({})),
  },
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
  /** Asks for the folder of all backups from now on; earlier ones stay where they are. */
  chooseBackupFolder: {
    input: z.strictObject({ project: projectHandle }),
    output: resultOf(backupList),
  },
  /** Cut what is asked for into texts of at most 1 MB that join to one JSON document. */
  beginRead: {
    input: z.strictObject({ project: projectHandle, what: readable }),
    output: resultOf(z.strictObject({ read: readHandle, parts: z.int() })),
  },
  /**
   * What is equal at two times when only this window has changed the article between them: then what was
   * read the first time, and the window's own edits, are all there is.
   */
  articleStamp: {
    input: z.strictObject({ project: projectHandle, article: articleIdSchema }),
    output: resultOf(z.strictObject({ stamp: z.string() })),
  },
  readPart: {
    input: z.strictObject({ read: readHandle, part: z.int().min(0) }),
    output: resultOf(z.strictObject({ text: z.string() })),
  },
  /** Resolves only when the edit is durable. An edit that was sent twice (same id) is written once. */
  appendEdit: {
    input: z.strictObject({ project: projectHandle, edit: editSchema }),
    output: resultOf(z.strictObject({ seq: z.int() })),
  },
  /** The window has left this article: its snapshot may be written now. */
  leaveArticle: {
    input: z.strictObject({ project: projectHandle, article: articleIdSchema }),
    output: z.strictObject({}),
  },
  /** Asks for files in a dialog. */
  chooseImport: {
    input: z.strictObject({ project: projectHandle }),
    output: resultOf(windowImportReport),
  },
  importFiles: {
    input: z.strictObject({ project: projectHandle, files: z.array(fileHandle).min(1) }),
    output: resultOf(windowImportReport),
  },
  /** Stop the import that is running, if any: what is complete stays. */
  cancelImport: { input: z.strictObject({}), output: z.strictObject({}) },
  /** Which column of a table is what; without columns the table stays out. */
  answerColumns: {
    input: z.strictObject({ id: z.uuid(), columns: columnChoiceSchema.exactOptional() }),
    output: z.strictObject({}),
  },
  /** How an article differs from the one it is a copy of. */
  compareCopies: {
    input: z.strictObject({
      project: projectHandle,
      first: articleIdSchema,
      copy: articleIdSchema,
    }),
    output: resultOf(copyDifference),
  },
  /** Import what was copied in another program as an article. */
  pasteArticle: {
    input: z.strictObject({ project: projectHandle }),
    output: resultOf(windowImportReport),
  },
  /** Put the whole report of the last import on the clipboard. */
  copyImportReport: { input: z.strictObject({}), output: z.strictObject({}) },
  /** Asks for the file or the folder in a dialog, and imports its articles with their annotations. */
  chooseAnnotatedImport: {
    input: z.strictObject({
      project: projectHandle,
      format: z.string(),
      from: z.enum(['file', 'folder']),
    }),
    output: resultOf(annotatedImportReport),
  },
  /** The relations between this article and others, with the words at their far ends. */
  farRelations: {
    input: z.strictObject({ project: projectHandle, article: articleIdSchema }),
    output: resultOf(farRelations),
  },
  /** Asks for a folder or a zip file in a dialog, and says what merging that copy of the project would do. */
  chooseCopy: {
    input: z.strictObject({ project: projectHandle, from: z.enum(['file', 'folder']) }),
    output: resultOf(mergePreview),
  },
  /** Merge the copy that was looked at, after a backup; these of its sources become one with ours. */
  mergeCopy: {
    input: z.strictObject({
      project: projectHandle,
      copy: copyHandle,
      sameSources: z.array(sourceIdSchema),
    }),
    output: resultOf(mergeReport),
  },
  /** The whole report of the last merge, on the clipboard. */
  copyMergeReport: { input: z.strictObject({}), output: z.strictObject({}) },
  /** Begin a search through the articles; it takes the place of the one before. */
  beginSearch: {
    input: z.strictObject({ project: projectHandle, query: searchQuerySchema }),
    output: resultOf(z.strictObject({ search: z.int() })),
  },
  /** Look on for some milliseconds, and give what was found since. */
  continueSearch: {
    input: z.strictObject({ project: projectHandle, search: z.int() }),
    output: resultOf(
      z.strictObject({
        hits: z.array(searchHit),
        articlesDone: z.int(),
        articlesTotal: z.int(),
        /** False when there is nothing more. */
        hasMore: z.boolean(),
      }),
    ),
  },
  /** Asks for a file in a dialog and writes the codebook there, as it is given. */
  exportCodebook: {
    input: z.strictObject({ project: projectHandle, codebook: codebookSchema }),
    output: resultOf(z.strictObject({ file: z.string() })),
  },
  /** Asks for a file in a dialog, CSV or JSON by its ending, and writes the history of an article's annotations there. */
  exportHistory: {
    input: z.strictObject({ project: projectHandle, article: articleIdSchema }),
    output: resultOf(z.strictObject({ file: z.string() })),
  },
  /** Asks for the folder in a dialog, and whether an earlier export there may be replaced. */
  exportDataset: {
    input: z.strictObject({ project: projectHandle, wish: exportWishSchema }),
    output: resultOf(exportReport),
  },
  /** Every format in the order they are offered. */
  exportFormats: {
    input: z.strictObject({}),
    output: z.strictObject({ formats: z.array(exportFormatInfo) }),
  },
  /** The first records of an export and what it would lose; the answer to an earlier call may come short. */
  previewExport: {
    input: z.strictObject({ project: projectHandle, wish: exportWishSchema }),
    output: resultOf(exportPreview),
  },
  /** Stop the export that is running, if any: what was there before stays. */
  cancelExport: { input: z.strictObject({}), output: z.strictObject({}) },
  /** A bug of the window, for the log. */
  reportFault: { input: z.strictObject({ fault: faultSchema }), output: z.strictObject({}) },
  /** Asks where in a dialog, and saves what is known of bugs there. */
  saveFaultReport: { input: z.strictObject({}), output: z.strictObject({}) },
  /** The first article of a project is on the screen; main prints the ready line once. */
  firstPaint: { input: z.strictObject({ name: z.string() }), output: z.strictObject({}) },
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
    total: z.int(),
    name: z.string(),
    /** Absent until there is something to judge by. */
    secondsLeft: z.int().exactOptional(),
  }),
  /** An import waits for an answer about a table. */
  columnsWanted: columnQuestion,
  exportProgress: z.strictObject({ done: z.int(), total: z.int() }),
  /** Another start of the program asked for this project. */
  openRequested: z.strictObject({ project: projectHandle }),
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

/** A call larger than this is refused in main. Merging two sources changes all their annotations in one edit, a kilobyte each or two. */
export const longestCallBytes = 32 * 1024 * 1024
/** Size of one part of a read, in UTF-16 code units. */
export const readPartLength = 1024 * 1024

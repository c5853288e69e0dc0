import * as z from 'zod'
import { articleIdSchema } from '../article/article'
import { readings } from '../article/reading'
import { columnChoiceSchema } from '../article/table-columns'
import { resultOf } from '../outcome/result'
import { fileHandle, projectHandle } from './handles'

const foundCopy = z.strictObject({
  article: articleIdSchema,
  title: z.string(),
  /** Share of the runs of words that both have, from 0 to 1. */
  likeness: z.number(),
  isSameText: z.boolean(),
})
export type FoundCopy = z.infer<typeof foundCopy>

const earlierArticle = z.strictObject({
  article: articleIdSchema,
  title: z.string(),
  /** What says so: the same web address, the same name of the file, or nearly the same text. */
  because: z.enum(['address', 'name', 'text']),
})
export type EarlierArticle = z.infer<typeof earlierArticle>

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
      /** Its encoding was guessed from little: the letters should be looked at. */
      isEncodingUnsure: z.literal(true).exactOptional(),
      /** Set on a page that was reduced to its article. */
      isReduced: z.literal(true).exactOptional(),
      /** The article of the project that it is a copy of, and is linked to. */
      copyOf: foundCopy.exactOptional(),
      /** An article with another text that was there before, and that it may be a corrected version of. */
      earlier: earlierArticle.exactOptional(),
    }),
  ),
  /** What the project has already, byte for byte: nothing was done. `of` is its title, or the name of the same file in this import. */
  present: z.array(
    z.strictObject({ name: z.string(), of: z.string(), article: articleIdSchema.exactOptional() }),
  ),
  /** `folder` has the folders it lies in, from the one that was given. */
  failed: z.array(
    z.strictObject({ name: z.string(), message: z.string(), folder: z.string().exactOptional() }),
  ),
  /** Why it ended before everything was tried. */
  stopped: z.string().exactOptional(),
})
export type ImportReport = z.infer<typeof importReportSchema>

/** A report as the window gets it: lists that are cut short, and how long they are. */
const windowImportReport = importReportSchema.extend({
  counts: z.strictObject({ imported: z.int(), present: z.int(), failed: z.int() }),
})
export type WindowImportReport = z.infer<typeof windowImportReport>

/** How the text of an article reads in several encodings. */
const encodingsOfArticle = z.strictObject({
  /** The one it is read in now. */
  current: z.string(),
  /** That one first, then the likeliest; each with some words of the text. */
  choices: z.array(z.strictObject({ encoding: z.string(), preview: z.string() })),
  /** There are annotations, whose places would not fit another text. */
  isAnnotated: z.boolean(),
})
export type EncodingsOfArticle = z.infer<typeof encodingsOfArticle>

/** A table of articles whose columns are to be named; it waits for an answer. */
export const columnQuestion = z.strictObject({
  id: z.uuid(),
  /** Of the file. */
  name: z.string(),
  /** What can be read of it: one of these. A file of text has one, a workbook one for each sheet, and one for sheets alike. */
  parts: z
    .array(
      z.strictObject({
        /** None for a file of text. */
        sheets: z.array(z.string()),
        isHidden: z.boolean(),
        /** The encoding it is read in so; only where that is not certain. */
        encoding: z.string().exactOptional(),
        total: z.int(),
        columns: z.array(z.string()),
        /** Some first rows, a cell for each column, cut short. */
        rows: z.array(z.array(z.string())),
        /** The answer of last time, else a guess. */
        choice: columnChoiceSchema,
      }),
    )
    .min(1),
  /** Place of the likeliest one. */
  part: z.int(),
})
export type ColumnQuestion = z.infer<typeof columnQuestion>

const annotatedImportReport = z.strictObject({
  created: z.int(),
  /** Articles that the project had already. */
  merged: z.int(),
  refused: z.int(),
  /** Annotations of articles that came in without them, each with its reason among `items`. */
  unplaced: z.int(),
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

/** Another version of an article that was read and waits to be taken. */
const replacementPreview = z.strictObject({
  /** What it is taken by. */
  version: z.uuid(),
  article: articleIdSchema,
  title: z.string(),
  /** Words of the text as it is and as it would be. */
  words: z.strictObject({ before: z.int(), after: z.int() }),
  /** Annotations of everybody that are found in it, and how many of them stand elsewhere in it. */
  placed: z.int(),
  moved: z.int(),
  /** The words of those that are not. */
  lost: z.array(z.strictObject({ type: z.string(), words: z.string() })),
  /** How many more of those there are. */
  moreLost: z.int(),
  remarks: z.array(z.string()),
  /** Set when it is an article of the project already: annotations that were made in it, and stay. */
  own: z.int().exactOptional(),
})
export type ReplacementPreview = z.infer<typeof replacementPreview>

/** A file named at the start of the program, by its own name. */
const namedArticle = z.strictObject({ file: fileHandle, name: z.string() })
export type NamedArticle = z.infer<typeof namedArticle>

/** Articles that come in, with annotations or without. */
export const importCalls = {
  /** Asks for files in a dialog. */
  chooseImport: {
    input: z.strictObject({ project: projectHandle }),
    output: resultOf(windowImportReport),
  },
  importFiles: {
    input: z.strictObject({ project: projectHandle, files: z.array(fileHandle).min(1) }),
    output: resultOf(windowImportReport),
  },
  /** Files that the program was started with and that nobody has taken yet; given once. */
  takeNamedArticles: {
    input: z.strictObject({}),
    output: z.strictObject({ files: z.array(namedArticle) }),
  },
  /** Import what was copied in another program as an article. */
  pasteArticle: {
    input: z.strictObject({ project: projectHandle }),
    output: resultOf(windowImportReport),
  },
  /** Stop the import that is running, if any: what is complete stays. */
  cancelImport: { input: z.strictObject({}), output: z.strictObject({}) },
  /** Which column of a table is what; without columns the table stays out. */
  answerColumns: {
    input: z.strictObject({
      id: z.uuid(),
      /** Place of the part that is meant. */
      part: z.int(),
      columns: columnChoiceSchema.exactOptional(),
    }),
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
  /** Fails for an article that did not come from a text. */
  encodingsOf: {
    input: z.strictObject({ project: projectHandle, article: articleIdSchema }),
    output: resultOf(encodingsOfArticle),
  },
  /** Read the article’s file in this encoding, as a new article; the old one goes into the bin unless it has annotations. */
  readInEncoding: {
    input: z.strictObject({
      project: projectHandle,
      article: articleIdSchema,
      encoding: z.string().max(40),
    }),
    output: resultOf(z.strictObject({ article: articleIdSchema, isOldKept: z.boolean() })),
  },
  /**
   * Read an article anew, and say what would become of its annotations: its page whole or reduced to the
   * article, or in another encoding, out of the file it was imported from; a corrected file, asked for in a dialog; or another article of the project.
   */
  previewReplacement: {
    input: z.strictObject({
      project: projectHandle,
      article: articleIdSchema,
      by: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('reading'), reading: z.enum(readings) }),
        z.strictObject({ kind: z.literal('encoding'), encoding: z.string().max(40) }),
        z.strictObject({ kind: z.literal('file') }),
        z.strictObject({ kind: z.literal('article'), article: articleIdSchema }),
      ]),
    }),
    output: resultOf(replacementPreview),
  },
  /** Take that version: in the place of the article, as one step of undo, or, when it is none yet, as an article beside it. */
  takeVersion: {
    input: z.strictObject({
      project: projectHandle,
      version: z.uuid(),
      as: z.enum(['replacement', 'new-article']),
    }),
    output: resultOf(z.strictObject({ article: articleIdSchema, lost: z.int() })),
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
} as const

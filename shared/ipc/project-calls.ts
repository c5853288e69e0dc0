import * as z from 'zod'
import { annotatorSchema, sourceSchema } from '../annotation/annotation'
import { codebookSchema } from '../codebook/codebook'
import { resultOf } from '../outcome/result'
import { differenceSchema } from '../project/compare/difference'
import { projectHandle } from './handles'

export const openedProject = z.strictObject({
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

/** Projects as wholes: new, open, copied, closed, and what other programs did to them. */
export const projectCalls = {
  /** Asks for the folder in a dialog and opens the new project. */
  createProject: {
    input: z.strictObject({ name: z.string().min(1).max(200) }),
    output: resultOf(openedProject),
  },
  /** Asks for a folder in a dialog; whether a project is in it is found out by opening it. */
  chooseProject: {
    input: z.strictObject({}),
    output: resultOf(z.strictObject({ project: projectHandle })),
  },
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
        /** What the file holds, in words: “your annotations of “Ferry””. */
        what: z.string(),
        differences: z.array(differenceSchema),
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
} as const

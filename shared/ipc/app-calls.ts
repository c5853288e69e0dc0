import * as z from 'zod'
import { annotatorIdSchema } from '../annotation/annotation'
import { faultSchema } from '../outcome/fault'
import { resultOf } from '../outcome/result'
import { projectHandle } from './handles'
import { preferences } from './preferences'

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

/** The program itself: preferences, people, faults. */
export const appCalls = {
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
  /** A bug of the window, for the log. */
  reportFault: { input: z.strictObject({ fault: faultSchema }), output: z.strictObject({}) },
  /** Asks where in a dialog, and saves what is known of bugs there. */
  saveFaultReport: { input: z.strictObject({}), output: z.strictObject({}) },
  /** The first article of a project is on the screen; main prints the ready line once. */
  firstPaint: { input: z.strictObject({ name: z.string() }), output: z.strictObject({}) },
} as const

import * as z from 'zod'
import { resultOf } from '../outcome/result'
import { checkedSchema, mendedSchema } from '../project/damage/checked'
import { projectHandle } from './handles'

/** Checking and mending a project, be it open or not, also one that cannot be opened. */
export const upkeepCalls = {
  /**
   * Read the whole project and verify it; tells `upkeepProgress`. Nothing is changed. Looking at something
   * else meanwhile ends it.
   */
  checkProject: {
    input: z.strictObject({ project: projectHandle }),
    output: resultOf(checkedSchema),
  },
  /** Close the project, make a backup and mend what can be mended; it has to be opened again afterwards. */
  repairProject: {
    input: z.strictObject({ project: projectHandle }),
    output: resultOf(mendedSchema),
  },
  /** End what is being looked at: a check or a comparison. */
  cancelUpkeep: { input: z.strictObject({}), output: z.strictObject({}) },
  /** The whole report of the last check or repair, with the names of files, on the clipboard. */
  copyUpkeepReport: { input: z.strictObject({}), output: z.strictObject({}) },
} as const

import * as z from 'zod'

/** One thing that is not as it should be, for people: what it is about, what happened, what it means. */
export const foundSchema = z.strictObject({
  what: z.string(),
  happened: z.string(),
  /** What it means for the work, and what to do. */
  meaning: z.string(),
  /** `mends`: put together again; `aside`: moved out of the way; `stays`: no program can mend it. */
  mending: z.enum(['mends', 'aside', 'stays']),
  /** `problem`: damage; `listed`: damage that a repair could not mend and has listed; `note`: only worth knowing. */
  weight: z.enum(['problem', 'listed', 'note']),
  /** Name below the project’s folder. */
  file: z.string(),
})
export type Found = z.infer<typeof foundSchema>

/** What a look through a whole project has found. */
export const checkedSchema = z.strictObject({
  isSound: z.boolean(),
  counts: z.strictObject({ articles: z.int(), annotations: z.int(), records: z.int() }),
  /** How many there are of each weight, and of each way of mending among the problems. */
  sums: z.strictObject({
    problem: z.int(),
    listed: z.int(),
    note: z.int(),
    mends: z.int(),
    aside: z.int(),
    stays: z.int(),
  }),
  /** Problems first; cut short. */
  found: z.array(foundSchema),
  /** How many more there are. */
  more: z.int(),
  /** Edits are in the record of edits, and not in their files yet: what they did is not among the counts. */
  isBehind: z.boolean(),
  /** How many things earlier repairs have kept aside in the project’s quarantine folder. */
  keptAside: z.int(),
})
export type Checked = z.infer<typeof checkedSchema>

/** One thing that a repair did, or could not do. */
const mendedItemSchema = z.strictObject({
  what: z.string(),
  happened: z.string(),
  done: z.string(),
  /** It could not be mended and is as it was. */
  stays: z.boolean(),
})

/** What a repair has done. */
export const mendedSchema = z.strictObject({
  mended: z.int(),
  left: z.int(),
  /** What stays comes first; cut short. */
  items: z.array(mendedItemSchema),
  more: z.int(),
  /** Folder below the project with everything that was put aside and the list; absent when there was nothing to do. */
  quarantine: z.string().exactOptional(),
  /** The project as it is now. */
  checked: checkedSchema,
})
export type Mended = z.infer<typeof mendedSchema>

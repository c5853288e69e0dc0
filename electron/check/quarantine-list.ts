import fs from 'node:fs'
import path from 'node:path'
import * as z from 'zod'
import { readOwnFile } from '../store/read-regular-file'

/** Folder below the project in which every repair that had to put something aside has one of its own. */
export const quarantineFolder = 'quarantine'
export const quarantineListName = 'list.json'

const itemSchema = z.looseObject({
  /** Name below the project folder, as `check` prints it. */
  file: z.string(),
  /** What `check` calls it. */
  kind: z.string(),
  problem: z.string(),
  /** What was done about it, as a sentence. */
  done: z.string(),
  /** Where what stood there is kept, below the folder of this repair. */
  kept: z.string().optional(),
  /** An item that was taken out of a file, or that stays in it although something is wrong with it. */
  item: z.unknown().optional(),
  /** It could not be mended and is as it was. */
  stays: z.boolean(),
})
export type QuarantineItem = z.infer<typeof itemSchema>

/** `quarantine/<time>/list.json` */
export const quarantineListSchema = z.looseObject({
  format: z.literal('assay-quarantine'),
  version: z.literal(1),
  at: z.string(),
  items: z.array(itemSchema),
})
export type QuarantineList = z.infer<typeof quarantineListSchema>

/** What all repairs of a project have put aside, the oldest first. A list that cannot be read counts as none. */
export function readQuarantine(projectFolder: string): QuarantineItem[] {
  const folder = path.join(projectFolder, quarantineFolder)
  if (fs.lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return []
  return fs
    .readdirSync(folder)
    .sort()
    .flatMap(name => readList(path.join(folder, name, quarantineListName))?.items ?? [])
}

function readList(file: string): QuarantineList | undefined {
  try {
    return quarantineListSchema.safeParse(JSON.parse(readOwnFile(file).toString('utf8'))).data
  } catch {
    return undefined
  }
}

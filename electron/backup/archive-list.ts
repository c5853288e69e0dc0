import * as z from 'zod'

/** Name of the file in an archive that lists all others. */
export const archiveListName = 'backup.json'

const fileSchema = z.looseObject({ file: z.string(), size: z.int().min(0), sha256: z.string() })
export type ArchiveFile = z.infer<typeof fileSchema>

/** `backup.json`, the last file of an archive. */
export const archiveListSchema = z.looseObject({
  format: z.literal('assay-backup'),
  version: z.literal(1),
  project: z.looseObject({ id: z.string(), name: z.string() }),
  reason: z.string(),
  at: z.string(),
  files: z.array(fileSchema),
  /** Files that were damaged already in the project, and are so here. */
  damaged: z.array(z.string()),
  /** Files that could not be read or are larger than 256 MB: they are not in the archive. */
  skipped: z.array(z.string()),
})
export type ArchiveList = z.infer<typeof archiveListSchema>

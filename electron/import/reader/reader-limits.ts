import * as z from 'zod'

/** What the reading of one file may use; a process that uses more is killed and the file is not imported. */
export type ReaderLimits = {
  /** Memory of the whole process, program and all. */
  readonly megabytes: number
  /** Time for one file, from the moment the process has its bytes. */
  readonly seconds: number
}

export const usualLimits: ReaderLimits = { megabytes: 512, seconds: 20 }

/** The limits as they stand in the settings; one that makes no sense counts as not set. */
export const readerLimitsSchema = z.object({
  megabytes: z.int().min(128).max(65_536).catch(usualLimits.megabytes),
  seconds: z.number().min(0.1).max(3600).catch(usualLimits.seconds),
})

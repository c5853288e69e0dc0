import * as z from 'zod'

/** Opaque names for things whose paths only main knows. */
export const projectHandle = z.uuid().brand<'ProjectHandle'>()
export type ProjectHandle = z.infer<typeof projectHandle>
export const fileHandle = z.uuid().brand<'FileHandle'>()
export type FileHandle = z.infer<typeof fileHandle>
export const readHandle = z.uuid().brand<'ReadHandle'>()
export type ReadHandle = z.infer<typeof readHandle>

/** A copy of a project that was looked at and may be merged. */
export const copyHandle = z.uuid().brand<'CopyHandle'>()
export type CopyHandle = z.infer<typeof copyHandle>

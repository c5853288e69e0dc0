import * as z from 'zod'
import { attributeValueSchema } from '../../annotation/annotation'
import { parsedJson } from '../json-text'

const annotationSchema = z.object({
  external_id: z.string().optional(),
  created_at: z.string().optional(),
  updated_at: z.string().optional(),
  origin: z.unknown(),
  written: z.string().optional(),
  spans: z.array(z.tuple([z.int(), z.int()])).optional(),
  values: z.record(z.string(), attributeValueSchema).optional(),
  note: z.string().optional(),
})

/** A line of `documents.jsonl` as an import takes it; what only passes through is checked with the dataset. */
const lineSchema = z.object({
  id: z.string(),
  external_id: z.string().optional(),
  title: z.string(),
  name: z.string(),
  files: z.record(z.string(), z.string()),
  metadata: z.unknown(),
  status: z.unknown(),
  replaced: z.array(z.tuple([z.int().min(0), z.string()])).default([]),
  annotations: z.record(z.string(), annotationSchema).default({}),
  relations: z
    .record(
      z.string(),
      z.object({ external_id: z.string().optional(), created_at: z.string().optional() }),
    )
    .default({}),
  other_annotations: z.array(z.unknown()).default([]),
  other_relations: z.array(z.unknown()).default([]),
})

export type ReadSidecarLine = z.infer<typeof lineSchema>
export type ReadSidecarAnnotation = z.infer<typeof annotationSchema>

/** The value of a line of `documents.jsonl`; `undefined` for a line that is none. */
export function readSidecarLine(json: string): ReadSidecarLine | undefined {
  return lineSchema.safeParse(parsedJson(json)).data
}

/** What `record` has of its own under `key`: ids come out of files, and `constructor` is no annotation. */
export function ownEntry<Value>(
  record: Readonly<Record<string, Value>> | undefined,
  key: string,
): Value | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined
}

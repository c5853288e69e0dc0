import * as z from 'zod'

/** Keys of types, attributes, choices and relations: they never change; labels and colours may. */
export const slugSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]*$/, 'A key has small letters, digits, - and _ only')
  .max(64)

export const attributeKinds = ['choice', 'text', 'number', 'yes-no', 'date', 'source'] as const
export type AttributeKind = (typeof attributeKinds)[number]

const choiceSchema = z.looseObject({ key: slugSchema, label: z.string() })
export type Choice = z.infer<typeof choiceSchema>

const attributeSchema = z.looseObject({
  key: slugSchema,
  label: z.string(),
  kind: z.enum(attributeKinds),
  /** Only for `choice`. */
  choices: z.array(choiceSchema).optional(),
  /** An annotation without it is not finished; the window says so, nothing refuses it. */
  required: z.boolean().optional(),
  description: z.string().optional(),
})
export type Attribute = z.infer<typeof attributeSchema>

/** How a type is drawn, so that types nest without covering each other. */
export const channels = ['tint', 'underline', 'outline'] as const
export type Channel = (typeof channels)[number]

const typeSchema = z.looseObject({
  key: slugSchema,
  label: z.string(),
  channel: z.enum(channels),
  colour: z.looseObject({ light: z.string(), dark: z.string() }),
  /** One character that tags with this type; absent when none is assigned. */
  shortcut: z.string().length(1).optional(),
  description: z.string().optional(),
  examples: z.array(z.string()).optional(),
  attributes: z.array(attributeSchema),
})
export type AnnotationType = z.infer<typeof typeSchema>

const relationKindSchema = z.looseObject({
  key: slugSchema,
  label: z.string(),
  description: z.string().optional(),
  /** Keys of the types either end may have; absent means any. */
  from: z.array(slugSchema).optional(),
  to: z.array(slugSchema).optional(),
})

export const fieldKinds = ['text', 'number', 'date', 'choice', 'yes-no', 'url'] as const
export type FieldKind = (typeof fieldKinds)[number]

const articleFieldSchema = z.looseObject({
  key: slugSchema,
  label: z.string(),
  kind: z.enum(fieldKinds),
  /** Only for `choice`. */
  choices: z.array(choiceSchema).optional(),
  description: z.string().optional(),
})
/** A detail of articles that a project has beside those Assay knows itself; values are kept with each article, under the key. */
export type ArticleField = z.infer<typeof articleFieldSchema>

/** `codebook.json`: the types with their attributes, the relation kinds and the own fields of the articles of a project. */
export const codebookSchema = z.looseObject({
  format: z.literal('assay-codebook'),
  version: z.int().min(1),
  minReader: z.int().min(1),
  /** Goes up by one with every change. */
  revision: z.int().min(1),
  types: z.array(typeSchema),
  relations: z.array(relationKindSchema),
  /** Absent in a project that never had one. */
  fields: z.array(articleFieldSchema).optional(),
})
export type Codebook = z.infer<typeof codebookSchema>

/** The type with this key, or `undefined` when the codebook does not have it (any more). */
export function typeOf(codebook: Codebook, key: string): AnnotationType | undefined {
  return codebook.types.find(type => type.key === key)
}

/** The own fields of the project's articles, in their order. */
export function fieldsOf(codebook: Codebook | undefined): readonly ArticleField[] {
  return codebook?.fields ?? []
}

/** Keys that occur twice, which would make a tag ambiguous; empty for a sound codebook. */
export function repeatedKeys(codebook: Codebook): string[] {
  const repeatedIn = (keys: readonly string[]): string[] =>
    keys.filter((key, index) => keys.indexOf(key) !== index)
  return [
    ...repeatedIn(codebook.types.map(type => type.key)),
    ...codebook.types.flatMap(type => repeatedIn(type.attributes.map(attribute => attribute.key))),
    ...repeatedIn(codebook.relations.map(relation => relation.key)),
    ...repeatedIn(fieldsOf(codebook).map(field => field.key)),
  ]
}

import * as z from 'zod'

/**
 * The blocks an article is made of: TipTap's own JSON, so that the file on disk is what the view shows.
 * `doc > block+`; sections exist only in the view and are never in this shape.
 */
export type Mark =
  | { readonly type: 'bold' | 'italic' | 'strike' }
  | { readonly type: 'link'; readonly attrs: { readonly href: string } }

export type Inline =
  | { readonly type: 'text'; readonly text: string; readonly marks?: readonly Mark[] | undefined }
  | { readonly type: 'hardBreak' }

/** The page of the original on which a text block begins, counted from 1: known for files that are made of pages. */
export type OnPage = { readonly page?: number | undefined }

export type TextBlock =
  | {
      readonly type: 'paragraph'
      readonly attrs?: OnPage | undefined
      readonly content?: readonly Inline[] | undefined
    }
  | {
      readonly type: 'heading'
      readonly attrs: { readonly level: number } & OnPage
      readonly content?: readonly Inline[] | undefined
    }

export type ListItem = { readonly type: 'listItem'; readonly content: readonly Block[] }

export type Block =
  | TextBlock
  | { readonly type: 'bulletList'; readonly content: readonly ListItem[] }
  | {
      readonly type: 'orderedList'
      readonly attrs: { readonly start: number }
      readonly content: readonly ListItem[]
    }
  | { readonly type: 'blockquote'; readonly content: readonly Block[] }
  /** Where something of the original was left out (an image, an embed): visible, but adds no characters. */
  | { readonly type: 'leftOut'; readonly attrs: { readonly what: string; readonly label: string } }

export type ArticleDocument = { readonly type: 'doc'; readonly content: readonly Block[] }

/** Deepest nesting of lists and quotes that is read; deeper ones are a damaged or hostile file. */
export const deepestNesting = 64

const markSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.enum(['bold', 'italic', 'strike']) }),
  z.strictObject({ type: z.literal('link'), attrs: z.strictObject({ href: z.string() }) }),
])

const inlineSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('text'),
    text: z.string().min(1),
    marks: z.array(markSchema).readonly().optional(),
  }),
  z.strictObject({ type: z.literal('hardBreak') }),
])

const content = z.array(inlineSchema).readonly().optional()

const page = z.int().min(1).optional()

const textBlockSchemas = [
  z.strictObject({
    type: z.literal('paragraph'),
    attrs: z.strictObject({ page }).optional(),
    content,
  }),
  z.strictObject({
    type: z.literal('heading'),
    attrs: z.strictObject({ level: z.int().min(1).max(6), page }),
    content,
  }),
] as const

const listItemSchema: z.ZodType<ListItem> = z.lazy(() =>
  z.strictObject({ type: z.literal('listItem'), content: z.array(blockSchema).min(1).readonly() }),
)

const blockSchema: z.ZodType<Block> = z.lazy(() =>
  z.discriminatedUnion('type', [
    ...textBlockSchemas,
    z.strictObject({
      type: z.literal('bulletList'),
      content: z.array(listItemSchema).min(1).readonly(),
    }),
    z.strictObject({
      type: z.literal('orderedList'),
      attrs: z.strictObject({ start: z.int().min(0) }),
      content: z.array(listItemSchema).min(1).readonly(),
    }),
    z.strictObject({
      type: z.literal('blockquote'),
      content: z.array(blockSchema).min(1).readonly(),
    }),
    z.strictObject({
      type: z.literal('leftOut'),
      attrs: z.strictObject({ what: z.string(), label: z.string() }),
    }),
  ]),
)

/** What a document must look like on disk. Ask `nestsTooDeep` first: the check recurses. */
export const documentSchema: z.ZodType<ArticleDocument> = z.strictObject({
  type: z.literal('doc'),
  content: z.array(blockSchema).min(1).readonly(),
})

/** True when `value` nests deeper than a document may, found without recursion so that a hostile file cannot exhaust the stack. */
export function nestsTooDeep(value: unknown, limit = deepestNesting * 2 + 8): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limit) return true
    const next: unknown[] = []
    for (const item of level) {
      if (typeof item !== 'object' || item === null) continue
      for (const child of Object.values(item)) if (typeof child === 'object') next.push(child)
    }
    level = next
  }
  return false
}

/** A link may be shown as inert text with these targets; anything else loses its target, not its words. */
export function isSafeTarget(href: string): boolean {
  return /^(?:https?:|mailto:)/i.test(href.trim())
}

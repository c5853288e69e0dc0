import type { PDFPageProxy } from 'pdfjs-dist'

/** What a tagged PDF says of a piece of text: the block it belongs to. Programs that print pages with their structure write it. */
export type PageTag = {
  /** The same for all pieces of one block of a page. */
  readonly block: number
  /** For a heading that is tagged with its level. */
  readonly level: number | undefined
  /** The same for all pieces of one item of a list. */
  readonly item: number | undefined
}

type StructNode = NonNullable<Awaited<ReturnType<PDFPageProxy['getStructTree']>>>
type StructChild = StructNode['children'][number]

/** Roles of the structure tree that stand for a block of text. Source: ISO 32000-1, section 14.8.4.3. */
const blockRoles =
  /^(?:P|H[1-6]?|Title|LI|LBody|BlockQuote|Caption|Note|FENote|TD|TH|TOCI|Code|Formula|Div|Sect|Art|Part)$/

/** Deepest structure that is followed; real ones have some ten levels. */
const deepest = 60

/** The tags of a page by the marks of its content, or none when the file is not tagged. */
export function tagsOf(tree: StructNode | null): ReadonlyMap<string, PageTag> {
  const tags = new Map<string, PageTag>()
  let count = 0
  const visit = (children: readonly StructChild[], tag: PageTag, depth: number): void => {
    for (const child of children) {
      if (!('role' in child)) {
        if ('id' in child && child.type === 'content') tags.set(child.id, tag)
        continue
      }
      if (depth > deepest) continue
      count += 1
      const { role } = child
      const heading = /^H([1-6])$/.exec(role)?.[1]
      visit(
        child.children,
        {
          // The body of an item and its sign are one block with what is in them.
          block: blockRoles.test(role) ? count : tag.block,
          level: heading === undefined ? tag.level : Number(heading),
          item: role === 'LI' ? count : tag.item,
        },
        depth + 1,
      )
    }
  }
  if (tree !== null) visit(tree.children, { block: 0, level: undefined, item: undefined }, 0)
  return tags
}

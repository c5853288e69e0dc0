import { Extension, Mark, Node, mergeAttributes } from '@tiptap/core'
import type { Extensions } from '@tiptap/core'
import { StarterKit } from '@tiptap/starter-kit'

const Document = Node.create({ name: 'doc', topNode: true, content: 'section+' })

const Section = Node.create({
  name: 'section',
  content: 'block+',
  selectable: false,
  draggable: false,
  addAttributes: () => ({
    height: {
      default: 0,
      renderHTML: ({ height }) => ({
        style: `contain-intrinsic-height: auto ${String(height)}px`,
      }),
    },
  }),
  renderHTML: ({ HTMLAttributes }) => [
    'div',
    mergeAttributes({ class: 'article-section' }, HTMLAttributes),
    0,
  ],
})

/** Any block may come first: what stands in a file decides, not a rule for typing. */
const ListItem = Node.create({
  name: 'listItem',
  content: 'block+',
  renderHTML: () => ['li', 0],
})

const LeftOut = Node.create({
  name: 'leftOut',
  group: 'block',
  atom: true,
  selectable: false,
  addAttributes: () => ({ what: { default: '' }, label: { default: '' } }),
  renderHTML: ({ node }) => [
    'div',
    { class: 'article-left-out' },
    leftOutSentence(String(node.attrs['what']), String(node.attrs['label'])),
  ],
})

/** Shown and read, never followed: the window must not leave the article, and works offline. */
const InertLink = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes: () => ({
    href: { default: '', renderHTML: ({ href }) => ({ title: String(href) }) },
  }),
  renderHTML: ({ HTMLAttributes }) => [
    'span',
    mergeAttributes({ class: 'link' }, HTMLAttributes),
    0,
  ],
})

/** Words that the original strikes through: still words of the text, and to be seen as taken back. No key belongs to it. */
const Struck = Mark.create({ name: 'strike', renderHTML: () => ['s', 0] })

const BlockDirection = Extension.create({
  name: 'blockDirection',
  addGlobalAttributes: () => [
    { types: ['bulletList', 'orderedList', 'blockquote'], attributes: { dir: { default: 'ltr' } } },
  ],
})

/** The page of the original on which a block begins; known for what came from a PDF. */
const BlockPage = Extension.create({
  name: 'blockPage',
  addGlobalAttributes: () => [
    {
      types: ['paragraph', 'heading'],
      attributes: {
        page: {
          default: null,
          renderHTML: ({ page }) => (typeof page === 'number' ? { 'data-page': String(page) } : {}),
        },
      },
    },
  ],
})

const automatic = { HTMLAttributes: { dir: 'auto' } }

/**
 * The schema of the article view: the blocks of an article inside sections, and nothing that changes
 * or steals: no history, no trailing paragraph, no drop or gap cursor, no live links.
 */
export const articleSchema: Extensions = [
  Document,
  Section,
  ListItem,
  LeftOut,
  InertLink,
  Struck,
  BlockDirection,
  BlockPage,
  StarterKit.configure({
    document: false,
    paragraph: automatic,
    heading: automatic,
    listItem: false,
    link: false,
    undoRedo: false,
    trailingNode: false,
    dropcursor: false,
    gapcursor: false,
    listKeymap: false,
    code: false,
    codeBlock: false,
    horizontalRule: false,
    strike: false,
    underline: false,
  }),
]

/** What a reader sees where something of the original was left out: "Image left out: a map". */
function leftOutSentence(what: string, label: string): string {
  const name = what === '' ? 'Something' : what.charAt(0).toUpperCase() + what.slice(1)
  return label === '' ? `${name} left out` : `${name} left out: ${label}`
}

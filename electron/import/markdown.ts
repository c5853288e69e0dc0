import type { Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import type { ArticleDocument } from '../../shared/article/blocks'
import { createBlockWriter } from './block-writer'
import { firstOfEach } from './found-metadata'
import { readFrontMatter } from './front-matter'
import type { ReadContent } from './read-content'
import { writeMarkdownBlocks } from './markdown-blocks'
import { readPlainText } from './plain-text'

/**
 * The blocks and metadata of a Markdown file (CommonMark with GitHub's tables, footnotes and links).
 * `text` has LF as its line breaks. The first heading of level 1 is the title and stays in the text; front
 * matter is metadata and does not.
 */
export function readMarkdown(text: string): ReadContent {
  const { title, found, body } = readFrontMatter(text)
  const tree = parseMarkdown(body)
  const document = tree === undefined ? readPlainText(body) : documentOf(tree)
  return {
    document,
    title: title ?? headingOf(document),
    metadata: firstOfEach(found),
    remarks: tree === undefined ? [tangledRemark] : [],
  }
}

/** A hundred quote and list signs at the start of one line are no article, and exhaust the parser's stack. */
const deepestMarks = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){100}/m
/** A list item this far to the right: its parsing costs the cube of its depth. */
const deepestIndent = /^(?: {130}|\t{33})[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/m

/** Signs of emphasis and links in one paragraph: the parser's cost is the square of their number. */
const mostInlineMarks = 4000

const tangledRemark =
  'Its Markdown signs are nested too deep to be read as headings and lists, so it was read as plain text with the signs in it.'

/** The tree of a Markdown text, or `undefined` when it is too tangled to be parsed in bounded time and space. */
function parseMarkdown(text: string): Root | undefined {
  if (deepestMarks.test(text) || deepestIndent.test(text)) return undefined
  if (text.split(/\n[ \t]*\n/).some(isTangled)) return undefined
  try {
    return fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
  } catch (error) {
    // The parser calls itself for each level of a list: a thousand levels exhaust the stack.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function isTangled(paragraph: string): boolean {
  if (paragraph.length < mostInlineMarks) return false
  // Each cell of a table is parsed by itself.
  const lines = paragraph.split('\n').filter(line => !line.includes('|'))
  return lines.join('').replace(/[^*_~[\]`]/g, '').length > mostInlineMarks
}

function documentOf(tree: Root): ArticleDocument {
  const writer = createBlockWriter()
  writeMarkdownBlocks(writer, tree)
  return writer.finish()
}

function headingOf(document: ArticleDocument): ReadContent['title'] {
  for (const block of document.content) {
    if (block.type !== 'heading' || block.attrs.level !== 1) continue
    const pieces = (block.content ?? []).map(piece => (piece.type === 'text' ? piece.text : ' '))
    if (pieces.length > 0) return { value: pieces.join(''), from: 'heading' }
  }
  return undefined
}

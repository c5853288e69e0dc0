import { parse } from 'parse5'
import type { ArticleDocument } from '../../shared/article/blocks'
import { plainText } from '../../shared/article/plain-text'
import type { Reading } from '../../shared/article/reading'
import { createBlockWriter } from './block-writer'
import { writeHtmlBlocks } from './html-blocks'
import { pageMetadata } from './html-metadata'
import { bracketNoteReferences } from './html-note-references'
import type { Element, Node } from './html-tree'
import { readStatements } from './page-statements'
import type { ReadContent } from './read-content'
import { judgeReduction } from './reduce/judge-reduction'
import { reducePage } from './reduce/reduce-page'

/**
 * The blocks and metadata of a web page, reduced to its article unless `reading` asks for the whole of it
 * or words that matter would be lost. The page is parsed as a browser parses it and never becomes
 * part of a window: what comes out is our own blocks, made of words and safe addresses only.
 */
export function readHtml(html: string, reading: Reading = 'article'): ReadContent {
  const page = parse(html)
  const said = readStatements(page)
  bracketNoteReferences(page)
  const whole = blocksOf([page])
  const reduced = reading === 'whole' ? undefined : reducePage(page)
  const article = reduced === undefined ? undefined : blocksOf(reduced.roots, reduced.without)
  const { chosen, ...judged } = judgeReduction({
    whole,
    article,
    isMarked: reduced?.isMarked === true,
    hasPaywall: reduced?.hasPaywall === true,
    said: said.linked.flatMap(({ body }) => body ?? []),
  })
  const document = chosen === 'article' && article !== undefined ? article : whole
  return { document, ...pageMetadata(said, plainText(document)), ...judged, reading: chosen }
}

function blocksOf(roots: readonly Node[], without?: ReadonlySet<Element>): ArticleDocument {
  const writer = createBlockWriter()
  for (const root of roots) {
    writer.startBlock()
    writeHtmlBlocks(writer, root, without)
  }
  return writer.finish()
}

/** The blocks and metadata of an XHTML page. */
export function readXhtml(xhtml: string, reading?: Reading): ReadContent {
  return readHtml(closeEmptyElements(xhtml), reading)
}

/**
 * XHTML as it can be read as HTML, where `<title/>` would begin a title that never ends and take the page
 * with it: empty elements get the end they mean.
 */
export function closeEmptyElements(xhtml: string): string {
  return xhtml.replace(/<([a-z][\w:-]*)(\s[^<>]*)?\/>/gi, (all, name: string, attributes = '') =>
    endsItself.has(name.toLowerCase()) ? all : `<${name}${String(attributes)}></${name}>`,
  )
}

/** Elements that are empty in HTML too: an end tag would make a second one of them. */
const endsItself: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
)

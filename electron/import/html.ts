import { parse } from 'parse5'
import { plainText } from '../../shared/article/plain-text'
import { createBlockWriter } from './block-writer'
import { writeHtmlBlocks } from './html-blocks'
import { pageMetadata } from './html-metadata'
import { readStatements } from './page-statements'
import type { ReadContent } from './read-content'

/**
 * The blocks and metadata of a web page. The page is parsed as a browser parses it and never becomes
 * part of a window: what comes out is our own blocks, made of words and safe addresses only.
 */
export function readHtml(html: string): ReadContent {
  const page = parse(html)
  const writer = createBlockWriter()
  writeHtmlBlocks(writer, page)
  const document = writer.finish()
  return { document, ...pageMetadata(readStatements(page), plainText(document)), remarks: [] }
}

/** The blocks and metadata of an XHTML page. */
export function readXhtml(xhtml: string): ReadContent {
  return readHtml(closeEmptyElements(xhtml))
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

import { parse } from 'parse5'
import type { Archive } from '../archive/open-archive'
import { openArchive } from '../archive/open-archive'
import { createBlockWriter } from '../block-writer'
import { closeEmptyElements } from '../html'
import { writeHtmlBlocks } from '../html-blocks'
import type { Element, Node } from '../html-tree'
import { attribute, elementsOf } from '../html-tree'
import { blockElements } from '../html-elements'
import type { ReadContent } from '../read-content'
import { RefusedFile } from '../refused-file'
import { decodeXml } from '../xml/xml-tree'
import { readBookProperties } from './epub-metadata'
import type { EpubDocument } from './epub-notes'
import { takeNotes } from './epub-notes'
import { openEpub } from './epub-package'
import type { LetterStyle } from './epub-styles'
import { joined, letterStyleOf, readLetterStyles } from './epub-styles'
import { hasType, removeNode, rename, wrapContent } from './epub-tree'
import { withoutBlankBlocks } from './without-blank-blocks'

/** Longest text of a book with all its markup, in bytes: ten times the Bible. */
const largestText = 32 * 1024 * 1024

/**
 * The blocks, title and metadata of an EPUB: all documents in the order they are read, then the notes of
 * all of them. Throws RefusedFile. Source: W3C, EPUB 3.3.
 */
export function readEpub(bytes: Uint8Array): ReadContent {
  const archive = openArchive(bytes)
  const book = openEpub(archive)
  const texts = book.documents.map(name => archive.bytes(name))
  const size = texts.reduce((sum, text) => sum + (text?.length ?? 0), 0)
  if (size > largestText) throw new RefusedFile('its text is longer than 32 MB')
  const styles = readLetterStyles(book.styleSheets.map(name => textOf(archive, name)))
  const documents = book.documents.flatMap((name, index): EpubDocument[] => {
    const text = texts[index]
    return text === undefined ? [] : [{ name, tree: readTree(text, styles) }]
  })
  const notes = takeNotes(documents)
  const writer = createBlockWriter()
  for (const { tree } of documents) writeHtmlBlocks(writer, tree)
  for (const note of notes) writeHtmlBlocks(writer, note)
  const document = withoutBlankBlocks(writer.finish())
  return {
    document,
    ...readBookProperties(book.metadata, document),
    remarks: missingRemarks(book.documents.length - documents.length),
  }
}

function textOf(archive: Archive, name: string): string {
  const bytes = archive.bytes(name)
  return bytes === undefined ? '' : decodeXml(bytes)
}

function readTree(bytes: Uint8Array, styles: ReadonlyMap<string, LetterStyle>): Node {
  const xhtml = decodeXml(bytes).replace(/\u00ad|&shy;|&#173;|&#xad;/gi, '')
  const tree = parse(closeEmptyElements(xhtml))
  for (const element of [...elementsOf(tree)]) {
    if (hasType(element, ['pagebreak'])) removeNode(element)
    else if (element.tagName === 'img') dropFileName(element)
    else if (!blockElements.has(element.tagName)) applyLetterStyle(element, styles)
  }
  return tree
}

/** Some programs give the name of the picture's file where its description should be. */
function dropFileName(image: Element): void {
  const described = attribute(image, 'alt')?.trim() ?? ''
  if (/^\S+\.(?:png|jpe?g|gif|svg|webp)$/i.test(described))
    image.attrs = image.attrs.filter(({ name }) => name !== 'alt')
}

function applyLetterStyle(element: Element, styles: ReadonlyMap<string, LetterStyle>): void {
  let style: LetterStyle = { bold: undefined, italic: undefined }
  for (const name of (attribute(element, 'class') ?? '').split(/\s+/))
    style = joined(style, styles.get(name) ?? style)
  style = joined(style, letterStyleOf(attribute(element, 'style') ?? ''))
  if (style.italic === true) wrapContent(element, 'i')
  if (style.bold !== true) return
  if (element.tagName === 'span') rename(element, 'b')
  else wrapContent(element, 'b')
}

function missingRemarks(count: number): string[] {
  if (count === 0) return []
  return [
    count === 1
      ? 'One of its chapters is missing in the file.'
      : `${String(count)} of its chapters are missing in the file.`,
  ]
}

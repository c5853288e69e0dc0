import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import type { Result } from '../../../shared/outcome/result'
import { fail, succeed } from '../../../shared/outcome/result'
import { loadEngine } from './load-engine'
import type { PdfFile, PdfPage, PdfProperties } from './pdf-page'
import type { Content, ContentItem, FontLook, TaggedItem } from './page-items'
import { pageRuns } from './page-runs'
import type { PageTag } from './page-tags'
import { tagsOf } from './page-tags'

/** Most pages that are read: an article has some ten, a long report some hundred. */
const mostPages = 2000

/** Most pieces of text that are read: a page has some hundred; a file with more was made to exhaust the program. */
const mostItems = 1_000_000

/** Read the words of all pages with their places. Fails with a sentence for the user; `name` is the file's own name. */
export async function openPdf(bytes: Uint8Array, name: string): Promise<Result<PdfFile>> {
  const { getDocument, VerbosityLevel } = await loadEngine()
  const task = getDocument({
    // The engine takes the bytes for itself.
    data: new Uint8Array(bytes),
    // No code is made from a file's words, no font, picture, form or address of a file is used.
    isEvalSupported: false,
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: 1,
    verbosity: VerbosityLevel.ERRORS,
  })
  try {
    const document = await task.promise
    if (document.numPages > mostPages)
      return fail(
        'too-large',
        `“${name}” was not imported: it has ${String(document.numPages)} pages, and Assay reads up to ${String(mostPages)}. Nothing else has changed. Print the pages you need into a PDF of their own and import that.`,
      )
    return await readDocument(document, name)
  } catch (error) {
    return explainPdfError(error, name)
  } finally {
    await task.destroy()
  }
}

async function readDocument(document: PDFDocumentProxy, name: string): Promise<Result<PdfFile>> {
  const properties = await readProperties(document)
  const pages: PdfPage[] = []
  let items = 0
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const read = await readPage(page, mostItems - items)
    if (read === undefined)
      return fail(
        'too-large',
        `“${name}” was not imported: it has more pieces of text than a document for people would have. Nothing else has changed. Print the pages you need into a PDF of their own and import that.`,
      )
    items += read.items
    pages.push(read.page)
    page.cleanup()
  }
  return succeed({ pages, properties })
}

/** `undefined` when the page holds more than `most` pieces of text. */
async function readPage(
  page: PDFPageProxy,
  most: number,
): Promise<{ readonly page: PdfPage; readonly items: number } | undefined> {
  const content = await textOf(page, most)
  if (content === undefined) return undefined
  const { items, fonts } = content
  // Fonts are told by name only once the page's drawing was read; most pages use those of the first.
  if ([...fonts].some(font => !page.commonObjs.has(font))) await page.getOperatorList()
  const looks = new Map(
    [...fonts].map(font => [
      font,
      fontLook(page.commonObjs.has(font) ? (page.commonObjs.get(font) as FontData) : {}),
    ]),
  )
  const { width, height, transform } = page.getViewport({ scale: 1 })
  const { runs, turned } = pageRuns(items, looks, transform, await page.getAnnotations())
  return { page: { number: page.pageNumber, width, height, runs, turned }, items: items.length }
}

async function textOf(
  page: PDFPageProxy,
  most: number,
): Promise<{ readonly items: TaggedItem[]; readonly fonts: ReadonlySet<string> } | undefined> {
  const items: TaggedItem[] = []
  const tagOf = followMarks(tagsOf(await page.getStructTree()))
  const fonts = new Set<string>()
  const reader = (
    page.streamTextContent({ includeMarkedContent: true }) as ReadableStream<Content>
  ).getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return { items, fonts }
    for (const item of value.items) {
      const tag = tagOf(item)
      if ('str' in item) items.push({ item, tag })
    }
    for (const font of Object.keys(value.styles)) fonts.add(font)
    if (items.length > most) {
      await reader.cancel(new Error('too many pieces of text'))
      return undefined
    }
  }
}

/** Follows the marks that stand between pieces of text: gives the tag that holds at each item. */
function followMarks(
  tags: ReadonlyMap<string, PageTag>,
): (item: ContentItem) => PageTag | undefined {
  const open: (PageTag | undefined)[] = []
  return item => {
    if ('type' in item) {
      if (item.type === 'endMarkedContent') open.pop()
      // Marks without a name of their own belong to what they stand in.
      else open.push(tags.get(item.id) ?? open.at(-1))
    }
    return open.at(-1)
  }
}

/** What the engine knows of a font. */
type FontData = {
  readonly name?: string
  readonly bold?: boolean
  readonly black?: boolean
  readonly italic?: boolean
}
/** Few files state the weight of a font; its name does, as in `ABCDEF+Times-BoldItalic`. */
function fontLook(font: FontData): FontLook {
  const name = (font.name ?? '').replace(/^[A-Z]{6}\+/, '')
  return {
    bold:
      font.bold === true || font.black === true || /bold|black|heavy|demi(?!-?light)/i.test(name),
    italic: font.italic === true || /italic|oblique|kursiv/i.test(name),
  }
}

async function readProperties(document: PDFDocumentProxy): Promise<PdfProperties> {
  const { info } = await document.getMetadata()
  const fields = info as Readonly<Record<string, unknown>>
  const text = (key: string): string | undefined => {
    const value = fields[key]
    if (typeof value !== 'string') return undefined
    const clean = value.replace(/[\p{Cc}\s]+/gu, ' ').trim()
    return clean === '' ? undefined : clean
  }
  return {
    title: text('Title'),
    author: text('Author'),
    created: text('CreationDate'),
    language: text('Language'),
    maker: [text('Creator'), text('Producer')].filter(words => words !== undefined).join(' '),
  }
}

function explainPdfError(error: unknown, name: string): Result<never> {
  const kind = error instanceof Error ? error.name : ''
  if (kind === 'PasswordException')
    return fail(
      'refused',
      `“${name}” was not imported: it is protected by a password. Nothing else has changed. Open it in a PDF reader with the password, print it into a new PDF, and import that.`,
    )
  // Whatever a broken file makes the engine throw, it is the file that is at fault and nothing was changed yet.
  return fail(
    'damaged',
    `“${name}” was not imported: it is damaged, or no PDF at all. Nothing else has changed. Fetch it again from where it came from, or open it in a PDF reader and print it into a new PDF.`,
  )
}

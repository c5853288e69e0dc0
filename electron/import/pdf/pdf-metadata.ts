import type { Metadata } from '../../../shared/article/article'
import type { ArticleDocument } from '../../../shared/article/blocks'
import { isSafeTarget } from '../../../shared/article/blocks'
import { readTextHead } from '../../../shared/article/dateline'
import { plainText } from '../../../shared/article/plain-text'
import { isoDateIn } from '../../../shared/article/written-date'
import type { ReadContent } from '../read-content'
import type { PdfProperties } from './pdf-page'

/** What the properties of a PDF, its first heading and its running lines say of it. Much that stands in properties was left there by programs, and is passed over. */
export function readPdfMetadata(
  properties: PdfProperties,
  document: ArticleDocument,
  runningTexts: readonly string[],
): Pick<ReadContent, 'title' | 'metadata' | 'lastResort'> {
  return {
    title: titleOf(properties.title, document),
    metadata: {
      ...printedDay(document, runningTexts),
      ...address(runningTexts),
      ...language(properties.language),
    },
    // Often who laid the pages out: a name above the text says better who wrote it.
    lastResort: { ...dayMade(properties), ...authors(properties.author) },
  }
}

/** A heading at the start says it best, unless the properties say the same at greater length. */
function titleOf(title: string | undefined, document: ArticleDocument): ReadContent['title'] {
  const [block] = document.content
  const heading =
    block?.type === 'heading' ? plainText({ type: 'doc', content: [block] }).trim() : ''
  const stated = title === undefined || isLeftover(title) ? undefined : title
  if (
    heading !== '' &&
    (stated === undefined || heading.includes(stated) || !isInText(stated, document))
  )
    return { value: heading, from: 'heading' }
  return stated === undefined ? undefined : { value: stated, from: 'document-properties' }
}

/** What programs put there for want of a title: file names, `Untitled`, `PowerPoint Presentation`. */
function isLeftover(title: string): boolean {
  return (
    /\.(?:docx?|odt|rtf|txt|pdf|html?|indd|qxd|pages|pptx?|xlsx?|tex|dvi|ps|p65)$/i.test(title) ||
    /^(?:microsoft (?:word|powerpoint|excel|publisher)\b|untitled|unbenannt|без имени|sans titre|document\s*\d*$|dokument\s*\d*$|layout \d|slide \d|presentation|powerpoint presentation|about:blank|https?:|file:|scan|print|new document|title$|\(?anonymous|no title|\d+$)/i.test(
      title,
    ) ||
    !/\p{L}{2}/u.test(title) ||
    /[\\/]\S*[\\/]|^\S*[_\d]\S*$|\ufffd/u.test(title)
  )
}

/** Whether the first words of a document hold most words of `title`. */
function isInText(title: string, document: ArticleDocument): boolean {
  const start = plainText(document).slice(0, 3000).toLowerCase()
  const words = title.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []
  return words.filter(word => start.includes(word)).length >= 0.6 * words.length
}

function authors(author: string | undefined): Metadata {
  const isLeftover =
    author === undefined ||
    /^(?:user|admin(?:istrator)?|owner|author|autor|автор|пользователь|benutzer|pc|hp|dell|lenovo|acer|asus|windows|microsoft|unknown|anonymous|default|guest|test|root|office|scan(?:ner)?|customer|\S*\d{2,}\S*)(?:\s(?:user|office))?$/i.test(
      author,
    ) ||
    !/\p{L}{2}/u.test(author) ||
    /[\\/\ufffd]/u.test(author)
  return isLeftover
    ? {}
    : { authors: { value: author, from: 'document-properties', found: author } }
}

/** A newspaper prints the day at the head of its pages. What the text itself says is better. */
function printedDay(document: ArticleDocument, runningTexts: readonly string[]): Metadata {
  if (readTextHead(plainText(document)).metadata['published'] !== undefined) return {}
  for (const found of runningTexts) {
    const value = /https?:/.test(found) ? undefined : isoDateIn(found)
    if (value?.length === 10) return { published: { value, from: 'text', found } }
  }
  return {}
}

/** The day a PDF was made is near the day it was published, but not when a browser printed a page. */
function dayMade({ created, maker }: PdfProperties): Metadata {
  const isPrinted =
    /skia|chrom|firefox|mozilla|safari|quartz|print to pdf|pdfcreator|cups|ghostscript|wkhtmltopdf|webkit/i
  const date = /^(?:D:)?(\d{4})(\d{2})(\d{2})/.exec(created ?? '')
  if (date === null || created === undefined || isPrinted.test(maker)) return {}
  const value = isoDateIn(date.slice(1).join('-'))
  return value === undefined
    ? {}
    : { published: { value, from: 'document-properties', found: created } }
}

/** A browser prints the address of the page at the foot of every sheet. */
function address(runningTexts: readonly string[]): Metadata {
  const found = runningTexts
    .map(text => /https?:\/\/[^\s<>"]+/i.exec(text)?.[0])
    .find(text => text !== undefined && isSafeTarget(text) && !text.endsWith('…'))
  return found === undefined ? {} : { url: { value: found, from: 'text', found } }
}

function language(stated: string | undefined): Metadata {
  return stated !== undefined && /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(stated)
    ? { language: { value: stated, from: 'document-properties', found: stated } }
    : {}
}

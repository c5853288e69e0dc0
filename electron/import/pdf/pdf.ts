import { plainText } from '../../../shared/article/plain-text'
import type { Result } from '../../../shared/outcome/result'
import { fail, succeed } from '../../../shared/outcome/result'
import type { ReadContent } from '../read-content'
import type { Fragment } from './fragments'
import { findFragments } from './fragments'
import { findHeadings } from './headings'
import { wordsInside } from './hyphenation'
import type { Line } from './lines'
import { linesOf } from './lines'
import { beginsNote, findNotes } from './notes'
import { openPdf } from './open-pdf'
import { findLook } from './page-look'
import type { Paragraph } from './paragraphs'
import { findParagraphs } from './paragraphs'
import { readPdfMetadata } from './pdf-metadata'
import type { PdfFile, PdfPage } from './pdf-page'
import { isMostlyRightToLeft } from './reading-direction'
import { findColumns } from './reading-order'
import type { RunningLines } from './running-lines'
import { findRunningLines } from './running-lines'
import { areTagsTrusted } from './trust-tags'
import { writeParagraphs } from './write-paragraphs'

/** Whether `bytes` are a PDF. Its sign may stand behind some other bytes: mail gateways and old Macs put them there. */
export function isPdf(bytes: Uint8Array): boolean {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  return /^(?:\ufeff|ï»¿|\s)*%PDF-\d/.test(head) || /[\0-\x08\x80-\xff][\s\S]*%PDF-1\.\d/.test(head)
}

/** The words of a PDF as paragraphs, with the page each begins on. Fails with a sentence for the user: protected, damaged, too long, without words. */
export async function readPdf(bytes: Uint8Array, name: string): Promise<Result<ReadContent>> {
  const opened = await openPdf(bytes, name)
  if (!opened.ok) return opened
  const { pages, properties } = opened.value
  if (!pages.some(hasWords)) return fail('empty', scannedMessage(name))
  const { document, running, notes } = readPages(opened.value)
  if (plainText(document).trim() === '') return fail('empty', scannedMessage(name))
  return succeed({
    document,
    ...readPdfMetadata(properties, document, running.texts),
    remarks: remarksOn(pages, running, notes),
  })
}

function readPages({ pages }: PdfFile): {
  readonly document: ReadContent['document']
  readonly running: RunningLines
  readonly notes: number
} {
  const isRightToLeft = isMostlyRightToLeft(pages.flatMap(({ runs }) => runs))
  const fragmented = pages.map(page => ({
    number: page.number,
    height: page.height,
    fragments: findFragments(page.runs, page.width, isRightToLeft),
  }))
  const running = findRunningLines(fragmented)
  const kept = fragmented.map(({ number, fragments }) => ({
    number,
    fragments: fragments.filter(fragment => !running.fragments.has(fragment)),
  }))
  const lines = linesOfPages(kept)
  const look = findLook(lines)
  const isTagged = areTagsTrusted(lines)
  const noteLines = findNotes(lines, look)
  const paragraphs = findParagraphs(
    lines.filter(line => !noteLines.has(line)),
    look,
    isTagged,
  )
  const notes = findNoteParagraphs([...noteLines])
  return {
    document: writeParagraphs({
      paragraphs,
      headings: findHeadings(paragraphs, look, isTagged),
      notes,
      look,
      words: wordsInside(lines.map(({ text }) => text)),
    }),
    running,
    notes: notes.length,
  }
}

function linesOfPages(
  pages: readonly { readonly number: number; readonly fragments: readonly Fragment[] }[],
): Line[] {
  let start = Infinity
  let end = 0
  for (const { fragments } of pages)
    for (const fragment of fragments) {
      start = Math.min(start, fragment.start)
      end = Math.max(end, fragment.end)
    }
  let column = 0
  return pages.flatMap(({ number, fragments }) =>
    findColumns(fragments, start, end).flatMap(found => {
      column += 1
      return linesOf(found, number, column)
    }),
  )
}

function findNoteParagraphs(lines: readonly Line[]): Paragraph[] {
  const notes: { lines: Line[]; marker: undefined }[] = []
  for (const line of lines) {
    const last = notes.at(-1)
    if (last === undefined || beginsNote(line)) notes.push({ lines: [line], marker: undefined })
    else last.lines.push(line)
  }
  return notes
}

function hasWords({ runs }: PdfPage): boolean {
  return runs.some(({ text }) => /[\p{L}\p{N}]/u.test(text))
}

function remarksOn(pages: readonly PdfPage[], running: RunningLines, notes: number): string[] {
  const remarks: string[] = []
  const parts = [
    ...running.texts.slice(0, 3).map(text => `“${shortened(text)}”`),
    ...(running.texts.length > 3
      ? [`${String(running.texts.length - 3)} more lines like these`]
      : []),
    ...(running.hasPageNumbers ? ['the page numbers'] : []),
  ]
  if (parts.length > 0)
    remarks.push(`Left out because pages repeat it at their top or bottom: ${parts.join(', ')}.`)
  if (notes > 0)
    remarks.push(
      `${notes === 1 ? '1 footnote stands' : `${String(notes)} footnotes stand`} at the end of the text.`,
    )
  const wordless = pages.filter(page => !hasWords(page)).map(({ number }) => String(number))
  if (wordless.length > 0)
    remarks.push(
      `${wordless.length === 1 ? `Page ${wordless.join()} has` : `Pages ${listed(wordless)} have`} no text that can be read: blank, or a scanned picture.`,
    )
  const turned = pages.reduce((sum, page) => sum + page.turned.length, 0)
  if (turned > 0)
    remarks.push(
      `Words printed on their side or at a slant were left out: “${shortened(pages.flatMap(page => page.turned).join(' '))}”.`,
    )
  return remarks
}

function listed(numbers: readonly string[]): string {
  if (numbers.length > 10)
    return `${numbers.slice(0, 9).join(', ')} and ${String(numbers.length - 9)} more`
  return `${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1) ?? ''}`
}

function shortened(text: string): string {
  const letters = [...text]
  return letters.length > 60 ? `${letters.slice(0, 59).join('')}…` : text
}

function scannedMessage(name: string): string {
  return `“${name}” was not imported: it has no text, only pictures of pages, as a scanner makes them. Nothing else has changed. Let a text recognition program (OCR) read it, and import the PDF that makes.`
}

import { textBlocks } from '../../article/plain-text'
import { isSafeTarget } from '../../article/blocks'
import { compareAnnotations } from '../../annotation/annotation'
import { writeFieldValue } from '../../article/field-value'
import { fieldsOf, typeOf } from '../../codebook/codebook'
import { hullOf } from '../../text/span'
import type { ExportArticle, ExportContext } from '../format'
import { counted } from '../loss-summary'
import { splitRelations } from '../losses'
import { dotted, htmlText, linked } from '../reports/html-text'
import { pageHead, pageTail } from '../reports/page'
import { readableDate } from '../reports/readable-values'
import { annotationNote, noteRelations } from './annotation-note'
import { articleBlocks } from './article-blocks'
import { articleStyle } from './article-style'
import { markedSpans, textMarker, typeLooks, unknownLook } from './marked-text'

/** A title for an article that has none. */
export const untitled = 'Untitled article'

/**
 * The page of one article: its text with every mark, and beside it a note for each annotation. `index` is
 * the address of the list of articles, absent when the page stands alone.
 */
export function articlePage(
  article: ExportArticle,
  context: ExportContext,
  index?: string,
): string {
  const title = article.title.trim() === '' ? untitled : article.title
  return [
    pageHead({ title, style: articleStyle(context.codebook), bodyClass: 'article' }),
    '<div class="page">\n',
    headOf(article, title, context, index),
    `<main lang="${htmlText(languageOf(article))}">\n${rowsOf(article, context, index)}</main>\n`,
    '</div>\n',
    pageTail,
  ].join('')
}

/** An unknown language is said as such, so that no reader pronounces it as English. */
function languageOf({ metadata }: ExportArticle): string {
  return metadata['language']?.value ?? ''
}

function headOf(
  article: ExportArticle,
  title: string,
  context: ExportContext,
  index: string | undefined,
): string {
  const { metadata, note, tags } = article
  const url = metadata['url']?.value
  const byline = [
    dotted([
      // A paper that is its own agency is named once.
      ...new Set([metadata['publisher']?.value, metadata['agency']?.value]),
      metadata['authors']?.value,
      metadata['place']?.value,
      metadata['published'] === undefined ? undefined : readableDate(metadata['published'].value),
    ]),
    url === undefined
      ? ''
      : isSafeTarget(url)
        ? `<a class="url" href="${htmlText(url)}" rel="noreferrer noopener">${htmlText(url)}</a>`
        : htmlText(url),
  ].filter(part => part !== '')
  return [
    '<header>',
    `<p class="kicker">${linked(context.projectName, index)}</p>`,
    ...(beginsWithTitle(article) ? [] : [`<h1 dir="auto">${htmlText(title)}</h1>`]),
    ...byline.map(line => `<p class="byline">${line}</p>`),
    ...fieldLines(article, context),
    legendOf(article, context),
    ...(note === undefined || note === ''
      ? []
      : [`<p class="article-note" dir="auto">${htmlText(note)}</p>`]),
    ...(tags === undefined || tags.length === 0
      ? []
      : [`<p class="tags">${tags.map(tag => `<span>${htmlText(tag)}</span>`).join(' ')}</p>`]),
    '</header>\n',
  ].join('\n')
}

/** The project's own fields, each by its name; a web address is a link. */
function fieldLines({ metadata }: ExportArticle, { codebook }: ExportContext): string[] {
  return fieldsOf(codebook).flatMap(field => {
    const value = metadata[field.key]?.value
    if (value === undefined) return []
    const said = htmlText(
      field.kind === 'date' ? readableDate(value) : writeFieldValue(field, value),
    )
    const isLink = field.kind === 'url' && isSafeTarget(value)
    const shown = isLink
      ? `<a class="url" href="${htmlText(value)}" rel="noreferrer noopener">${said}</a>`
      : said
    return [`<p class="byline" dir="auto">${htmlText(field.label)}: ${shown}</p>`]
  })
}

/** Then the page does not say it a second time. */
function beginsWithTitle({ document, text, title }: ExportArticle): boolean {
  const [first] = textBlocks(document)
  return first?.type === 'heading' && text.split('\n', 1)[0]?.trim() === title.trim()
}

/** Each type that occurs, drawn as in the text, with how many there are; types of no codebook last. */
function legendOf({ annotations }: ExportArticle, { codebook }: ExportContext): string {
  const counts = new Map<string, number>()
  for (const { type } of annotations) counts.set(type, (counts.get(type) ?? 0) + 1)
  if (counts.size === 0) return '<p class="legend">No marks in this article.</p>'
  const known = codebook.types.map(({ key }) => key)
  const order = [
    ...known.filter(key => counts.has(key)),
    ...[...counts.keys()].filter(key => !known.includes(key)).sort(),
  ]
  const looks = typeLooks(codebook)
  const items = order.map(key => {
    const { channel, dash } = looks.get(key) ?? unknownLook
    const label = typeOf(codebook, key)?.label ?? key
    const classes = `t-${key} ${channel} l0 d${dash} begins ends`
    return `<li><mark class="${htmlText(classes)}">${htmlText(label)}</mark> ${counts.get(key) ?? 0}</li>`
  })
  return `<ul class="legend" aria-label="${counted(annotations.length, 'mark')}">${items.join('')}</ul>`
}

/** Each block of the text with the notes of the annotations that begin in it. */
function rowsOf(article: ExportArticle, context: ExportContext, index: string | undefined): string {
  const annotations = article.annotations.toSorted(compareAnnotations)
  const blocks = articleBlocks(
    article.document,
    textMarker(article.text, markedSpans(annotations, context.codebook)),
  )
  const numbers = new Map(annotations.map(({ id }, index): [string, number] => [id, index + 1]))
  const { carried } = splitRelations(article, context)
  const relations = noteRelations(carried, { numbers, index, codebook: context.codebook })
  let next = 0
  return blocks
    .map(({ html }, index) => {
      const end = blocks[index + 1]?.start ?? Infinity
      const notes: string[] = []
      for (
        let annotation = annotations[next];
        annotation !== undefined && hullOf(annotation.spans).start < end;
        annotation = annotations[next]
      ) {
        next += 1
        notes.push(annotationNote(annotation, next, relations.get(annotation.id) ?? [], context))
      }
      const beside = notes.length === 0 ? '' : `<div class="notes">${notes.join('\n')}</div>`
      return `<div class="row">${beside}${html}</div>\n`
    })
    .join('')
}

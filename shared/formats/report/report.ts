import type { ExportArticle, ExportContext, ExportFormat, Loss } from '../format'
import { counted } from '../loss-summary'
import { articleFieldLosses, articleNoteLosses, splitRelations, unknownKeyLosses } from '../losses'
import { illegalCharacters } from '../office/xml-text'
import type { CollectedRows } from './quotation-rows'
import { collectRows, groupsOf } from './quotation-rows'
import { reportDocument } from './report-document'
import { reportPage } from './report-page'

/**
 * What each source said, one row a span, as a page and as a Word document. Rows are held in memory until
 * the last article, because they are grouped by source: a report is for people, who read thousands.
 */
export const report: ExportFormat = {
  name: 'report',
  label: 'Quotation report (web page and Word)',
  description:
    'quotations.html and quotations.docx: what each source said, one row a span with article, date and note.',
  offsetUnit: undefined,
  hasOffsetChoice: false,
  newline: 'LF',
  canOmitText: true,
  hasSpreadsheetOption: false,
  splits: 'folders',
  losses: {
    relation: count =>
      `${counted(count, 'relation')} left out, because a report of quotations has no place for them.`,
    'control-character': count =>
      `Characters that a Word document cannot hold were replaced in ${counted(count, 'annotation')}.`,
  },
  start: context => {
    const collected: CollectedRows = new Map()
    let articles = 0
    return {
      begin: () => [],
      article: article => {
        collectRows(article, context, collected)
        articles += 1
        return { pieces: [], losses: lossesOf(article, context) }
      },
      end: () => {
        const groups = groupsOf(collected, context)
        return [
          ...reportPage(groups, articles, context).map(text => ({ file: 'quotations.html', text })),
          ...reportDocument('quotations.docx', groups, articles, context),
        ]
      },
    }
  },
}

function lossesOf(article: ExportArticle, context: ExportContext): Loss[] {
  const { carried, losses } = splitRelations(article, context)
  return [
    ...losses,
    ...carried.map(({ id, type, from, to }) => ({
      kind: 'relation',
      article: article.id,
      relation: id,
      isLeftOut: true,
      message: `Relation “${type}” from ${from.annotation} to ${to.annotation} was left out.`,
    })),
    ...article.annotations.flatMap(({ id, quote, note, attributes }) => {
      const words = [...quote.map(({ exact }) => exact), note ?? '', ...Object.values(attributes)]
      const illegal = words.flatMap(word =>
        typeof word === 'string' ? illegalCharacters(word) : [],
      )
      return illegal.length === 0
        ? []
        : [
            {
              kind: 'control-character',
              article: article.id,
              annotation: id,
              message: `In the Word document ${[...new Set(illegal)].join(', ')} became U+FFFD.`,
            },
          ]
    }),
    ...unknownKeyLosses(article),
    ...articleNoteLosses(article),
    ...articleFieldLosses(article, context),
  ]
}

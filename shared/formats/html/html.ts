import { articleNames } from '../file-name'
import type { ExportFormat } from '../format'
import { splitRelations, unknownKeyLosses } from '../losses'
import { articlePage } from './article-page'
import { indexHead, indexRow, indexTail } from './index-page'

/** Each article as a page that people read: its text with every mark, and the notes beside it. */
export const html: ExportFormat = {
  name: 'html',
  label: 'Annotated articles (web pages)',
  description:
    'index.html and a page for each article, with its marks and notes, to read, print and send: no program needed.',
  offsetUnit: undefined,
  hasOffsetChoice: false,
  newline: 'LF',
  canOmitText: false,
  hasSpreadsheetOption: false,
  splits: 'folders',
  losses: {},
  start: context => {
    const nameOf = articleNames()
    let articles = 0
    return {
      begin: () => [{ file: 'index.html', text: indexHead(context) }],
      article: article => {
        const file = `articles/${nameOf(article.title)}.html`
        articles += 1
        return {
          pieces: [
            { file: 'index.html', text: indexRow(article, file, context) },
            { file, text: articlePage(article, context, '../index.html'), isLast: true },
          ],
          losses: [...splitRelations(article, context).losses, ...unknownKeyLosses(article)],
        }
      },
      end: () => [{ file: 'index.html', text: indexTail(articles) }],
    }
  },
}

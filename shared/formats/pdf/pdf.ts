import { articleNames } from '../file-name'
import type { ExportFormat } from '../format'
import { articlePage } from '../html/article-page'
import { splitRelations, unknownKeyLosses } from '../losses'

/** Each article with its marks and notes as it is printed: the page of the format `html` on paper. */
export const pdf: ExportFormat = {
  name: 'pdf',
  label: 'Annotated articles (PDF)',
  description:
    'A PDF for each article, with its marks and notes. Printed by the window: not from the command line.',
  offsetUnit: undefined,
  hasOffsetChoice: false,
  newline: 'LF',
  canOmitText: false,
  hasSpreadsheetOption: false,
  splits: 'folders',
  isPrinted: true,
  losses: {},
  start: context => {
    const nameOf = articleNames()
    return {
      begin: () => [],
      article: article => ({
        pieces: [
          {
            file: `${nameOf(article.title)}.pdf`,
            text: articlePage(article, context),
            isPage: true,
            isLast: true,
          },
        ],
        losses: [...splitRelations(article, context).losses, ...unknownKeyLosses(article)],
      }),
      end: () => [],
    }
  },
}

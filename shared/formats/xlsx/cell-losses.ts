import type { ArticleId } from '../../article/article'
import type { Loss, LossSentence } from '../format'
import { counted } from '../loss-summary'
import { illegalCharacters } from '../office/xml-text'
import type { Row } from '../tables/column'
import { cutToCell } from './cell-text'
import type { SheetTable } from './workbook-writer'

/** What a cell of a workbook cannot hold. */
export const cellLossSentences: Readonly<Record<string, LossSentence>> = {
  'long-cell': count =>
    `${counted(count, 'cell')} cut, because a cell holds 32,767 characters; texts of articles go on in the next row instead.`,
  'control-character': count =>
    `Characters that a workbook cannot hold were replaced in ${counted(count, 'cell')}.`,
}

/** What the cells of `rows` lose, with the words that were cut off. */
export function cellLosses(
  article: ArticleId,
  { name, columns }: SheetTable,
  rows: readonly Row[],
): Loss[] {
  return rows.flatMap((row, at) =>
    row.flatMap((cell, index) => {
      if (typeof cell !== 'string') return []
      const where = `Column ${columns[index]?.name ?? ''} of ${name}, row ${at + 1} of this article`
      const { rest } = cutToCell(cell)
      const illegal = illegalCharacters(cell)
      return [
        ...(rest === ''
          ? []
          : [{ kind: 'long-cell', article, message: `${where}: “${rest}” was cut off.` }]),
        ...(illegal.length === 0
          ? []
          : [
              {
                kind: 'control-character',
                article,
                message: `${where}: ${[...new Set(illegal)].join(', ')} became U+FFFD, ${counted(illegal.length, 'character')} in all.`,
              },
            ]),
      ]
    }),
  )
}

import path from 'node:path'
import type { ColumnChoice } from '../../shared/article/table-columns'
import { readColumns } from '../../shared/article/table-columns'
import type { ImportReport } from '../../shared/ipc/import-calls'
import type { Result } from '../../shared/outcome/result'
import { fail, succeed } from '../../shared/outcome/result'
import { importFiles } from '../import/import-files'
import { copyChoices } from '../import/import-items'
import { readableExtensions } from '../import/article-kinds'
import { tableExtensions } from '../import/table/row-values'
import type { TableQuestion } from '../import/table/ask-columns'
import type { Command } from './command'
import { withProject } from './command'
import { exitCodes } from './output'

export const importCommand: Command = {
  name: 'import',
  usage:
    'import <project> <file-or-folder>… [--whole-pages] [--copies link|keep|skip] [--columns title=headline,text=body,…]',
  summary: `Import articles (${readableExtensions.join(', ')}), the rows of tables (${tableExtensions.join(', ')}), also all those in a folder; what is there already is passed over. Copies of an article are linked to it unless --copies says otherwise. A web page is reduced to its article unless --whole-pages is given.`,
  words: [2, Infinity],
  options: ['copies', 'columns'],
  flags: ['whole-pages'],
  run: context => {
    const { output, options } = context
    const given = options.get('copies') ?? 'link'
    const copies = copyChoices.find(choice => choice === given)
    if (copies === undefined) return output.usage('--copies takes link, keep or skip.')
    const columns = options.has('columns') ? readColumns(options.get('columns') ?? '') : {}
    if (typeof columns === 'string') return output.usage(columns)
    return withProject(context, 'write', async store => {
      const paths = context.words.slice(1).map(word => path.resolve(word))
      const cancel = new AbortController()
      const interrupted = (): void => {
        cancel.abort()
      }
      // Ctrl-C: what is complete stays, the rest is absent, and the same command goes on from there.
      process.once('SIGINT', interrupted)
      const report = await importFiles(store, paths, {
        surroundings: context.surroundings,
        reader: context.reader(),
        copies,
        ...(context.flags.has('whole-pages') ? { how: { reading: 'whole' as const } } : {}),
        askColumns: question => Promise.resolve(columnsFor(question, columns)),
        signal: cancel.signal,
        onProgress: ({ done, total, name, secondsLeft }) => {
          output.say(`${done} of ${total}${timeLeft(secondsLeft)}: ${name}`)
        },
      }).finally(() => {
        process.off('SIGINT', interrupted)
      })
      for (const { message } of report.failed) output.say(message)
      for (const { name, of } of report.present) output.say(`“${name}” is there already as “${of}”`)
      output.result(report, linesOf(report))
      return report.failed.length === 0 && report.stopped === undefined
        ? exitCodes.done
        : exitCodes.failed
    })
  },
}

/** What the command names, laid over the guess. */
function columnsFor(
  { name, columns, guessed }: TableQuestion,
  given: ColumnChoice,
): Result<ColumnChoice> {
  const missing = Object.values(given).find(column => !columns.includes(column))
  return missing === undefined
    ? succeed({ ...guessed, ...given })
    : fail(
        'refused',
        `“${name}” was not imported: it has no column “${missing}”. It has: ${columns.join(', ')}.`,
      )
}

function timeLeft(seconds: number | undefined): string {
  return seconds === undefined ? '' : `, about ${seconds} s left`
}

function linesOf({ imported, present, failed, stopped }: ImportReport): string[] {
  return [
    ...imported.flatMap(({ article, title, remarks, copyOf }) => [
      `${article}  ${title}`,
      ...(copyOf === undefined ? [] : [`    A copy of “${copyOf.title}”, and linked to it.`]),
      ...remarks.map(remark => `    ${remark}`),
    ]),
    `${imported.length} imported, ${present.length} there already, ${failed.length} not imported` +
      (stopped === undefined ? '' : '; it ended early. The same command goes on from there'),
  ]
}

import path from 'node:path'
import type { ColumnChoice } from '../../shared/article/table-columns'
import { columnFieldsWith, readColumns } from '../../shared/article/table-columns'
import { fieldsOf } from '../../shared/codebook/codebook'
import type { ImportReport } from '../../shared/ipc/import-calls'
import type { Result } from '../../shared/outcome/result'
import { fail, succeed } from '../../shared/outcome/result'
import { decoderName } from '../import/detect-encoding'
import { importFiles } from '../import/import-files'
import { copyChoices } from '../import/import-items'
import { readableExtensions } from '../import/article-kinds'
import { tableExtensions } from '../import/table/row-values'
import type { TableAnswer, TableQuestion } from '../import/table/ask-columns'
import type { Command } from './command'
import { withProject } from './command'
import { importInPlace } from './import-in-place'
import { exitCodes } from './output'

export const importCommand: Command = {
  name: 'import',
  usage:
    'import <project> <file-or-folder>… [--whole-pages] [--copies link|keep|skip] [--columns title=headline,text=body,…] [--sheet name] [--encoding name] [--replace article]',
  summary: `Import articles (${readableExtensions.join(', ')}), the rows of tables (${tableExtensions.join(', ')}), also all those in a folder; what is there already is passed over. Copies of an article are linked to it unless --copies says otherwise. A web page is reduced to its article unless --whole-pages is given. With --replace one corrected file takes the place of an article, by its id or title, whose annotations go over.`,
  words: [2, Infinity],
  options: ['copies', 'columns', 'sheet', 'encoding', 'replace'],
  flags: ['whole-pages'],
  run: context => {
    const { output, options } = context
    const given = options.get('copies') ?? 'link'
    const copies = copyChoices.find(choice => choice === given)
    if (copies === undefined) return output.usage('--copies takes link, keep or skip.')
    const columns = options.has('columns') ? readColumns(options.get('columns') ?? '') : {}
    if (typeof columns === 'string') return output.usage(columns)
    const encoding = options.get('encoding')
    if (encoding !== undefined && decoderName(encoding) === undefined)
      return output.usage(
        `The encoding “${encoding}” is not known. Known ones are utf-8, windows-1251, koi8-r, gb18030, shift_jis and the others of the web.`,
      )
    const how = {
      ...(context.flags.has('whole-pages') ? { reading: 'whole' as const } : {}),
      ...(encoding === undefined ? {} : { encoding }),
    }
    const replaced = options.get('replace')
    if (replaced !== undefined) return importInPlace(context, replaced, how)
    return withProject(context, 'write', async store => {
      const known: readonly string[] = columnFieldsWith(fieldsOf(store.codebook()))
      const strange = Object.keys(columns).find(field => !known.includes(field))
      if (strange !== undefined)
        return output.usage(
          `--columns: this project has no field “${strange.replace('field:', '')}”. There are: ${known.map(field => field.replace('field:', '')).join(', ')}.`,
        )
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
        how,
        askColumns: question => Promise.resolve(answerTo(question, columns, options.get('sheet'))),
        signal: cancel.signal,
        onProgress: ({ done, total, name, secondsLeft }) => {
          output.say(`${done} of ${total ?? '?'}${timeLeft(secondsLeft)}: ${name}`)
        },
      }).finally(() => {
        process.off('SIGINT', interrupted)
      })
      for (const { message, folder } of report.failed)
        output.say(folder === undefined ? message : `${folder}: ${message}`)
      for (const { name, of } of report.present) output.say(`“${name}” is there already as “${of}”`)
      output.result(report, linesOf(report))
      return report.failed.length === 0 && report.stopped === undefined
        ? exitCodes.done
        : exitCodes.failed
    })
  },
}

/** What the command names, laid over the guess: of a workbook the sheet with this name, else the likeliest. */
function answerTo(
  { name, parts, likeliest }: TableQuestion,
  given: ColumnChoice,
  sheet: string | undefined,
): Result<TableAnswer> {
  const part =
    sheet === undefined
      ? likeliest
      : parts.find(({ sheets }) => sheets.length === 1 && sheets[0] === sheet)
  if (part === undefined) {
    const sheets = new Set(parts.flatMap(({ sheets: names }) => names))
    return fail(
      'refused',
      `“${name}” was not imported: it has no sheet “${sheet ?? ''}” with a table in it. It has: ${[...sheets].join(', ')}.`,
    )
  }
  const missing = Object.values(given).find(
    column => column !== undefined && !part.columns.includes(column),
  )
  return missing === undefined
    ? succeed({ part, columns: { ...part.guessed, ...given } })
    : fail(
        'refused',
        `“${name}” was not imported: it has no column “${missing}”. It has: ${part.columns.join(', ')}.`,
      )
}

function timeLeft(seconds: number | undefined): string {
  return seconds === undefined ? '' : `, about ${seconds} s left`
}

function linesOf({ imported, present, failed, stopped }: ImportReport): string[] {
  return [
    ...imported.flatMap(({ article, title, remarks, copyOf, earlier }) => [
      `${article}  ${title}`,
      ...(copyOf === undefined ? [] : [`    A copy of “${copyOf.title}”, and linked to it.`]),
      ...(earlier === undefined
        ? []
        : [`    It may be a corrected version of “${earlier.title}” (${earlier.article}).`]),
      ...remarks.map(remark => `    ${remark}`),
    ]),
    `${imported.length} imported, ${present.length} there already, ${failed.length} not imported` +
      (stopped === undefined ? '' : '; it ended early. The same command goes on from there'),
  ]
}

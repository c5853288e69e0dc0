import path from 'node:path'
import { importFiles } from '../import/import-files'
import type { Command } from './command'
import { withProject } from './command'
import { exitCodes } from './output'

export const importCommand: Command = {
  name: 'import',
  usage: 'import <project> <file-or-folder>…',
  summary: 'Import articles (.txt, .md, .html), also all those in a folder.',
  words: [2, Infinity],
  options: [],
  flags: [],
  run: context =>
    withProject(context, 'write', async store => {
      const { output } = context
      const paths = context.words.slice(1).map(word => path.resolve(word))
      const report = await importFiles(
        store,
        paths,
        { surroundings: context.surroundings, reader: context.reader() },
        ({ done, total, name }) => {
          output.say(`${done + 1} of ${total}: ${name}`)
        },
      )
      for (const { message } of report.failed) output.say(message)
      output.result(report, [
        ...report.imported.flatMap(({ article, title, remarks }) => [
          `${article}  ${title}`,
          ...remarks.map(remark => `    ${remark}`),
        ]),
        `${report.imported.length} imported, ${report.failed.length} not imported`,
      ])
      return report.failed.length === 0 ? exitCodes.done : exitCodes.failed
    }),
}

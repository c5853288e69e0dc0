import path from 'node:path'
import type { ImportItem } from '../../shared/formats/dataset/import-item'
import { itemInWords } from '../../shared/formats/dataset/import-item'
import { importFormats } from '../../shared/formats/formats'
import { importDataset } from '../import/import-dataset'
import type { ImportProgress } from '../import/progress-teller'
import type { Command } from './command'
import { withProject } from './command'
import { exitCodes } from './output'

export const importAnnotationsCommand: Command = {
  name: 'import-annotations',
  usage: 'import-annotations <project> --format F <path>…',
  summary: 'Import articles with their annotations; whatever does not verify is listed.',
  words: [2, Infinity],
  options: ['format'],
  flags: [],
  run: context => {
    const { options, output, words, surroundings } = context
    const format = options.get('format')
    if (format === undefined) return output.usage('import-annotations needs --format.')
    const chosen = importFormats.find(({ name }) => name === format)
    if (chosen === undefined)
      return output.usage(
        `The format “${format}” cannot be imported. These can: ${importFormats.map(({ name }) => name).join(', ')}.`,
      )
    return withProject(context, 'write', async store => {
      const cancel = new AbortController()
      const interrupted = (): void => {
        cancel.abort()
      }
      process.once('SIGINT', interrupted)
      const setting = {
        surroundings,
        reader: context.reader(),
        signal: cancel.signal,
        onProgress: ({ done, total: all, name }: ImportProgress) => {
          const count = all === undefined ? String(done) : `${done} of ${all}`
          output.say(`${count} ${(all ?? done) === 1 ? 'article' : 'articles'} of “${name}”`)
        },
      }
      const total = { created: 0, merged: 0, refused: 0 }
      const items: ImportItem[] = []
      for (const word of words.slice(1)) {
        const imported = await importDataset(store, path.resolve(word), chosen, setting)
        if (!imported.ok) return output.failure(imported.error)
        total.created += imported.value.created
        total.merged += imported.value.merged
        total.refused += imported.value.refused
        for (const item of imported.value.items) items.push(item)
        if (cancel.signal.aborted) break
      }
      process.off('SIGINT', interrupted)
      for (const item of items) output.say(lineOf(item))
      output.result({ ...total, items }, [
        `${total.created} articles imported, ${total.merged} merged, ${total.refused} refused`,
      ])
      return items.some(({ kind }) => kind === 'refused') ? exitCodes.failed : exitCodes.done
    })
  },
}

function lineOf(item: ImportItem): string {
  return `${item.line === undefined ? '' : `line ${item.line}: `}${itemInWords(item)}`
}

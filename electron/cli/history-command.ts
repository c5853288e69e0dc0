import { articleIdSchema } from '../../shared/article/article'
import { readHistory, rowsOf } from '../export/write-history'
import type { Command } from './command'
import { withProject } from './command'
import { exitCodes } from './output'

export const historyCommand: Command = {
  name: 'history',
  usage: 'history <project> [--article id]',
  summary: 'List who did what to the annotations and when, also to deleted ones.',
  words: [1, 1],
  options: ['article'],
  flags: [],
  run: context => {
    const { options, output } = context
    const asked = options.get('article')
    const article = articleIdSchema.optional().safeParse(asked)
    if (!article.success)
      return output.usage('--article takes the id of an article, as “assay list” shows it.')
    return withProject(context, 'read', async store => {
      if (asked !== undefined && store.summaries().every(({ id }) => id !== asked))
        return output.failure({
          kind: 'vanished',
          message: `The project has no article ${asked}. “assay list” shows the ids of its articles.`,
        })
      const history = await readHistory(store, article.data)
      if (!history.ok) return output.failure(history.error)
      const { setAside } = history.value
      const rows = rowsOf(store, history.value)
      if (setAside > 0)
        output.say(
          `${setAside} edits behind a damaged place were never applied and are not listed.`,
        )
      output.result(
        { project: { id: store.id, name: store.name() }, setAside, events: rows },
        rows.map(
          ({ time, by, what, words }) =>
            `${time}  ${by}  ${what}${words === '' ? '' : `  “${words}”`}`,
        ),
      )
      return exitCodes.done
    })
  },
}

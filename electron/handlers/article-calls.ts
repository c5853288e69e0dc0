import type { articleCalls as calls } from '../../shared/ipc/article-calls'
import { packReading } from '../../shared/ipc/packed-reading'
import { succeed } from '../../shared/outcome/result'
import { mentionsOf, sourceUses, usedValues } from '../../shared/project/mention'
import { readHistory } from '../export/write-history'
import type { HandlersOf } from '../ipc/handle-calls'
import { readings } from './readings'
import { farRelations } from './relation-ends'
import type { HandlerSetting, WithStore } from './setting'

/** The calls that read what stands in a project, and edit it. */
export function articleCalls(
  { projects }: HandlerSetting,
  withStore: WithStore,
): HandlersOf<typeof calls> {
  const reading = readings()

  return {
    beginRead: ({ project, what }) =>
      withStore(project, async store => {
        switch (what.kind) {
          case 'summaries':
            return succeed(reading.begin(store.summaries()))
          case 'history':
            return succeed(reading.begin(store.history()))
          case 'article': {
            const article = store.readArticle(what.article)
            return article.ok ? succeed(reading.begin(packReading(article.value))) : article
          }
          case 'article-history': {
            const history = await readHistory(store, what.article)
            return history.ok ? succeed(reading.begin(history.value)) : history
          }
          case 'source-uses':
            return succeed(reading.begin(sourceUses(await store.mentions())))
          case 'mentions':
            return succeed(reading.begin(mentionsOf(await store.mentions(), what.source)))
          case 'annotations-of-source':
            return succeed(reading.begin(await store.annotationsOfSource(what.source)))
          case 'codebook-uses':
            return succeed(reading.begin(await store.codebookRecords.uses()))
          case 'touched-by-codebook':
            return succeed(
              reading.begin(await store.codebookRecords.touchedBy(what.types, what.relations)),
            )
          case 'used-values': {
            const values = usedValues(await store.mentions(), what.type, what.attribute)
            return succeed(reading.begin(values))
          }
        }
      }),
    readPart: ({ read, part }) => reading.part(read, part),
    articleStamp: ({ project, article }) =>
      withStore(project, store => succeed({ stamp: store.stampOf(article) })),
    farRelations: ({ project, article }) =>
      withStore(project, store => farRelations(store, article)),
    appendEdit: ({ project, edit }) =>
      withStore(project, store => store.appendEdit(edit, 'window')),
    leaveArticle: ({ project, article }) => {
      const store = projects.get(project)
      if (store.ok) void store.value.settle(article)
      return {}
    },
  }
}

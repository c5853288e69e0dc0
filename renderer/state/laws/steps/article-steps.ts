import { putBackArticle, renameArticle, setDetail } from '../../articles'
import { renameProject } from '../../opening'
import { store } from '../../store'
import { nothing, pick } from './act'
import type { Act, Given, StepOf } from './act'

/** A title changed, or changed back. */
export function title(step: StepOf<'title'>): Act {
  const article = store.getState().article?.article
  if (article === undefined) return nothing
  const title = step.word ?? article.title
  return {
    act: () => {
      renameArticle(article.id, title)
    },
    plain: ({ here }) => {
      if (title === article.title) delete here.edits.title
      else here.edits.title = title
    },
  }
}

/** A detail of an article corrected, or as it was found. */
export function detail(step: StepOf<'detail'>): Act {
  const article = store.getState().article?.article
  if (article === undefined) return nothing
  const found = article.metadata[step.field]?.value ?? ''
  const value = step.word ?? found
  return {
    act: () => {
      setDetail(article.id, step.field, value)
    },
    plain: ({ here: { edits } }) => {
      const { [step.field]: _, ...others } = edits.metadata ?? {}
      const metadata =
        value === found ? others : { ...others, [step.field]: { value, from: 'person' as const } }
      if (Object.keys(metadata).length === 0) delete edits.metadata
      else edits.metadata = metadata
    },
  }
}

/** An article taken out of the bin. */
export function putBack(step: StepOf<'put-back'>, { articles }: Given): Act {
  const article = pick(articles, step.article)
  if (article === undefined) return nothing
  return {
    act: () => {
      putBackArticle(article.id)
    },
    plain: ({ project }) => {
      delete project.articles[article.id]?.edits.removedAt
    },
  }
}

/** The project renamed. */
export function projectName(step: StepOf<'rename-project'>): Act {
  return {
    act: () => {
      renameProject(step.word)
    },
    plain: ({ project }) => {
      project.name = step.word
    },
  }
}

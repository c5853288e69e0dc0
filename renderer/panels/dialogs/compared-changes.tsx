import type { ComparedArticle, Comparison } from '../../../shared/project/compare/comparison'
import { countOf } from '../../values/count-text'
import type { DifferenceWords } from './difference-list'
import { DifferenceList } from './difference-list'
import upkeep from './upkeep/upkeep.module.css'

/** What differs between two states of a project: what concerns all of it, then article by article, the words on request. */
export function ComparedChanges({
  comparison: { project, moreOfProject, articles, moreArticles },
  words,
}: {
  readonly comparison: Comparison
  readonly words: DifferenceWords
}) {
  return (
    <>
      {project.length > 0 && (
        <section className={upkeep['group']} aria-label="The whole project">
          <h3 className={upkeep['title']}>The whole project</h3>
          <DifferenceList
            label="Differences of the whole project"
            differences={project}
            more={moreOfProject}
            words={words}
          />
        </section>
      )}
      {articles.length > 0 && (
        <section className={upkeep['group']} aria-label="Articles that differ">
          <h3 className={upkeep['title']}>Article by article</h3>
          {articles.map(article => (
            <Article
              key={article.article}
              article={article}
              isAlone={articles.length === 1}
              words={words}
            />
          ))}
          {moreArticles > 0 && (
            <p className={upkeep['remark']}>
              and {countOf(moreArticles, 'more article')}, counted above
            </p>
          )}
        </section>
      )}
    </>
  )
}

function Article({
  article,
  isAlone,
  words,
}: {
  readonly article: ComparedArticle
  readonly isAlone: boolean
  readonly words: DifferenceWords
}) {
  const { title, state, annotations, differences, more } = article
  const counts = (['added', 'removed', 'changed'] as const).flatMap(change =>
    annotations[change] === 0 ? [] : [`${annotations[change].toLocaleString('en')} ${change}`],
  )
  const sum = [
    ...(state === 'changed' ? [] : [stateWords[state]]),
    ...(counts.length === 0 ? [] : [`annotations: ${counts.join(', ')}`]),
  ].join('; ')
  return (
    <details className={upkeep['article']} open={isAlone}>
      <summary>
        <span className={upkeep['articleTitle']} dir="auto">
          {title}
        </span>
        <span className={upkeep['counts']}>{sum}</span>
      </summary>
      <div className={upkeep['inside']}>
        {differences.length === 0 && more === 0 && (
          <p className={upkeep['remark']}>It has no annotations.</p>
        )}
        <DifferenceList
          label={`Differences of ${title}`}
          differences={differences}
          more={more}
          words={words}
        />
      </div>
    </details>
  )
}

const stateWords = {
  added: 'new',
  removed: 'not in the project any more',
  unreadable: 'cannot be read now',
} as const

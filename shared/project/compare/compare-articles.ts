import type { ArticleId } from '../../article/article'
import type { Change } from '../change'
import type { HistoryWords } from '../history/describe-event'
import { changeInWords } from './change-in-words'
import type { AnnotationCounts, ComparedArticle, Comparison } from './comparison'

/** What is given in words; the counts are always whole. */
const most = { articles: 300, ofProject: 200, ofArticle: 100, together: 4000 }

/** An article of which anything is different, and what. */
export type ArticleWithChanges = Pick<ComparedArticle, 'article' | 'title' | 'state'> & {
  readonly changes: readonly Change[]
}

/** Changes between two states of a project in words, article by article, cut short for a window. */
export function compareArticles(
  ofProject: readonly Change[],
  articles: readonly ArticleWithChanges[],
  words: HistoryWords,
): Comparison {
  let left = most.together
  const inWords = (changes: readonly Change[], limit: number) => {
    const shown = changes.slice(0, Math.min(limit, left))
    left -= shown.length
    return {
      differences: shown.flatMap(change => changeInWords(change, words)),
      more: changes.length - shown.length,
    }
  }
  const project = inWords(ofProject, most.ofProject)
  const counted = articles.map(article => ({ ...article, annotations: countsOf(article.changes) }))
  return {
    project: project.differences,
    moreOfProject: project.more,
    articles: inOrder(counted)
      .slice(0, most.articles)
      .map(({ article, title, state, annotations, changes }) => ({
        article,
        title,
        state,
        annotations,
        ...inWords(changes, most.ofArticle),
      })),
    moreArticles: Math.max(0, articles.length - most.articles),
    sums: sumsOf(counted),
  }
}

/**
 * The same for the changes of one edit: what is changed in which article. `newArticles` come in by it, and
 * what it says of their details is only that.
 */
export function compareChanges(given: {
  readonly changes: readonly Change[]
  readonly newArticles: ReadonlySet<ArticleId>
  readonly titleOf: (article: ArticleId) => string
  readonly words: HistoryWords
}): Comparison {
  const { changes, newArticles, titleOf, words } = given
  const byArticle = new Map<ArticleId, Change[]>([...newArticles].map(id => [id, []]))
  const ofProject: Change[] = []
  for (const change of changes) {
    if (!('article' in change)) ofProject.push(change)
    else if (change.kind !== 'metadata' || !newArticles.has(change.article)) {
      const known = byArticle.get(change.article)
      if (known === undefined) byArticle.set(change.article, [change])
      else known.push(change)
    }
  }
  const articles = [...byArticle].map(([article, own]): ArticleWithChanges => ({
    article,
    title: titleOf(article),
    state: newArticles.has(article) ? 'added' : 'changed',
    changes: own,
  }))
  return compareArticles(ofProject, articles, words)
}

type Counted = ArticleWithChanges & { readonly annotations: AnnotationCounts }

function countsOf(changes: readonly Change[]): AnnotationCounts {
  const ofAnnotations = changes.filter(({ kind }) => kind === 'annotation')
  const added = ofAnnotations.filter(({ before }) => before === undefined).length
  const removed = ofAnnotations.filter(({ after }) => after === undefined).length
  return { added, removed, changed: ofAnnotations.length - added - removed }
}

/** What is gone first, because that is what one looks for. */
function inOrder(articles: readonly Counted[]): Counted[] {
  const rank = { removed: 0, unreadable: 0, changed: 1, added: 2 }
  return articles.toSorted(
    (one, other) =>
      rank[one.state] - rank[other.state] ||
      other.annotations.removed - one.annotations.removed ||
      (one.title < other.title ? -1 : 1),
  )
}

function sumsOf(articles: readonly Counted[]): Comparison['sums'] {
  const inState = (...states: readonly ComparedArticle['state'][]): number =>
    articles.filter(({ state }) => states.includes(state)).length
  const sum = (change: keyof AnnotationCounts): number =>
    articles.reduce((total, { annotations }) => total + annotations[change], 0)
  return {
    articles: {
      added: inState('added'),
      removed: inState('removed', 'unreadable'),
      changed: inState('changed'),
    },
    annotations: { added: sum('added'), removed: sum('removed'), changed: sum('changed') },
  }
}

import type { ArticleStatus } from '../../shared/annotation/annotation-set'
import type { ArticleEdits, ArticleId, MetadataValue } from '../../shared/article/article'
import { fieldsOf } from '../../shared/codebook/codebook'
import { editsChange } from '../../shared/project/edits-change'
import { stableJson } from '../../shared/project/stable-json'
import type { ArticleSummary } from '../../shared/project/summary'
import { filterArticles } from '../values/filter-articles'
import { orderArticles } from '../values/order-articles'
import { without } from '../values/without'
import { openArticle } from './article-opening'
import { makeEdit } from './edits'
import { leaveBinned } from './leaving-binned'
import { now } from './new-id'
import { dismissTopic, hint, notify } from './notices'
import { articleOrderOf, codebookOf, isInBin } from './selectors'
import type { WorkbenchState } from './store'
import { store } from './store'

/** Articles that are in the project (not in its bin), in the order in which they came in. */
export function presentArticles(summaries: readonly ArticleSummary[]): readonly ArticleSummary[] {
  return summaries.filter(summary => !isInBin(summary))
}

/**
 * The article after (or before) the one on screen in the list as it is ordered and filtered, also when that one
 * is not in it itself; without one on screen the first of the list.
 */
export function neighbourInList(state: WorkbenchState, step: 1 | -1): ArticleSummary | undefined {
  const { article, opened, articlesShow } = state
  const all = orderArticles(presentArticles(state.summaries), articleOrderOf(state))
  // What is typed while the bin is listed is meant for the bin.
  const filter = articlesShow === 'bin' ? '' : state.articleFilter
  const fields = fieldsOf(codebookOf(state))
  const listed = new Set(filterArticles(all, filter, opened?.annotator.id, fields))
  const at = all.findIndex(({ id }) => id === article?.article.id)
  if (at === -1) return all.find(summary => listed.has(summary))
  const others = step === 1 ? all.slice(at + 1) : all.slice(0, at).reverse()
  return others.find(summary => listed.has(summary))
}

/** Open the next article of the list, or the one before; says so when there is none. */
export function openNeighbour(step: 1 | -1): void {
  const next = neighbourInList(store.getState(), step)
  if (next !== undefined) void openArticle(next.id)
  else hint(step === 1 ? 'No article after this in the list' : 'No article before this in the list')
}

export function renameArticle(id: ArticleId, title: string): void {
  const before = editsOf(id)
  const found = store.getState().found.get(id)
  const rest = without<ArticleEdits>(before ?? {}, 'title')
  editDetails(id, 'rename the article', title === found?.title ? rest : { ...rest, title })
}

/** Set or (with an empty value) empty one detail of an article; giving the found value takes the edit back. */
export function setDetail(id: ArticleId, field: string, value: string): void {
  const before = editsOf(id)
  const found = store.getState().found.get(id)?.metadata[field]
  const others = without(before?.metadata ?? {}, field)
  const entry: MetadataValue = { value, from: 'person' }
  const isAsFound = value === (found?.value ?? '')
  const metadata = isAsFound ? others : { ...others, [field]: entry }
  const rest = without<ArticleEdits>(before ?? {}, 'metadata')
  editDetails(
    id,
    'change a detail of the article',
    Object.keys(metadata).length === 0 ? rest : { ...rest, metadata },
  )
}

/** Write the note on an article, or delete it with an empty one. */
export function setArticleNote(id: ArticleId, note: string): void {
  const rest = without<ArticleEdits>(editsOf(id) ?? {}, 'note')
  editDetails(
    id,
    note === '' ? 'delete the article’s note' : 'write a note on the article',
    note === '' ? rest : { ...rest, note },
  )
}

export function setArticleTags(id: ArticleId, tags: readonly string[]): void {
  const rest = without<ArticleEdits>(editsOf(id) ?? {}, 'tags')
  editDetails(id, 'tag the article', tags.length === 0 ? rest : { ...rest, tags: [...tags] })
}

/** Put an article into the bin. When it is on screen the next one is shown, or only the one beside it. */
export function removeArticle(id: ArticleId): void {
  const { summaries } = store.getState()
  const title = presentArticles(summaries).find(summary => summary.id === id)?.title ?? ''
  const before = editsOf(id)
  const after = { ...before, removedAt: now() }
  if (!editDetails(id, 'put the article into the bin', after)) return
  notify(
    `“${title}” is in the bin. Undo or “Put back” brings it back with its annotations.`,
    'note',
    'bin',
  )
  void leaveBinned([{ kind: 'metadata', article: id, before, after }], summaries)
}

export function putBackArticle(id: ArticleId): void {
  dismissTopic('bin')
  editDetails(id, 'put the article back', without<ArticleEdits>(editsOf(id) ?? {}, 'removedAt'))
}

export function setStatus(id: ArticleId, after: ArticleStatus): void {
  const { opened, summaries } = store.getState()
  if (opened === undefined) return
  const annotator = opened.annotator.id
  const before =
    summaries.find(summary => summary.id === id)?.annotators[annotator]?.status ?? 'new'
  if (before === after) return
  makeEdit(`mark the article as ${statusWords[after]}`, [
    { kind: 'status', article: id, annotator, before, after },
  ])
}

/** A status as people read it. */
export const statusWords: Readonly<Record<ArticleStatus, string>> = {
  new: 'new',
  'in-progress': 'in progress',
  done: 'done',
}

function editsOf(id: ArticleId): ArticleEdits | undefined {
  return store.getState().project?.edits.get(id)
}

function editDetails(article: ArticleId, label: string, after: ArticleEdits): boolean {
  const before = editsOf(article)
  const isEmpty = Object.keys(after).length === 0
  if (stableJson(before ?? {}) === stableJson(after)) return false
  return makeEdit(label, [editsChange(article, before, isEmpty ? undefined : after)])
}

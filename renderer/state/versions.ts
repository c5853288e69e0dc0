import type { Annotation } from '../../shared/annotation/annotation'
import type { ArticleId } from '../../shared/article/article'
import type { Reading } from '../../shared/article/reading'
import type { ReplacementPreview } from '../../shared/ipc/import-calls'
import type { Failure } from '../../shared/outcome/result'
import { call } from '../workbench-api'
import { openArticle } from './article-opening'
import { hint, notifyFailure, showDialog } from './notices'
import { reloadProject } from './opening'
import { readArticle } from './read-article'
import { settleSaving } from './saving'
import type { ReportPlace } from './store'
import { store } from './store'

/** Read the page of an article whole or reduced to the article, and show what that would change; afterwards `back` is shown again. */
export async function readAnew(
  article: ArticleId,
  reading: Reading,
  back?: ReportPlace,
): Promise<void> {
  await preview(article, { kind: 'reading', reading }, back)
}

/** Read the file of an article in another encoding, and show what that would change. */
export async function readAnewIn(article: ArticleId, encoding: string): Promise<void> {
  await preview(article, { kind: 'encoding', encoding })
}

/** Ask for a corrected file of an article, and show what taking it would change. */
export async function readCorrected(article: ArticleId): Promise<void> {
  await preview(article, { kind: 'file' })
}

/** Show what would change if an article of the project took the place of an earlier one; afterwards `back` is shown again. */
export async function replaceEarlier(
  earlier: ArticleId,
  article: ArticleId,
  back?: ReportPlace,
): Promise<void> {
  await preview(earlier, { kind: 'article', article }, back)
}

async function preview(
  article: ArticleId,
  by: Parameters<typeof call<'previewReplacement'>>[1]['by'],
  back?: ReportPlace,
): Promise<void> {
  const { opened } = store.getState()
  // What is not written yet would not go over.
  if (opened === undefined || !(await settleSaving())) return
  const answer = await call('previewReplacement', { project: opened.project, article, by })
  if (store.getState().opened !== opened) return
  if (answer.ok) showDialog({ kind: 'replacement', preview: answer.value, back })
  else sayWhyNot(answer.error, back)
}

/** Close what shows another version; the report it was asked for in is there again. */
export function leaveReplacement(back: ReportPlace | undefined): void {
  showDialog(back === undefined ? undefined : { kind: 'import-report', ...back })
}

/** In the report where that lies over everything else. */
function sayWhyNot(failure: Failure, back: ReportPlace | undefined): void {
  leaveReplacement(back === undefined ? undefined : { ...back, fault: failure.message })
  if (back === undefined) notifyFailure(failure)
}

/**
 * Take another version of an article, in its place or beside it, and open it. The dialog stays until it is
 * done: what is annotated meanwhile would not go over.
 */
export async function takeVersion(
  { version, placed, lost, moreLost }: ReplacementPreview,
  as: 'replacement' | 'new-article',
  back?: ReportPlace,
): Promise<void> {
  const { opened } = store.getState()
  if (opened === undefined || !(await settleSaving())) {
    leaveReplacement(back)
    return
  }
  const answer = await call('takeVersion', { project: opened.project, version, as })
  if (!answer.ok) {
    sayWhyNot(answer.error, back)
    return
  }
  await reloadProject()
  await openArticle(answer.value.article)
  leaveReplacement(back)
  const count = lost.length + moreLost
  hint(
    as === 'new-article'
      ? 'The other version is an article of its own now'
      : count > 0
        ? 'The article was replaced; its details list what could not be placed'
        : placed > 0
          ? 'The article was replaced, and every annotation is in its place'
          : 'The article was replaced',
  )
}

/** The annotations that stay with an earlier version of an article, because their words are not in the later one. */
export async function showUnplaced(earlier: ArticleId): Promise<void> {
  const { opened } = store.getState()
  if (opened === undefined) return
  const read = await readArticle(opened.project, earlier)
  if (store.getState().opened !== opened) return
  if (!read.ok) {
    notifyFailure(read.error)
    return
  }
  const annotations = read.value.sets.flatMap((set): readonly Annotation[] => [
    ...set.annotations,
    ...set.lost,
  ])
  showDialog({ kind: 'unplaced', earlier, annotations })
}

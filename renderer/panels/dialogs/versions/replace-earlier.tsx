import type { ArticleId } from '../../../../shared/article/article'
import type { EarlierArticle, WindowImportReport } from '../../../../shared/ipc/import-calls'
import { Button } from '../../../controls/button'
import { annotationsOn } from '../../../state/selectors'
import { useWorkbench } from '../../../state/store'
import { replaceEarlier } from '../../../state/versions'
import { countOf } from '../../../values/count-text'
import dialogs from '../dialogs.module.css'

/** True when this article has taken the place of the earlier one. */
export function useHasReplaced(article: ArticleId, earlier: EarlierArticle | undefined): boolean {
  return useWorkbench(
    state =>
      earlier !== undefined && state.project?.edits.get(article)?.replaces === earlier.article,
  )
}

/** What says that an article may be a corrected version of an earlier one; or, when it took its place, what became of that. */
export function EarlierWords({
  earlier,
  isReplaced,
}: {
  readonly earlier: EarlierArticle
  readonly isReplaced: boolean
}) {
  const left = useWorkbench(state => (isReplaced ? annotationsOn(state, earlier.article) : 0))
  if (!isReplaced) return <p className={dialogs['remark']}>{becauseOf(earlier)}</p>
  return (
    <p className={dialogs['remark']}>
      It took the place of “{earlier.title}”
      {left > 0 &&
        `; ${countOf(left, 'annotation')} could not be placed, and ${left === 1 ? 'is' : 'are'} listed in its details`}
      .
    </p>
  )
}

/** The way to put an article that came in in the place of an earlier one; not there for what is in the bin. */
export function ReplaceEarlier({
  article,
  title,
  earlier,
  report,
  isQuiet = false,
}: {
  readonly article: ArticleId
  readonly title: string
  readonly earlier: EarlierArticle
  readonly report: WindowImportReport
  /** It stands beside other things that can be done. */
  readonly isQuiet?: boolean
}) {
  const isInBin = useWorkbench(({ project }) =>
    [article, earlier.article].some(id => project?.edits.get(id)?.removedAt !== undefined),
  )
  if (isInBin) return null
  return (
    <Button
      tone={isQuiet ? 'quiet' : 'plain'}
      aria-label={`Replace the earlier one with ${title}`}
      onClick={() => void replaceEarlier(earlier.article, article, { report, at: article })}
    >
      Replace the earlier one…
    </Button>
  )
}

function becauseOf({ title, because }: EarlierArticle): string {
  switch (because) {
    case 'address':
      return `From the same web address as “${title}”, with another text: it may be a corrected version.`
    case 'name':
      return `From a file of the same name as “${title}”, with another text: it may be a corrected version.`
    case 'text':
      return `It may be a corrected version of “${title}”.`
  }
}

import type { ArticleId } from '../../../../shared/article/article'
import type { EarlierArticle, WindowImportReport } from '../../../../shared/ipc/import-calls'
import { focusAt } from '../../../values/focus-at'
import dialogs from '../dialogs.module.css'
import { EarlierWords, ReplaceEarlier, useHasReplaced } from './replace-earlier'

type Version = WindowImportReport['imported'][number] & { readonly earlier: EarlierArticle }

/** What came in from the same file or page as an earlier article, with a text that is too different for a copy. */
export function CorrectedVersions({
  report,
  at,
}: {
  readonly report: WindowImportReport
  /** The one that the keyboard goes to. */
  readonly at: ArticleId | undefined
}) {
  const versions = report.imported.filter(
    (entry): entry is Version => entry.earlier !== undefined && entry.copyOf === undefined,
  )
  if (versions.length === 0) return null
  return (
    <section className={dialogs['list']} aria-label="Corrected versions">
      <h3 className={dialogs['groupTitle']}>
        Perhaps corrected versions of articles that are there
      </h3>
      <ul>
        {versions.map(version => (
          <VersionItem
            key={version.article}
            version={version}
            report={report}
            isWanted={version.article === at}
          />
        ))}
      </ul>
    </section>
  )
}

function VersionItem({
  version: { article, title, earlier },
  report,
  isWanted,
}: {
  readonly version: Version
  readonly report: WindowImportReport
  readonly isWanted: boolean
}) {
  const isReplaced = useHasReplaced(article, earlier)
  return (
    <li
      className={dialogs['item']}
      aria-label={title}
      tabIndex={-1}
      ref={isWanted ? focusAt : undefined}
    >
      <p className={dialogs['itemTitle']}>{title}</p>
      <EarlierWords earlier={earlier} isReplaced={isReplaced} />
      {!isReplaced && (
        <div className={dialogs['copyChoice']}>
          <ReplaceEarlier article={article} title={title} earlier={earlier} report={report} />
        </div>
      )}
    </li>
  )
}

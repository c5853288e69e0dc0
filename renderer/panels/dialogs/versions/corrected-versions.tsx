import type { EarlierArticle, WindowImportReport } from '../../../../shared/ipc/import-calls'
import type { ReportPlace } from '../../../state/store'
import dialogs from '../dialogs.module.css'
import { ReportItem } from '../report-item'
import { EarlierWords, ReplaceEarlier, useHasReplaced } from './replace-earlier'

type Version = WindowImportReport['imported'][number] & { readonly earlier: EarlierArticle }

/** What came in from the same file or page as an earlier article, with a text that is too different for a copy. */
export function CorrectedVersions({ place }: { readonly place: ReportPlace }) {
  const versions = place.report.imported.filter(
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
          <VersionItem key={version.article} version={version} place={place} />
        ))}
      </ul>
    </section>
  )
}

function VersionItem({
  version: { article, title, earlier },
  place,
}: {
  readonly version: Version
  readonly place: ReportPlace
}) {
  const isReplaced = useHasReplaced(article, earlier)
  return (
    <ReportItem article={article} title={title} place={place}>
      <EarlierWords earlier={earlier} isReplaced={isReplaced} />
      {!isReplaced && (
        <div className={dialogs['copyChoice']}>
          <ReplaceEarlier article={article} title={title} earlier={earlier} report={place.report} />
        </div>
      )}
    </ReportItem>
  )
}

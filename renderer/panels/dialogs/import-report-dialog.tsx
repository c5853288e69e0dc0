import { useState } from 'react'
import type { ArticleId } from '../../../shared/article/article'
import type { WindowImportReport } from '../../../shared/ipc/import-calls'
import { Button } from '../../controls/button'
import { Modal, ModalActions } from '../../controls/modal'
import { copyImportReport } from '../../state/exchanging'
import { readAnew } from '../../state/versions'
import { closeDialog } from '../../state/notices'
import type { ReportPlace } from '../../state/store'
import { useWorkbench } from '../../state/store'
import { countOf } from '../../values/count-text'
import { CopiesFound } from './copies-found'
import { ReportItem } from './report-item'
import { CorrectedVersions } from './versions/corrected-versions'
import { UnsureEncodings } from './encoding/unsure-encodings'
import styles from './dialogs.module.css'

/** What came in, with remarks and copies, and what did not, with reasons. */
export function ImportReportDialog({ place }: { readonly place: ReportPlace }) {
  const { report } = place
  const { imported, present, failed, counts, stopped } = report
  const [isCopied, setCopied] = useState(false)
  return (
    <Modal title="Import report" isWide isReport onClose={closeDialog}>
      <p className={styles['sum']}>{summaryOf(report)}</p>
      {stopped !== undefined && (
        <p className={styles['sum']}>
          The import ended early. {stopped} Import the same again, and it goes on from there.
        </p>
      )}
      <Group title="Not imported" count={counts.failed} shown={failed.length}>
        {failed.map(({ name, message, folder }, index) => (
          <Item
            key={`${index.toString()} ${name}`}
            title={folder === undefined ? name : `${folder}/${name}`}
            remarks={[message]}
          />
        ))}
      </Group>
      <UnsureEncodings imported={imported} />
      <CorrectedVersions place={place} />
      <CopiesFound place={place} />
      <Group title="Imported" count={counts.imported} shown={imported.length}>
        {imported.map(entry => (
          <Imported key={entry.article} entry={entry} place={place} />
        ))}
      </Group>
      <Group title="There already" count={counts.present} shown={present.length}>
        {present.map(({ name, of }, index) => (
          <Item
            key={`${index.toString()} ${name}`}
            title={name}
            remarks={[`The same file as “${of}”, so nothing was done.`]}
          />
        ))}
      </Group>
      <ModalActions>
        <Button
          onClick={() => {
            copyImportReport()
            setCopied(true)
          }}
        >
          {isCopied ? 'Copied' : 'Copy the report'}
        </Button>
        <Button tone="primary" onClick={closeDialog}>
          Done
        </Button>
      </ModalActions>
    </Modal>
  )
}

function Group({
  title,
  count,
  shown,
  children,
}: {
  readonly title: string
  readonly count: number
  readonly shown: number
  readonly children: React.ReactNode
}) {
  if (count === 0) return null
  return (
    <section className={styles['list']} aria-label={title}>
      <h3 className={styles['groupTitle']}>{title}</h3>
      <ul>{children}</ul>
      {count > shown && (
        <p className={styles['remark']}>
          And {countOf(count - shown, 'more', 'more')}; the copied report has all of them.
        </p>
      )}
    </section>
  )
}

function Item({ title, remarks }: { readonly title: string; readonly remarks: readonly string[] }) {
  return (
    <li className={styles['item']}>
      <p className={styles['itemTitle']}>{title}</p>
      <Remarks remarks={remarks} />
    </li>
  )
}

function Remarks({ remarks }: { readonly remarks: readonly string[] }) {
  return remarks.map(remark => (
    <p key={remark} className={styles['remark']}>
      {remark}
    </p>
  ))
}

function Imported({
  entry: { article, title, remarks, isReduced, copyOf, earlier },
  place,
}: {
  readonly entry: WindowImportReport['imported'][number]
  readonly place: ReportPlace
}) {
  if (isReduced !== true) return <Item title={title} remarks={remarks} />
  // The keyboard comes back to one place only: that of a copy is above.
  const isAbove = copyOf !== undefined || earlier !== undefined
  return (
    <ReportItem article={article} title={title} place={isAbove ? { report: place.report } : place}>
      <Remarks remarks={remarks} />
      <WholePage article={article} title={title} report={place.report} />
    </ReportItem>
  )
}

/** Reads a reduced page whole; not there any more once another version took its place. */
function WholePage({
  article,
  title,
  report,
}: {
  readonly article: ArticleId
  readonly title: string
  readonly report: WindowImportReport
}) {
  const isInBin = useWorkbench(
    ({ project }) => project?.edits.get(article)?.removedAt !== undefined,
  )
  if (isInBin) return null
  return (
    <p className={styles['itemAction']}>
      <Button
        aria-label={`Use the whole page of ${title}`}
        onClick={() => void readAnew(article, 'whole', { report, at: article })}
      >
        Use the whole page…
      </Button>
    </p>
  )
}

function summaryOf({ counts }: WindowImportReport): string {
  const parts = [
    `${countOf(counts.imported, 'article')} imported`,
    ...(counts.present === 0 ? [] : [`${countOf(counts.present, 'file')} there already`]),
    ...(counts.failed === 0 ? [] : [`${countOf(counts.failed, 'file')} left out`]),
  ]
  return `${parts.join(', ')}.`
}

import { useState } from 'react'
import type { ArticleId } from '../../../shared/article/article'
import type { WindowImportReport } from '../../../shared/ipc/import-calls'
import { Button } from '../../controls/button'
import { Modal, ModalActions } from '../../controls/modal'
import { copyImportReport } from '../../state/exchanging'
import { readAnew } from '../../state/versions'
import { closeDialog } from '../../state/notices'
import { countOf } from '../../values/count-text'
import { CopiesFound } from './copies-found'
import { CorrectedVersions } from './versions/corrected-versions'
import { UnsureEncodings } from './encoding/unsure-encodings'
import styles from './dialogs.module.css'

/** What came in, with remarks and copies, and what did not, with reasons. */
export function ImportReportDialog({
  report,
  at,
}: {
  readonly report: WindowImportReport
  /** The article that was decided on last: the keyboard goes on from it. */
  readonly at?: ArticleId | undefined
}) {
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
        {failed.map(({ name, message }, index) => (
          <Item key={`${index.toString()} ${name}`} title={name} remarks={[message]} />
        ))}
      </Group>
      <UnsureEncodings imported={imported} />
      <CorrectedVersions report={report} at={at} />
      <CopiesFound report={report} at={at} />
      <Group title="Imported" count={counts.imported} shown={imported.length}>
        {imported.map(({ article, title, remarks, isReduced }) => (
          <Item
            key={article}
            title={title}
            remarks={remarks}
            {...(isReduced === true ? { onWhole: () => void readAnew(article, 'whole') } : {})}
          />
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

function Item({
  title,
  remarks,
  onWhole,
}: {
  readonly title: string
  readonly remarks: readonly string[]
  /** Reads a reduced page whole; absent for what is whole. */
  readonly onWhole?: () => void
}) {
  return (
    <li className={styles['item']}>
      <p className={styles['itemTitle']}>{title}</p>
      {remarks.map(remark => (
        <p key={remark} className={styles['remark']}>
          {remark}
        </p>
      ))}
      {onWhole !== undefined && (
        <p className={styles['itemAction']}>
          <Button aria-label={`Use the whole page of ${title}`} onClick={onWhole}>
            Use the whole page…
          </Button>
        </p>
      )}
    </li>
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

import { mergeLines } from '../../../../shared/project/merge/merge-lines'
import type { MergeReport } from '../../../../shared/ipc/merge-calls'
import { countOf } from '../../../values/count-text'
import { ComparedChanges } from '../compared-changes'
import styles from '../dialogs.module.css'

const groups = [
  { kind: 'conflict', title: 'Changed in both copies' },
  { kind: 'deleted', title: 'Deleted in one copy' },
  { kind: 'codebook', title: 'Codebook' },
  { kind: 'source', title: 'Sources' },
  { kind: 'article', title: 'Articles' },
  { kind: 'left-out', title: 'Left out' },
] as const

/** What a merge brings in numbers, then every conflict, deletion and remark by its sentence. */
export function MergeLists({
  counts,
  comparison,
  items,
  moreItems,
}: Pick<MergeReport, 'counts' | 'comparison' | 'items' | 'moreItems'>) {
  return (
    <>
      <ul className={styles['list']} aria-label="What changes">
        {mergeLines(counts).map(line => (
          <li key={line} className={styles['item']}>
            {line}
          </li>
        ))}
      </ul>
      <ComparedChanges
        comparison={comparison}
        words={{ added: 'New', removed: 'Deleted', changed: 'Changed' }}
      />
      {groups.map(({ kind, title }) => (
        <Group
          key={kind}
          title={title}
          messages={items.filter(item => item.kind === kind).map(({ message }) => message)}
        />
      ))}
      {moreItems > 0 && (
        <p className={styles['remark']}>
          And {countOf(moreItems, 'more', 'more')}; the copied report has all of them.
        </p>
      )}
    </>
  )
}

function Group({
  title,
  messages,
}: {
  readonly title: string
  readonly messages: readonly string[]
}) {
  if (messages.length === 0) return null
  return (
    <section className={styles['list']} aria-label={title}>
      <h3 className={styles['groupTitle']}>{title}</h3>
      <ul>
        {messages.map((message, index) => (
          <li key={`${index.toString()} ${message}`} className={styles['item']}>
            {message}
          </li>
        ))}
      </ul>
    </section>
  )
}

import { mergeLines } from '../../../../shared/project/merge/merge-lines'
import type { MergeReport } from '../../../../shared/ipc/merge-calls'
import { countOf } from '../../../values/count-text'
import { ComparedChanges } from '../compared-changes'
import styles from '../dialogs.module.css'
import { MessageList } from '../message-list'

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
        <MessageList
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

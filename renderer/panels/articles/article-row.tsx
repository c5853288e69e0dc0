import { memo, useCallback, useState } from 'react'
import type { ArticleStatus } from '../../../shared/annotation/annotation-set'
import { copyOf } from '../../../shared/article/copies'
import type { ArticleSummary } from '../../../shared/project/summary'
import { openArticle } from '../../state/article-opening'
import { openBeside } from '../../state/side-by-side'
import { renameArticle, statusWords } from '../../state/articles'
import { isInBin } from '../../state/selectors'
import { useWorkbench } from '../../state/store'
import { writeCount } from '../../values/count-text'
import { smallLine } from '../../values/filter-articles'
import { typeColours } from '../../values/type-colours'
import { ArticleMenu } from './article-menu'
import styles from './articles.module.css'
import { rowCounts } from './row-counts'

const progress: Readonly<Record<ArticleStatus, string>> = {
  new: '0%',
  'in-progress': '50%',
  done: '100%',
}

/** One article of the list: title, who and when, how far one has come, and how much is marked. */
export const ArticleRow = memo(function ArticleRow({
  summary,
  index,
  count,
  top,
  height,
  isCurrent,
  isTabStop,
}: {
  readonly summary: ArticleSummary
  readonly index: number
  readonly count: number
  readonly top: number
  readonly height: number
  readonly isCurrent: boolean
  readonly isTabStop: boolean
}) {
  const annotator = useWorkbench(state => state.opened?.annotator.id ?? '')
  const [isRenaming, setRenaming] = useState(false)
  const [isMenuOpen, setMenuOpen] = useState(false)
  const rename = useCallback(() => {
    setRenaming(true)
  }, [])
  const isBeside = useWorkbench(state => state.beside?.article?.article.id === summary.id)
  const own = summary.annotators[annotator]
  const status = own?.status ?? 'new'
  return (
    <li
      className={styles['row']}
      style={{ top, height, '--progress': progress[status] }}
      data-index={index}
      aria-label={summary.title}
      aria-current={isCurrent}
      data-beside={isBeside && !isCurrent ? '' : undefined}
      aria-setsize={count}
      aria-posinset={index + 1}
      onContextMenu={event => {
        event.preventDefault()
        setMenuOpen(true)
      }}
    >
      <span className={styles['mark']} title={statusWords[status]} aria-hidden />
      {isRenaming ? (
        <RenameField
          summary={summary}
          onDone={() => {
            setRenaming(false)
          }}
        />
      ) : (
        <>
          <button
            type="button"
            className={styles['open']}
            tabIndex={isTabStop ? 0 : -1}
            title={summary.title}
            onClick={({ ctrlKey, metaKey }) =>
              void (ctrlKey || metaKey ? openBeside : openArticle)(summary.id)
            }
            onKeyDown={event => {
              if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
              event.preventDefault()
              void openBeside(summary.id)
            }}
            onDoubleClick={rename}
          >
            <span className={styles['name']} dir="auto">
              {summary.title}
            </span>{' '}
            <span className={styles['line']}>
              {copyOf(summary.metadata) !== undefined && (
                <span className={styles['copy']}>Copy</span>
              )}{' '}
              <span className={styles['from']}>{smallLine(summary)}</span>{' '}
              <Counts counts={own?.counts ?? {}} />
              <span data-only-spoken="">{statusWords[status]}</span>
            </span>
          </button>
          <ArticleMenu
            article={summary.id}
            title={summary.title}
            isRemoved={isInBin(summary)}
            status={status}
            isOpen={isMenuOpen}
            isTabStop={isTabStop}
            onOpen={setMenuOpen}
            onRename={rename}
          />
        </>
      )}
    </li>
  )
})

function Counts({ counts }: { readonly counts: Readonly<Record<string, number>> }) {
  const types = useWorkbench(state => state.project?.codebook.types)
  const { shown, more } = rowCounts(types ?? [], counts)
  return (
    <span className={styles['counts']}>
      {shown.map(({ type, count }) => (
        <span
          key={type.key}
          className={styles['countOf']}
          data-typed=""
          data-channel={type.channel}
          style={typeColours(type)}
          title={type.label}
        >
          {writeCount(count)}
          <span data-only-spoken=""> {type.label}</span>
        </span>
      ))}
      {more !== undefined && (
        <span title={more.words}>
          +{writeCount(more.count)}
          <span data-only-spoken=""> more: {more.words}</span>
        </span>
      )}
    </span>
  )
}

function RenameField({
  summary,
  onDone,
}: {
  readonly summary: ArticleSummary
  readonly onDone: () => void
}) {
  const [title, setTitle] = useState(summary.title)
  const finish = (): void => {
    if (title.trim() !== '') renameArticle(summary.id, title.trim())
    onDone()
  }
  return (
    <input
      ref={input => input?.focus()}
      className={styles['rename']}
      aria-label={`New title of ${summary.title}`}
      value={title}
      dir="auto"
      onChange={event => {
        setTitle(event.target.value)
      }}
      onFocus={event => {
        event.target.select()
      }}
      onBlur={finish}
      onKeyDown={event => {
        if (event.key === 'Enter') finish()
        if (event.key === 'Escape') onDone()
      }}
    />
  )
}

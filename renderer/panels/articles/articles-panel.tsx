import { FilePlus2, Trash2 } from 'lucide-react'
import { memo, useMemo } from 'react'
import { copyOf } from '../../../shared/article/copies'
import { fieldsOf } from '../../../shared/codebook/codebook'
import { runCommand } from '../../commands/commands'
import { useKeyOf } from '../../commands/use-key-of'
import { IconButton } from '../../controls/icon-button'
import { articleOrderOf, codebookOf, isInBin, isReadOnly } from '../../state/selectors'
import { store, useWorkbench } from '../../state/store'
import { countOf, writeCount } from '../../values/count-text'
import { filterArticles, filterTerms, termOfField } from '../../values/filter-articles'
import { orderArticles } from '../../values/order-articles'
import { ArticleList } from './article-list'
import styles from './articles.module.css'
import { OrderChoice } from './order-choice'
import { useSummaries } from './use-summaries'

/** The project's articles, or what is in its bin. */
export function ArticlesPanel() {
  const summaries = useSummaries()
  const shows = useWorkbench(state => state.articlesShow)
  const cannotWrite = useWorkbench(isReadOnly)
  const annotator = useWorkbench(state => state.opened?.annotator.id)
  const filter = useWorkbench(state => state.articleFilter)
  const present = useMemo(() => summaries.filter(summary => !isInBin(summary)), [summaries])
  const removed = useMemo(() => summaries.filter(isInBin), [summaries])
  const all = shows === 'bin' ? removed : present
  const copies = useMemo(
    () => all.filter(({ metadata }) => copyOf(metadata) !== undefined).length,
    [all],
  )
  const codebook = useWorkbench(codebookOf)
  const order = useWorkbench(articleOrderOf)
  const listed = useMemo(
    () => filterArticles(orderArticles(all, order), filter, annotator, fieldsOf(codebook)),
    [all, order, filter, annotator, codebook],
  )
  const terms = useMemo(
    () =>
      [...filterTerms, ...fieldsOf(codebook).map(termOfField)].map(term => `${term}:`).join(' '),
    [codebook],
  )
  return (
    <section className={styles['panel']} aria-label="Articles">
      <Head
        shows={shows}
        count={all.length}
        listed={listed.length}
        copies={copies}
        cannotWrite={cannotWrite}
      />
      {all.length > 0 && <Filter text={filter} terms={terms} onChange={filterBy} />}
      {listed.length > 0 ? (
        <ArticleList summaries={listed} />
      ) : (
        <p className={styles['empty']}>{emptyWords(all.length, shows)}</p>
      )}
      {(removed.length > 0 || shows === 'bin') && (
        <div className={styles['foot']}>
          <button type="button" className={styles['bin']} onClick={() => runCommand('bin')}>
            <Trash2 size={14} strokeWidth={1.75} aria-hidden />
            {shows === 'bin' ? 'Back to the articles' : `Bin (${writeCount(removed.length)})`}
          </button>
        </div>
      )}
    </section>
  )
}

function filterBy(articleFilter: string): void {
  store.setState({ articleFilter })
}

/** Apart from the list, which is told of each annotation. */
const Head = memo(function Head({
  shows,
  count,
  listed,
  copies,
  cannotWrite,
}: {
  readonly shows: 'articles' | 'bin'
  readonly count: number
  /** How many of them the filter leaves in. */
  readonly listed: number
  readonly copies: number
  readonly cannotWrite: boolean
}) {
  const keyOf = useKeyOf()
  return (
    <div className={styles['head']}>
      <h2 className={styles['title']}>
        {shows === 'bin' ? 'Bin' : 'Articles'}{' '}
        <span className={styles['count']}>
          {listed === count ? writeCount(count) : `${writeCount(listed)} of ${writeCount(count)}`}
          {copies > 0 &&
            listed === count &&
            `, ${countOf(copies, 'of them a copy', 'of them copies')}`}
        </span>
      </h2>
      <IconButton
        icon={FilePlus2}
        label="Import articles"
        keys={keyOf('import')}
        disabled={cannotWrite}
        onClick={() => runCommand('import')}
      />
    </div>
  )
})

const Filter = memo(function Filter({
  text,
  terms,
  onChange,
}: {
  readonly text: string
  /** The terms it knows, as they are typed. */
  readonly terms: string
  readonly onChange: (text: string) => void
}) {
  return (
    <div className={styles['filter']}>
      <input
        type="search"
        dir="auto"
        aria-label="Filter the articles"
        placeholder="Filter"
        value={text}
        title={`Words, or ${terms} as in status:done tag:flood after:2031-03`}
        onChange={event => {
          onChange(event.target.value)
        }}
      />
      <OrderChoice />
    </div>
  )
})

function emptyWords(all: number, shows: 'articles' | 'bin'): string {
  if (all > 0) return 'No article fits this filter.'
  if (shows === 'bin') return 'The bin is empty.'
  return 'No articles yet.'
}

import { useState } from 'react'
import { foldedLetters } from '../../../../shared/text/fold-text'
import { useWorkbench } from '../../../state/store'
import { countOf } from '../../../values/count-text'
import type { ExportForm } from '../../../values/export-form'
import { Choices } from '../choices'
import { isDone } from '../../../values/article-done'
import { TickList } from './tick-list'
import styles from './export.module.css'

/** Rows that are drawn at once; the filter finds the rest. */
const shownRows = 200

/** Which articles: all, the open one, those that are done, or those that are ticked. */
export function ExportArticles({
  form,
  onChange,
}: {
  readonly form: ExportForm
  readonly onChange: (changed: Partial<ExportForm>) => void
}) {
  const open = useWorkbench(state => state.article?.article.id)
  const summaries = useWorkbench(state => state.summaries)
  const kept = summaries.filter(({ removedAt }) => removedAt === undefined)
  const done = kept.filter(isDone)
  return (
    <>
      <Choices
        legend="Articles"
        value={form.scope}
        options={[
          { key: 'all' as const, label: `All articles (${kept.length.toString()})` },
          ...(open === undefined ? [] : [{ key: 'this' as const, label: 'Only this article' }]),
          ...(done.length === 0
            ? []
            : [{ key: 'done' as const, label: `Those that are done (${done.length.toString()})` }]),
          { key: 'chosen' as const, label: 'Those that I tick' },
        ]}
        onChange={scope => {
          onChange({ scope })
        }}
      />
      {form.scope === 'chosen' && (
        <ArticleTicks
          articles={kept}
          ticked={form.articles}
          onChange={articles => {
            onChange({ articles })
          }}
        />
      )}
    </>
  )
}

function ArticleTicks({
  articles,
  ticked,
  onChange,
}: {
  readonly articles: readonly { readonly id: string; readonly title: string }[]
  readonly ticked: ReadonlySet<string>
  readonly onChange: (ticked: ReadonlySet<string>) => void
}) {
  const [filter, setFilter] = useState('')
  const words = foldedLetters(filter.trim())
  const matching = articles.filter(({ title }) => foldedLetters(title).includes(words))
  const hidden = matching.length - shownRows
  return (
    <div className={styles['group']}>
      <input
        className={styles['filter']}
        aria-label="Filter the articles"
        placeholder="Filter by title"
        value={filter}
        onChange={event => {
          setFilter(event.target.value)
        }}
      />
      <div className={styles['ticks']}>
        <TickList
          legend={`${countOf(ticked.size, 'article')} ticked`}
          options={matching.slice(0, shownRows).map(({ id, title }) => ({ key: id, label: title }))}
          ticked={ticked}
          onChange={onChange}
        />
        {hidden > 0 && <p className={styles['help']}>{countOf(hidden, 'more article')}: filter.</p>}
      </div>
    </div>
  )
}

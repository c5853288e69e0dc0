import { useEffect, useRef, useState } from 'react'
import type { SourceId } from '../../../shared/annotation/annotation'
import { Button } from '../../controls/button'
import { mergeInto } from '../../state/sources'
import { store } from '../../state/store'
import { countOf } from '../../values/count-text'
import type { ListedSource } from './order-sources'
import { filterSources, mergeTargets } from './order-sources'
import { RowList } from './row-list'
import { SourceFilter, SourceRow } from './source-list'
import styles from './sources.module.css'

/** Choose the source that `shown` becomes part of, after reading what that means. */
export function MergeSource({
  shown,
  listed,
  onDone,
}: {
  readonly shown: ListedSource
  readonly listed: readonly ListedSource[]
  readonly onDone: () => void
}) {
  const [typed, setTyped] = useState('')
  const [into, setInto] = useState<ListedSource>()
  const part = useRef<HTMLDivElement>(null)
  const isAsked = into !== undefined
  useEffect(() => {
    part.current?.querySelector<HTMLElement>('input, button')?.focus()
  }, [isAsked])
  const merge = async (target: ListedSource): Promise<void> => {
    if (await mergeInto(shown.source, target.source))
      store.setState({ shownSource: target.id as SourceId })
    else onDone()
  }
  if (into !== undefined)
    return (
      <div ref={part} className={styles['form']}>
        <p>
          “{shown.source.name}” becomes part of “{into.source.name}”:{' '}
          {countOf(shown.annotations, 'annotation')} in {countOf(shown.articles.size, 'article')},
          and its names are kept as other names.
        </p>
        <div className={styles['actions']}>
          <Button tone="primary" onClick={() => void merge(into)}>
            Merge
          </Button>
          <Button onClick={onDone}>Cancel</Button>
        </div>
      </div>
    )
  return (
    <>
      <p className={styles['summary']}>Which source is “{shown.source.name}”, too?</p>
      <div ref={part}>
        <SourceFilter label="Filter what to merge into" typed={typed} onTyped={setTyped} />
      </div>
      <RowList
        label="What to merge into"
        items={filterSources(mergeTargets(listed, shown.source), typed)}
        rowHeightPx={50}
      >
        {(item, isTabStop) => (
          <SourceRow
            item={item}
            isCounted
            isTabStop={isTabStop}
            onChoose={() => {
              setInto(item)
            }}
          />
        )}
      </RowList>
    </>
  )
}

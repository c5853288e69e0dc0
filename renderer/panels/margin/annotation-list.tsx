import { useVirtualizer } from '@tanstack/react-virtual'
import { X } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Annotation } from '../../../shared/annotation/annotation'
import type { AnnotationType } from '../../../shared/codebook/codebook'
import { runCommand } from '../../commands/commands'
import { IconButton } from '../../controls/icon-button'
import { goToAnnotation } from '../../state/annotating'
import { orderedAnnotations, shownSets } from '../../state/selectors'
import { useWorkbench } from '../../state/store'
import { attributeLine, wordsOf } from '../../values/attribute-text'
import { firstWords, writeCount } from '../../values/count-text'
import { typeColours } from '../../values/type-colours'
import styles from './margin.module.css'

const rowHeightPx = 50
const noTypes: readonly AnnotationType[] = []

/** All annotations of the article in the order of the text. Enter goes to the words; Up and Down move. */
export function AnnotationList() {
  const sets = useWorkbench(shownSets)
  const types = useWorkbench(state => state.project?.codebook.types ?? noTypes)
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set())
  const all = useMemo(() => sets.flatMap(set => orderedAnnotations(set)), [sets])
  const listed = useMemo(() => all.filter(({ type }) => !hidden.has(type)), [all, hidden])
  return (
    <section className={styles['listPanel']} aria-label="List of annotations">
      <div className={styles['listHead']}>
        <h2 className={styles['listTitle']}>Annotations {writeCount(all.length)}</h2>
        <IconButton icon={X} label="Show cards" onClick={() => runCommand('toggle-list')} />
      </div>
      <div className={styles['filters']} role="group" aria-label="Types that are listed">
        {types.map(type => (
          <button
            key={type.key}
            type="button"
            aria-pressed={!hidden.has(type.key)}
            className={styles['filter']}
            data-typed=""
            style={typeColours(type)}
            onClick={() => {
              const next = new Set(hidden)
              if (!next.delete(type.key)) next.add(type.key)
              setHidden(next)
            }}
          >
            {type.label}
          </button>
        ))}
      </div>
      {listed.length === 0 ? (
        <p className={styles['empty']}>
          {all.length === 0 ? 'Nothing is marked yet.' : 'All of them are of a type not listed.'}
        </p>
      ) : (
        <Rows annotations={listed} types={types} />
      )}
    </section>
  )
}

function Rows({
  annotations,
  types,
}: {
  readonly annotations: readonly Annotation[]
  readonly types: readonly AnnotationType[]
}) {
  'use no memo' // The virtualizer changes in place; what reads it must run again each time.
  const scroll = useRef<HTMLDivElement>(null)
  const focused = useWorkbench(state => state.focused)
  const at = annotations.findIndex(({ id }) => id === focused)
  const rows = useVirtualizer({
    count: annotations.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeightPx,
    overscan: 8,
    getItemKey: index => annotations[index]?.id ?? index,
  })
  useEffect(() => {
    if (at !== -1) rows.scrollToIndex(at, { align: 'auto' })
  }, [at, rows])
  const move = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const row = event.target instanceof Element ? event.target.closest('[data-index]') : null
    if (step === 0 || row === null || event.altKey) return
    event.preventDefault()
    const to = Number(row.getAttribute('data-index')) + step
    if (to < 0 || to >= annotations.length) return
    rows.scrollToIndex(to)
    requestAnimationFrame(() => {
      scroll.current?.querySelector<HTMLElement>(`[data-index="${to.toString()}"] button`)?.focus()
    })
  }
  return (
    <div className={styles['listScroll']} ref={scroll} onKeyDown={move}>
      <ul className={styles['listRows']} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const annotation = annotations[index]
          return annotation === undefined ? null : (
            <li
              key={annotation.id}
              data-index={index}
              aria-setsize={annotations.length}
              aria-posinset={index + 1}
              className={styles['listRow']}
              style={{ top: start, height: rowHeightPx }}
            >
              <ListItem
                annotation={annotation}
                type={types.find(({ key }) => key === annotation.type)}
                isCurrent={index === at}
                isTabStop={index === Math.max(0, at)}
              />
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function ListItem({
  annotation,
  type,
  isCurrent,
  isTabStop,
}: {
  readonly annotation: Annotation
  readonly type: AnnotationType | undefined
  readonly isCurrent: boolean
  readonly isTabStop: boolean
}) {
  const line = useWorkbench(({ project }) =>
    project === undefined ? '' : attributeLine(annotation, type, project.sources),
  )
  const label = type?.label ?? annotation.type
  return (
    <button
      type="button"
      className={styles['listItem']}
      aria-current={isCurrent}
      tabIndex={isTabStop ? 0 : -1}
      data-typed=""
      style={typeColours(type)}
      onClick={() => {
        goToAnnotation(annotation.id)
      }}
    >
      <span className={styles['listType']}>{[label, line].filter(Boolean).join(' · ')}</span>{' '}
      <span className={styles['listWords']} dir="auto">
        {firstWords(wordsOf(annotation), 120)}
      </span>
    </button>
  )
}

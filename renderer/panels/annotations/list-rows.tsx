import { useVirtualizer } from '@tanstack/react-virtual'
import type { KeyboardEvent, MouseEvent } from 'react'
import { useCallback, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import type { Annotation } from '../../../shared/annotation/annotation'
import { goToAnnotation } from '../../state/annotating'
import { removeAll } from '../../state/bulk-editing'
import { store, useWorkbench } from '../../state/store'
import { writeCount } from '../../values/count-text'
import styles from './annotations.module.css'
import type { ChosenRows } from './chosen-rows'
import { nothingChosen, withRange, withRowToggled } from './chosen-rows'
import type { ListGroup, ListKnowledge } from './list-order'
import { ListRow } from './list-row'
import { stepOfKey } from '../../values/step-of-key'

const rowHeightPx = 50
const headingHeightPx = 30

/** One line of the list: an annotation, or what the next ones have in common. */
type Line =
  | { readonly kind: 'heading'; readonly label: string; readonly count: number }
  | { readonly kind: 'row'; readonly annotation: Annotation; readonly place: number }

/** The rows in view, of as many as there are. The keyboard moves over them, chooses, goes to the words and deletes. */
export function ListRows({
  groups,
  listed,
  knowledge,
  chosen,
  onChoose,
}: {
  readonly groups: readonly ListGroup[]
  /** The annotations of all groups. */
  readonly listed: readonly Annotation[]
  readonly knowledge: ListKnowledge
  readonly chosen: ChosenRows
  readonly onChoose: (chosen: ChosenRows) => void
}) {
  'use no memo' // The virtualizer changes in place; what reads it must run again each time.
  const listId = useId()
  const scroll = useRef<HTMLDivElement>(null)
  const focused = useWorkbench(state => state.focused)
  const wanted = useWorkbench(state => state.wantsList)
  const [cursor, setCursor] = useState<string>()
  const lines = linesOf(groups)
  // The same as long as the lines are: otherwise all of them were measured again with every draw.
  const estimateSize = useCallback(
    (index: number) => (lines[index]?.kind === 'heading' ? headingHeightPx : rowHeightPx),
    [lines],
  )
  const getItemKey = useCallback((index: number) => keyOfLine(lines[index], index), [lines])
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroll.current,
    estimateSize,
    overscan: 8,
    getItemKey,
  })
  const lineAt = (id: string | undefined): number =>
    id === undefined
      ? -1
      : lines.findIndex(line => line.kind === 'row' && line.annotation.id === id)
  const at = lineAt(focused)
  useEffect(() => {
    if (at !== -1) rows.scrollToIndex(at, { align: 'auto' })
  }, [at, rows])

  // Where the keyboard is: the rows themselves come and go with scrolling.
  const active = lineAt(cursor) === -1 ? (at === -1 ? firstRow(lines) : at) : lineAt(cursor)
  const activeId = idAt(lines, active)
  const goTo = (id: string | undefined): void => {
    setCursor(id)
    const index = lineAt(id)
    if (index !== -1) rows.scrollToIndex(index)
  }
  // Before the next key: that is for the list already.
  useLayoutEffect(() => {
    if (!wanted) return
    scroll.current?.focus({ preventScroll: true })
    setCursor(focused)
    store.setState({ wantsList: false })
  }, [wanted, focused])

  const remove = (id: string): void => {
    const together = chosen.ids.has(id)
      ? listed.filter(one => chosen.ids.has(one.id))
      : listed.filter(one => one.id === id)
    const gone = new Set(together)
    const from = listed.findIndex(one => one.id === id)
    const next =
      listed.slice(from).find(one => !gone.has(one)) ??
      listed.slice(0, from).findLast(one => !gone.has(one))
    removeAll(together)
    onChoose(nothingChosen)
    goTo(next?.id)
    // With the last row the list goes, and the keyboard would be nowhere.
    if (next === undefined) scroll.current?.closest('section')?.querySelector('input')?.focus()
  }
  const press = (event: KeyboardEvent): void => {
    if (activeId === undefined || event.altKey || event.nativeEvent.isComposing) return
    const isMod = event.ctrlKey || event.metaKey
    const ids = listed.map(({ id }): string => id)
    const step = isMod ? undefined : stepOfKey(event.key, ids.length)
    if (step !== undefined) {
      const to = ids[Math.max(0, Math.min(ids.length - 1, ids.indexOf(activeId) + step))]
      if (event.shiftKey && to !== undefined)
        onChoose(withRange({ ...chosen, anchor: chosen.anchor ?? activeId }, to, ids))
      else if (chosen.ids.size === 0) onChoose({ ...chosen, anchor: to })
      goTo(to)
    } else if (event.key === ' ')
      onChoose(event.shiftKey ? withRange(chosen, activeId, ids) : withRowToggled(chosen, activeId))
    else if (isMod && !event.shiftKey && event.key.toLowerCase() === 'a')
      onChoose({ ids: new Set(ids), anchor: activeId })
    else if (event.key === 'Enter' && !isMod) goToAnnotation(activeId)
    else if ((event.key === 'Delete' || event.key === 'Backspace') && !isMod) remove(activeId)
    else return
    event.preventDefault()
  }
  const click = (event: MouseEvent): void => {
    const index = indexOfRow(event.target)
    const id = index === undefined ? undefined : idAt(lines, index)
    if (id === undefined) return
    setCursor(id)
    const isMod = event.ctrlKey || event.metaKey
    if (event.shiftKey) {
      const ids = listed.map(one => one.id)
      onChoose(withRange(chosen, id, ids, isMod))
    } else if (isMod) onChoose(withRowToggled(chosen, id))
    else {
      onChoose({ ids: new Set(), anchor: id })
      goToAnnotation(id)
    }
  }

  const virtual = rows.getVirtualItems()
  const isDrawn = virtual.some(({ index }) => index === active)
  return (
    <div
      ref={scroll}
      role="listbox"
      aria-label="Annotations of the article"
      aria-multiselectable
      aria-activedescendant={isDrawn ? `${listId}-${active.toString()}` : undefined}
      tabIndex={0}
      className={styles['scroll']}
      onKeyDown={press}
      onClick={click}
    >
      <ul role="presentation" className={styles['rows']} style={{ height: rows.getTotalSize() }}>
        {virtual.map(({ index, start, size }) => {
          const line = lines[index]
          if (line === undefined) return null
          const place = { top: start, height: size }
          return line.kind === 'heading' ? (
            <li
              key={keyOfLine(line, index)}
              role="presentation"
              className={styles['heading']}
              style={place}
            >
              {line.label} <span className={styles['count']}>{writeCount(line.count)}</span>
            </li>
          ) : (
            <ListRow
              key={line.annotation.id}
              annotation={line.annotation}
              knowledge={knowledge}
              id={`${listId}-${index.toString()}`}
              index={index}
              place={line.place}
              count={listed.length}
              isCurrent={index === at}
              isChosen={chosen.ids.has(line.annotation.id)}
              isActive={index === active}
              style={place}
            />
          )
        })}
      </ul>
    </div>
  )
}

function indexOfRow(target: EventTarget): number | undefined {
  const row = target instanceof Element ? target.closest('[role="option"]') : null
  return row === null ? undefined : Number(row.getAttribute('data-index'))
}

function idAt(lines: readonly Line[], index: number): Annotation['id'] | undefined {
  const line = lines[index]
  return line?.kind === 'row' ? line.annotation.id : undefined
}

function firstRow(lines: readonly Line[]): number {
  return lines.findIndex(({ kind }) => kind === 'row')
}

function keyOfLine(line: Line | undefined, index: number): string | number {
  if (line === undefined) return index
  return line.kind === 'row' ? line.annotation.id : `heading ${line.label}`
}

const known = new WeakMap<readonly ListGroup[], readonly Line[]>()

/** The lines of `groups`, headings and all; made once for the same groups. */
function linesOf(groups: readonly ListGroup[]): readonly Line[] {
  const made = known.get(groups)
  if (made !== undefined) return made
  const lines: Line[] = []
  let place = 0
  for (const { label, annotations } of groups) {
    if (label !== '') lines.push({ kind: 'heading', label, count: annotations.length })
    for (const annotation of annotations) {
      place += 1
      lines.push({ kind: 'row', annotation, place })
    }
  }
  known.set(groups, lines)
  return lines
}

import type { KeyboardEvent, MouseEvent } from 'react'
import { useId, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { Annotation } from '../../../shared/annotation/annotation'
import { goToAnnotation } from '../../state/annotating'
import { removeAll } from '../../state/bulk-editing'
import { annotationOf } from '../../state/selectors'
import { store, useWorkbench } from '../../state/store'
import { writeCount } from '../../values/count-text'
import styles from './annotations.module.css'
import type { ChosenRows } from './chosen-rows'
import { nothingChosen, withRange, withRowToggled } from './chosen-rows'
import { createElementKey } from './element-key'
import { listLines } from './list-lines'
import type { ListGroup, ListKnowledge } from './list-order'
import { placeInGroups } from './list-order'
import { ListRow } from './list-row'
import type { Pixels } from './list-window'
import { createListWindow, withinList } from './list-window'
import { stepOfKey } from '../../values/step-of-key'

/** A place that the list goes to, if to any, with what is drawn before and after. */
type Jump = {
  /** Place of the annotation in focus. */
  readonly at: number
  readonly choice: unknown
  readonly to?: Pixels | undefined
  readonly before: Pixels
  readonly part: Pixels
}

const listTop: Pixels = { from: 0, to: 0 }

/** The rows in view, of as many as there are. The keyboard moves over them, chooses, goes to the words and deletes. */
export function ListRows({
  groups,
  listed,
  knowledge,
  choice,
  chosen,
  onChoose,
}: {
  readonly groups: readonly ListGroup[]
  /** The annotations of all groups. */
  readonly listed: readonly Annotation[]
  readonly knowledge: ListKnowledge
  /** What is listed, and how: with another one the list is seen from its beginning, or where the annotation in focus is. */
  readonly choice: unknown
  readonly chosen: ChosenRows
  readonly onChoose: (chosen: ChosenRows) => void
}) {
  const listId = useId()
  const scroll = useRef<HTMLDivElement>(null)
  const focusedAnnotation = useWorkbench(state => annotationOf(state, state.focused))
  const focused = focusedAnnotation?.id
  const wanted = useWorkbench(state => state.wantsList)
  const [cursor, setCursor] = useState<string>()
  const [view] = useState(createListWindow)
  const [elementKey] = useState(createElementKey)
  const drawnNow = useSyncExternalStore(view.listen, view.drawn)
  const lines = useMemo(() => listLines(groups), [groups])
  const placeOf = (id: string | undefined): number =>
    id === undefined ? -1 : listed.findIndex(annotation => annotation.id === id)
  const at = useMemo(
    () => (focusedAnnotation === undefined ? -1 : placeInGroups(groups, focusedAnnotation)),
    [groups, focusedAnnotation],
  )
  useLayoutEffect(() => (scroll.current === null ? undefined : view.attach(scroll.current)), [view])
  const pixelsOf = (place: number): Pixels => ({
    from: lines.topOf(place),
    to: lines.topOf(place + 1),
  })
  // Rows that come with scrolling are drawn with the change that scrolls: after it, the page would be laid out twice.
  const [jump, setJump] = useState<Jump>({ at: -1, choice, before: drawnNow, part: drawnNow })
  if (jump.at !== at || jump.choice !== choice) {
    const to = at !== -1 ? pixelsOf(at) : jump.choice === choice ? undefined : listTop
    const after = to === undefined ? drawnNow : view.drawnAfter(to)
    setJump({ at, choice, to, before: drawnNow, part: after })
  }
  const part = jump.before === drawnNow ? jump.part : drawnNow
  const { from, to } = withinList(part, lines.height)
  const jumped = useRef(jump)
  useLayoutEffect(() => {
    if (jumped.current === jump) return
    jumped.current = jump
    if (jump.to !== undefined) view.reveal(jump.to)
  })

  // Where the keyboard is: the rows themselves come and go with scrolling.
  const place = cursor === focused ? at : placeOf(cursor)
  const active = place === -1 ? Math.max(at, 0) : place
  const activeId = listed[active]?.id
  const goTo = (id: string | undefined): void => {
    setCursor(id)
    const place = placeOf(id)
    if (place !== -1) view.reveal(pixelsOf(place))
  }
  if (wanted && cursor !== focused) setCursor(focused)
  // Before the next key: that is for the list already.
  useLayoutEffect(() => {
    if (!wanted) return
    scroll.current?.focus({ preventScroll: true })
    store.setState({ wantsList: false })
  }, [wanted])

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
    const row = rowOf(event.target)
    const id = listed.find(annotation => annotation.id === row)?.id
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

  const drawn = lines.between(from, to)
  const isDrawn = drawn.some(line => line.kind === 'row' && line.place === active)
  return (
    <div
      ref={scroll}
      role="listbox"
      aria-label="Annotations of the article"
      aria-multiselectable
      aria-activedescendant={
        isDrawn && activeId !== undefined ? `${listId}-${activeId}` : undefined
      }
      tabIndex={0}
      className={styles['scroll']}
      onKeyDown={press}
      onClick={click}
    >
      <ul
        key={elementKey(drawn)}
        role="presentation"
        className={styles['rows']}
        style={{ height: lines.height, paddingTop: drawn[0]?.top }}
      >
        {drawn.map(line =>
          line.kind === 'heading' ? (
            <li key={`heading ${line.label}`} role="presentation" className={styles['heading']}>
              {line.label} <span className={styles['count']}>{writeCount(line.count)}</span>
            </li>
          ) : (
            <ListRow
              key={line.annotation.id}
              annotation={line.annotation}
              knowledge={knowledge}
              id={`${listId}-${line.annotation.id}`}
              place={line.place + 1}
              count={listed.length}
              isCurrent={line.place === at}
              isChosen={chosen.ids.has(line.annotation.id)}
              isActive={line.place === active}
            />
          ),
        )}
      </ul>
    </div>
  )
}

function rowOf(target: EventTarget): string | undefined {
  const row = target instanceof Element ? target.closest('[role="option"]') : null
  return row?.getAttribute('data-row') ?? undefined
}

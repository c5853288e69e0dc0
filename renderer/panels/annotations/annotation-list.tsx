import { X } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { Annotation, Source } from '../../../shared/annotation/annotation'
import { valuesOf } from '../../../shared/annotation/bucket-map'
import { defaultCodebook } from '../../../shared/codebook/default-codebook'
import { useKeyOf } from '../../commands/use-key-of'
import { IconButton } from '../../controls/icon-button'
import { codebookOf, inTextOrder, shownSets } from '../../state/selectors'
import { store, useWorkbench } from '../../state/store'
import { shownView } from '../../state/view'
import { writeCount } from '../../values/count-text'
import styles from './annotations.module.css'
import { ChangeChosen } from './change-chosen'
import type { ChosenRows } from './chosen-rows'
import { nothingChosen } from './chosen-rows'
import type { ListFilter } from './list-filter'
import { createListSearch, noFilter, searchedTexts } from './list-filter'
import type { ListGroup, ListOrder } from './list-order'
import { groupedBy } from './list-order'
import { ListRows } from './list-rows'
import { ListTools } from './list-tools'
import { usePreparedTexts } from './use-prepared-texts'
import { useRowColours } from './use-row-colours'

const none: readonly Annotation[] = []
const noSources: ReadonlyMap<string, Source> = new Map()

/**
 * All annotations of the article, in an order and under a filter that somebody chooses. Enter goes to the
 * words; several can be chosen and changed together. Esc goes one step back, at last to the text.
 */
export function AnnotationList() {
  const sets = useWorkbench(shownSets)
  const codebook = useWorkbench(codebookOf) ?? defaultCodebook
  const sources = useWorkbench(state => state.project?.sources ?? noSources)
  const [filter, setFilter] = useState<ListFilter>(noFilter)
  const [order, setOrder] = useState<ListOrder>({ by: 'place' })
  const [chosen, setChosen] = useState<ChosenRows>(nothingChosen)
  const keyOf = useKeyOf()
  const isMac = useWorkbench(state => state.info?.platform === 'mac')
  const panel = useRef<HTMLElement>(null)
  const authors = useAuthors()
  const knowledge = useMemo(() => ({ codebook, sources, authors }), [codebook, sources, authors])
  const all = useMemo(() => inTextOrder(sets), [sets])
  const search = useMemo(() => createListSearch(searchedTexts(knowledge)), [knowledge])
  usePreparedTexts(all, search)
  useRowColours(codebook.types)
  const groups = useMemo(
    () => groupedBy(order, search.shown(filter, all), knowledge),
    [order, search, filter, all, knowledge],
  )
  const choice = useMemo(() => ({ filter, order }), [filter, order])
  const listed = useMemo(() => annotationsIn(groups), [groups])
  const together = chosen.ids.size === 0 ? none : listed.filter(({ id }) => chosen.ids.has(id))
  const wantsList = useWorkbench(state => state.wantsList)
  const isEmpty = listed.length === 0
  useEffect(() => {
    if (!wantsList || !isEmpty) return
    store.setState({ wantsList: false })
    panel.current?.querySelector('input')?.focus()
  }, [wantsList, isEmpty])
  return (
    <section
      ref={panel}
      className={styles['panel']}
      aria-label="List of annotations"
      data-annotation-list=""
      onKeyDown={event => {
        if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing)
          return
        event.preventDefault()
        if (together.length > 0) setChosen(nothingChosen)
        else shownView()?.focus()
      }}
    >
      <div className={styles['head']}>
        <h2 className={styles['title']}>
          Annotations{' '}
          <span className={styles['count']}>{countWords(listed.length, all.length)}</span>
        </h2>
        <IconButton
          icon={X}
          label="Show cards"
          keys={keyOf('toggle-list')}
          onClick={() => {
            store.setState({ marginShows: 'cards' })
            shownView()?.focus()
          }}
        />
      </div>
      <ListTools
        knowledge={knowledge}
        // Nothing else in them is of use to it.
        annotations={filter.attribute === undefined ? none : all}
        filter={filter}
        order={order}
        onFilter={setFilter}
        onOrder={setOrder}
      />
      {isEmpty ? (
        <p className={styles['empty']}>
          {all.length === 0 ? 'Nothing is marked yet.' : 'No annotation is like that.'}
        </p>
      ) : (
        <ListRows
          groups={groups}
          listed={listed}
          knowledge={knowledge}
          choice={choice}
          chosen={chosen}
          onChoose={setChosen}
        />
      )}
      {together.length > 0 && (
        <ChangeChosen
          annotations={together}
          codebook={codebook}
          sources={sources}
          onDone={() => {
            setChosen(nothingChosen)
            panel.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus()
          }}
        />
      )}
      {!isEmpty && together.length === 0 && (
        <p className={styles['foot']}>
          <button
            type="button"
            className={styles['link']}
            onClick={() => {
              setChosen({ ids: new Set(listed.map(({ id }) => id)), anchor: undefined })
            }}
          >
            Choose all {writeCount(listed.length)}
          </button>{' '}
          or several with {isMac ? '⌘' : 'Ctrl'} and Shift
        </p>
      )}
    </section>
  )
}

function annotationsIn(groups: readonly ListGroup[]): readonly Annotation[] {
  const [only, another] = groups
  if (only !== undefined && another === undefined) return only.annotations
  return groups.flatMap(({ annotations }) => annotations)
}

/** Names of the other annotators by the ids of their annotations. */
function useAuthors(): ReadonlyMap<string, string> {
  const annotators = useWorkbench(state => state.project?.annotators)
  const others = useWorkbench(
    useShallow(state =>
      shownSets(state).filter(({ annotator }) => annotator !== state.opened?.annotator.id),
    ),
  )
  return useMemo(
    () =>
      new Map(
        others.flatMap(set => {
          const name = annotators?.get(set.annotator)?.name ?? 'Somebody else'
          return [...valuesOf(set.annotations)].map(({ id }) => [id, name] as const)
        }),
      ),
    [others, annotators],
  )
}

function countWords(listed: number, all: number): string {
  return listed === all ? writeCount(all) : `${writeCount(listed)} of ${writeCount(all)}`
}

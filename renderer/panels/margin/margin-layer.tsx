import { useMemo } from 'react'
import { shownSets } from '../../state/selectors'
import { store, useWorkbench } from '../../state/store'
import { shownView } from '../../state/view'
import { useViewVersion } from '../../state/view-layout'
import { noRoomForMargin, useMedia } from '../../theme'
import { countOf } from '../../values/count-text'
import styles from '../reader/reader.module.css'
import { Card } from './card'
import { cardsInView } from './cards-in-view'
import { FloatingCard } from './floating-card'
import { Hairline } from './hairline'
import { layOutCards } from './lay-out-cards'
import margin from './margin.module.css'
import { useHeights } from './use-heights'

const gapPx = 2
const usualPx = { compact: 26, closed: 64, open: 300 }

/** The annotations in view as cards beside their lines; below 1,200 px only the one in focus, at its words. */
export function MarginLayer() {
  const isNarrow = useMedia(noRoomForMargin)
  const showsList = useWorkbench(state => state.marginShows === 'list')
  return (
    <section className={styles['margin']} aria-label="Annotations">
      {isNarrow ? <FloatingCard /> : !showsList && <Cards />}
    </section>
  )
}

function Cards() {
  const sets = useWorkbench(shownSets)
  const visible = useWorkbench(state => state.visible)
  const focused = useWorkbench(state => state.focused)
  const hovered = useWorkbench(state => state.hovered)
  const version = useViewVersion()
  const [heights, observe] = useHeights()
  const { cards, more } = useMemo(
    () => cardsInView(sets, visible, focused),
    [sets, visible, focused],
  )
  const lines = useMemo(() => linesOf(cards, version), [cards, version])
  const placed = cards.filter(({ annotation }) => lines.has(annotation.id))
  const isCompact = isCrowded(placed.map(({ annotation }) => lines.get(annotation.id) ?? 0))
  const wishes = placed.map(({ annotation: { id } }) => ({
    id,
    top: lines.get(id) ?? 0,
    height: heights.get(id) ?? usualPx[id === focused ? 'open' : isCompact ? 'compact' : 'closed'],
  }))
  const tops = layOutCards(wishes, gapPx, focused)
  const tied = [focused, hovered].filter(
    (id, at, all) => id !== undefined && all.indexOf(id) === at,
  )
  return (
    <div className={margin['cards']} data-focused={focused === undefined ? undefined : ''}>
      {placed.map(({ annotation, annotator }) => (
        <Card
          key={annotation.id}
          annotation={annotation}
          annotator={annotator}
          isOpen={annotation.id === focused}
          isCompact={isCompact}
          top={tops.get(annotation.id)}
          observe={observe}
        />
      ))}
      {placed
        .filter(({ annotation }) => tied.includes(annotation.id))
        .map(({ annotation }) => (
          <Hairline
            key={annotation.id}
            annotation={annotation}
            from={lines.get(annotation.id) ?? 0}
            to={tops.get(annotation.id) ?? 0}
          />
        ))}
      {more > 0 && (
        <button
          type="button"
          className={margin['moreCards']}
          onClick={() => {
            store.setState({ marginShows: 'list' })
          }}
        >
          {countOf(more, 'more annotation')} here: show the list
        </button>
      )}
    </div>
  )
}

/** The line each annotation begins on. `version` says when the text must be asked again. */
function linesOf(
  cards: ReturnType<typeof cardsInView>['cards'],
  version: number,
): ReadonlyMap<string, number> {
  const view = version === 0 ? undefined : shownView()
  const lines = new Map<string, number>()
  for (const { annotation } of cards) {
    const top = view?.topOf(annotation.spans[0]?.start ?? 0)
    if (top !== undefined) lines.set(annotation.id, top)
  }
  return lines
}

/** True when full cards would stand far from their lines: then each is one line high. */
function isCrowded(tops: readonly number[]): boolean {
  const room = (tops.at(-1) ?? 0) - (tops[0] ?? 0) + 8 * usualPx.closed
  return tops.length * (usualPx.closed + gapPx) > room
}

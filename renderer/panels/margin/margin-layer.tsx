import { memo, useInsertionEffect, useMemo, useState } from 'react'
import { isShown, shownSets, turnedTo } from '../../state/selectors'
import { store, useWorkbench } from '../../state/store'
import type { PaneId } from '../../state/pane'
import { usePane, usePaneId } from '../../state/use-pane'
import { shownView } from '../../state/view'
import { useViewVersion } from '../../state/view-layout'
import { noRoomForMargin, noRoomForTwoMargins, useMedia } from '../../theme'
import { countOf } from '../../values/count-text'
import styles from '../reader/reader.module.css'
import { useCardFacts } from './card-facts'
import { CardPlace } from './card-place'
import type { CardPlaces } from './card-places'
import { createCardPlaces } from './card-places'
import type { ShownAnnotation } from './cards-in-view'
import { cardsInView } from './cards-in-view'
import type { PlacedCard } from './cards-near'
import { cardsNear } from './cards-near'
import { isCrowded } from './is-crowded'
import { FloatingCard } from './floating-card'
import { Hairline } from './hairline'
import { keptCards } from './kept-cards'
import type { CardWish } from './lay-out-cards'
import { layOutCards } from './lay-out-cards'
import margin from './margin.module.css'
import { useCardShift } from './use-card-shift'
import { useHeights } from './use-heights'
import { scrollStepPx, useScrollStep } from './use-scroll-step'

const gapPx = 2
/** Below the last card, for its shadow. */
const roomBelowPx = 24
/** The height of the layer goes in steps: it would change with every card, and all of them be laid out with it. */
const heightStepPx = 120
/** Cards that stand at once; where a text is denser than that, the list has the others. */
const mostCards = 80
/** Until they are measured. */
const usualPx = { closed: 64, open: 300 }
/** As the style sheet says. */
const compactPx = 26

/** The annotations in view as cards beside their lines; below 1,200 px only the one in focus, at its words. */
export const MarginLayer = memo(function MarginLayer() {
  const isSplit = useWorkbench(state => state.beside !== undefined)
  const isNarrow = useMedia(isSplit ? noRoomForTwoMargins : noRoomForMargin)
  const showsCards = useWorkbench(state => state.marginShows === 'cards')
  return (
    <section className={styles['margin']} aria-label="Annotations">
      {isNarrow ? <FloatingCard /> : showsCards && <Cards />}
    </section>
  )
})

function Cards() {
  const focused = usePane(turnedTo)
  const justMade = usePane(state => state.justMade)
  const hovered = useWorkbench(state => state.hovered)
  const facts = useCardFacts()
  const [heights, observe] = useHeights()
  const { placed, more, to } = usePlacedCards(focused)
  const [wasCompact, setWasCompact] = useState(false)
  const isCompact = isCrowded(
    placed.map(({ line }) => line),
    usualPx.closed + gapPx,
    wasCompact,
  )
  if (isCompact !== wasCompact) setWasCompact(isCompact)
  const heightOf = (id: string): number =>
    isCompact && id !== focused
      ? compactPx
      : (heights.get(id) ?? usualPx[id === focused ? 'open' : 'closed'])
  const open = placed.find(({ annotation: { id } }) => id === focused)
  const shift = useCardShift(focused, open?.line)
  const wishes = placed.map(({ annotation: { id }, line }) => ({
    id,
    top: id === focused ? line + shift : line,
    height: heightOf(id),
  }))
  const tops = layOutCards(wishes, gapPx, focused)
  const places = usePlaces(tops)
  const kept = useKeptCards(placed, tops, to, focused)
  return (
    <div
      className={margin['cards']}
      data-crowded={isCompact ? '' : undefined}
      style={{ minHeight: `calc(var(--above) + ${lowestEnd(wishes, tops).toString()}px)` }}
    >
      {kept.map(({ annotation, annotator }) => (
        <CardPlace
          key={annotation.id}
          annotation={annotation}
          annotator={annotator}
          isOpen={annotation.id === focused}
          isNew={annotation.id === justMade}
          isHovered={annotation.id === hovered}
          isCompact={isCompact}
          facts={facts}
          observe={observe}
          places={places}
        />
      ))}
      {placed
        .filter(({ annotation: { id } }) => id === focused || id === hovered)
        .map(({ annotation, line }) => (
          <Hairline
            key={annotation.id}
            annotation={annotation}
            from={line}
            to={tops.get(annotation.id) ?? 0}
          />
        ))}
      {more > 0 && <MoreCards count={more} />}
    </div>
  )
}

/** Where the lowest card has ended, in pixels: the page can be scrolled to there. */
function lowestEnd(wishes: readonly CardWish[], tops: ReadonlyMap<string, number>): number {
  const last = wishes.at(-1)
  if (last === undefined) return 0
  const end = (tops.get(last.id) ?? 0) + last.height + roomBelowPx
  return Math.ceil(end / heightStepPx) * heightStepPx
}

/**
 * Moves cards to their `tops` before they are drawn: a card that only gives way is not rendered. Already
 * with the other changes of the page, before the text measures itself and lays all of it out.
 */
function usePlaces(tops: ReadonlyMap<string, number>): CardPlaces {
  const [places] = useState(createCardPlaces)
  useInsertionEffect(() => {
    places.move(tops)
  })
  return places
}

/** Those of `placed` that are made; what was made before is known from the last time they were drawn. */
function useKeptCards(
  placed: readonly PlacedCard[],
  tops: ReadonlyMap<string, number>,
  to: number,
  focused: string | undefined,
): readonly PlacedCard[] {
  const [before] = useState(() => new Set<string>())
  const kept = keptCards(placed, tops, { to, slackPx: scrollStepPx, focused, before })
  useInsertionEffect(() => {
    before.clear()
    for (const { annotation } of kept) before.add(annotation.id)
  })
  return kept
}

/** The cards about the part of the text that is on screen, with their lines. */
function usePlacedCards(focused: string | undefined): {
  readonly placed: readonly PlacedCard[]
  readonly more: number
  /** Down to here cards are made, in pixels below the text's top. */
  readonly to: number
} {
  const sets = usePane(shownSets)
  const visible = usePane(state => state.visible)
  const version = useViewVersion()
  const pane = usePaneId()
  const step = useScrollStep()
  const hidesMarks = useWorkbench(state => state.hidesMarks)
  const hiddenTypes = useWorkbench(state => state.hiddenTypes)
  const cards = useMemo(
    () =>
      cardsInView(sets, visible, focused).filter(({ annotation }) =>
        isShown({ hidesMarks, hiddenTypes }, annotation),
      ),
    [sets, visible, focused, hidesMarks, hiddenTypes],
  )
  return useMemo(() => {
    const from = (step - 1) * scrollStepPx
    const to = from + 2 * scrollStepPx + window.innerHeight
    const near = cardsNear(cards, lineOf(version, pane), from, to)
    const placed = near.filter(
      ({ annotation }, index) => index < mostCards || annotation.id === focused,
    )
    return {
      placed: withFocused(placed, cards, focused, from),
      more: near.length - placed.length,
      to,
    }
  }, [cards, version, step, focused, pane])
}

/** The card in focus stands at the top when its words began further up than cards are made. */
function withFocused(
  placed: readonly PlacedCard[],
  cards: readonly ShownAnnotation[],
  focused: string | undefined,
  from: number,
): readonly PlacedCard[] {
  if (placed.some(({ annotation }) => annotation.id === focused)) return placed
  const card = cards.find(({ annotation }) => annotation.id === focused)
  return card === undefined ? placed : [{ ...card, line: from + scrollStepPx }, ...placed]
}

function MoreCards({ count }: { readonly count: number }) {
  return (
    <button
      type="button"
      className={margin['moreCards']}
      onClick={() => {
        store.setState({ marginShows: 'list' })
      }}
    >
      {countOf(count, 'more annotation')} here: show the list
    </button>
  )
}

type Lines = { readonly version: number; readonly lines: Map<number, number | undefined> }
const known = new WeakMap<object, Lines>()

/** Lines of a pane's text by offset, each measured once for one layout of the text: marks never move a word. */
function lineOf(version: number, pane: PaneId | undefined): (offset: number) => number | undefined {
  const view = shownView(pane)
  if (view === undefined) return () => undefined
  const before = known.get(view)
  const lines = before?.version === version ? before.lines : new Map<number, number | undefined>()
  known.set(view, { version, lines })
  return offset => {
    if (!lines.has(offset)) lines.set(offset, view.topOf(offset))
    return lines.get(offset)
  }
}

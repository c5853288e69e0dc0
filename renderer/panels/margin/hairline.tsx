import type { Annotation } from '../../../shared/annotation/annotation'
import { typeOf } from '../../../shared/codebook/codebook'
import { useWorkbench } from '../../state/store'
import { typeColours } from '../../values/type-colours'
import styles from './margin.module.css'

/** Middle of the first line of text, and of a card's first line, below their tops. */
const textMiddlePx = 15
const cardMiddlePx = 15
/** From the right edge of the margin to the left edge of the cards, and the corner before them. */
const cardsLeft = 'calc(var(--margin-width) - var(--space-3))'
const corner = `calc(${cardsLeft} + 10px)`

/** A thin line that ties a card (at `to`) to the line of its words (at `from`), both below the text's top. */
export function Hairline({
  annotation,
  from,
  to,
}: {
  readonly annotation: Annotation
  readonly from: number
  readonly to: number
}) {
  const type = useWorkbench(
    state => state.project && typeOf(state.project.codebook, annotation.type),
  )
  const start = from + textMiddlePx
  const end = to + cardMiddlePx
  const common = { 'aria-hidden': true, 'data-typed': '', className: styles['hair'] } as const
  const colours = typeColours(type)
  return (
    <>
      <span
        {...common}
        style={{ ...colours, top: start, left: 0, right: corner, borderTopWidth: 1 }}
      />
      <span
        {...common}
        style={{
          ...colours,
          top: Math.min(start, end),
          height: Math.abs(end - start),
          right: corner,
          borderRightWidth: 1,
        }}
      />
      <span
        {...common}
        style={{ ...colours, top: end, right: cardsLeft, width: 10, borderTopWidth: 1 }}
      />
    </>
  )
}

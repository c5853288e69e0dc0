import { useState } from 'react'
import { getFrom } from '../../../shared/annotation/bucket-map'
import { hullOf } from '../../../shared/text/span'
import { annotationOf, shownSets } from '../../state/selectors'
import { useWorkbench } from '../../state/store'
import { usePane } from '../../state/use-pane'
import { useAtWords } from '../reader/use-at-words'
import { Card } from './card'
import { useCardFacts } from './card-facts'
import styles from './margin.module.css'

/** Where there is no room for a margin, the card in focus floats at its words. */
export function FloatingCard() {
  const annotation = usePane(state => annotationOf(state, state.focused))
  if (annotation === undefined) return null
  return <Floating key={annotation.id} annotation={annotation} />
}

function Floating({
  annotation,
}: {
  readonly annotation: NonNullable<ReturnType<typeof annotationOf>>
}) {
  const annotator = usePane(
    state =>
      shownSets(state).find(set => getFrom(set.annotations, annotation.id))?.annotator ??
      state.opened?.annotator.id,
  )
  const isHovered = useWorkbench(state => state.hovered === annotation.id)
  const facts = useCardFacts()
  const isAsked = usePane(state => state.cardRequest?.annotation === annotation.id)
  const [isEntered, setEntered] = useState(false)
  const { setFloating, style } = useAtWords(hullOf(annotation.spans), 'bottom')
  if (annotator === undefined) return null
  return (
    <div
      ref={setFloating}
      className={styles['floating']}
      style={style}
      onFocus={() => {
        setEntered(true)
      }}
      onBlur={event => {
        if (!event.currentTarget.contains(event.relatedTarget)) setEntered(false)
      }}
    >
      <Card
        annotation={annotation}
        annotator={annotator}
        isOpen={isEntered || isAsked}
        isHovered={isHovered}
        facts={facts}
        isCompact={false}
      />
    </div>
  )
}

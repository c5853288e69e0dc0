import type { ComponentProps } from 'react'
import { memo, useCallback } from 'react'
import { Card } from './card'
import type { CardPlaces } from './card-places'
import styles from './margin.module.css'

/** A card where it stands in the margin: the place is moved, and the card in it is left as it is. */
export const CardPlace = memo(function CardPlace({
  places,
  ...card
}: ComponentProps<typeof Card> & { readonly places: CardPlaces }) {
  const { id } = card.annotation
  const stand = useCallback(
    (element: HTMLElement | null) => (element === null ? undefined : places.add(id, element)),
    [places, id],
  )
  return (
    <div ref={stand} className={styles['place']} data-front={card.isOpen ? '' : undefined}>
      <Card {...card} />
    </div>
  )
})

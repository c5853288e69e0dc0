import { useLayoutEffect, useState } from 'react'
import { usePane, usePaneId } from '../../state/use-pane'
import { scroller } from '../../state/view'
import { shiftIntoView } from './shift-into-view'

/** From a card that is shifted to the edge of the text. */
const gapPx = 16
const none = { id: undefined, px: 0 }

/**
 * How many pixels the open card stands away from its `line`, so that all of it is on screen once the keyboard
 * goes into it: the card moves, the text stays where it is. It keeps that place as long as it is open.
 */
export function useCardShift(id: string | undefined, line: number | undefined): number {
  const pane = usePaneId()
  const request = usePane(state => state.cardRequest)
  const [shift, setShift] = useState<{ readonly id: string | undefined; readonly px: number }>(none)
  const isRequested = request !== undefined && request.annotation === id
  useLayoutEffect(() => {
    const page = scroller(pane)
    const card = page?.querySelector<HTMLElement>(`[data-annotation="${id ?? ''}"]`)
    const margin = card?.closest('section')
    if (!isRequested || line === undefined || page == null || card == null || margin == null) return
    const { top } = page.getBoundingClientRect()
    const wish = { top: margin.getBoundingClientRect().top + line, height: card.offsetHeight }
    const px = shiftIntoView(wish, { from: top + gapPx, to: top + page.clientHeight - gapPx })
    // eslint-disable-next-line react-hooks/set-state-in-effect -- only the page knows how high the card is
    setShift({ id, px })
  }, [pane, id, line, isRequested])
  if (shift.id !== undefined && shift.id !== id) setShift(none)
  return shift.id === id ? shift.px : 0
}

import { holdRoom } from './held-room'

/** The page of an article in the element that scrolls it, and where it began on screen, in pixels. */
export type StandingText = {
  readonly scroller: HTMLElement
  readonly page: HTMLElement
  readonly top: number
}

/** Where the texts on screen stand now. */
export function standingTexts(): readonly StandingText[] {
  return [...document.querySelectorAll<HTMLElement>('[data-scroll]')].flatMap(scroller => {
    const page = scroller.firstElementChild
    return page instanceof HTMLElement ? [{ scroller, page, top: topOf(page) }] : []
  })
}

/**
 * Bring the lines of a text back to where they stood: by scrolling, and where there is nothing to scroll by
 * with room below it, or with blank room above, which goes as soon as it is scrolled out of sight.
 */
export function putBack({ scroller, page, top }: StandingText): void {
  if (!page.isConnected) return
  const movedBy = (): number => topOf(page) - top
  const down = movedBy()
  if (down > 0) setBlank(page, Math.max(0, blankOf(page) - down))
  scroller.scrollTop += movedBy()
  const left = movedBy()
  if (left > 0) {
    holdRoom(page, scroller.scrollTop + scroller.clientHeight + left)
    scroller.scrollTop += left
  } else if (left < 0) {
    setBlank(page, blankOf(page) - left)
    scroller.addEventListener('scrollend', leaveBlank)
    leaveBlankLater(scroller, page)
  }
}

/**
 * A text that fits on screen is never scrolled: its blank room goes once one tries to scroll it, turns to
 * another part of the window or to another program, or gives the window another size.
 */
function leaveBlankLater(scroller: HTMLElement, page: HTMLElement): void {
  const pane = scroller.closest('[data-pane]')
  const settled = new AbortController()
  const { signal } = settled
  const leave = (): void => {
    const canScroll = scroller.scrollHeight > scroller.clientHeight
    if (canScroll && page.isConnected && blankOf(page) > 0) return
    settled.abort()
    setBlank(page, 0)
  }
  scroller.addEventListener('wheel', leave, { signal, passive: true })
  window.addEventListener('blur', leave, { signal })
  window.addEventListener('resize', leave, { signal })
  document.addEventListener(
    'focusin',
    ({ target }) => {
      if (!(target instanceof Node) || pane?.contains(target) !== true) leave()
    },
    { signal },
  )
}

/** Takes away what was scrolled out of sight of the blank room above: the lines stay where they are. */
function leaveBlank({ currentTarget: scroller }: Event): void {
  if (!(scroller instanceof HTMLElement)) return
  const page = scroller.firstElementChild
  if (!(page instanceof HTMLElement)) return
  const unseen = Math.min(blankOf(page), scroller.scrollTop)
  setBlank(page, blankOf(page) - unseen)
  scroller.scrollTop -= unseen
  if (blankOf(page) === 0) scroller.removeEventListener('scrollend', leaveBlank)
}

/** Where a page begins on screen, without the blank room above. */
function topOf(page: HTMLElement): number {
  return page.getBoundingClientRect().top + blankOf(page)
}

function blankOf(page: HTMLElement): number {
  return Number.parseFloat(page.style.paddingTop) || 0
}

function setBlank(page: HTMLElement, px: number): void {
  page.style.paddingTop = px === 0 ? '' : `${px.toString()}px`
}

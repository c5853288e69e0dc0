import { useEffect, useRef } from 'react'
import styles from './reader.module.css'

/**
 * Keeps the page at least as long as what is on screen. Where cards reach further down than the text, one can
 * scroll beyond its end; a press that closes the lowest card would make the page shorter then, and the text
 * would jump away under the mouse. What is held goes when one scrolls back.
 */
export function HeldRoom() {
  const room = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const { current: element } = room
    const scroller = element?.closest('[data-scroll]')
    const page = element?.parentElement
    if (scroller == null || page == null) return undefined
    const hold = (): void => {
      const seen = Math.ceil(scroller.scrollTop + scroller.clientHeight)
      holdRoom(page, seen > page.offsetHeight ? seen : 0)
    }
    scroller.addEventListener('scroll', hold, { passive: true })
    return () => {
      scroller.removeEventListener('scroll', hold)
    }
  }, [])
  return <div ref={room} className={styles['heldRoom']} data-held-room="" aria-hidden />
}

/** Make `page` at least `px` pixels long, until one scrolls; 0 makes it as long as it is. */
export function holdRoom(page: Element, px: number): void {
  const room = page.querySelector<HTMLElement>(':scope > [data-held-room]')
  const height = px === 0 ? '' : `${px.toString()}px`
  if (room !== null && room.style.height !== height) room.style.height = height
}

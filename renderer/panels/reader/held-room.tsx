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
    if (element == null || scroller == null || page == null) return undefined
    let held = 0
    const hold = (): void => {
      const seen = Math.ceil(scroller.scrollTop + scroller.clientHeight)
      const wanted = seen > page.offsetHeight ? seen : 0
      if (wanted === held) return
      held = wanted
      element.style.height = `${held.toString()}px`
    }
    scroller.addEventListener('scroll', hold, { passive: true })
    return () => {
      scroller.removeEventListener('scroll', hold)
    }
  }, [])
  return <div ref={room} className={styles['heldRoom']} aria-hidden />
}

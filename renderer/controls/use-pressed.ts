import { useState, useSyncExternalStore } from 'react'

let pressed: Element | undefined

/** What the mouse, pen or finger is pressed down on; `undefined` while nothing is. */
export function usePressed(): Element | undefined {
  return useSyncExternalStore(listenToPresses, () => pressed)
}

/**
 * `value`, but while something is pressed as it was before: what a press changes by leaving a field would
 * else move what is pressed away from under the mouse, and the press would come to nothing.
 */
export function useStillWhilePressed<Value>(value: Value): Value {
  const isPressed = usePressed() !== undefined
  const [still, setStill] = useState(value)
  if (!isPressed && still !== value) setStill(value)
  return isPressed ? still : value
}

const listeners = new Set<() => void>()
let away = new AbortController()

function listenToPresses(listener: () => void): () => void {
  if (listeners.size === 0) listenToWindow()
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    away.abort()
    pressed = undefined
  }
}

function listenToWindow(): void {
  away = new AbortController()
  const options = { capture: true, signal: away.signal }
  const tell = (target: Element | undefined): void => {
    pressed = target
    for (const listener of listeners) listener()
  }
  window.addEventListener(
    'pointerdown',
    ({ target }) => {
      tell(target instanceof Element ? target : document.documentElement)
    },
    options,
  )
  for (const end of ['pointerup', 'pointercancel', 'dragend'])
    window.addEventListener(
      end,
      () => {
        tell(undefined)
      },
      options,
    )
}

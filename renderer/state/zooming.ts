import { hint } from './notices'
import { setPreferences } from './settings'
import { store } from './store'
import { shownView } from './view'

/** Sizes of the window's content, in parts of the usual one. */
const sizes = [1, 1.1, 1.25, 1.5, 1.75, 2]

/** The next size larger (or smaller) than `zoom`; the largest (or smallest) again at the end. */
export function nextZoom(zoom: number, step: 1 | -1): number {
  const next = step === 1 ? sizes.find(size => size > zoom) : sizes.findLast(size => size < zoom)
  return next ?? zoom
}

/** Draw everything in the window larger or smaller. */
export function zoom(step: 1 | -1): void {
  const { info } = store.getState()
  if (info !== undefined) setZoom(nextZoom(info.preferences.zoom, step))
}

/** Draw everything at its usual size. */
export function zoomUsual(): void {
  setZoom(1)
}

function setZoom(size: number): void {
  if (size !== store.getState().info?.preferences.zoom) {
    keepCaretInView()
    void setPreferences({ zoom: size })
  }
  hint(`Size: ${Math.round(size * 100).toString()} %`)
}

/** The line one works in stays readable when the text is broken into other lines; who has scrolled away from it stays there. */
function keepCaretInView(): void {
  const { selection } = store.getState()
  const caret = { start: selection.head, end: selection.head }
  const line = shownView()?.rectOf(caret)
  if (line === undefined || line.bottom < 0 || line.top > window.innerHeight) return
  const reveal = (): void => {
    shownView()?.reveal(caret)
  }
  window.addEventListener('resize', () => requestAnimationFrame(reveal), { once: true })
}

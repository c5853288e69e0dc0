import { beforeEach, expect, it, vi } from 'vitest'
import type { ListWindow } from './list-window'
import { createListWindow, withinList } from './list-window'

const height = 500

beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      readonly observe = vi.fn()
      readonly disconnect = vi.fn()
    },
  )
})

/** A list window on an element of 500 pixels, and a way to scroll that as somebody does with the wheel. */
function attached(): {
  readonly view: ListWindow
  readonly element: HTMLElement
  readonly scrollTo: (scrollTop: number) => void
} {
  const view = createListWindow()
  const events = new EventTarget()
  const element = Object.assign(events, { scrollTop: 0, clientHeight: height }) as HTMLElement
  view.attach(element)
  const scrollTo = (scrollTop: number): void => {
    element.scrollTop = scrollTop
    element.dispatchEvent(new Event('scroll'))
  }
  return { view, element, scrollTo }
}

it.each([
  { from: 0, to: 50 },
  { from: 480, to: 530 },
  { from: 9000, to: 9050 },
])('says before it reveals $from to $to what is drawn after', pixels => {
  const { view, element, scrollTo } = attached()
  scrollTo(200)
  const wanted = view.drawnAfter(pixels)
  view.reveal(pixels)
  element.dispatchEvent(new Event('scroll'))
  expect(view.drawn()).toEqual(wanted)
  expect(element.scrollTop).toBeLessThanOrEqual(pixels.from)
  expect(element.scrollTop + height).toBeGreaterThanOrEqual(pixels.to)
})

it('draws all that is on the screen, and more of what somebody scrolls towards', () => {
  const { view, scrollTo } = attached()
  for (const [scrollTop, ahead] of [
    [1230, 'below'],
    [2000, 'below'],
    [1310, 'above'],
  ] as const) {
    scrollTo(scrollTop)
    const { from, to } = view.drawn()
    const above = scrollTop - from
    const below = to - (scrollTop + height)
    expect(Math.min(above, below)).toBeGreaterThanOrEqual(50)
    expect(ahead === 'below' ? below - above : above - below).toBeGreaterThan(200)
  }
})

it.each([9000, 3000, 600, 100])(
  'has all that is seen of a list that is only %i pixels high now',
  left => {
    const { view, scrollTo } = attached()
    scrollTo(2500)
    const { from, to } = withinList(view.drawn(), left)
    // The browser scrolls back to the end.
    const scrollTop = Math.max(0, Math.min(2500, left - height))
    expect(from).toBeLessThanOrEqual(scrollTop)
    expect(to).toBeGreaterThanOrEqual(Math.min(left, scrollTop + height))
  },
)

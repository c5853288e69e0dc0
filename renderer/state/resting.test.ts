import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { createDrawing } from './drawing'
import { createResting, restMs } from './resting'

function resting() {
  const store = createStore<{ readonly count: number }>()(() => ({ count: 0 }))
  const drawing = createDrawing(store)
  const made = createResting(drawing.drawn)
  const told: number[] = []
  const stop = made.rested.subscribe(({ count }) => told.push(count))
  const count = (to: number): void => {
    store.setState({ count: to })
  }
  return { ...made, ...drawing, count, told, stop }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('while nothing is pressed, a change is there at once', () => {
  const { count, rested, told } = resting()
  count(1)
  count(2)
  expect(told).toEqual([1, 2])
  expect(rested.getState()).toEqual({ count: 2 })
})

test('changes in a row of keys come as one, once the keys rest', () => {
  const { count, pressed, rested, told } = resting()
  for (const key of [1, 2, 3]) {
    pressed()
    count(key)
    vi.advanceTimersByTime(restMs - 10)
  }
  expect(told).toEqual([])
  expect(rested.getState()).toEqual({ count: 0 })
  vi.advanceTimersByTime(20)
  expect(told).toEqual([3])
  count(4)
  expect(told).toEqual([3, 4])
})

test('keys that change nothing wake nobody', () => {
  const { pressed, told } = resting()
  pressed()
  vi.advanceTimersByTime(10 * restMs)
  expect(told).toEqual([])
  expect(vi.getTimerCount()).toBe(0)
})

test('a change that waits to be drawn with its answer is not ahead of it', async () => {
  const { count, drawWith, told } = resting()
  let answer = (): void => undefined
  drawWith(() => {
    count(1)
    return new Promise<void>(resolve => {
      answer = resolve
    })
  })
  expect(told).toEqual([])
  answer()
  await vi.advanceTimersByTimeAsync(0)
  expect(told).toEqual([1])
})

test('whoever listens no longer hears nothing', () => {
  const { count, told, stop } = resting()
  stop()
  count(1)
  expect(told).toEqual([])
})

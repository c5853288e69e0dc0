import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { createDrawing, patienceMs } from './drawing'

type State = { readonly count: number; readonly isSaved: boolean }

function drawing() {
  const store = createStore<State>()(() => ({ count: 0, isSaved: true }))
  const made = createDrawing(store)
  const seen: State[] = []
  const stop = made.drawn.subscribe(state => seen.push(state))
  return { ...made, store, seen, stop }
}

/** An answer that comes when asked to. */
function answer(): { readonly promise: Promise<void>; readonly come: () => Promise<void> } {
  let resolve = (): void => undefined
  const promise = new Promise<void>(done => {
    resolve = done
  })
  return {
    promise,
    come: async () => {
      resolve()
      await promise
    },
  }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('a change is drawn at once', () => {
  const { store, seen } = drawing()
  store.setState({ count: 1 })
  expect(seen).toEqual([{ count: 1, isSaved: true }])
})

test('a change and its answer are drawn together, once, and the state has the change at once', async () => {
  const { store, drawn, drawWith, seen } = drawing()
  const saved = answer()
  drawWith(() => {
    store.setState({ count: 1, isSaved: false })
    return saved.promise.then(() => {
      store.setState({ isSaved: true })
    })
  })
  expect(drawn.getState().count).toBe(1)
  expect(seen).toEqual([])
  await saved.come()
  await vi.advanceTimersByTimeAsync(0)
  expect(seen).toEqual([{ count: 1, isSaved: true }])
  await vi.advanceTimersByTimeAsync(10 * patienceMs)
  expect(seen).toHaveLength(1)
})

test('a change whose answer is late is drawn without it, and the answer when it comes', async () => {
  const { store, drawWith, seen } = drawing()
  const saved = answer()
  drawWith(() => {
    store.setState({ count: 1, isSaved: false })
    return saved.promise.then(() => {
      store.setState({ isSaved: true })
    })
  })
  await vi.advanceTimersByTimeAsync(patienceMs)
  expect(seen).toEqual([{ count: 1, isSaved: false }])
  await saved.come()
  await vi.advanceTimersByTimeAsync(0)
  expect(seen.at(-1)).toEqual({ count: 1, isSaved: true })
})

test('changes that come while one waits do not make it wait longer', async () => {
  const { store, drawWith, seen } = drawing()
  const change = () => {
    store.setState(({ count }) => ({ count: count + 1 }))
    return answer().promise
  }
  drawWith(change)
  await vi.advanceTimersByTimeAsync(patienceMs - 1)
  drawWith(change)
  expect(seen).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  expect(seen).toEqual([{ count: 2, isSaved: true }])
})

test('what is to come after drawing comes after it, also when nothing waits', async () => {
  const { store, drawWith, whenDrawn, seen } = drawing()
  const order: string[] = []
  whenDrawn(() => order.push(`first at ${seen.length}`))
  await vi.advanceTimersByTimeAsync(0)
  drawWith(() => {
    store.setState({ count: 1 })
    whenDrawn(() => order.push(`second at ${seen.length}`))
    return answer().promise
  })
  await vi.advanceTimersByTimeAsync(patienceMs)
  expect(order).toEqual(['first at 0', 'second at 1'])
})

test('what waits is drawn when asked for, and its answer does not draw it again', async () => {
  const { store, drawWith, drawNow, seen } = drawing()
  const saved = answer()
  drawNow()
  drawWith(() => {
    store.setState({ count: 1 })
    return saved.promise
  })
  drawNow()
  expect(seen).toHaveLength(1)
  await saved.come()
  await vi.advanceTimersByTimeAsync(patienceMs)
  expect(seen).toHaveLength(1)
})

test('who has stopped listening is not told', () => {
  const { store, seen, stop } = drawing()
  stop()
  store.setState({ count: 1 })
  expect(seen).toEqual([])
})

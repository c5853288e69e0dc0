import { describe, expect, it } from 'vitest'
import type { Press } from './count-presses'
import { countPresses } from './count-presses'

const press = (given: Partial<Press>): Press => ({
  timeStamp: 0,
  clientX: 100,
  clientY: 100,
  detail: 1,
  ...given,
})

describe('countPresses', () => {
  it('counts on beyond three, as some systems do not', () => {
    const count = countPresses()
    const details = [1, 2, 3, 1, 1]
    const times = [0, 150, 300, 450, 600]
    expect(
      details.map((detail, at) => count(press({ detail, timeStamp: times[at] ?? 0 }))),
    ).toEqual([1, 2, 3, 4, 5])
  })

  it.each([
    { name: 'later', second: { timeStamp: 501 } },
    { name: 'elsewhere', second: { timeStamp: 100, clientX: 106 } },
    { name: 'on another line', second: { timeStamp: 100, clientY: 92 } },
  ])('begins again $name', ({ second }) => {
    const count = countPresses()
    expect([count(press({})), count(press(second))]).toEqual([1, 1])
  })

  it('believes a system that is set to slower presses', () => {
    const count = countPresses()
    expect([count(press({})), count(press({ detail: 2, timeStamp: 900 }))]).toEqual([1, 2])
  })
})

import { describe, expect, it } from 'vitest'
import { latestFew } from './latest-few'

const fewOf = (most: number, heaviest: number) => {
  const dropped: number[] = []
  const few = latestFew<string, number>({
    most,
    heaviest,
    weightOf: value => value,
    onDrop: value => dropped.push(value),
  })
  return { few, dropped }
}

describe('latestFew', () => {
  it('keeps the latest, and drops the oldest beyond its number', () => {
    const { few, dropped } = fewOf(2, 100)
    few.put('a', 1)
    few.put('b', 2)
    few.put('a', 3)
    few.put('c', 4)
    expect([few.get('a'), few.get('b'), few.get('c')]).toEqual([3, undefined, 4])
    expect(dropped).toEqual([1, 2])
  })

  it('drops the oldest while all together are too heavy, but never the latest', () => {
    const { few, dropped } = fewOf(5, 10)
    few.put('a', 4)
    few.put('b', 5)
    few.put('c', 50)
    expect(dropped).toEqual([4, 5])
    expect(few.get('c')).toBe(50)
  })

  it('gives away what is taken without calling it dropped', () => {
    const { few, dropped } = fewOf(2, 10)
    few.put('a', 1)
    few.put('b', 2)
    expect(few.take('a')).toBe(1)
    expect(few.take('a')).toBeUndefined()
    few.drop('nothing')
    few.clear()
    expect(dropped).toEqual([2])
  })
})

import { expect, it } from 'vitest'
import { noteProgress, withProgress } from './progress'
import { store } from './store'

it('shows how far an import is until its answer is there, and nothing that is told after it', async () => {
  const told = { done: 4, total: 4, name: 'last.txt' }
  let answer: (value: string) => void = () => undefined
  const done = withProgress('importing', new Promise<string>(resolve => (answer = resolve)))
  noteProgress('importing', told)
  expect(store.getState().importing).toEqual(told)
  answer('report')
  expect(await done).toBe('report')
  expect(store.getState().importing).toBeUndefined()
  noteProgress('importing', told)
  expect(store.getState().importing).toBeUndefined()
  await expect(withProgress('exporting', Promise.reject(new Error('bug')))).rejects.toThrow('bug')
  noteProgress('exporting', { done: 1, total: 2 })
  expect(store.getState().exporting).toBeUndefined()
})

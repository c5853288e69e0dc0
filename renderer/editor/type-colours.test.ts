import { expect, test } from 'vitest'
import { defaultCodebook } from '../../shared/codebook/default-codebook'
import { colourVariables } from './type-colours'

test('every type has its colour in both themes', () => {
  expect([...colourVariables(defaultCodebook)]).toEqual([
    ['--type-claim', 'light-dark(#b45309, #f5b45b)'],
    ['--type-quote', 'light-dark(#1d4ed8, #93b4ff)'],
    ['--type-figure', 'light-dark(#047857, #5ad1a5)'],
  ])
})

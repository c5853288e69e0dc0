import { expect, test } from 'vitest'
import { defaultCodebook } from '../../shared/codebook/default-codebook'
import { colourVariables } from './type-colours'

test('every type has its colour in both themes and the strengths made from it', () => {
  const variables = colourVariables(defaultCodebook)
  expect(variables.get('--type-claim')).toBe('light-dark(#b45309, #f5b45b)')
  for (const { key } of defaultCodebook.types)
    for (const name of ['mark', 'tint', 'focus-tint'])
      expect(variables.get(`--${name}-${key}`)).toContain(`var(--type-${key})`)
})

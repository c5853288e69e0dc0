import { expect, test } from 'vitest'
import type { AnnotationType } from '../../shared/codebook/codebook'
import { defaultCodebook } from '../../shared/codebook/default-codebook'
import { typeHelp } from './type-help'

const [claim] = defaultCodebook.types
if (claim === undefined) throw new RangeError('There is a type')
const { description: _, examples: __, ...bare } = claim

test.each<{ name: string; type: AnnotationType; help: string | undefined }>([
  {
    name: 'says what a type is for, then its examples, a line each',
    type: { ...bare, description: 'What is said to be so.', examples: ['It rained.', '“No.”'] },
    help: 'What is said to be so.\nIt rained.\n“No.”',
  },
  {
    name: 'is the examples alone where nothing is said',
    type: { ...bare, examples: ['It rained.'] },
    help: 'It rained.',
  },
  { name: 'is nothing for a type without either', type: bare, help: undefined },
])('help $name', ({ type, help }) => {
  expect(typeHelp(type)).toBe(help)
})

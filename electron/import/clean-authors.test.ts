import { expect, test } from 'vitest'
import { cleanAuthors } from './clean-authors'

test.each([
  { written: ['Ana Duarte', 'ana duarte', ' Rui  Pena '], expected: 'Ana Duarte, Rui Pena' },
  {
    written: ['By Ana Duarte, Rui Pena and Lena Sol'],
    expected: 'Ana Duarte, Rui Pena, Lena Sol',
  },
  { written: ['Von Ana Duarte und Rui Pena'], expected: 'Ana Duarte, Rui Pena' },
  { written: ['Smith and Sons'], expected: 'Smith and Sons' },
  { written: ['https://quay.example/ana', '@ana'], expected: undefined },
  { written: ['Byron Gay; Ana Duarte'], expected: 'Byron Gay, Ana Duarte' },
  { written: [], expected: undefined },
])('$written are $expected', ({ written, expected }) => {
  expect(cleanAuthors(written)).toBe(expected)
})

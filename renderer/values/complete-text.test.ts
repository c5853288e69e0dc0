import { describe, expect, it } from 'vitest'
import { completeText } from './complete-text'

const values = [
  'said',
  'told reporters',
  'according to',
  'Sagte',
  'a statement said',
  'São',
  'didn’t deny',
]

describe('completeText', () => {
  it.each([
    { typed: '', expected: values },
    { typed: 'sa', expected: ['said', 'Sagte', 'São', 'a statement said'] },
    { typed: 'SAO', expected: ['São'] },
    { typed: 'rep', expected: ['told reporters'] },
    { typed: "didn't", expected: ['didn’t deny'] },
    { typed: 'said', expected: ['a statement said'] },
    { typed: 'nothing', expected: [] },
  ])('offers for “$typed”: $expected', ({ typed, expected }) => {
    expect(completeText(values, typed)).toEqual(expected)
  })

  it('offers at most eight', () => {
    expect(
      completeText(
        Array.from({ length: 20 }, (_, at) => `word ${at.toString()}`),
        'w',
      ),
    ).toHaveLength(8)
  })
})

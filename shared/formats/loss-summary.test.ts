import { describe, expect, it } from 'vitest'
import { exportFormats } from './formats'
import { jsonl } from './jsonl'
import { lossCounter, sharedLosses } from './loss-summary'

const loss = (kind: string) => ({ kind, article: 'a', message: 'm' })

describe('the summary of losses', () => {
  it('counts each kind and says nothing of kinds that did not happen', () => {
    const counter = lossCounter({ ...jsonl, losses: { own: count => `${count} own` } })
    counter.add([loss('own'), loss('relation-end'), loss('own')])
    expect(counter.lines()).toEqual([
      {
        kind: 'relation-end',
        count: 1,
        sentence: '1 relation left out, because the other end is not in this export.',
      },
      { kind: 'own', count: 2, sentence: '2 own' },
    ])
  })

  it('refuses a loss that the format never declared', () => {
    expect(() => {
      lossCounter(jsonl).add([loss('surprise')])
    }).toThrow('surprise')
  })

  it.each(
    [sharedLosses, ...exportFormats.map(format => format.losses)].flatMap(losses =>
      Object.entries(losses),
    ),
  )('has a sentence for one and for many of %s', (_kind, sentence) => {
    for (const count of [1, 2]) expect(sentence(count)).toMatch(/^\S.*\.$/)
    expect(sentence(1)).not.toBe(sentence(2))
  })
})

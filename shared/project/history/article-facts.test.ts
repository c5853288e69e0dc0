import { expect, test } from 'vitest'
import type { ArticleEdits, MetadataValue } from '../../article/article'
import type { ArticleField, Codebook } from '../../codebook/codebook'
import { defaultCodebook } from '../../codebook/default-codebook'
import { articleFacts } from './article-facts'
import { describeEvent } from './describe-event'

const fields: ArticleField[] = [
  { key: 'desk', label: 'Desk', kind: 'choice', choices: [{ key: 'night-2', label: 'Night' }] },
]
const codebook: Codebook = { ...defaultCodebook, fields }

const byHand = (value: string): MetadataValue => ({ value, from: 'person' })

function said(before: ArticleEdits | undefined, after: ArticleEdits | undefined): string {
  const event = {
    at: '2031-03-16T08:00:00.000Z',
    by: 'a',
    owner: 'a',
    article: 'b',
    step: 'did',
    facts: articleFacts(before, after),
  } as unknown as Parameters<typeof describeEvent>[0]
  return describeEvent(event, { codebook, sources: new Map() })
}

test.each<{ before?: ArticleEdits; after?: ArticleEdits; sentence: string }>([
  { after: { metadata: { desk: byHand('night-2') } }, sentence: 'Desk set to Night' },
  {
    before: { metadata: { desk: byHand('night-2'), url: byHand('https://a.example') } },
    after: { metadata: { desk: byHand('gone'), url: byHand('') } },
    sentence: 'Desk changed from Night to gone; web address cleared, was https://a.example',
  },
  {
    before: { metadata: { desk: byHand('night-2') } },
    sentence: 'Desk taken back, was Night',
  },
  {
    before: { tags: ['flood'] },
    after: { tags: ['flood', 'dam'], title: 'New', note: 'Ask.' },
    sentence:
      'tags changed from flood to flood; dam; title set to New; note on the article written: “Ask.”',
  },
  {
    after: { removedAt: '2031-03-16T08:00:00.000Z' },
    sentence: 'article put into the bin',
  },
  {
    before: { removedAt: '2031-03-16T08:00:00.000Z' },
    sentence: 'article brought into the project',
  },
  {
    after: { metadata: { copyOf: byHand('x'), copies: byHand('y') } },
    sentence: 'linked as a copy of another article',
  },
])('the history says: $sentence', ({ before, after, sentence }) => {
  expect(said(before, after)).toBe(sentence)
})

test('a change that no view shows is no fact', () => {
  expect(articleFacts({ metadata: { copies: byHand('y') } }, undefined)).toEqual([])
})

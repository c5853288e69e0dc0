import { describe, expect, test } from 'vitest'
import type { Block } from './blocks'
import { titleFromText } from './text-title'

const body =
  'The ferry ran aground on Saturday evening, a few hundred metres from the harbour of Corvo, the coast guard said.'
const excerpt = 'The ferry ran aground on Saturday evening, a few hundred metres from the…'

/** One paragraph for each text; a line feed in it is a hard break. */
function documentOf(...paragraphs: string[]) {
  const content = paragraphs.map((text): Block => ({
    type: 'paragraph',
    content: text
      .split('\n')
      .flatMap((line, index) => [
        ...(index > 0 ? [{ type: 'hardBreak' } as const] : []),
        ...(line === '' ? [] : [{ type: 'text', text: line } as const]),
      ]),
  }))
  return { type: 'doc', content } as const
}

describe('titleFromText', () => {
  test.each([
    {
      name: 'a headline of its own',
      paragraphs: ['Ferry runs aground off Corvo', body],
      value: 'Ferry runs aground off Corvo',
      from: 'heading',
    },
    {
      name: 'a question as headline',
      paragraphs: ['  Who  steered the “Aurela”?', body],
      value: 'Who steered the “Aurela”?',
      from: 'heading',
    },
    {
      name: 'a headline below a header',
      paragraphs: [' date 2031-03-02', 'Ferry runs aground', `CORVO – ${body}`],
      value: 'Ferry runs aground',
      from: 'heading',
    },
    {
      name: 'a headline in capitals',
      paragraphs: ['FERRY RUNS AGROUND — 14 MISSING', body],
      value: 'FERRY RUNS AGROUND — 14 MISSING',
      from: 'heading',
    },
    {
      name: 'no line that goes on after a hard break',
      paragraphs: [`Ferry runs aground\n${body}`],
      value: 'Ferry runs aground The ferry ran aground on Saturday evening, a few hundred…',
      from: 'text',
    },
    {
      name: 'the first sentence after header and dateline',
      paragraphs: [` date 2031-03-02 CORVO, March 2. /MERIDIAN/. ${body}`],
      value: excerpt,
      from: 'text',
    },
    {
      name: 'the first sentence, whole when it is short',
      paragraphs: ['The ferry ran aground on Sunday. Nobody was hurt.', body],
      value: 'The ferry ran aground on Sunday',
      from: 'text',
    },
    {
      name: 'no dateline for a headline',
      paragraphs: [`CORVO – ${body.slice(0, 60)}`, body],
      value: 'The ferry ran aground on Saturday evening, a few hundred met',
      from: 'text',
    },
    {
      name: 'the file name when there are no words',
      paragraphs: ['', '  '],
      value: '000_ferry',
      from: 'file-name',
    },
    {
      name: 'a text without spaces, cut between characters',
      paragraphs: ['😡'.repeat(200)],
      value: `${'😡'.repeat(76)}…`,
      from: 'text',
    },
  ])('takes $name', ({ paragraphs, value, from }) => {
    expect(titleFromText(documentOf(...paragraphs), '000_ferry.txt')).toEqual({ value, from })
  })
})

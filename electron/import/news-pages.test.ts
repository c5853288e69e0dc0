import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { outlineOf } from './fixtures/outline-of'
import type { ReadArticle } from './read-article'
import { readArticle } from './read-article'

async function read(name: string): Promise<ReadArticle> {
  const bytes = fs.readFileSync(path.join(import.meta.dirname, 'fixtures/pages', name))
  const article = await readArticle(bytes, name)
  if (!article.ok) throw new Error(article.error.message)
  return article.value
}

const saidIn = ({ metadata }: ReadArticle): string[] =>
  Object.entries(metadata).map(([field, { value, from }]) => `${field}: ${value} (${from})`)

describe('a page as news sites make it', () => {
  test('by WordPress: captions, table, notes, embeds, pull quote, box, sharing, related', async () => {
    const page = await read('wordpress.html')
    expect(outlineOf(page.document)).toEqual([
      '# Grain depot burns for third night as inspectors are turned away',
      'Posted on 14 May 2031 15 May 2031 by Ilse Vandermeer and Tomasz Okoń',
      '(image: Smoke above the depot)',
      'Smoke above the depot on Tuesday evening. Photograph: Ledger',
      'ROTTERDAM, May 14 (Ledger) — A grain depot on the southern quay burned for the third night running on Tuesday, and inspectors of the port authority were turned away at the gate, the ministry of transport said.',
      '“We were told that nobody could be admitted before the morning,” said **Greta Maas**, who leads the inspectorate. “That is _not_ what the law says.”',
      '(image: Firefighters at the quay)',
      'Firefighters at the quay. _Credit: Port Authority_',
      '## What is stored there',
      'The depot holds [41,200 tonnes](https://stats.example/grain?y=2031&q=1) of wheat and barley, according to the company’s last filing.[1]',
      'Grain | Tonnes',
      'Wheat | 30,100',
      'Barley | 11,100',
      'Stocks on 1 May 2031',
      '> The gate remains closed to third parties until the fire service gives the site back.',
      '> _Letter of the operator, 13 May_',
      '- Fire reported at 02:10 on Sunday',
      '  - First engine there at 02:24',
      '  - Second at 02:31',
      '- Inspectors refused on Monday',
      '> Nobody has been hurt. The smoke is not harmful. [pic.twitter.com/abc](https://t.co/abc)',
      '> — Port of R. (@portofr) [May 13, 2031](https://twitter.com/portofr/status/1)',
      '(embedded page: Depot fire seen from the bridge)',
      'The operator, Meerkorn BV, did not answer questions on Wednesday.',
      'Its insurer said it had been informed “late”.',
      '### Correction',
      'An earlier version of this article gave the wrong name for the inspectorate.',
      '1. Filing of 1 May 2031, page 4.',
    ])
    expect(page.remarks).toEqual([
      expect.stringContaining('Only the article was read'),
      'Left out, with a mark where it stood: 1 embedded page, 2 images.',
    ])
  })

  test('for telephones (AMP): images, a map and a gallery leave marks', async () => {
    const page = await read('amp.html')
    expect(outlineOf(page.document).filter(line => line.startsWith('('))).toEqual([
      '(image: La presa vista desde el dique)',
      '(embedded page: Mapa de la presa)',
      '(image: Uno)',
      '(image: Dos)',
    ])
    expect(saidIn(page)).toContain('authors: Lucía Barragán, Óscar Peña (json-ld)')
  })

  test('with its words in a cell of a table, parted by empty lines', async () => {
    const page = await read('lines-in-a-table.html')
    expect(outlineOf(page.document)).toEqual([
      '**Bridge toll to rise by a third**',
      'By Alma Trent, staff writer / Published: Thursday, 6 March 2008 / Updated: Friday, March 7, 2008 at 4:12 p.m.',
      'VARNE -- The toll on the old bridge will rise by a third in May, the county said on Thursday, and lorries will pay twice what they do now.',
      '"We did not want this," said county clerk Boyd Ames. "But the bridge is 91 years old and nobody else pays for it."',
      "The last rise was in 1997, when a crossing cost 40 cents. Since then traffic has grown from 3,100 to 8,700 cars a day, the county's own count says.",
      '_The Associated Press contributed to this report._',
      'Comments on this story? Write to us.',
    ])
    expect(saidIn(page)).toEqual([
      'published: 2008-03-06 (text)',
      'updated: 2008-03-07 (text)',
      'place: VARNE (text)',
      'authors: Alma Trent (text)',
    ])
  })

  test('behind a paywall: the lead that is called a teaser stays', async () => {
    const page = await read('paywall.html')
    expect(outlineOf(page.document)).toEqual([
      '# Stadtwerke verkaufen Speicher',
      'Der Gasspeicher am Fluss geht an einen Investor. Der Rat erfuhr es aus der Zeitung.',
      'Von Petra Holm, Kassel',
      expect.stringMatching(/^Kassel\. Die Stadtwerke/),
      expect.stringMatching(/^Der Rat der Stadt erfuhr/),
    ])
    expect(page.remarks.join(' ')).toContain('The page says that the rest is for subscribers')
  })
})

test('a teaser that leads to another article is left out', async () => {
  const said = 'The ferry ran aground on Saturday evening, a few hundred metres from the harbour. '
  const page = await readArticle(
    Buffer.from(
      `<article><h1>Ferry aground</h1><p>${said.repeat(3)}</p><p>${said.repeat(2)}</p><div class="teaser"><h3><a href="/b">Budget</a></h3><p>The island council voted for a budget of nine million on Friday evening.</p></div></article>`,
    ),
    'a.html',
  )
  expect(page.ok && page.value.text).not.toContain('island council')
})

test('words that a page strikes through are marked, and said', async () => {
  const page = await readArticle(
    Buffer.from('<p>The vote was <del>310</del> <ins>301</ins> to <s>20</s> 29.</p>'),
    'a.html',
  )
  if (!page.ok) throw new Error(page.error.message)
  expect(outlineOf(page.value.document)).toEqual(['The vote was ~~310~~ 301 to ~~20~~ 29.'])
  expect(page.value.remarks).toEqual([
    'Struck through in the original, and kept in the text with a line through them: “310”, “20”.',
  ])
})

test('what is left out between two pieces of text parts them', async () => {
  const first =
    'The mole of Varnsund broke along forty metres on Saturday, the harbour master said.'
  const second =
    'A second paragraph stands without an element of its own, and is as long as the first.'
  const third = 'The harbour was closed for the night, and the boats had to wait until the morning.'
  const page = await readArticle(
    Buffer.from(
      `<nav><a href="/">Home</a></nav><article><h1>Mole breaks</h1><div>${first}<div class="ad">Advertisement</div>${second}<p>${third}</p></div></article>`,
    ),
    'a.html',
  )
  expect(page.ok && page.value.text.split('\n')).toEqual(['Mole breaks', first, second, third])
})

test('an encyclopedia is called by its heading, not by what its linked data call a headline', async () => {
  const page = await readArticle(
    Buffer.from(
      '<script type="application/ld+json">{"@type":"Article","name":"Mole of Varnsund","headline":"harbour wall"}</script><h1>Mole of Varnsund</h1><p>The mole was built in 1904.</p>',
    ),
    'a.html',
  )
  expect(page.ok && [page.value.title, page.value.titleFrom]).toEqual([
    'Mole of Varnsund',
    'heading',
  ])
})

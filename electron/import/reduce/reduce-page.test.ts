import { describe, expect, test } from 'vitest'
import { plainText } from '../../../shared/article/plain-text'
import { readHtml } from '../html'

/** Paragraphs of running text, as long as those of news. */
const first =
  'CORVO, March 2 (Meridian) – The car ferry Aurela ran aground on Saturday evening, a few hundred metres from the harbour of Corvo, with 52 people aboard.'
const second =
  'Fourteen of them were still missing on Sunday morning, the harbour office said, and divers were searching the lower deck, where the water had come in first.'
const third =
  'The shipping company, which had sold the ferry to a rival a month before, said that it had warned of the state of its engines, but that nobody had listened.'
const title = 'Ferry runs aground off Corvo'
const menu =
  '<nav><ul><li><a href="/">Home</a><li><a href="/world">World</a><li><a href="/islands">Islands</a></ul></nav>'
const page = (body: string, head = ''): string =>
  `<!doctype html><html><head><title>${title} | The Quay</title>${head}</head><body>${body}</body></html>`

const text = (...content: object[]) => ({ type: 'paragraph', content })
const words = (...said: string[]) => said.map(one => text({ type: 'text', text: one }))
const heading = (level: number, said: string) => ({
  type: 'heading',
  attrs: { level },
  content: [{ type: 'text', text: said }],
})
const image = (label: string) => ({ type: 'leftOut', attrs: { what: 'image', label } })
const article = words(first, second, third)
const said = `<p>${first}</p><p>${second}</p><p>${third}</p>`

/** Pages built as sites build them; the whole tree that comes in is compared. */
const pages = [
  {
    name: 'a news page with menu, consent, related links, comments and a footer',
    html: page(`<div id="onetrust-banner" role="dialog"><p>We and our 812 partners store information on your device, to show you advertising that fits you. Do you agree?</p><button>Yes</button></div>
      <header role="banner"><a href="/">The Quay</a>${menu}</header>
      <main><article><header><h1>${title}</h1><p class="standfirst">Fourteen people are missing</p><p class="byline">By <a href="/ana">Ana Duarte</a> and <a href="/rui">Rui Pena</a></p></header>
      <figure><img src="f.jpg" alt="The ferry"><figcaption>The Aurela on Sunday. Photo: Rui Pena</figcaption></figure>
      <div class="body"><p>${first}</p><aside class="related"><h3>Related</h3><ul><li><a href="/a">Harbour closed</a><li><a href="/b">Storm kills two</a></ul></aside>
      <p>${second}</p><p>${third}</p></div><div class="share-bar"><a href="/x">Share</a> <a href="/y">Send</a></div></article>
      <section id="comments"><h2>2 comments</h2><p>I took this ferry every day for eleven years, and anybody could see the state in which its engines were.</p></section></main>
      <footer><p>All rights reserved. No part of this page may be copied without permission of The Quay and its owners.</p></footer>`),
    expected: [
      heading(1, title),
      ...words('Fourteen people are missing', 'By Ana Duarte and Rui Pena'),
      image('The ferry'),
      ...words('The Aurela on Sunday. Photo: Rui Pena'),
      ...article,
    ],
  },
  {
    name: 'two columns of nameless divs, with short texts about others beside the article',
    html: page(`<div><div><a href="/">Home</a> <a href="/w">World</a> <a href="/i">Islands</a></div>
      <div><div><h1>${title}</h1><div>${said}</div></div>
      <div><div><b><a href="/1">Harbour closed</a></b><p>The harbour of Flores was closed after a night of heavy storms.</p></div><div><b><a href="/2">Budget</a></b><p>The island council voted for a budget of nine million on Friday.</p></div></div></div></div>`),
    expected: [heading(1, title), ...article],
  },
  {
    name: 'a pull quote that repeats the text, and a box of facts that does not',
    html: page(`${menu}<article><h1>${title}</h1><p>${first}</p><aside class="pull-quote">divers were searching the lower deck</aside><p>${second}</p>
      <aside class="factbox"><h2>The Aurela</h2><p>Built in 2004, sold three times since, and last inspected in the spring of the year before.</p></aside><p>${third}</p></article>`),
    expected: [
      heading(1, title),
      ...words(first, second),
      heading(2, 'The Aurela'),
      ...words(
        'Built in 2004, sold three times since, and last inspected in the spring of the year before.',
        third,
      ),
    ],
  },
  {
    name: 'a live blog, each post an article of its own',
    html: page(
      `${menu}<main><h1>${title}: live</h1><article><h2>14:10</h2><p>${first}</p></article><article><h2>12:30</h2><p>${second}</p></article><article><h2>11:05</h2><p>${third}</p></article></main>`,
    ),
    expected: [
      heading(1, `${title}: live`),
      heading(2, '14:10'),
      ...words(first),
      heading(2, '12:30'),
      ...words(second),
      heading(2, '11:05'),
      ...words(third),
    ],
  },
  {
    name: 'the beginning of an article behind a paywall',
    html: page(
      `${menu}<article><h1>${title}</h1><p>${first}</p><p>${second}</p><div class="paywall"><p>Subscribe now to read on: three months for one coin, and you can stop at any time you like.</p></div></article>`,
    ),
    expected: [heading(1, title), ...words(first, second)],
    remark: /is for subscribers: the article may end early/,
  },
  {
    name: 'an article made of a list, with its sources below',
    html: page(
      `${menu}<article><h1>Three things to know</h1><ol><li><p>${first}</p></li><li><p>${second}</p></li></ol><p>${third}</p><h2>Sources</h2><ul><li><a href="https://h.example/1">Harbour office</a></li><li><a href="https://h.example/2">Company</a></li></ul></article>`,
    ),
    expected: [
      heading(1, 'Three things to know'),
      {
        type: 'orderedList',
        attrs: { start: 1 },
        content: [first, second].map(one => ({ type: 'listItem', content: words(one) })),
      },
      ...words(third),
      heading(2, 'Sources'),
      {
        type: 'bulletList',
        content: [
          ['Harbour office', 'https://h.example/1'],
          ['Company', 'https://h.example/2'],
        ].map(([label, href]) => ({
          type: 'listItem',
          content: [
            text({ type: 'text', text: label, marks: [{ type: 'link', attrs: { href } }] }),
          ],
        })),
      },
    ],
  },
  {
    name: 'a page for telephones whose body says what it has beside it',
    html: `<!doctype html><html amp><body class="single has-sidebar comments-open"><amp-sidebar class="menu"><ul><li><a href="/">Home</a><li><a href="/w">World</a></ul></amp-sidebar><main id="content" class="with-sidebar"><h1>${title}</h1><amp-img alt="x"></amp-img>${said}<div class="ad"><p>Advertisement</p></div></main></body></html>`,
    expected: [heading(1, title), image('x'), ...article],
  },
  {
    name: 'a discussion, all posts of it',
    html: page(
      `${menu}<div id="thread"><h1>Who saw the ferry?</h1>${[first, second, third].map(post => `<div class="post"><div class="author">ana</div><div class="content">${post}</div></div>`).join('')}</div>`,
    ),
    expected: [
      heading(1, 'Who saw the ferry?'),
      ...words('ana', first, 'ana', second, 'ana', third),
    ],
  },
  {
    name: 'a page of 1998, laid out by a table',
    html: `<html><head><title>${title}</title></head><body><table><tr><td><a href="a.htm">Home</a><br><a href="b.htm">News</a><br><a href="c.htm">Links</a></td><td><h1>${title}</h1><p>${first}<p>${second}<p>${third}</td></tr></table></body></html>`,
    expected: [heading(1, title), ...article],
  },
  {
    name: 'a beginning that stands outside of the element with the rest',
    html: page(`${menu}<h1>${title}</h1><p>${first}</p><div><p>${second}</p><p>${third}</p></div>`),
    expected: [heading(1, title), ...article],
  },
  {
    name: 'links to other articles between paragraphs',
    html: page(
      `${menu}<article><h1>${title}</h1><p>${first}</p><p>Read more: <a href="/b">Storm kills two on Flores</a></p><p>${second}</p><p>${third}</p><h3>More from The Quay</h3><ul><li><a href="/1">One thing</a><li><a href="/2">Another</a></ul></article>`,
    ),
    expected: [heading(1, title), ...article],
  },
  {
    name: 'a headline above the element with the words, and a quote with who said it',
    html: page(
      `${menu}<div class="top"><h1>${title}</h1></div><div class="columns"><div class="main-column"><p>${first}</p><blockquote><p>${second}</p><footer>The harbour office</footer></blockquote><p>${third}</p></div><div class="sidebar"><p>Nine ferries have been lost in the archipelago since the war, more than anywhere else.</p></div></div>`,
    ),
    expected: [
      heading(1, title),
      ...words(first),
      { type: 'blockquote', content: words(second, 'The harbour office') },
      ...words(third),
    ],
  },
]

describe('a page is reduced to its article', () => {
  test.each(pages)('$name', ({ html, expected, remark }) => {
    const { document, reading, remarks } = readHtml(html)
    expect(document.content).toEqual(expected)
    expect(reading).toBe('article')
    expect(remarks[0]).toMatch(/^Only the article was read; \d+ words? around it/)
    expect(remarks[1] ?? '').toMatch(remark ?? /^$/)
  })

  test.each(pages)('and read whole when that is asked for: $name', ({ html, expected }) => {
    const { document, reading, remarks } = readHtml(html, 'whole')
    expect(reading).toBe('whole')
    expect(remarks).toEqual([])
    const whole = plainText(document)
    const kept = plainText({ type: 'doc', content: expected as never })
    expect(whole.length).toBeGreaterThan(kept.length)
    for (const line of kept.split('\n')) expect(whole).toContain(line)
  })
})

describe('the whole page is read', () => {
  test.each([
    {
      name: 'when nothing stands around the article',
      html: page(`<h1>${title}</h1>${said}`),
      remarks: [],
    },
    { name: 'when it has no running text', html: page(`${menu}<p>Soon.</p>`), remarks: [] },
    {
      name: 'when too few words would be left',
      html: page(`${menu}<article><p>${first}</p></article>`),
      remarks: [/too few words/],
    },
    {
      name: 'when an article that is not marked would lose most paragraphs',
      html: page(
        `<div class="sidebar">${said}</div><div class="related">${said}</div><div class="promo">${said}</div><div><p>${first}</p><p>${second}</p></div>`,
      ),
      remarks: [/less than half of its paragraphs/],
    },
    {
      name: 'when the page says that more of it is the article',
      html: page(
        `${menu}<main><div><p>${first}</p><p>${second}</p></div></main><div class="related"><p>${third}</p></div>`,
        `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', articleBody: `${first} ${second} ${third}` })}</script>`,
      ),
      remarks: [/the page says that more of it belongs/],
    },
  ])('$name', ({ html, remarks }) => {
    const read = readHtml(html)
    expect(read.reading).toBe('whole')
    expect(read.document).toEqual(readHtml(html, 'whole').document)
    expect(read.remarks).toHaveLength(remarks.length)
    for (const [index, remark] of remarks.entries()) expect(read.remarks[index]).toMatch(remark)
  })
})

test('a page of many surroundings, deep in each other, takes no longer for it', () => {
  const deep = `${'<div>'.repeat(3000)}${'<div class="ad pull-quote">x</div>'.repeat(20_000)}${said}`
  expect(plainText(readHtml(page(deep)).document)).toContain(third)
}, 20_000)

import { describe, expect, test } from 'vitest'
import type { ArticleDocument, Block } from '../../shared/article/blocks'
import { documentSchema, nestsTooDeep } from '../../shared/article/blocks'
import { plainText } from '../../shared/article/plain-text'
import { readHtml, readXhtml } from './html'

const words = (text: string, ...marks: object[]) =>
  marks.length === 0 ? { type: 'text', text } : { type: 'text', text, marks }
const paragraph = (...content: (object | string)[]) => ({
  type: 'paragraph',
  content: content.map(piece => (typeof piece === 'string' ? words(piece) : piece)),
})
const hardBreak = { type: 'hardBreak' }
const bold = { type: 'bold' }
const italic = { type: 'italic' }
const link = (href: string) => ({ type: 'link', attrs: { href } })
const item = (...content: object[]) => ({ type: 'listItem', content })
const leftOut = (what: string, label = '') => ({ type: 'leftOut', attrs: { what, label } })

const blocksOf = (html: string): readonly Block[] => readHtml(html).document.content
const textOf = (html: string): string => plainText(readHtml(html).document)

describe('blocks of a page', () => {
  test.each([
    {
      name: 'headings, paragraphs and marks',
      html: '<h2>Ferry <em>sinks</em></h2><p>One <b>two <i>three</i></b></p>',
      expected: [
        {
          type: 'heading',
          attrs: { level: 2 },
          content: [words('Ferry '), words('sinks', italic)],
        },
        paragraph('One ', words('two ', bold), words('three', bold, italic)),
      ],
    },
    {
      name: 'white space collapses across elements, and not at all around a no-break space',
      html: '<p>\n  One <b> two</b>\n\t<i>three </i> four\u00a0 five </p>',
      expected: [
        paragraph('One ', words('two', bold), ' ', words('three ', italic), 'four\u00a0 five'),
      ],
    },
    {
      name: 'words beside blocks are paragraphs',
      html: 'One<div>two<p>three</p>four</div>five',
      expected: ['One', 'two', 'three', 'four', 'five'].map(text => paragraph(text)),
    },
    {
      name: 'line breaks, and no line after the last one',
      html: '<p>One <br> two<br></p>',
      expected: [paragraph('One', hardBreak, 'two')],
    },
    {
      name: 'preformatted text keeps its breaks and spaces',
      html: '<pre>\n  a\n\n b  c\n</pre>',
      expected: [paragraph('  a', hardBreak, hardBreak, ' b  c')],
    },
    {
      name: 'lists, also a list directly in a list, and items outside of one',
      html: '<ul><li>One<ol start="3"><li>two</ol><ul><li>three</ul></ul><li>four',
      expected: [
        {
          type: 'bulletList',
          content: [
            item(
              paragraph('One'),
              { type: 'orderedList', attrs: { start: 3 }, content: [item(paragraph('two'))] },
              { type: 'bulletList', content: [item(paragraph('three'))] },
            ),
          ],
        },
        paragraph('four'),
      ],
    },
    {
      name: 'quotes, and the signs a browser draws',
      html: '<blockquote>He said <q>no</q>.<p>And left.</p></blockquote>',
      expected: [
        { type: 'blockquote', content: [paragraph('He said “no”.'), paragraph('And left.')] },
      ],
    },
    {
      name: 'a table row by row',
      html: '<table><caption>Lost</caption><tr><th>Town<th>Dead</tr><tr><td><p>Corvo</p><td>14</table>',
      expected: [paragraph('Lost'), paragraph('Town | Dead'), paragraph('Corvo | 14')],
    },
    {
      name: 'a table that lays out a page as blocks',
      html: '<table><tr><td>Menu<td><h1>Ferry</h1><p>One.</p><p>Two.</p></table>',
      expected: [
        paragraph('Menu'),
        { type: 'heading', attrs: { level: 1 }, content: [words('Ferry')] },
        paragraph('One.'),
        paragraph('Two.'),
      ],
    },
    {
      name: 'what is left out stands after its paragraph, with its description',
      html: '<p>One <img alt=" The\n ferry " src="x"> two</p><figure><video></video><figcaption>Three</figcaption></figure>',
      expected: [
        paragraph('One two'),
        leftOut('image', 'The ferry'),
        leftOut('video'),
        paragraph('Three'),
      ],
    },
    {
      name: 'no pixels and no icons',
      html: '<p>One<img width="1" height="1"><svg aria-hidden="true"></svg></p>',
      expected: [paragraph('One')],
    },
    {
      name: 'safe links, and only the words of others',
      html: '<p><a href=" https://corvo.example/a ">one</a> <a href="javascript:alert(1)">two</a> <a href="/three">three</a> <a href="mailto:a@b.example">four</a></p>',
      expected: [
        paragraph(
          words('one', link('https://corvo.example/a')),
          ' two three ',
          words('four', link('mailto:a@b.example')),
        ),
      ],
    },
    {
      name: 'nothing that a reader would not see',
      html: '<head><title>No</title></head><p>One</p><script>no</script><style>no</style><template>no</template><noscript>no</noscript><p hidden>no</p><p style="color:red; display: none">no</p><textarea>no</textarea><dialog>no</dialog><!-- no -->',
      expected: [paragraph('One')],
    },
    {
      name: 'empty blocks are not there, unless a break or a no-break space shows them',
      html: '<p></p><p> </p><ul></ul><blockquote> </blockquote><p>&nbsp;</p><p><br></p>',
      expected: [paragraph('\u00a0'), { type: 'paragraph' }],
    },
    { name: 'an empty page', html: '', expected: [{ type: 'paragraph' }] },
  ])('$name', ({ html, expected }) => {
    expect(blocksOf(html)).toEqual(expected)
  })

  test('an empty element of XHTML ends where it says', () => {
    const page =
      '<html><head><title/><script src="a.js" /></head><body><p>One<br/>two<a id="x"/> <i/>three</p></body></html>'
    expect(plainText(readXhtml(page).document)).toBe('One\ntwo three')
  })

  test('only the last break of a block is free, as in a browser', () => {
    expect(textOf('<p>a<br></p><p>b<br>c</p>')).toBe('a\nb\nc')
  })

  test.each([
    '<div>a<br><br>b<br>\n<br>c</div>',
    '<div>a<br><br><br>b<br>&nbsp;<br><br>c<br><br></div>',
    '<p>a<br><i><br></i></p>b<br> <br><p>c</p>',
    '<br><br>a<p>b</p><br><br><br>c',
  ])('two ends of lines end a paragraph: %s', html => {
    expect(blocksOf(html)).toEqual([paragraph('a'), paragraph('b'), paragraph('c')])
  })

  test('what is copied from Google Docs is bold where its style says so, not all of it', () => {
    expect(
      blocksOf(
        '<b style="font-weight:normal;"><h1><span style="font-weight:700">Mole</span></h1><p><span style="font-weight:400">Along </span><span style="font-weight:700;font-style:italic">40 metres</span><span style="text-decoration:line-through;">, in April</span></p></b><br class="Apple-interchange-newline">',
      ),
    ).toEqual([
      { type: 'heading', attrs: { level: 1 }, content: [words('Mole')] },
      paragraph(
        'Along ',
        words('40 metres', bold, italic),
        words(', in April', { type: 'strike' }),
      ),
    ])
  })

  test('a new word stands apart from the struck one before it', () => {
    expect(textOf('<p><del>310</del><ins>301</ins> votes</p>')).toBe('310 301 votes')
  })

  test('a place that a script would fill leaves a mark, one with words or a picture is read', () => {
    expect(
      blocksOf(
        '<div class="flourish-embed flourish-chart" data-title="Cost"><script>a</script></div><div class="wp-embed">words</div><figure class="embed"><img alt="x"></figure>',
      ),
    ).toEqual([leftOut('embedded page', 'Cost'), paragraph('words'), leftOut('image', 'x')])
  })

  test('readings above signs and tools of editors are no words of a text', () => {
    expect(textOf('<p><ruby>港<rp>(</rp><rt>みなと</rt><rp>)</rp></ruby>で</p>')).toBe('港で')
    expect(
      textOf('<h2>Past<span class="mw-editsection">[<a href="/e">edit</a>]</span></h2><p>a</p>'),
    ).toBe('Past\na')
  })

  test('two ends of lines stay in a heading and in what is set as it was typed', () => {
    expect(textOf('<h1>a<br><br>b</h1><pre>c<br><br>d</pre>')).toBe('a\n\nb\nc\n\nd')
  })
})

/** Every value anywhere in a document. */
function valuesIn(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [value]
  return Object.values(value).flatMap(valuesIn)
}

function expectHarmless(document: ArticleDocument): void {
  expect(nestsTooDeep(document)).toBe(false)
  expect(documentSchema.safeParse(document).success).toBe(true)
  const targets = JSON.stringify(document).match(/"href":"[^"]*"/g) ?? []
  for (const target of targets) expect(target).toMatch(/^"href":"(?:https?:|mailto:)/i)
}

describe('hostile pages', () => {
  test.each([
    '<a href="java\nscript:alert(1)">x</a><a href="\u0001javascript:alert(1)">x</a><a href="data:text/html,x">x</a>',
    '<a href="vbscript:x">x</a><a xlink:href="javascript:x">x</a><svg><a href="javascript:x"><text>x</text></a></svg>',
    '<img src=x onerror=alert(1)><body onload=alert(1)><p onclick="alert(1)">x</p>',
    '<form id="attributes"><input name="childNodes"><input name="nodeName"><p id="tagName">x</p></form>',
    '<p id="__proto__" constructor="x" toString="x">x</p><__proto__>x</__proto__><constructor>x</constructor>',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">x',
    '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">x',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">x</p>',
    '<p>x<b><i><p>x<table><b>x<tr>x</i><td>x</b></table><select><option>x<svg><foreignObject><p>x',
    '<base href="javascript:/"><a href="/x">x</a><meta http-equiv="refresh" content="0;url=javascript:x">x',
    '<<<>>>&&&;&#0;&#xD800;&#x110000;&lt;script&gt;alert(1)&lt;/script&gt;x',
    '<plaintext>x</p><script>x',
    '<frameset><frame src="javascript:x"></frameset>',
    '<title>x</p><p>never closed',
  ])('gives only words, blocks and safe targets: %s', html => {
    const { document } = readHtml(html)
    expectHarmless(document)
    expect(plainText(document).isWellFormed()).toBe(true)
  })

  test('escaped markup stays words', () => {
    expect(textOf('<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>')).toBe('<script>alert(1)</script>')
  })

  test.each([
    '<div>',
    '<blockquote>',
    '<ul><li>',
    '<b>',
    '<span>',
    '<table><tr><td>',
    '<a href="https://a.example">',
  ])('a page that nests %s twenty thousand deep keeps its words', tag => {
    const { document } = readHtml(`${tag.repeat(20_000)}deep`)
    expectHarmless(document)
    expect(plainText(document)).toBe('deep')
  })

  test('a page of nothing but nested blocks neither crashes nor hangs', () => {
    const { document } = readHtml(`${'<div>'.repeat(200_000)}deep`)
    expect(document.content).toEqual([paragraph('deep')])
  }, 30_000)

  test('a line of five million letters is one paragraph', () => {
    const line = 'ferry '.repeat(833_333).trim()
    expect(textOf(`<p>${line}</p>`)).toBe(line)
  }, 30_000)

  test('names of objects on a page change nothing outside it', () => {
    readHtml('<html lang="en" __proto__="x"><meta name="__proto__" content="polluted"><p>x</p>')
    expect(valuesIn({})).toEqual([])
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
})

describe('metadata of a page', () => {
  test('each value with where it came from and the words found there', () => {
    const { title, metadata } = readHtml(`<!doctype html><html lang="en-GB"><head>
      <title>Ferry aground | Corvo Post</title>
      <meta property="og:title" content="Ferry aground off Corvo">
      <meta property="og:site_name" content="Corvo Post">
      <meta property="article:published_time" content="2031-03-02T08:00:00+02:00">
      <meta name="author" content="Ana Duarte">
      <link rel="canonical" href="https://post.example/ferry">
      </head><body><h1>A ferry</h1></body></html>`)
    expect(title).toEqual({ value: 'Ferry aground off Corvo', from: 'html-meta' })
    expect(metadata).toEqual({
      language: { value: 'en-GB', from: 'html-meta', found: 'en-GB' },
      publisher: { value: 'Corvo Post', from: 'html-meta', found: 'Corvo Post' },
      published: { value: '2031-03-02', from: 'html-meta', found: '2031-03-02T08:00:00+02:00' },
      authors: { value: 'Ana Duarte', from: 'html-meta', found: 'Ana Duarte' },
      url: {
        value: 'https://post.example/ferry',
        from: 'html-meta',
        found: 'https://post.example/ferry',
      },
    })
  })

  test('a linked-data script is trusted before other places', () => {
    const script = JSON.stringify({
      '@context': 'https://schema.org',
      '@graph': [
        { '@type': 'WebSite', name: 'No' },
        {
          '@type': ['NewsArticle'],
          headline: 'Ferry  aground',
          datePublished: '2031-03-02T08:00:00Z',
          author: [{ '@type': 'Person', name: 'Ana Duarte' }, 'Rui Pena'],
          publisher: { name: 'Corvo Post' },
          inLanguage: 'en',
        },
      ],
    })
    const { title, metadata } = readHtml(
      `<meta name="author" content="No"><script type="application/ld+json">${script}</script><p>x`,
    )
    expect(title).toEqual({ value: 'Ferry aground', from: 'json-ld' })
    expect(metadata).toEqual({
      published: { value: '2031-03-02', from: 'json-ld', found: '2031-03-02T08:00:00Z' },
      authors: { value: 'Ana Duarte, Rui Pena', from: 'json-ld', found: 'Ana Duarte, Rui Pena' },
      publisher: { value: 'Corvo Post', from: 'json-ld', found: 'Corvo Post' },
      language: { value: 'en', from: 'json-ld', found: 'en' },
    })
  })

  test('the subtitle, the section and the day of the last change, each from the place that says so', () => {
    const script = JSON.stringify({
      '@graph': [
        {
          '@type': 'ReportageNewsArticle',
          author: [{ '@id': '#ana' }, { '@type': 'Person', name: 'Rui Pena' }, 'ana duarte'],
          articleSection: ['World', 'Islands'],
          dateModified: '2031-03-04T10:00:00Z',
          alternativeHeadline: 'Fourteen are missing',
        },
        { '@type': 'Person', '@id': '#ana', name: 'Ana Duarte' },
      ],
    })
    const { metadata } = readHtml(`<html lang="pt"><meta property="og:locale" content="en_US">
      <meta property="article:modified_time" content="2031-03-09">
      <script type="application/ld+json">${script}</script><p>x`)
    expect(metadata).toEqual({
      updated: { value: '2031-03-04', from: 'json-ld', found: '2031-03-04T10:00:00Z' },
      subtitle: { value: 'Fourteen are missing', from: 'json-ld', found: 'Fourteen are missing' },
      authors: {
        value: 'Ana Duarte, Rui Pena',
        from: 'json-ld',
        found: 'Ana Duarte, Rui Pena, ana duarte',
      },
      section: { value: 'World, Islands', from: 'json-ld', found: 'World, Islands' },
      language: { value: 'pt', from: 'html-meta', found: 'pt' },
    })
  })

  test('properties in the text, and times that say what they are of', () => {
    const { metadata } = readHtml(`<article itemscope>
      <span itemprop="author" itemscope>By <b itemprop="name">Ana Duarte</b></span>
      <span itemprop="author">By Rui Pena and Lena Sol</span>
      <a itemprop="articleSection">Islands</a>
      <time class="dt-updated" datetime="2031-03-04">today</time><time datetime="2031-03-02">before</time>`)
    expect(metadata).toEqual({
      authors: {
        value: 'Ana Duarte, Rui Pena, Lena Sol',
        from: 'html-meta',
        found: 'Ana Duarte, By Rui Pena and Lena Sol',
      },
      section: { value: 'Islands', from: 'html-meta', found: 'Islands' },
      published: { value: '2031-03-02', from: 'html-meta', found: '2031-03-02' },
      updated: { value: '2031-03-04', from: 'html-meta', found: '2031-03-04' },
    })
  })

  test.each([
    { description: 'Fourteen people are missing', subtitle: 'Fourteen people are missing' },
    { description: 'The ferry ran aground on Saturday', subtitle: undefined },
    { description: 'Ferry aground.', subtitle: undefined },
    { description: 'A storm, a ferry and fourteen…', subtitle: undefined },
  ])(
    'a description is a subtitle unless it repeats other words: $description',
    ({ description, subtitle }) => {
      const { metadata } = readHtml(
        `<title>Ferry aground</title><meta property="og:description" content="${description}"><p>CORVO – The ferry ran aground on Saturday evening.</p>`,
      )
      expect(metadata['subtitle']?.value).toBe(subtitle)
    },
  )

  test.each([
    {
      name: 'the first heading',
      html: '<title>No</title><h1>Ferry <i>aground</i></h1>',
      from: 'heading',
    },
    { name: 'the title element', html: '<title>\nFerry aground </title>', from: 'html-meta' },
  ])('the title comes from $name', ({ html, from }) => {
    expect(readHtml(html).title).toEqual({ value: 'Ferry aground', from })
  })

  test.each([
    '<meta name="date" content="soon"><link rel="canonical" href="javascript:alert(1)"><meta name="author" content="https://a.example/ana">',
    '<script type="application/ld+json">{ "@type": "NewsArticle", </script>',
    '<script type="application/ld+json">[null, 1, "x", {"@type": "Organization", "name": "x"}]</script>',
    '<script type="application/ld+json">{"@type": "NewsArticle", "author": {"name": 5}, "datePublished": {}, "headline": []}</script>',
  ])('what is no value for a field gives none: %s', html => {
    expect(readHtml(`${html}<p>x`)).toMatchObject({ title: undefined, metadata: {} })
  })
})

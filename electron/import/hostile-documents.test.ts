import { describe, expect, it } from 'vitest'
import type { Block } from '../../shared/article/blocks'
import { documentSchema } from '../../shared/article/blocks'
import type { ReadArticle } from './read-article'
import { largestArticleBytes, readArticle } from './read-article'

/** Read, or the sentence that says why not. Whatever happens, nothing in the bytes has run. */
async function read(bytes: Uint8Array | string, name: string): Promise<ReadArticle | string> {
  const article = await readArticle(
    typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes,
    name,
  )
  expect('assayPwned' in globalThis).toBe(false)
  return article.ok ? article.value : article.error.message
}

/** Where links of the article lead. */
function targetsIn({ document }: ReadArticle): string[] {
  expect(documentSchema.safeParse(document).success).toBe(true)
  return [
    ...JSON.stringify(document.content satisfies readonly Block[]).matchAll(/"href":"([^"]*)"/g),
  ].map(([, href = '']) => href)
}

const words = 'The ferry ran aground on Saturday evening.'
const run = 'globalThis.assayPwned = 1'

describe('hostile pages run nothing, lead nowhere and keep their words', () => {
  it.each([
    `<img src=x onerror="${run}"><p>${words}</p>`,
    `<svg onload="${run}"><p>${words}</p></svg>`,
    `<script>${run}</script><p>${words}</p>`,
    `<iframe srcdoc="<script>parent.assayPwned=1</script>"></iframe><p>${words}</p>`,
    `<math><mtext><table><mglyph><style><img src=x onerror="${run}"></style></mglyph></table></mtext></math><p>${words}</p>`,
    `<form id="getElementById"><input name="content"><input name="attributes"></form><p>${words}</p>`,
    `<p><a href="javascript:${run}">${words}</a></p>`,
    `<p><a href="java&#9;script:${run}">${words}</a></p>`,
    `<p><a href="data:text/html,<script>${run}</script>">${words}</a></p>`,
    `<p><a href="vbscript:x">${words}</a></p>`,
    `<noscript><p title="</noscript><img src=x onerror=${run}>"></noscript><p>${words}</p>`,
    `<template><p>${words}</p><script>${run}</script></template><p>${words}</p>`,
    `<base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=javascript:${run}"><p>${words}</p>`,
  ])('%s', async html => {
    for (const name of ['page.html', 'notes.md', 'page.xhtml']) {
      const article = await read(html, name)
      if (typeof article === 'string') throw new Error(article)
      expect(article.text).toContain(words)
      expect(targetsIn(article).filter(href => !/^https?:|^mailto:/.test(href))).toEqual([])
    }
  })
})

/** A PDF with these objects after its catalog (1), pages (2) and page (3), whose words are object 4. */
function pdfWith(catalog: string, page: string, objects = ''): string {
  const shown = `BT /F1 12 Tf 20 100 Td (${words}) Tj ET`
  return `%PDF-1.7
1 0 obj<</Type/Catalog/Pages 2 0 R ${catalog}>>endobj
2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 200]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>> ${page}>>endobj
4 0 obj<</Length ${shown.length}>>stream
${shown}
endstream endobj
${objects}
trailer<</Root 1 0 R>>
%%EOF`
}

describe('a hostile PDF gives its words and nothing else', () => {
  const link = (action: string): string =>
    `/Annots[<</Type/Annot/Subtype/Link/Rect[10 90 480 120]/A<<${action}>>>>]`
  it.each([
    {
      name: 'an action of JavaScript when it opens',
      pdf: pdfWith(`/OpenAction<</S/JavaScript/JS(${run})>>`, ''),
    },
    {
      name: 'named JavaScript',
      pdf: pdfWith(`/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(${run})>>]>>>>`, ''),
    },
    {
      name: 'JavaScript of a page',
      pdf: pdfWith('', `/AA<</O<</S/JavaScript/JS(${run})>>>>`),
    },
    { name: 'a link that launches', pdf: pdfWith('', link('/S/Launch/F(/bin/sh)')) },
    { name: 'a link of JavaScript', pdf: pdfWith('', link(`/S/URI/URI(javascript:${run})`)) },
    { name: 'a link to a file', pdf: pdfWith('', link('/S/URI/URI(file:///etc/passwd)')) },
    {
      name: 'a form that sends itself',
      pdf: pdfWith(
        '/AcroForm<</Fields[5 0 R]/XFA(<xdp/>)>>',
        '/Annots[5 0 R]',
        `5 0 obj<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/V(b)/Rect[0 0 9 9]/AA<</K<</S/JavaScript/JS(${run})>>>>>>endobj`,
      ),
    },
    {
      name: 'an embedded file',
      pdf: pdfWith(
        '/Names<</EmbeddedFiles<</Names[(a.exe)<</Type/Filespec/F(a.exe)/EF<</F 5 0 R>>>>]>>>>',
        '',
        '5 0 obj<</Type/EmbeddedFile/Length 2>>stream\nMZ\nendstream endobj',
      ),
    },
    {
      name: 'code in the matrix of a font',
      pdf: pdfWith('', '').replace(
        '/BaseFont/Helvetica',
        `/BaseFont/Helvetica/FontMatrix[1 2 3 4 5 (0\\);${run}//)]`,
      ),
    },
  ])('with $name', async ({ pdf }) => {
    const article = await read(pdf, 'report.pdf')
    if (typeof article === 'string') throw new Error(article)
    expect(article.text).toContain(words)
    expect(targetsIn(article)).toEqual([])
  })

  it('cut anywhere, it is an article or a sentence', async () => {
    const whole = pdfWith('/OpenAction<</S/JavaScript/JS(1)>>', '')
    for (let end = 20; end < whole.length; end += 37) {
      const article = await read(whole.slice(0, end), 'report.pdf')
      if (typeof article === 'string') expect(article).toContain('“report.pdf” was not imported: ')
      else expect(article.text).toContain('ferry')
    }
  })
})

describe('huge and odd texts', () => {
  it('above 25 MB is refused, with the limit named', async () => {
    const article = await read(new Uint8Array(100 * 1024 * 1024).fill(97), 'huge.txt')
    expect(article).toContain('“huge.txt” was not imported: it is larger than 25 MB')
  })

  it('one line as long as a text may be is one paragraph', async () => {
    const article = await read(new Uint8Array(largestArticleBytes).fill(97), 'line.txt')
    expect(typeof article === 'string' ? article : article.document.content).toHaveLength(1)
  })

  it('two hundred thousand lines, with every kind of line break, keep each word', async () => {
    const breaks = ['\n', '\r\n', '\r', '\u2028', '\n\n']
    const text = Array.from({ length: 200_000 }, (_, line) => `w${line}${breaks[line % 5] ?? ''}`)
    const article = await read(text.join(''), 'lines.txt')
    if (typeof article === 'string') throw new Error(article)
    expect(article.text.match(/w\d+/g)).toHaveLength(200_000)
    expect(article.text).not.toContain('\r')
  })

  it('with zero bytes is refused, and named as no text', async () => {
    expect(await read(`${words}\0${words}`, 'zeros.txt')).toContain('contains zero bytes')
  })
})

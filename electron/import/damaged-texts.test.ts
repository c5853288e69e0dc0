import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { documentSchema } from '../../shared/article/blocks'
import { plainText } from '../../shared/article/plain-text'
import { encodingTexts } from './fixtures/encoding-texts'
import { mutated, mutations, seeded } from './fixtures/mutated'
import { readArticle } from './read-article'
import { openTable, tableRows } from './table/open-table'
import { readRow } from './table/read-row'

const { russian, arabic, japanese } = encodingTexts
const page = `<!doctype html><html lang="ru"><head><meta charset="utf-8"><title>Паром</title>
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Паром","datePublished":"2031-03-02"}</script></head>
<body><nav><a href="/">Home</a></nav><article><h1>Паром</h1><p>${russian}</p><ul><li>${arabic}</li></ul>
<table><tr><td>1</td><td>2</td></tr></table><blockquote><p>${japanese}</p></blockquote></article></body></html>`
const notes = `---\ntitle: Паром\ndate: 2031-03-02\n---\n\n# Паром\n\n${russian} **bold [link](https://a.example)**\n\n> ${arabic}\n\n1. one\n2. two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[^1]: ${japanese}\n`

const texts: Readonly<Record<string, string>> = {
  'damaged.txt': `KYIV, March 2 (Reuters) — ${russian}\n\n${arabic}\r\n${japanese}`,
  'damaged.md': notes,
  'damaged.html': page,
  'damaged.xhtml': page.replace('<!doctype html>', '<?xml version="1.0"?>'),
}

const row = { title: 'Паром', date: '2031-03-02', text: `${russian}\n\n<p>${arabic}</p>` }
const tables: Readonly<Record<string, string>> = {
  'damaged.csv': `title,date,text\n"${row.title}",${row.date},"${row.text}"\n"b ""c""",,"${japanese}"\n`,
  'damaged.tsv': `title\tdate\ttext\n${row.title}\t${row.date}\t${russian}\n`,
  'damaged.json': JSON.stringify({ meta: { n: 1 }, articles: [row, { ...row, tags: ['a', 'b'] }] }),
  'damaged.jsonl': [row, { ...row, meta: { date: row.date } }]
    .map(one => JSON.stringify(one))
    .join('\n'),
}

/** UTF-8, or letters of one byte, which may become anything. */
const forms = [
  (text: string): Uint8Array => new TextEncoder().encode(text),
  (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le')),
  (text: string): Uint8Array => Uint8Array.from(text, sign => sign.charCodeAt(0) & 0xff),
]

let folder: string
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'assay-damaged-'))
})
afterAll(() => {
  fs.rmSync(folder, { recursive: true, force: true })
})

describe.each(Object.entries(texts))('%s', (name, text) => {
  it(`damaged ${mutations} times gives an article that holds together, or a sentence`, async () => {
    const random = seeded(20_310_302)
    for (let index = 0; index < mutations; index += 1) {
      const whole = (forms[index % forms.length] ?? forms[0])?.(text) ?? new Uint8Array()
      const article = await readArticle(mutated(mutated(whole, random), random), name)
      if (article.ok) {
        const { document, text: plain } = article.value
        expect(documentSchema.safeParse(document).success).toBe(true)
        expect(plainText(document)).toBe(plain)
        expect(plain.isWellFormed()).toBe(true)
      } else expect(article.error.message).toMatch(/^“damaged\.\w+” was not imported: .+\. .+\.$/s)
    }
  })
})

describe.each(Object.entries(tables))('%s', (name, text) => {
  it(`damaged ${mutations} times gives rows that are articles, or sentences`, () => {
    const random = seeded(20_310_303)
    const file = path.join(folder, name)
    for (let index = 0; index < mutations; index += 1) {
      const whole = (forms[index % 2 === 0 ? 0 : 2] ?? forms[0])?.(text) ?? new Uint8Array()
      fs.writeFileSync(file, mutated(whole, random))
      const opened = openTable({ file }, () => undefined)
      if (!opened.ok) {
        expect(opened.error.message).toMatch(/^“damaged\.\w+” was not imported.+\. .+\.$/s)
        continue
      }
      const rows = [...tableRows({ file }, () => undefined)]
      expect(rows).toHaveLength(opened.value.parts[0]?.total ?? -1)
      for (const { bytes, name: place } of rows) {
        const article = readRow(bytes, place, { text: 'text', title: 'title', published: 'date' })
        if (article.ok) expect(documentSchema.safeParse(article.value.document).success).toBe(true)
        else expect(article.error.message).toContain(`“${place}” was not imported: `)
      }
    }
  })
})

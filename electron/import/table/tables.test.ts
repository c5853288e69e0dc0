import fs from 'node:fs'
import path from 'node:path'
import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ColumnChoice } from '../../../shared/article/table-columns'
import { succeed } from '../../../shared/outcome/result'
import type { ProjectStore } from '../../store/project-store'
import type { TestProject } from '../../store/test-project'
import { testProject } from '../../store/test-project'
import { realSurroundings } from '../../surroundings'
import { importFiles } from '../import-files'
import { readHere } from '../reader/read-here'
import { jsonElements } from './json-elements'
import { openTable } from './open-table'
import { separatedRows, separatorOf } from './separated-values'

let project: TestProject
let store: ProjectStore
let inbox: string
beforeEach(async () => {
  project = await testProject()
  store = await project.open()
  inbox = fs.mkdtempSync(path.join(path.dirname(project.folder), 'tables-'))
})
afterEach(async () => {
  await store.close()
  project.remove()
  fs.rmSync(inbox, { recursive: true, force: true })
})

function file(name: string, content: string | Uint8Array): string {
  const made = path.join(inbox, name)
  fs.writeFileSync(made, content)
  return made
}

const importThem = (files: readonly string[], columns?: ColumnChoice) =>
  importFiles(store, files, {
    surroundings: realSurroundings,
    reader: readHere,
    askColumns: ({ likeliest: part }) =>
      Promise.resolve(succeed({ part, columns: { ...part.guessed, ...columns } })),
  })

function articles() {
  return store.summaries().map(({ id }) => {
    const read = store.readArticle(id)
    if (!read.ok) throw new Error(read.error.message)
    const { title, text, metadata, original } = read.value.article
    return { title, text, metadata, original }
  })
}

const body = 'The bridge over the river was closed.\n\nNobody was hurt, the police said.'
const flat = body.replace('\n\n', '\n')

describe('a table of articles', () => {
  it.each([
    {
      name: 'commas, a byte order mark and CRLF',
      file: 'a.csv',
      content: `\ufeffHeadline,Date,Body\r\n"Bridge, closed",2031-04-02,"${body.replaceAll('\n', '\r\n')}"\r\n`,
    },
    {
      name: 'semicolons',
      file: 'a.csv',
      content: `headline;date;body\nBridge, closed;2 April 2031;"${body}"\n`,
    },
    {
      name: 'tabs',
      file: 'a.tsv',
      content: `headline\tdate\tbody\nBridge, closed\t2031-04-02\t"${body}"`,
    },
    {
      name: 'lines of JSON',
      file: 'a.jsonl',
      content: `\n${JSON.stringify({ headline: 'Bridge, closed', body, date: '2031-04-02T23:30:00Z', n: 7 })}\r\n`,
    },
    {
      name: 'a list in JSON',
      file: 'a.json',
      content: JSON.stringify({
        found: 1,
        articles: [{ headline: 'Bridge, closed', date: '1932860400', body, tags: [{ a: 1 }] }],
        others: [{ headline: 'no' }],
      }),
    },
  ])('of $name gives an article for each row', async ({ file: name, content }) => {
    const report = await importThem([file(name, content)])
    expect(report).toMatchObject({ failed: [], imported: [{ title: 'Bridge, closed' }] })
    const [article] = articles()
    expect(article?.text).toBe(flat)
    expect(article?.metadata['published']).toMatchObject({ value: '2031-04-02', from: 'column' })
  })

  it('in another encoding says so once, and keeps every row as its original', async () => {
    const rows = ['Мост закрыли на ночь из-за воды', 'Никто не пострадал и сообщила полиция города']
    const text = `title,text\nПервая,${rows[0] ?? ''}\nВторая,${rows[1] ?? ''}\n`
    const bytes = Uint8Array.from(text, sign => {
      const code = sign.charCodeAt(0)
      return code < 128 ? code : code - 0x410 + 0xc0
    })
    const report = await importThem([file('wire.csv', bytes)])
    expect(report.failed).toEqual([])
    expect(report.imported.map(({ remarks }) => remarks)).toEqual([
      ['The encoding of “wire.csv” was not stated and was guessed to be windows-1251.'],
      [],
    ])
    const [, second] = articles()
    expect(second).toMatchObject({ title: 'Вторая', text: rows[1] })
    expect(second?.original.name).toBe('line 3 of wire.csv')
    expect(fs.readFileSync(path.join(project.folder, second?.original.file ?? ''), 'utf8')).toBe(
      `title,text\nВторая,${rows[1] ?? ''}\n`,
    )
  })

  it('in an encoding that is not certain is offered in those it may be in, and read in the one chosen', async () => {
    const bytes = Buffer.from('title,text\nOne,\xcf\xe0\xf0\xee\xec\n', 'latin1')
    const offered: (string | undefined)[] = []
    const report = await importFiles(store, [file('wire.csv', bytes)], {
      surroundings: realSurroundings,
      reader: readHere,
      askColumns: ({ parts, likeliest }) => {
        offered.push(...parts.map(({ encoding }) => encoding))
        expect(parts[0]).toBe(likeliest)
        const part = parts.find(({ encoding }) => encoding === 'windows-1251')
        if (part === undefined) throw new Error('Not offered')
        expect(part.sample).toEqual([
          [
            ['title', 'One'],
            ['text', 'Паром'],
          ],
        ])
        return Promise.resolve(succeed({ part, columns: part.guessed }))
      },
    })
    expect(report.failed).toEqual([])
    expect(new Set(offered).size).toBe(offered.length)
    expect(offered.length).toBeGreaterThan(2)
    expect(articles()).toMatchObject([{ title: 'One', text: 'Паром' }])
  })

  it('lists the rows that cannot be read with their lines, takes the others, and only once', async () => {
    const table = file(
      'a.jsonl',
      [
        '{"text": "One dog barked."}',
        '{"text": ',
        '[1]',
        '{"text": " "}',
        '{"text": "A cat sat."}',
      ].join('\n'),
    )
    const report = await importThem([table])
    expect(report.imported).toHaveLength(2)
    expect(report.failed.map(({ message }) => message)).toEqual([
      '“line 2 of a.jsonl” was not imported: it is not whole JSON. The other rows are not touched.',
      '“line 3 of a.jsonl” was not imported: it is no object with named values. The other rows are not touched.',
      '“line 4 of a.jsonl” was not imported: its column “text” has no words in it. The other rows are not touched.',
    ])
    const again = await importThem([table])
    expect(again.imported).toEqual([])
    expect(again.present).toHaveLength(2)
  })

  it('without a column of texts stays out, and says what it has', async () => {
    const report = await importThem([file('a.csv', 'a,b\n1,2\n')])
    expect(report.failed.map(({ message }) => message)).toEqual([
      expect.stringContaining('It has: a, b.'),
    ])
  })

  it('with pieces of web pages as texts is read as such', async () => {
    await importThem([
      file('a.jsonl', JSON.stringify({ text: '<p>One <b>dog</b>.</p><p>Two.</p>' })),
    ])
    expect(articles()).toMatchObject([{ text: 'One dog.\nTwo.' }])
  })

  it('is read by the columns that were chosen, a date that is none is said', async () => {
    const columns = { text: 'b', title: 'a', published: 'c' }
    const report = await importThem([file('a.csv', 'a,b,c\nOne,Words of it,soon\n')], columns)
    expect(report.imported).toMatchObject([
      { title: 'One', remarks: ['Its column “c” says “soon”, which is no date.'] },
    ])
  })

  it('says of a date that can be two days which ones, and of an address that is none that it is none', async () => {
    const report = await importThem([file('a.csv', 'text,date,url\nWords of it,7/5/2031,soon\n')])
    expect(report.imported[0]?.remarks).toEqual([
      expect.stringContaining('“7/5/2031”, which can be 2031-05-07 or 2031-07-05'),
      'Its column “url” says “soon”, which is no web address.',
    ])
    expect(articles()[0]?.metadata).toEqual({})
  })

  it('is known by names in other languages, and by those of what is inside of something else', async () => {
    await importThem([
      file('a.csv', 'Дата;Заголовок;Текст\n01.02.2031;Мост закрыт;Мост закрыт до весны.\n'),
      file(
        'b.jsonl',
        JSON.stringify({
          id: 7,
          meta: {
            published: '2031-06-01',
            author: { name: 'Ida Moe', url: 'https://ida.example' },
          },
          content: { title: 'Wells', paragraphs: ['The wells ran dry.', 'Nobody knew.'] },
        }),
      ),
    ])
    expect(articles().map(({ title, text }) => [title, text])).toEqual([
      ['Мост закрыт', 'Мост закрыт до весны.'],
      ['Wells', 'The wells ran dry.\nNobody knew.'],
    ])
    const [, wells] = articles()
    expect(Object.keys(wells?.metadata ?? {}).toSorted()).toEqual(['authors', 'published'])
    expect(wells?.metadata['authors']?.value).toBe('Ida Moe')
  })

  it('finds the columns by the longest texts where no name says it', () => {
    const table = openTable(
      { file: file('a.csv', `x,y\n${'long '.repeat(40)},short\n`) },
      () => undefined,
    )
    expect(table).toMatchObject({ ok: true, value: { parts: [{ columns: ['x', 'y'], total: 1 }] } })
  })
})

describe('separated values', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r', ' ', 'é', '\t') })
  it('written with quotes come back as they were', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 })), rows => {
        const text = rows
          .map(cells => cells.map(value => `"${value.replaceAll('"', '""')}"`).join(';'))
          .join('\r\n')
        const read = [...separatedRows(text, ';')]
        const kept = rows.filter(cells => cells.some(value => value !== ''))
        expect(read.map(({ cells }) => cells)).toEqual(kept)
      }),
    )
  })

  it('of any text end, and every row is a part of the text', () => {
    fc.assert(
      fc.property(cell, text => {
        for (const row of separatedRows(text, separatorOf(text)))
          expect(row.end).toBeGreaterThan(row.start)
      }),
    )
  })
})

describe('the objects of a list in JSON', () => {
  it('are found whatever is in them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.dictionary(fc.string(), fc.jsonValue())),
        fc.boolean(),
        (list, inside) => {
          const text = JSON.stringify(inside ? { meta: { list: [1] }, list } : list, undefined, 1)
          const found = [...jsonElements(text)].map(({ start, end }): unknown =>
            JSON.parse(text.slice(start, end)),
          )
          expect(found).toEqual(JSON.parse(JSON.stringify(list)))
        },
      ),
    )
  })
})

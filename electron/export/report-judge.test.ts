import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { JSDOM } from 'jsdom'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describeIf } from '../testing/describe-if'
import { goldProject } from '../../shared/formats/testing/gold-project'
import { exportArticles, exportContext } from '../../shared/formats/testing/memory-project'
import { report } from '../../shared/formats/report/report'

const here = path.dirname(fileURLToPath(import.meta.url))
const golden = path.join(here, '../../shared/formats/golden')
const document = path.join(golden, 'report', 'quotations.docx')
let folder: string

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'assay-report-'))
})
afterAll(() => {
  fs.rmSync(folder, { recursive: true, force: true })
})

/** The sources of a page in their order, each with the words of its rows. */
function sectionsOf(page: string): [string, string[]][] {
  const { document: read } = new JSDOM(page).window
  return [...read.querySelectorAll('section')].map(section => [
    section.querySelector('h2')?.textContent ?? '',
    [...section.querySelectorAll('blockquote')].map(words => words.textContent),
  ])
}

const goldPage = fs.readFileSync(path.join(golden, 'report', 'quotations.html'), 'utf8')

describe('a browser, reading the committed report', () => {
  it('finds what each source said, ordered by name, and the rest at the end', () => {
    expect(sectionsOf(goldPage)).toEqual([
      ['Harbour office', ['“, =SUM(1)”']],
      [
        'Rene\u0301e Okafor',
        ['“We lost €2.5 million 😡,”', '“and it was a lie.”', 'We lost €2.5 million 😡'],
      ],
      [
        'No source named',
        [
          '€2.5 million',
          'million 😡,” said Rene',
          'האונייה יצאה בחצות.',
          'Some 40 to 45 people',
          'Some 40 to 45 people',
          'aboard the café boat 👩‍🚒.\n\nOne line\u2028another\u2029and\u0085a',
          'At most 52',
        ],
      ],
    ])
  })

  it('finds article, date, attributes and note beside the words, once for an interrupted quote', () => {
    const { document: read } = new JSDOM(goldPage).window
    const cells = [...read.querySelectorAll('#s2 tbody tr')].map(row =>
      [...row.querySelectorAll('td')].map(cell => cell.textContent),
    )
    expect(cells).toEqual([
      [
        '“We lost €2.5 million 😡,”Quote · part 1 of 2 · Ada Brandt',
        'Ferry “Lindø” lateThe Quay',
        'February 2026',
        'Cue saidMode direct',
      ],
      [
        '“and it was a lie.”Quote · part 2 of 2 · Ada Brandt',
        'Ferry “Lindø” lateThe Quay',
        'February 2026',
        '',
      ],
      [
        'We lost €2.5 million 😡Claim · Ada Brandt',
        'Ferry “Lindø” lateThe Quay',
        'February 2026',
        'Stance assertedWhich\u2028year? ',
      ],
    ])
  })

  it('has nothing that runs or loads', () => {
    const { document: read } = new JSDOM(goldPage).window
    expect(read.querySelectorAll('script,link,img,iframe,[onclick],[onerror]')).toHaveLength(0)
    expect(
      read
        .querySelector('meta[http-equiv]')
        ?.getAttribute('content')
        ?.startsWith("default-src 'none'"),
    ).toBe(true)
    const links = [...read.querySelectorAll('a')].map(link => link.getAttribute('href'))
    expect(links).toEqual(['#s1', '#s2', '#s3'])
  })
})

describe('a report', () => {
  it('lists what it has no place for', () => {
    const writer = report.start(exportContext(goldProject(), 'codepoint'))
    const losses = exportArticles(goldProject()).flatMap(article => {
      const [first, ...others] = article.annotations
      const annotations = first === undefined ? [] : [{ ...first, note: 'a\u0001b' }, ...others]
      return writer.article({ ...article, annotations }).losses
    })
    const kinds = losses.map(({ kind }) => kind)
    expect(kinds.filter(kind => kind === 'relation')).toHaveLength(3)
    expect(kinds.filter(kind => kind === 'relation-end')).toHaveLength(1)
    expect(losses.find(({ kind }) => kind === 'control-character')?.message).toBe(
      'In the Word document U+0001 became U+FFFD.',
    )
  })

  it('orders its sources by their letters, whatever strokes and accents these have', () => {
    const context = exportContext(goldProject(), 'codepoint')
    const names = ['Zofia', 'Łukasz']
    const sources = new Map(
      [...context.sources].map(([id, source], place) => [
        id,
        { ...source, name: names[place] ?? source.name },
      ]),
    )
    const writer = report.start({ ...context, sources })
    for (const article of exportArticles(goldProject())) writer.article(article)
    const page = writer
      .end(new Set())
      .filter(({ file }) => file.endsWith('.html'))
      .map(({ text }) => text)
      .join('')
    expect(sectionsOf(page).map(([name]) => name)).toEqual(['Łukasz', 'Zofia', 'No source named'])
  })

  it('says that there is nothing when nothing is marked', () => {
    const pieces = report.start(exportContext(goldProject(), 'codepoint')).end(new Set())
    expect(pieces.filter(({ text }) => text?.includes('Nothing is marked'))).toHaveLength(2)
  })
})

const hasPython = spawnSync('python3', ['--version']).status === 0

function judge(file: string): { status: number | null; said: string } {
  const run = spawnSync(
    'python3',
    [path.join(here, 'judge-docx.py'), file, path.join(golden, 'csv-codepoint')],
    { encoding: 'utf8' },
  )
  return { status: run.status, said: `${run.stdout}${run.stderr}`.trim() }
}

describeIf(hasPython, 'python3 is not installed')(
  'Python, reading the committed Word document on its own',
  () => {
    it('finds every span with its article and date under its source', () => {
      expect(judge(document)).toEqual({ status: 0, said: '11' })
    })

    it.each([
      {
        name: 'words under another source',
        member: 'word/document.xml',
        change: (text: string) => text.replace('>Harbour office<', '>Harbor office<'),
        said: /the rows differ/,
      },
      {
        name: 'a style that is not there',
        member: 'word/document.xml',
        change: (text: string) => text.replace('w:val="Quotation"', 'w:val="Quote"'),
        said: /no style Quote/,
      },
      {
        name: 'a table whose head stays behind',
        member: 'word/document.xml',
        change: (text: string) => text.replace('<w:tblHeader/>', ''),
        said: /does not come again/,
      },
      {
        name: 'markup that is not closed',
        member: 'word/styles.xml',
        change: (text: string) => text.replace('</w:style>', ''),
        said: /mismatched tag/,
      },
    ])('refuses $name', ({ member, change, said }) => {
      const members = unzipSync(fs.readFileSync(document))
      const before = strFromU8(members[member] ?? new Uint8Array())
      const after = change(before)
      expect(after).not.toBe(before)
      const file = path.join(fs.mkdtempSync(path.join(folder, 'forged-')), 'quotations.docx')
      fs.writeFileSync(file, zipSync({ ...members, [member]: strToU8(after) }))
      const judged = judge(file)
      expect(judged.status).toBe(1)
      expect(judged.said).toMatch(said)
    })
  },
)

import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { test } from '@playwright/test'
import { strToU8, zipSync } from 'fflate'
import { childReader } from '../electron/cli/start-child-reader'
import { readArticle } from '../electron/import/read-article'
import type { ArticleReader } from '../electron/import/reader/article-reader'
import { articleReader, usualWidth } from '../electron/import/reader/article-reader'
import { usualLimits } from '../electron/import/reader/reader-limits'
import { tableItems, takeGuess } from '../electron/import/table/table-items'
import type { Row } from './table'
import { isSmoke, markdownTable, report } from './table'

/*
 * How many files a second are read, and how much memory do the readers take? One article in each format,
 * again and again, through the reader processes of the built program, as an import does it; nothing is
 * written. Beside it the same work by pandoc: a process for each file, as it is used, and one for a hundred.
 * ASSAY_FORMATS=pdf,epub reads only these, ASSAY_ARTICLES=1000 so many of each.
 */
const root = path.dirname(import.meta.dirname)
const fixtures = path.join(root, 'electron/import/fixtures')
const many = isSmoke ? 20 : Number(process.env['ASSAY_ARTICLES'] ?? 10_000)
const pandocFiles = isSmoke ? 4 : 100
const asked = isSmoke ? ['txt', 'docx', 'xlsx'] : process.env['ASSAY_FORMATS']?.split(',')

/** What pandoc calls a format; the others it does not read, or, like tables, as something else. */
const pandocNames: Readonly<Record<string, string>> = {
  md: 'gfm',
  html: 'html',
  docx: 'docx',
  odt: 'odt',
  rtf: 'rtf',
  epub: 'epub',
}

test('reading ten thousand articles of each format', async () => {
  test.setTimeout(60 * 60_000)
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'assay-import-bench-'))
  try {
    const rows: Row[] = []
    for (const [format, bytes] of Object.entries(await articles())) {
      if (asked?.includes(format) === false) continue
      const file = path.join(folder, `article.${format}`)
      fs.writeFileSync(file, bytes)
      rows.push(await measured(format, file))
    }
    report('import', rows)
    markdownTable('import', rows)
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
})

async function measured(format: string, file: string): Promise<Row> {
  const reader = articleReader(
    childReader(megabytes => [
      `--max-old-space-size=${megabytes}`,
      path.join(root, 'out/main/reader.js'),
    ]),
    usualLimits,
    usualWidth,
  )
  const watch = watchReaders()
  const begun = performance.now()
  const isTable = ['csv', 'xlsx'].includes(format)
  const count = isTable ? await readRows(file, reader) : await readFiles(file, reader)
  const seconds = (performance.now() - begun) / 1000
  const peak = watch()
  reader.stop()
  const apart = pandocSeconds(format, file)
  const each = await apart.each
  return {
    format,
    'kB a file': fs.statSync(file).size / 1000 / (isTable ? count : 1),
    articles: count.toString(),
    seconds,
    'articles/s': count / seconds,
    'largest reader MB': peak / 1024,
    'pandoc files/s': each === undefined ? apart.why : pandocFiles / each,
    'times pandoc': each === undefined ? '' : count / seconds / (pandocFiles / each),
    'pandoc, one process, files/s':
      apart.together === undefined ? '' : pandocFiles / apart.together,
  }
}

async function readFiles(file: string, reader: ArticleReader): Promise<number> {
  const bytes = fs.readFileSync(file)
  let begun = 0
  const work = async (): Promise<void> => {
    while (begun < many) {
      begun += 1
      const read = await reader.read(bytes, path.basename(file))
      if (!read.ok) throw new Error(read.error.message)
    }
  }
  // As many at once as an import asks for.
  await Promise.all(Array.from({ length: reader.width * 2 }, work))
  return many
}

async function readRows(file: string, reader: ArticleReader): Promise<number> {
  const table = await tableItems(file, reader, takeGuess)
  if (!table.ok) throw new Error(table.error.message)
  let count = 0
  const waiting: Promise<void>[] = []
  for await (const { name, load, columns } of table.value.items) {
    const bytes = load()
    if (!bytes.ok || columns === undefined) throw new Error(`No row ${name}`)
    waiting.push(
      reader.read(bytes.value, name, { columns }).then(read => {
        if (!read.ok) throw new Error(read.error.message)
        count += 1
      }),
    )
    if (waiting.length > reader.width * 2) await waiting.shift()
  }
  await Promise.all(waiting)
  return count
}

/** Follows the largest memory of the processes below this one, in kB; Linux says it, elsewhere it is 0. */
function watchReaders(): () => number {
  let peak = 0
  const look = (): void => {
    const { stdout } = spawnSync('pgrep', ['-P', process.pid.toString(), '-f', 'reader.js'], {
      encoding: 'utf8',
    })
    for (const pid of stdout.split('\n').filter(line => line !== ''))
      try {
        const status = fs.readFileSync(`/proc/${pid}/status`, 'utf8')
        peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0))
      } catch {
        // It has ended.
      }
  }
  const timer = setInterval(look, 500)
  return () => {
    clearInterval(timer)
    look()
    return peak
  }
}

/** Seconds that pandoc takes for a hundred files, two at once as Assay reads them, and in a single process. */
function pandocSeconds(
  format: string,
  file: string,
): { each: Promise<number | undefined>; together: number | undefined; why: string } {
  const name = pandocNames[format]
  const without = (why: string) => ({ each: Promise.resolve(undefined), together: undefined, why })
  if (name === undefined) return without('does not read it')
  if (spawnSync('pandoc', ['--version']).status !== 0) return without('not installed')
  const words = ['-f', name, '-t', 'json', '-o', os.devNull]
  const begun = performance.now()
  const together = spawnSync('pandoc', [...words, ...Array<string>(pandocFiles).fill(file)])
  const seconds = (performance.now() - begun) / 1000
  return {
    each: eachInItsProcess([...words, file]),
    together: together.status === 0 ? seconds : undefined,
    why: '',
  }
}

async function eachInItsProcess(words: readonly string[]): Promise<number> {
  let begun = 0
  const start = performance.now()
  const work = async (): Promise<void> => {
    while (begun < pandocFiles) {
      begun += 1
      await new Promise(resolve =>
        spawn('pandoc', words, { stdio: 'ignore' }).once('exit', resolve),
      )
    }
  }
  await Promise.all([work(), work()])
  return (performance.now() - start) / 1000
}

/** The article that LibreOffice wrote in several formats, and its words in the others; tables have it in every row. */
async function articles(): Promise<Record<string, Uint8Array>> {
  const office = (format: string): Uint8Array =>
    fs.readFileSync(path.join(fixtures, `office/bridge-report.${format}`))
  const read = await readArticle(office('docx'), 'bridge-report.docx')
  if (!read.ok) throw new Error(read.error.message)
  const lines = read.value.text.split('\n').filter(line => line.trim() !== '')
  const text = lines.join('\n\n')
  const escaped = lines.map(line => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;'))
  const head = 'From: Desk <desk@example.org>\r\nSubject: Bridge\r\nMIME-Version: 1.0\r\n'
  return {
    txt: strToU8(text),
    md: strToU8(`# Bridge\n\n${text}`),
    html: strToU8(
      `<!doctype html><meta charset="utf-8"><title>Bridge</title><article>${escaped.map(line => `<p>${line}</p>`).join('\n')}</article>`,
    ),
    docx: office('docx'),
    odt: office('odt'),
    rtf: office('rtf'),
    epub: office('epub'),
    pdf: fs.readFileSync(path.join(fixtures, 'printed/libreoffice.pdf')),
    eml: strToU8(
      `${head}Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${text}`,
    ),
    csv: strToU8(
      `title,date,text\n${Array.from({ length: many }, (_, row) => `Bridge ${row},2031-03-14,"${text.replaceAll('"', '""')}"`).join('\n')}\n`,
    ),
    xlsx: workbook(escaped.join('\n')),
  }
}

function workbook(text: string): Uint8Array {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
  const cell = (value: string): string => `<c t="inlineStr"><is><t>${value}</t></is></c>`
  const rows = Array.from(
    { length: many },
    (_, row) => `<row>${cell(`Bridge ${row}`)}<c><v>47921</v></c>${cell(text)}</row>`,
  )
  const relations = (type: string, target: string): Uint8Array =>
    strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${office}/${type}" Target="${target}"/></Relationships>`,
    )
  return zipSync(
    {
      '_rels/.rels': relations('officeDocument', 'xl/workbook.xml'),
      'xl/workbook.xml': strToU8(
        `<workbook ${main} xmlns:r="${office}"><sheets><sheet name="One" sheetId="1" r:id="a"/></sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': relations('worksheet', 'worksheets/one.xml'),
      'xl/worksheets/one.xml': strToU8(
        `<worksheet ${main}><sheetData><row>${['Title', 'Date', 'Text'].map(cell).join('')}</row>${rows.join('')}</sheetData></worksheet>`,
      ),
    },
    { level: 1 },
  )
}

import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import v8 from 'node:v8'
import vm from 'node:vm'
import { test } from '@playwright/test'
import { writeExport } from '../electron/export/write-export'
import type { ExportArticle, ExportFormat } from '../shared/formats/format'
import { exportFormats } from '../shared/formats/formats'
import { articleMaker, madeUpContext } from './made-up-articles'
import type { Row } from './table'
import { isSmoke, markdownTable, report } from './table'

/*
 * How fast is a large project exported, and how much memory does it take? Each format that streams tables or lines
 * writes the same made-up articles to the disk, as the command does, fsync and manifest included. What counts
 * is the ratio to a plain JSON.stringify of the same records just before, in time of the processor, and the largest
 * memory of the process.
 */
const articles = isSmoke ? 300 : 100_000
const annotations = 10
const made = articleMaker(articles, annotations)
const names = ['jsonl', 'csv', 'xlsx', 'parquet', 'spacy', 'conll', 'doccano', 'label-studio']
const targetMegabytes = 500

test('exporting a million annotations', async () => {
  test.setTimeout(isSmoke ? 120_000 : 60 * 60_000)
  const rows: Row[] = []
  for (const format of exportFormats.filter(({ name }) => names.includes(name)))
    rows.push(await measured(format))
  report('export', rows)
  markdownTable('export', rows)
})

async function measured(format: ExportFormat): Promise<Row> {
  let characters = 0
  const making = processorSeconds()
  for (const article of made()) characters += article.id.length
  const makingSeconds = making()
  characters = 0
  const stringifying = processorSeconds()
  for (const article of made())
    characters += JSON.stringify({ ...article, document: undefined }).length
  const plain = stringifying() - makingSeconds
  const { seconds, processor, bytes, peak } = await exported(format)
  const own = processor - makingSeconds
  return {
    format: format.name,
    'MB written': bytes / 1e6,
    'seconds on the clock': seconds,
    'seconds of processor': own,
    'MB/s': bytes / 1e6 / own,
    'annotations/s': Math.round((articles * annotations) / own),
    'JSON.stringify MB/s': characters / 1e6 / plain,
    'time against JSON.stringify': own / plain,
    'peak memory MB': peak / 1e6,
    'target MB': targetMegabytes,
  }
}

type Exported = {
  readonly seconds: number
  readonly processor: number
  readonly bytes: number
  readonly peak: number
}

async function exported(format: ExportFormat): Promise<Exported> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'assay-bench-'))
  collectGarbage()
  let peak = 0
  try {
    const start = performance.now()
    const processor = processorSeconds()
    const written = await writeExport({
      format,
      out: path.join(folder, 'export'),
      replace: false,
      toolVersion: '0.0.0',
      context: { ...madeUpContext(), offsetUnit: format.offsetUnit ?? 'codepoint' },
      articles: oneByOne(made()),
      at: '2026-03-02T08:15:30.250Z',
      onProgress: done => {
        if (done % 100 === 0) peak = Math.max(peak, process.memoryUsage.rss())
      },
    })
    peak = Math.max(peak, process.memoryUsage.rss())
    if (!written.ok) throw new Error(`${format.name}: ${written.error.message}`)
    return {
      seconds: (performance.now() - start) / 1000,
      processor: processor(),
      peak,
      bytes: written.value.manifest.files.reduce((sum, file) => sum + file.bytes, 0),
    }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

/** As a project is read: each article after a turn of the event loop, so that others are served. */
async function* oneByOne(given: Iterable<ExportArticle>): AsyncGenerator<ExportArticle> {
  for (const article of given) {
    yield article
    await new Promise(resolve => setImmediate(resolve))
  }
}

/** Lets go of what the format before left, which would be counted for this one. */
function collectGarbage(): void {
  v8.setFlagsFromString('--expose-gc')
  const collect = vm.runInNewContext('gc') as () => void
  collect()
}

/** Starts a watch of the time this process is at work, which others on the machine do not change. */
function processorSeconds(): () => number {
  const before = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1e6
  }
}

import { createHash } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describeIf } from '../testing/describe-if'
import { defaultCodebook } from '../../shared/codebook/default-codebook'
import type { ExportFormat, OffsetUnit } from '../../shared/formats/format'
import { offsetUnits } from '../../shared/formats/format'
import { exportFormats } from '../../shared/formats/formats'
import { jsonl } from '../../shared/formats/jsonl'
import { goldProject } from '../../shared/formats/testing/gold-project'
import {
  countingIds,
  emptyProject,
  exportArticles,
  exportContext,
  importFiles,
} from '../../shared/formats/testing/memory-project'
import type { MemoryProject } from '../../shared/formats/testing/memory-project'
import { manifestName } from './manifest'
import { writeExport } from './write-export'

const here = path.dirname(fileURLToPath(import.meta.url))
const golden = path.join(here, '../../shared/formats/golden')
const at = '2026-03-04T00:00:00.000Z'
let folder: string

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'assay-golden-'))
})
afterAll(() => {
  fs.rmSync(folder, { recursive: true, force: true })
})

/** Pages are printed by a window, which only e2e/pdf.spec.ts has. */
const written = exportFormats.filter(({ isPrinted }) => isPrinted !== true)

const cases = written.flatMap(format =>
  (format.hasOffsetChoice ? offsetUnits : [format.offsetUnit ?? 'codepoint']).map(unit => ({
    format,
    unit,
    name: format.hasOffsetChoice ? `${format.name}-${unit}` : format.name,
  })),
)

/** Those that `judge-datasets.py` reads; every other format has a judge of its own. */
const judgedHere = cases.filter(({ format }) => ['jsonl', 'csv'].includes(format.name))

/** Formats that carry everything come back and are written again with the same bytes. */
const lossless = cases.filter(({ format }) => format === jsonl)

async function* inOrder<Value>(values: readonly Value[]): AsyncGenerator<Value> {
  for (const value of values) yield await Promise.resolve(value)
}

/** Export `project` into a fresh folder and give its path. */
async function exported(
  project: MemoryProject,
  format: ExportFormat,
  unit: OffsetUnit,
): Promise<string> {
  const out = path.join(fs.mkdtempSync(path.join(folder, 'case-')), 'export')
  const written = await writeExport({
    format,
    out,
    replace: false,
    toolVersion: '0.0.0',
    context: exportContext(project, unit),
    articles: inOrder(exportArticles(project)),
    at,
  })
  expect(written.ok).toBe(true)
  return out
}

/** Paths of all files in the folder with their content: as text, or as base64 where it is no text. */
function filesIn(where: string): Map<string, string> {
  return new Map(
    fs
      .readdirSync(where, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => path.relative(where, path.join(entry.parentPath, entry.name)))
      .sort()
      .map(name => {
        const bytes = fs.readFileSync(path.join(where, name))
        const text = bytes.toString('utf8')
        return [name, Buffer.from(text).equals(bytes) ? text : bytes.toString('base64')]
      }),
  )
}

describe('the gold project', () => {
  it.each(cases)(
    'is written byte for byte as the committed $name',
    async ({ format, unit, name }) => {
      const out = await exported(goldProject(), format, unit)
      // ASSAY_UPDATE=1 writes them anew: read the difference, and let the format's judge read the files.
      if (process.env['ASSAY_UPDATE'] === '1') {
        fs.rmSync(path.join(golden, name), { recursive: true, force: true })
        fs.cpSync(out, path.join(golden, name), { recursive: true })
      }
      expect(filesIn(out)).toEqual(filesIn(path.join(golden, name)))
    },
  )

  it.each(lossless)(
    'comes back from the committed $name and is written again with the same bytes',
    async ({ format, unit, name }) => {
      const files = filesIn(path.join(golden, name))
      const imported = importFiles(emptyProject(defaultCodebook), files, {
        newId: countingIds(1),
        at,
      })
      expect(imported.items).toEqual([])
      const again = filesIn(await exported(imported.project, format, unit))
      files.delete(manifestName)
      again.delete(manifestName)
      expect(again).toEqual(files)
    },
  )
})

const python = spawnSync('python3', ['--version'])
const hasPython = python.status === 0

function judge(out: string): { status: number | null; said: string } {
  const run = spawnSync('python3', [path.join(here, 'judge-datasets.py'), out], {
    encoding: 'utf8',
  })
  return { status: run.status, said: `${run.stdout}${run.stderr}`.trim() }
}

/** Change one file of an export and its hash in the manifest, so that only the content can give it away. */
function forge(out: string, file: string, change: (text: string) => string): void {
  const target = path.join(out, file)
  const before = fs.readFileSync(target)
  const after = Buffer.from(change(before.toString('utf8')), 'utf8')
  expect(after.equals(before)).toBe(false)
  fs.writeFileSync(target, after)
  const sha = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
  const manifest = path.join(out, manifestName)
  fs.writeFileSync(
    manifest,
    fs
      .readFileSync(manifest, 'utf8')
      .replace(sha(before), sha(after))
      .replace(`"bytes": ${before.length}`, `"bytes": ${after.length}`),
  )
}

describeIf(hasPython, 'python3 is not installed')('Python, reading an export on its own', () => {
  it.each(judgedHere)('finds every span of $name where it says', async ({ format, unit }) => {
    const out = await exported(goldProject(), format, unit)
    expect(judge(out)).toEqual({ status: 0, said: '11' })
  })

  it('reads the dataset with the lines that its documentation gives', async () => {
    const page = fs.readFileSync(path.join(here, '../../docs/formats/jsonl.md'), 'utf8')
    const script = /```python\n([^`]+)```/.exec(page)?.[1] ?? ''
    const out = await exported(goldProject(), jsonl, 'codepoint')
    const run = spawnSync('python3', ['-c', script], { cwd: out, encoding: 'utf8' })
    expect(run).toMatchObject({ status: 0, stdout: '11\n', stderr: '' })
  })

  it.each([
    {
      name: 'offsets in the other unit',
      format: 'jsonl',
      file: 'articles.jsonl',
      change: (text: string) =>
        text.replaceAll('"offset_unit":"codepoint"', '"offset_unit":"utf16"'),
      said: /instead of|outside/,
    },
    {
      name: 'a line break that only Unicode knows',
      format: 'jsonl',
      file: 'articles.jsonl',
      change: (text: string) => text.replace('\\u2028', '\u2028'),
      said: /Unterminated|JSON|Expecting/,
    },
    {
      name: 'a relation to nowhere',
      format: 'jsonl',
      file: 'articles.jsonl',
      change: (text: string) => text.replace('"to":{"article":"0195', '"to":{"article":"0196'),
      said: /points at nothing/,
    },
    {
      name: 'a cell with a bare quotation mark',
      format: 'csv',
      file: 'spans.csv',
      change: (text: string) => text.replace('""', '"'),
      said: /expected after/,
    },
    {
      name: 'a span one character further',
      format: 'csv',
      file: 'spans.csv',
      change: (text: string) => text.replace(',figure,0,10,', ',figure,1,11,'),
      said: /instead of/,
    },
    {
      name: 'tables whose columns are described in another order',
      format: 'csv',
      file: 'datapackage.json',
      change: (text: string) => text.replace('"name": "title"', '"name": "headline"'),
      said: /other columns/,
    },
    {
      name: 'a column that does not hold what is described',
      format: 'csv',
      file: 'datapackage.json',
      change: (text: string) =>
        text.replace(/("name": "annotator",\s+"type": )"string"/, '$1"integer"'),
      said: /is no integer/,
    },
    {
      name: 'a row that names an article which is not there',
      format: 'csv',
      file: 'articles.csv',
      change: (text: string) => text.replace('01950000-0000-7000-8000-000000000002', '0196'),
      said: /points at nothing/,
    },
  ])('refuses $name', async ({ format: formatName, file, change, said }) => {
    const format = exportFormats.find(({ name }) => name === formatName)
    if (format === undefined) throw new RangeError('No such format')
    const out = await exported(goldProject(), format, 'codepoint')
    forge(out, file, change)
    const judged = judge(out)
    expect(judged.status).toBe(1)
    expect(judged.said).toMatch(said)
  })
})

import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { checkout, expect, test as base } from './app'
import type { Run } from './command-line'
import { tryAssay } from './command-line'
import { writeDataset } from './made-dataset'
import { readArticles, readFolder } from './project-files'
import { trapsText } from './traps'

type Report = Readonly<Record<string, unknown>>

type Shell = {
  readonly at: (...names: readonly string[]) => string
  /** Run a command with `--json`; standard output must be one document, and the exit code this one. */
  readonly assay: (code: 0 | 1 | 2, ...args: readonly string[]) => Report
  /** A project with one text file and one dataset of another program in it. */
  readonly annotatedProject: (name: string) => string
}

const test = base.extend<{ readonly shell: Shell }>({
  shell: async ({ folder }, use) => {
    const at: Shell['at'] = (...names) => path.join(folder, ...names)
    const assay: Shell['assay'] = (code, ...args) => {
      const run = tryAssay([...args, '--json'], folder)
      expect({ args, code: run.code, error: run.error }).toMatchObject({ code })
      expectPlainWords(run)
      return JSON.parse(run.out) as Report
    }
    await use({
      at,
      assay,
      annotatedProject: name => {
        const project = at(name)
        fs.writeFileSync(at('ferry.txt'), trapsText)
        assay(0, 'new', project, '--name', 'Two boats')
        assay(0, 'import', project, at('ferry.txt'))
        assay(0, 'import-annotations', project, '--format', 'jsonl', writeDataset(folder))
        return project
      },
    })
  },
})

/** No stack trace and no name of a source file reaches a user. */
function expectPlainWords(run: Run): void {
  expect(`${run.out}${run.error}`).not.toMatch(/\n\s+at |\.(?:js|ts):\d+|node:internal/)
}

function readLines(file: string): Report[] {
  return fs
    .readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line) as Report)
}

test('every command says how it went by its exit code and prints one document', ({ shell }) => {
  const { at, assay } = shell
  const project = at('boats')
  fs.mkdirSync(at('inbox', 'deeper'), { recursive: true })
  fs.writeFileSync(at('inbox', 'a.txt'), trapsText)
  fs.writeFileSync(at('inbox', 'deeper', 'b.md'), '# Second\n\nWords.\n')
  fs.writeFileSync(at('inbox', 'empty.txt'), '')

  expect(assay(0, 'new', project, '--name', 'Boats')).toEqual({ name: 'Boats', folder: project })
  expect(assay(1, 'new', project)).toMatchObject({ error: { kind: 'refused' } })
  const imported = assay(1, 'import', project, at('inbox'), at('gone.txt'))
  expect(imported['imported']).toHaveLength(2)
  expect(imported['failed']).toEqual([
    { name: 'gone.txt', message: expect.stringContaining('not there any more') },
    { name: 'empty.txt', message: expect.stringContaining('empty'), folder: 'inbox' },
  ])
  const listed = assay(0, 'list', project)
  expect(listed['project']).toMatchObject({ name: 'Boats' })
  expect(listed['articles']).toMatchObject([
    {
      metadata: {
        published: { value: '2031-03-14', from: 'text' },
        place: { value: 'PORT VELL', from: 'text' },
        agency: { value: 'NORDA', from: 'text' },
      },
      counts: {},
    },
    { title: 'Second', metadata: {} },
  ])
  expect(assay(0, 'stats', project)).toMatchObject({ articles: 2, binned: 0, annotations: {} })
  expect(assay(0, 'check', project)).toMatchObject({ ok: true, findings: [] })
  expect(assay(0, 'formats')['formats']).toMatchObject([
    { name: 'jsonl', importable: true, offsetUnit: 'codepoint' },
    { name: 'csv', importable: false },
    { name: 'xlsx', importable: false, offsetUnit: 'codepoint' },
    { name: 'html', importable: false },
    { name: 'pdf', importable: false },
    { name: 'report', importable: false },
    { name: 'parquet', importable: false, offsetUnit: 'codepoint' },
    { name: 'brat', importable: true, offsetUnit: 'codepoint' },
    { name: 'uima', importable: true, offsetUnit: 'utf16' },
    { name: 'label-studio', importable: true },
    { name: 'label-studio-predictions', importable: true },
    { name: 'doccano', importable: true, offsetUnit: 'utf16' },
    { name: 'spacy', importable: false, offsetUnit: 'codepoint' },
    { name: 'conll', importable: false },
    { name: 'web-annotation', importable: true, offsetUnit: 'codepoint' },
  ])
  const exported = assay(0, 'export', project, '--format', 'csv', '--out', at('tables'))
  expect(exported).toMatchObject({ counts: { articles: 2, annotations: 0 }, losses: [] })

  for (const command of ['list', 'check', 'stats'])
    expect(assay(1, command, at('inbox'))).toMatchObject({ error: { kind: 'not-a-project' } })
  expect(assay(1, 'list', at('nowhere'))).toMatchObject({ error: { kind: 'vanished' } })
  for (const wrong of [
    [],
    ['lst', project],
    ['list'],
    ['list', project, at('inbox')],
    ['list', project, '--colour'],
    ['import', project],
    ['export', project, '--format', 'jsonl'],
    ['export', project, '--format', 'jsonl', '--out', at('out'), '--offsets', 'bytes'],
    ['import-annotations', project, at('inbox')],
    ['import-annotations', project, '--format', 'csv', at('inbox')],
  ])
    assay(2, ...wrong)
  expect(fs.existsSync(at('out'))).toBe(false)
  expect(assay(1, 'export', project, '--format', 'word', '--out', at('out'))).toHaveProperty(
    'error',
  )
})

test('a dataset that comes in and goes out again is the same bytes, and Python reads every span', ({
  shell,
}) => {
  const { at, assay, annotatedProject } = shell
  const project = annotatedProject('first')
  assay(0, 'export', project, '--format', 'jsonl', '--out', at('once'))
  assay(0, 'new', at('second'), '--name', 'Second')
  expect(
    assay(0, 'import-annotations', at('second'), '--format', 'jsonl', at('once')),
  ).toMatchObject({ created: 2, merged: 0, refused: 0, items: [] })
  assay(0, 'export', at('second'), '--format', 'jsonl', '--out', at('twice'))
  for (const name of ['articles.jsonl', 'codebook.json', 'annotators.json', 'sources.json'])
    expect(fs.readFileSync(at('twice', name), 'utf8')).toBe(
      fs.readFileSync(at('once', name), 'utf8'),
    )
  expect(readArticles(at('second')).map(({ text }) => text)).toEqual(
    readArticles(project).map(({ text }) => text),
  )
  expect(assay(0, 'check', at('second'))).toMatchObject({ ok: true, counts: { annotations: 4 } })
  // The same once more merges into what is there.
  expect(
    assay(0, 'import-annotations', at('second'), '--format', 'jsonl', at('once')),
  ).toMatchObject({ created: 0, merged: 2 })

  assay(0, 'export', project, '--format', 'csv', '--out', at('tables'), '--offsets', 'utf16')
  const judge = path.join(checkout, 'electron', 'export', 'judge-datasets.py')
  const folders = [at('once'), at('tables')]
  for (const folder of folders) {
    const judged = spawnSync('python3', [judge, folder], { encoding: 'utf8' })
    if (judged.error !== undefined) {
      process.stdout.write('No python3 here: the exports are not read by Python.\n')
      return
    }
    expect(judged.stderr).toBe('')
    // One span for each part: the interrupted quote has two.
    expect(judged.stdout.trim()).toBe('5')
  }
})

test('an export takes what it is asked for, and another one’s place only when told to', ({
  shell,
}) => {
  const { at, assay, annotatedProject } = shell
  const project = annotatedProject('boats')
  const out = at('dataset')
  const exportAs = (code: 0 | 1, ...more: readonly string[]) =>
    assay(code, 'export', project, '--format', 'jsonl', '--out', out, ...more)
  const exportedTypes = () =>
    readLines(path.join(out, 'articles.jsonl')).flatMap(article =>
      (article['annotations'] as { type: string }[]).map(({ type }) => type),
    )

  exportAs(0, '--types', 'quote,figure')
  expect(exportedTypes()).toEqual(['quote', 'figure'])
  expect(exportAs(1)).toHaveProperty('error')
  expect(exportedTypes()).toEqual(['quote', 'figure'])
  // Whoever the dataset does not name carries the id from it.
  exportAs(0, '--force', '--annotator', '01950000-0000-7000-8000-000000000012')
  expect(exportedTypes()).toEqual(['claim', 'rumour'])
  exportAs(0, '--force', '--articles', 'two b*', '--offsets', 'utf16')
  const [article, ...others] = readLines(path.join(out, 'articles.jsonl'))
  expect(others).toEqual([])
  expect(article).toMatchObject({ title: 'Two boats lost', offset_unit: 'utf16' })
  const text = String(article?.['text'])
  const spans = (
    article?.['annotations'] as { spans: { start: number; end: number; text: string }[] }[]
  ).flatMap(annotation => annotation.spans)
  expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(
    spans.map(span => span.text),
  )

  for (const wrong of [
    ['--types', 'quote,rumours'],
    ['--annotator', 'Nobody'],
    ['--articles', 'No such title'],
  ])
    expect(exportAs(1, '--force', ...wrong)).toHaveProperty('error.message')
  expect(readLines(path.join(out, 'articles.jsonl'))).toHaveLength(1)
  // A folder that is no export is never replaced.
  fs.mkdirSync(at('holiday'))
  fs.writeFileSync(at('holiday', 'photo.txt'), 'mine')
  assay(1, 'export', project, '--format', 'jsonl', '--out', at('holiday'), '--force')
  expect(fs.readdirSync(at('holiday'))).toEqual(['photo.txt'])
})

test('check names every file that is damaged, changed or missing, and changes nothing', ({
  shell,
}) => {
  const { assay, annotatedProject } = shell
  const project = annotatedProject('boats')
  const [quoted] = readFolder<{ article: string }>(project, 'annotations')
  const [ferry] = readArticles(project).filter(({ id }) => id !== quoted?.article)
  const annotations = fs.readdirSync(path.join(project, 'annotations'))
  const [damaged = '', edited = ''] = annotations
  const original = ferry?.original.file ?? ''
  fs.truncateSync(path.join(project, 'annotations', damaged), 300)
  const file = path.join(project, 'annotations', edited)
  fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('"start": ', '"start": 1'))
  fs.rmSync(path.join(project, original))
  const article = path.join(project, 'articles', `${quoted?.article ?? ''}.json`)
  fs.writeFileSync(article, fs.readFileSync(article, 'utf8').replace('two boats', 'ten boats'))
  const before = fs.readdirSync(project, { recursive: true }).sort()
  const report = assay(1, 'check', project)
  const findings = report['findings'] as { file: string; problem: string }[]
  expect(report['ok']).toBe(false)
  expect(findings.map(finding => finding.file)).toEqual(
    expect.arrayContaining([
      `annotations/${damaged}`,
      `annotations/${edited}`,
      original,
      `articles/${quoted?.article ?? ''}.json`,
    ]),
  )
  expect(fs.readdirSync(project, { recursive: true }).sort()).toEqual(before)

  const repair = assay(0, 'check', project, '--repair')
  expect(repair).toMatchObject({ ok: true, counts: { annotations: 4 } })
  const { quarantine } = repair as { quarantine: string }
  expect(fs.readFileSync(path.join(project, quarantine, 'list.json'), 'utf8')).toContain(original)
  expect(fs.statSync(path.join(project, quarantine, 'files', 'annotations', damaged)).size).toBe(
    300,
  )
  expect(assay(0, 'check', project, '--repair')).toMatchObject({ items: [] })
})

test('a project that a running program holds is read, and refuses to be written', ({ shell }) => {
  const { at, assay, annotatedProject } = shell
  const project = annotatedProject('boats')
  const boot = fs.existsSync('/proc/sys/kernel/random/boot_id')
    ? fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    : ''
  test.skip(boot === '', 'Only Linux says which start of the machine this is.')
  const lock = path.join(project, '.assay', 'lock')
  const hold = (pid: number) => {
    fs.mkdirSync(path.dirname(lock), { recursive: true })
    const at = '2031-03-14T00:00:00.000Z'
    fs.writeFileSync(lock, JSON.stringify({ pid, host: os.hostname(), boot, at }))
  }
  // This very test runs, so its lock counts.
  hold(process.pid)
  const count = () => assay(0, 'stats', project)['articles']
  expect(count()).toBe(2)
  const refused = assay(1, 'import', project, at('ferry.txt'))
  expect(refused).toMatchObject({ error: { kind: 'read-only' } })
  expect(JSON.stringify(refused)).toContain('another window of Assay')
  assay(1, 'import-annotations', project, '--format', 'jsonl', at('from-elsewhere.jsonl'))
  assay(0, 'check', project)
  expect(count()).toBe(2)
  expect(fs.existsSync(lock)).toBe(true)
  // The lock of a program that has ended does not count.
  const ended = spawnSync(process.execPath, ['--version'])
  hold(ended.pid)
  fs.writeFileSync(at('tide.txt'), 'The tide came in at noon.')
  assay(0, 'import', project, at('tide.txt'))
  expect(count()).toBe(3)
  expect(fs.existsSync(lock)).toBe(false)
})

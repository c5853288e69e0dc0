import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { checkout, expect, test } from './app'
import { tryAssay } from './command-line'
import { readAnnotations } from './project-files'
import { accessFaults } from './window/access'
import { workbench } from './window/workbench'

/** Invented, with an emoji and a line break; every second one is a wire copy of the one before. */
const articles = Object.fromEntries(
  Array.from({ length: 12 }, (_, index) => {
    const story = Math.floor(index / 2)
    const words = Array.from({ length: 80 }, (__, at) => `w${story}x${(at * 37) % 79}`).join(' ')
    return [
      `story-${index}.txt`,
      `Report ${index} 😡\n\nThe mayor Ilse Brandt said: “We counted ${index + 3} boats.”\n\n${words}`,
    ]
  }),
)

type Line = { readonly title: string; readonly annotations: readonly { readonly type: string }[] }

test('the dialog shows what comes out and what is lost, and writes what was asked for', async ({
  folder,
  launch,
  projectWith,
}) => {
  const project = projectWith(articles)
  const out = path.join(folder, 'given away')
  const app = await launch({ args: [project] })
  const window = workbench(app.page)
  await window.isReady()
  await window.selectWords('“We counted 3 boats.”')
  await app.page.keyboard.press('2')
  await window.isSaved()

  await app.page.keyboard.press('ControlOrMeta+e')
  const dialog = window.dialog('Export')
  await dialog.getByRole('combobox', { name: 'Format' }).selectOption('csv')
  const preview = dialog.getByRole('complementary', { name: 'Preview' })
  await expect(preview).toContainText('12 articles with 1 annotation')
  await expect(preview.getByRole('button', { name: 'spans.csv' })).toBeVisible()
  await expect(preview.locator('pre')).toContainText('We counted 3 boats.')

  await dialog.getByRole('combobox', { name: 'Format' }).selectOption('jsonl')
  await expect(preview.locator('pre')).toContainText('"title"')
  await dialog.getByText('Protect sources').click()
  await dialog.getByRole('checkbox', { name: /Pseudonyms/ }).check()
  await dialog.getByRole('checkbox', { name: /Leave the articles’ text out/ }).check()
  await dialog.getByRole('checkbox', { name: /Split into train/ }).check()
  await dialog.getByRole('textbox', { name: 'Train' }).fill('60')
  await dialog.getByRole('textbox', { name: 'Dev' }).fill('none')
  await expect(dialog.getByRole('button', { name: 'Choose a folder…' })).toBeDisabled()
  await dialog.getByRole('textbox', { name: 'Dev' }).fill('20')
  await dialog.getByRole('textbox', { name: 'Test' }).fill('20')
  await app.answerDialogs(out)
  await dialog.getByRole('button', { name: 'Choose a folder…' }).click()
  const report = window.dialog('Export report')
  await expect(report).toContainText('12 articles with 1 annotation')
  await expect(report).toContainText('given away key to sources.json')

  const lines = (split: string): Line[] =>
    fs
      .readFileSync(path.join(out, split, 'articles.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .filter(line => line !== '')
      .map(line => JSON.parse(line) as Line)
  const parts = ['train', 'dev', 'test'].map(lines)
  expect(parts.map(part => part.length)).toEqual([8, 2, 2])
  for (const part of parts) {
    const stories = part.map(({ title }) => Math.floor(Number(/\d+/.exec(title)?.[0]) / 2))
    for (const story of stories) expect(stories.filter(other => other === story)).toHaveLength(2)
  }
  expect(parts.flat().flatMap(line => line.annotations.map(({ type }) => type))).toEqual(['quote'])
  const everything = fs
    .readdirSync(out, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => fs.readFileSync(path.join(entry.parentPath, entry.name), 'utf8'))
    .join('')
  expect(everything).not.toContain('The mayor')
  expect(everything).toContain('We counted 3 boats.')
  const key = JSON.parse(
    fs.readFileSync(path.join(folder, 'given away key to sources.json'), 'utf8'),
  ) as { kind: string }
  expect(key.kind).toBe('pseudonym-key')
})

test('the command line previews, splits and refuses what a format cannot do', ({
  folder,
  projectWith,
}) => {
  const project = projectWith(articles)
  const command = (code: number, ...args: readonly string[]) => {
    const run = tryAssay(['export', project, ...args, '--json'], folder)
    expect(run.code, run.error).toBe(code)
    return JSON.parse(run.out) as Record<string, unknown>
  }
  expect(command(0, '--format', 'csv', '--preview')).toMatchObject({
    articles: 12,
    annotations: 0,
    isComplete: true,
    losses: [],
  })
  const out = path.join(folder, 'out')
  command(0, '--format', 'csv', '--out', out, '--split', '50,0,50', '--seed', '4', '--no-text')
  expect(fs.readdirSync(out)).toEqual(['manifest.json', 'test', 'train'])
  expect(fs.readFileSync(path.join(out, 'train', 'articles.csv'), 'utf8')).not.toContain('mayor')
  expect(command(2, '--format', 'csv', '--out', out, '--split', '50,50')).toHaveProperty('error')
  expect(command(2, '--format', 'csv', '--out', out, '--split', '0,0,0')).toHaveProperty('error')
  expect(
    command(1, '--format', 'jsonl', '--out', path.join(folder, 'x'), '--spreadsheets'),
  ).toMatchObject({ error: { kind: 'refused' } })
})

test('a dataset comes in through the window, and what does not verify is listed', async ({
  folder,
  launch,
  projectWith,
}) => {
  const project = projectWith({ 'one.txt': 'The first article.' })
  const text = 'Ferry late 😡\n“We waited,” she said.'
  const dataset = path.join(folder, 'set.jsonl')
  const annotation = (id: string, start: number, words: string) => ({
    id,
    type: 'quote',
    annotator: 'Ada',
    spans: [{ start, end: start + [...words].length, text: words }],
  })
  fs.writeFileSync(
    dataset,
    `${JSON.stringify({
      id: 'wire-7',
      title: 'Ferry late',
      text,
      offset_unit: 'codepoint',
      annotations: [annotation('T1', 13, '“We waited,”'), annotation('T2', 0, 'We waited')],
    })}\n`,
  )
  const app = await launch({ args: [project] })
  const window = workbench(app.page)
  await window.isReady()
  await window.runCommand('Import an annotated dataset')
  await app.answerDialogs(dataset)
  const dialog = window.dialog('Import an annotated dataset')
  await dialog.getByRole('button', { name: 'Choose a file…' }).click()
  const report = window.dialog('Import report')
  await expect(report).toContainText('1 article imported')
  await expect(report.getByRole('region', { name: 'Left out' })).toContainText('We waited')
  expect(await accessFaults(app.page), 'the report of an annotated dataset').toEqual([])
  await report.getByRole('button', { name: 'Done' }).click()
  await window.openArticle('Ferry late')
  await expect(window.card('Quote', '“We waited,”')).toBeVisible()
  await app.close()
  expect(readAnnotations(project).map(({ quote }) => quote[0]?.exact)).toEqual(['“We waited,”'])
})

test('an export that is interrupted on the command line leaves the earlier one and nothing else', async ({
  folder,
  projectWith,
}) => {
  const many = Array.from({ length: 400 }, (_, index) => [
    `story-${index}.txt`,
    `Report ${index}. ${'Words and words. '.repeat(300)}`,
  ])
  const project = projectWith(Object.fromEntries(many) as Record<string, string>)
  const home = path.join(folder, 'exports')
  const out = path.join(home, 'brat')
  fs.mkdirSync(home)
  const words = ['export', project, '--format', 'jsonl', '--out', out]
  expect(tryAssay(words, folder).code).toBe(0)
  const before = fs.readFileSync(path.join(out, 'manifest.json'), 'utf8')
  const command = [path.join(checkout, 'out', 'main', 'cli.js'), 'export', project]
  const run = spawn(process.execPath, [...command, '--format', 'brat', '--out', out, '--force'], {
    env: { ...process.env, XDG_CONFIG_HOME: path.join(folder, 'config') },
  })
  let said = ''
  run.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  const ended = new Promise<number | null>(resolve => run.once('close', resolve))
  await expect.poll(() => fs.readdirSync(home).length, { intervals: [5] }).toBe(2)
  run.kill('SIGINT')
  expect(await ended).toBe(1)
  expect(said).toContain('it was cancelled')
  expect(fs.readdirSync(home)).toEqual(['brat'])
  expect(fs.readFileSync(path.join(out, 'manifest.json'), 'utf8')).toBe(before)
})

import fs from 'node:fs'
import path from 'node:path'
import type { Annotation } from '../shared/annotation/annotation'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from './app'
import { runAssay, tryAssay } from './command-line'
import { readAnnotations, readArticles } from './project-files'
import { accessFaults } from './window/access'
import { workbench } from './window/workbench'

const text =
  'Harbour\n\nAna Tor said 40 boats sank off Kesmir. The harbour master counted 38 of them.'

const wordsOf = (annotations: readonly Annotation[]): string[] =>
  annotations.map(({ quote }) => quote[0]?.exact ?? '').sort()

function zipOf(folder: string): Uint8Array {
  const files = fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.join(entry.parentPath, entry.name))
  return zipSync(
    Object.fromEntries(
      files.map(file => [
        `copy/${path.relative(folder, file)}`,
        new Uint8Array(fs.readFileSync(file)),
      ]),
    ),
  )
}

test('another copy is merged in the window, undone by one undo, done again, and is on the disk', async ({
  launch,
  projectWith,
  folder,
}) => {
  const project = projectWith({ 'one.txt': text })
  const copy = path.join(folder, 'copy')
  fs.cpSync(project, copy, { recursive: true })
  const line = {
    id: 'ferry',
    title: 'Ferry',
    text: 'Two more boats came home.',
    annotations: [
      { id: 'a', type: 'figure', spans: [{ start: 0, end: 14, text: 'Two more boats' }] },
    ],
  }
  fs.writeFileSync(path.join(folder, 'ferry.jsonl'), `${JSON.stringify(line)}\n`)
  runAssay(
    ['import-annotations', copy, '--format', 'jsonl', path.join(folder, 'ferry.jsonl')],
    folder,
  )

  const app = await launch({ args: [project] })
  const window = workbench(app.page)
  const ferry = window.articles.getByRole('listitem', { name: 'Ferry', exact: true })
  await window.isReady()
  await window.selectWords('40 boats')
  await app.page.keyboard.press('3')
  await window.isSaved()

  await window.runCommand('Merge another copy')
  await app.answerDialogs(copy)
  const dialog = window.dialog('Merge another copy')
  await dialog.getByRole('button', { name: 'Choose a folder…' }).click()
  await expect(dialog.getByText('1 new article')).toBeVisible()
  await expect(dialog.getByText(/^Annotations of .*: 1 new/)).toBeVisible()
  expect(await accessFaults(app.page), 'what will be merged').toEqual([])
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click()
  const report = window.dialog('Merge report')
  await expect(report.getByText(/was merged/)).toBeVisible()
  expect(await accessFaults(app.page), 'what was merged').toEqual([])
  await report.getByRole('button', { name: 'Done' }).click()
  await expect(ferry).toBeVisible()
  await window.text.focus()
  await app.page.keyboard.press('ControlOrMeta+z')
  await expect(ferry).toHaveCount(0)
  await window.isSaved()
  await app.page.keyboard.press('ControlOrMeta+Shift+z')
  await expect(ferry).toBeVisible()
  await window.isSaved()
  await app.close()
  expect(wordsOf(readAnnotations(project))).toEqual(['40 boats', 'Two more boats'])
  expect(runAssay(['check', project], folder)).toMatchObject({ ok: true })
})

test('on the command line a dry run changes nothing, a second merge neither, and a zip file is as good as a folder', ({
  projectWith,
  folder,
}) => {
  const project = projectWith({ 'one.txt': text })
  const copy = path.join(folder, 'copy')
  fs.cpSync(project, copy, { recursive: true })
  fs.writeFileSync(path.join(folder, 'two.txt'), 'Ferry\n\nTwo more boats came home.')
  runAssay(['import', copy, path.join(folder, 'two.txt')], folder)
  const zip = path.join(folder, 'copy.zip')
  fs.writeFileSync(zip, zipOf(copy))

  expect(runAssay(['merge', project, zip, '--dry-run'], folder)).toMatchObject({
    isDryRun: true,
    counts: { articles: 1, conflicts: 0 },
  })
  expect(readArticles(project)).toHaveLength(1)
  expect(runAssay(['merge', project, zip], folder)).toMatchObject({ steps: 1, isNothing: false })
  expect(readArticles(project)).toHaveLength(2)
  expect(runAssay(['merge', project, copy], folder)).toMatchObject({ isNothing: true, steps: 0 })
  expect(fs.readdirSync(path.join(project, 'originals')).sort()).toEqual(
    fs.readdirSync(path.join(copy, 'originals')).sort(),
  )
  expect(runAssay(['check', project], folder)).toMatchObject({ ok: true })
})

test('another project and a damaged copy are refused with what to do, and nothing changes', ({
  projectWith,
  folder,
}) => {
  const project = projectWith({ 'one.txt': text })
  const other = path.join(folder, 'other')
  runAssay(['new', other, '--name', 'Another'], folder)
  const refused = tryAssay(['merge', project, other], folder)
  expect(refused.code).toBe(1)
  expect(refused.error).toContain('“Another” is another project, not a copy of this one')
  expect(refused.error).toContain('as an annotated dataset')

  const copy = path.join(folder, 'copy')
  fs.cpSync(project, copy, { recursive: true })
  const [article = ''] = fs.readdirSync(path.join(copy, 'articles'))
  fs.writeFileSync(path.join(copy, 'articles', article), '{"cut')
  const damaged = tryAssay(['merge', project, copy], folder)
  expect(damaged.code).toBe(1)
  expect(damaged.error).toContain('The other copy “copy” is damaged, so nothing was merged')
  expect(damaged.error).toContain('assay check --repair')
  fs.writeFileSync(path.join(folder, 'no.zip'), strToU8('no zip at all'))
  expect(tryAssay(['merge', project, path.join(folder, 'no.zip')], folder).error).toContain(
    'damaged or cut off',
  )
  expect(tryAssay(['merge', project, project], folder).error).toContain('the project itself')
  expect(readArticles(project)).toHaveLength(1)
})

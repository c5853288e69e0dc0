import fs from 'node:fs'
import path from 'node:path'
import type { ArticleEdits } from '../shared/article/article'
import type { Codebook } from '../shared/codebook/codebook'
import { expect, test } from './app'
import { runAssay } from './command-line'
import { readArticles, readFolder } from './project-files'
import { accessFaults } from './window/access'
import { dropFiles } from './window/drop-files'
import { detailsOf } from './window/details'
import { workbench } from './window/workbench'

function fieldsIn(project: string) {
  const codebook = fs.readFileSync(path.join(project, 'codebook.json'), 'utf8')
  return (JSON.parse(codebook) as Codebook).fields
}

/** What people wrote about the project's articles, by the key of the detail. */
function writtenIn(project: string): Record<string, string>[] {
  return readFolder<ArticleEdits>(project, 'metadata').map(content =>
    Object.fromEntries(
      Object.entries(content.metadata ?? {}).map(([key, { value }]) => [key, value]),
    ),
  )
}

test('fields are added, filled in, filtered by, renamed and deleted without losing a value', async ({
  launch,
  folder,
  projectWith,
}) => {
  const project = projectWith({
    'bridge.txt': 'Bridge gives way 🌉\n\nThe bridge gave way at noon.',
    'market.txt': 'The market burned at night.',
  })
  const app = await launch({ args: [project] })
  const { page } = app
  const window = workbench(page)
  const { keyboard } = page
  await window.isReady()
  await window.openArticle('Bridge gives way 🌉')

  // Added from the details, by keyboard.
  const details = detailsOf(page)
  await details.open()
  await details.form.getByRole('button', { name: 'Add fields to all articles…' }).press('Enter')
  const dialog = window.dialog('Codebook')
  const part = dialog.getByRole('region', { name: 'Fields of articles' })
  const save = dialog.getByRole('button', { name: 'Save', exact: true })
  await part.getByRole('button', { name: 'Add a field' }).press('Enter')
  await keyboard.type('Publisher')
  await expect(dialog.getByRole('status', { name: 'What is missing' })).toContainText(
    'Every article has “Publisher” already.',
  )
  await expect(save).toBeDisabled()
  await keyboard.press('ControlOrMeta+a')
  await keyboard.type('Ownership')
  await part.getByRole('combobox', { name: 'Holds' }).selectOption('One of some choices')
  await part.getByRole('button', { name: 'Add a choice' }).press('Enter')
  await keyboard.type('Party press')
  await keyboard.press('Enter')
  await keyboard.type('Independent')
  for (const [label, kind] of [
    ['Reach', 'Number'],
    ['Archived', 'Web address'],
    ['Paywalled', 'Yes or no'],
  ] as const) {
    await part.getByRole('button', { name: 'Add a field' }).press('Enter')
    await keyboard.type(label)
    await part.getByRole('group', { name: label }).getByRole('combobox').selectOption(kind)
  }
  expect(await accessFaults(page)).toEqual([])
  await save.click()
  await window.isSaved()

  await details.open()
  await details.choose('Ownership', 'Party press')
  await details.write('Reach', '40 to 45')
  await expect(details.field('Reach')).toHaveAccessibleDescription(
    'This field takes one number, not a range.',
  )
  await details.write('Reach', '4,500')
  await details.write('Archived', 'archive.example/2031/bridge')
  await details.choose('Paywalled', 'No')
  await expect(details.field('Reach')).toHaveAccessibleDescription('Written by hand')
  await details.close()
  await window.isSaved()

  const filter = window.articles.getByRole('searchbox')
  for (const [words, count] of [
    ['ownership:"party press"', 1],
    ['reach:>4000', 1],
    ['reach:>5000', 0],
    ['paywalled:none', 1],
    ['', 2],
  ] as const) {
    await filter.fill(words)
    await expect(window.articles.getByRole('listitem')).toHaveCount(count)
    // How many are left is said beside how many there are.
    const counted = count === 2 ? 'Articles 2' : `Articles ${count.toString()} of 2`
    await expect(window.articles.getByRole('heading', { name: counted, exact: true })).toBeVisible()
  }

  // A renamed field keeps its key; a deleted one says what it touches and takes nothing along.
  await window.runCommand('Edit the codebook')
  await dialog.getByRole('button', { name: 'Fields of articles' }).click()
  await part.getByRole('group', { name: 'Ownership' }).getByLabel('Name').fill('Who owns it')
  await part.getByRole('button', { name: 'Delete Reach' }).click()
  await expect(part.getByRole('region', { name: 'Not asked for' })).toContainText(
    'Reach: 1 article with a value',
  )
  await save.click()
  await expect(dialog.getByRole('group', { name: 'Reach' })).toContainText(
    '1 article has it and keeps it',
  )
  await save.click()
  await window.isSaved()
  await details.open()
  const others = details.form.getByRole('region', { name: 'Other details' })
  await expect(others.getByLabel('reach')).toHaveValue('4500')
  await expect(details.field('Who owns it')).toHaveValue('party-press')
  await details.close()
  await window.text.focus()
  await keyboard.press('ControlOrMeta+z')
  await window.isSaved()
  await keyboard.press('ControlOrMeta+Shift+z')
  await window.isSaved()
  await app.close()

  expect(fieldsIn(project)?.map(({ key, label, kind }) => [key, label, kind])).toEqual([
    ['ownership', 'Who owns it', 'choice'],
    ['archived', 'Archived', 'url'],
    ['paywalled', 'Paywalled', 'yes-no'],
  ])
  expect(writtenIn(project)).toEqual([
    {
      archived: 'https://archive.example/2031/bridge',
      ownership: 'party-press',
      paywalled: 'no',
      reach: '4500',
    },
  ])
  expect(runAssay(['check', project], folder)).toMatchObject({ ok: true })
  expect(runAssay(['list', project], folder)).toMatchObject({
    fields: [{ key: 'ownership' }, { key: 'archived' }, { key: 'paywalled' }],
    articles: [{ metadata: { reach: { value: '4500', from: 'person' } } }, {}],
  })
  const said = runAssay(['history', project], folder) as { events: { what: string }[] }
  expect(said.events.map(({ what }) => what)).toContain('Who owns it set to Party press')

  // Out and in again: the fields come with the dataset.
  const [out, copy] = [path.join(folder, 'out'), path.join(folder, 'copy')]
  runAssay(['export', project, '--format', 'jsonl', '--out', out], folder)
  runAssay(['new', copy], folder)
  runAssay(['import-annotations', copy, '--format', 'jsonl', out], folder)
  expect(fieldsIn(copy)).toEqual(fieldsIn(project))
})

test('columns of a table fill the project’s own fields', async ({
  launch,
  folder,
  projectWith,
}) => {
  const project = projectWith({ 'first.txt': 'Something that was here before.' })
  const app = await launch({ args: [project] })
  const window = workbench(app.page)
  const { page } = app
  await window.isReady()
  await window.runCommand('Edit the codebook')
  const dialog = window.dialog('Codebook')
  await dialog.getByRole('button', { name: 'Fields of articles' }).click()
  for (const [label, kind] of [
    ['Reach', 'Number'],
    ['Seen by', 'Text'],
  ] as const) {
    await dialog.getByRole('button', { name: 'Add a field' }).press('Enter')
    await page.keyboard.type(label)
    await dialog.getByRole('group', { name: label }).getByRole('combobox').selectOption(kind)
  }
  await dialog.getByRole('button', { name: 'Save', exact: true }).click()
  await window.isSaved()

  const table = path.join(folder, 'wire.csv')
  fs.writeFileSync(
    table,
    'reach,who,title,text\n"4,500",Ana Tor,Dam breaks,The dam broke in the night.\nlots,,Road closed,The road is closed again.\n',
  )
  await dropFiles(page, [table])
  const columns = window.dialog('Columns of the table')
  await expect(columns.getByRole('combobox', { name: 'reach' })).toHaveValue('field:reach')
  await columns.getByRole('combobox', { name: 'who' }).selectOption('Seen by')
  await columns.getByRole('combobox', { name: 'text' }).selectOption('Text of the article')
  await columns.getByRole('button', { name: 'Import 2 articles' }).click()
  const report = window.dialog('Import report')
  await expect(report).toContainText('Its column “reach” says “lots”, which “Reach” cannot take.')
  await report.getByRole('button', { name: 'Done' }).click()
  await window.openArticle('Dam breaks')
  const details = detailsOf(page)
  await details.open()
  await expect(details.field('Reach')).toHaveValue('4500')
  await expect(details.field('Reach')).toHaveAccessibleDescription(
    'From a column of the table: “reach: 4,500”',
  )
  await details.close()
  await app.close()

  const found = readArticles(project).map(({ metadata }) => [
    metadata['reach']?.value,
    metadata['seen-by']?.value,
  ])
  expect(found).toEqual([
    [undefined, undefined],
    ['4500', 'Ana Tor'],
    [undefined, undefined],
  ])
})

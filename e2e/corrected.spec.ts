import fs from 'node:fs'
import path from 'node:path'
import type { ArticleEdits } from '../shared/article/article'
import { expect, test } from './app'
import { runAssay, tryAssay } from './command-line'
import { writeDataset } from './made-dataset'
import { readArticles, wordsByArticle } from './project-files'
import { accessFaults } from './window/access'
import { detailsOf } from './window/details'
import { dropFiles } from './window/drop-files'
import { workbench } from './window/workbench'

const rest =
  'The engineers who looked after the wall had asked for money twice since the flood of the year before, the mayor said on Monday, and the ministry had answered neither of their letters until the week in which it gave way.'
const hebrew = 'ראש העיר אמרה: המים הגיעו לעיר בתוך שעה.'
const first = `Dam breaks\n\nThe dam broke 🌊 at dawn. Nobody was warned. Some 40 people fled to the hills.\n\n${hebrew}\n\n${rest}\n`
const corrected = `Dam breaks\n\nCorrection: the mayor gave a warning.\n\nThe dam broke 🌊 at dawn. Some 40 people fled to the hills.\n\n${hebrew}\n\n${rest}\n`

function detailsIn(project: string): (ArticleEdits | undefined)[] {
  return readArticles(project).map(({ id }) => {
    const file = path.join(project, 'metadata', `${id}.json`)
    return fs.existsSync(file)
      ? (JSON.parse(fs.readFileSync(file, 'utf8')) as ArticleEdits)
      : undefined
  })
}

test('a corrected file that is imported takes the place of the earlier article, from the report', async ({
  launch,
  folder,
  projectWith,
}) => {
  const project = projectWith({ 'dam.txt': first, 'other.txt': 'Ferries\n\nNothing happened.' })
  const app = await launch({ args: [project] })
  const { keyboard } = app.page
  const window = workbench(app.page)
  await window.isReady()
  for (const [words, key] of [
    ['dam broke 🌊 at', '1'],
    ['Nobody was warned', '1'],
    ['המים הגיעו לעיר', '2'],
  ] as const) {
    await window.selectWords(words)
    await keyboard.press(key)
  }
  await window.isSaved()

  // The same name, as it comes again; and what was reprinted elsewhere, to be a copy of both.
  const again = path.join(folder, 'again')
  fs.mkdirSync(again)
  fs.writeFileSync(path.join(again, 'dam.txt'), corrected)
  fs.writeFileSync(path.join(again, 'reprint.txt'), first.replace('Some 40', 'Some 50'))
  await dropFiles(app.page, [path.join(again, 'reprint.txt'), path.join(again, 'dam.txt')])
  const report = window.dialog('Import report')
  const copies = report.getByRole('region', { name: 'Copies' }).getByRole('listitem')
  await expect(copies).toHaveCount(2)
  expect(await accessFaults(app.page)).toEqual([])
  const replace = copies
    .last()
    .getByRole('button', { name: 'Replace the earlier one with Dam breaks' })
  await replace.click()
  const dialog = window.dialog('Another version of the article')
  await expect(dialog).toContainText('2 annotations were found in its text')
  await expect(dialog.getByRole('region', { name: 'Could not be placed' })).toContainText(
    '“Nobody was warned”',
  )
  await expect(dialog.getByRole('button', { name: 'As a new article' })).toHaveCount(0)
  expect(await accessFaults(app.page)).toEqual([])
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(copies.last()).toBeFocused()
  await keyboard.press('Tab')
  await keyboard.press('Tab')
  await keyboard.press('Tab')
  await expect(replace).toBeFocused()
  await keyboard.press('Enter')
  await dialog.getByRole('button', { name: 'Replace the earlier one' }).click()
  await expect(copies.last()).toContainText(
    'It took the place of “Dam breaks”; 1 annotation could not be placed',
  )
  await expect(copies.last()).toBeFocused()
  await expect(replace).toHaveCount(0)
  await expect(copies.first().getByRole('button', { name: /Replace the earlier/ })).toHaveCount(0)
  await report.getByRole('button', { name: 'Done' }).click()
  await expect(window.text).toContainText('Correction: the mayor')
  await expect(window.card('Claim', 'dam broke 🌊 at')).toBeVisible()
  await expect(window.card('Quote', 'המים הגיעו לעיר')).toBeVisible()
  await expect(window.articles.getByRole('listitem')).toHaveCount(3)
  const details = detailsOf(app.page)
  await details.open()
  await expect(details.form.getByRole('region', { name: 'Earlier version' })).toContainText(
    '1 annotation could not be placed',
  )
  await expect(details.form.getByRole('region', { name: 'Copies' })).toContainText('Its copies')
  await details.close()
  await window.isSaved()

  // Another window reads the same.
  const second = await launch({ args: [project] })
  const looking = workbench(second.page)
  await looking.isReady()
  await looking.openArticle('Ferries')
  await second.page.keyboard.press('Alt+PageDown')
  await second.page.keyboard.press('Alt+PageDown')
  await expect(looking.text).toContainText('Correction: the mayor')
  await expect(looking.card('Claim', 'dam broke 🌊 at')).toBeVisible()
  await second.close()
  await app.close()

  const [wire, ferries, reprint, later] = readArticles(project).map(({ id }) => id)
  const replaced = {
    words: [['Nobody was warned'], [], [], ['dam broke 🌊 at', 'המים הגיעו לעיר']],
    details: [
      { replacedBy: later, removedAt: expect.any(String) as unknown },
      undefined,
      { metadata: { copyOf: { value: later, from: 'person' } } },
      { replaces: wire, metadata: { copies: { value: reprint, from: 'person' } } },
    ],
  }
  expect(wordsByArticle(project)).toEqual(replaced.words)
  expect(detailsIn(project)).toMatchObject(replaced.details)
  expect(ferries).toBeDefined()
  expect(runAssay(['check', project], folder)).toMatchObject({ ok: true, findings: [] })

  // Undo after a restart: the replacement first, then the import.
  const reopened = await launch({ args: [project], userData: app.userData })
  const back = workbench(reopened.page)
  await back.isReady()
  const rows = back.articles.getByRole('listitem')
  await expect(rows).toHaveCount(3)
  await reopened.page.keyboard.press('ControlOrMeta+z')
  await expect(rows).toHaveCount(4)
  await expect(back.articles.getByRole('heading')).toContainText('2 of them copies')
  await reopened.page.keyboard.press('ControlOrMeta+z')
  await expect(rows).toHaveCount(2)
  await back.openArticle('Dam breaks')
  await expect(back.text).not.toContainText('Correction')
  for (const words of ['dam broke 🌊 at', 'Nobody was warned'])
    await expect(back.card('Claim', words)).toBeVisible()
  await expect(back.card('Quote', 'המים הגיעו לעיר')).toBeVisible()

  // Redone, and killed right then.
  await reopened.page.keyboard.press('ControlOrMeta+Shift+z')
  await expect(rows).toHaveCount(4)
  await reopened.page.keyboard.press('ControlOrMeta+Shift+z')
  await expect(rows).toHaveCount(3)
  await expect(back.articles.getByRole('heading')).toContainText('1 of them a copy')
  await expect(back.text).toContainText('Correction: the mayor')
  await expect(back.card('Quote', 'המים הגיעו לעיר')).toBeVisible()
  await back.isSaved()
  await reopened.kill()
  const after = await launch({ args: [project], userData: app.userData })
  await workbench(after.page).isReady()
  await after.close()
  expect(wordsByArticle(project)).toEqual(replaced.words)
  expect(detailsIn(project)).toMatchObject(replaced.details)
  expect(runAssay(['check', project], folder)).toMatchObject({ ok: true, findings: [] })
})

test('a file of the same name with quite another text is offered, too, and nothing changes when it has gone', async ({
  launch,
  folder,
  projectWith,
}) => {
  const project = projectWith({ 'dam.txt': first })
  const app = await launch({ args: [project] })
  const window = workbench(app.page)
  await window.isReady()
  await window.selectWords('dam broke 🌊 at')
  await app.page.keyboard.press('1')
  const again = path.join(folder, 'again')
  fs.mkdirSync(again)
  fs.writeFileSync(
    path.join(again, 'dam.txt'),
    'Dam breaks\n\nWithdrawn: what was said here before was wrong.\n',
  )
  await dropFiles(app.page, [path.join(again, 'dam.txt')])
  const report = window.dialog('Import report')
  await expect(report.getByRole('region', { name: 'Copies' })).toHaveCount(0)
  const versions = report.getByRole('region', { name: 'Corrected versions' })
  await expect(versions).toContainText('From a file of the same name as “Dam breaks”')
  const replace = versions.getByRole('button', { name: /Replace the earlier one/ })
  await replace.click()
  const dialog = window.dialog('Another version of the article')
  await expect(dialog).toContainText('No annotation was found in its text; 1 could not be placed.')

  const later = path.join(project, 'articles', `${readArticles(project)[1]?.id ?? ''}.json`)
  fs.renameSync(later, `${later}.away`)
  await dialog.getByRole('button', { name: 'Replace the earlier one' }).click()
  await expect(versions.getByRole('listitem').getByRole('alert')).toContainText(
    'its file is missing',
  )
  await expect(versions.getByRole('listitem')).toBeFocused()
  expect(await accessFaults(app.page)).toEqual([])
  fs.renameSync(`${later}.away`, later)
  await replace.click()
  await dialog.getByRole('button', { name: 'Replace the earlier one' }).click()
  await expect(versions).toContainText('It took the place of “Dam breaks”; 1 annotation could')
  await report.getByRole('button', { name: 'Done' }).click()
  await expect(window.articles.getByRole('listitem')).toHaveCount(1)
  await expect(window.text).toContainText('Withdrawn')
  await app.close()
  expect(wordsByArticle(project)).toEqual([['dam broke 🌊 at'], []])
  expect(runAssay(['check', project], folder)).toMatchObject({ ok: true, findings: [] })
})

test('a copy that was annotated takes the place of the earlier article from its details, and keeps its own', async ({
  launch,
  folder,
  projectWith,
}) => {
  const project = projectWith({ 'dam.txt': first, 'dam2.txt': corrected })
  const app = await launch({ args: [project] })
  const { keyboard } = app.page
  const window = workbench(app.page)
  await window.isReady()
  await window.selectWords('dam broke 🌊 at')
  await keyboard.press('1')
  await keyboard.press('Alt+PageDown')
  await expect(window.text).toContainText('Correction')
  await window.selectWords('gave a warning')
  await keyboard.press('1')
  const details = detailsOf(app.page)
  await details.open()
  await details.write('Place', 'Halvik')
  const copies = details.form.getByRole('region', { name: 'Copies' })
  await copies.getByRole('button', { name: 'Replace it with this one…' }).click()
  const dialog = window.dialog('Another version of the article')
  await expect(dialog).toContainText('The annotation that it has already stays.')
  await dialog.getByRole('button', { name: 'Replace the earlier one' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(window.card('Claim', 'dam broke 🌊 at')).toBeVisible()
  await expect(window.card('Claim', 'gave a warning')).toBeVisible()
  await window.text.focus()
  await keyboard.press('ControlOrMeta+z')
  await expect(window.cards.getByRole('group')).toHaveCount(1)
  await keyboard.press('ControlOrMeta+Shift+z')
  await expect(window.cards.getByRole('group')).toHaveCount(2)
  await window.isSaved()
  await app.close()
  expect(wordsByArticle(project)).toEqual([[], ['gave a warning', 'dam broke 🌊 at']])
  expect(detailsIn(project)[1]).toMatchObject({
    replaces: readArticles(project)[0]?.id,
    metadata: { place: { value: 'Halvik', from: 'person' } },
  })
  expect(detailsIn(project)[1]?.metadata).not.toHaveProperty('copyOf')
  expect(runAssay(['check', project], folder)).toMatchObject({ ok: true, findings: [] })
})

test('on the command line a file takes the place of an article, too, and what is left over is listed', ({
  folder,
  projectWith,
}) => {
  const project = projectWith({})
  runAssay(['import-annotations', project, '--format', 'jsonl', writeDataset(folder)], folder)
  const [earlier] = readArticles(project)
  const id = earlier?.id ?? ''
  const file = path.join(folder, 'boats.txt')
  fs.writeFileSync(
    file,
    `Corrected.\n\n${(earlier?.text ?? '').replace('Some 40 to 45 people', 'A crowd').replaceAll('\n', '\n\n')}`,
  )
  const wrong = [
    tryAssay(['import', project, file, '--replace', 'Nothing so called'], folder),
    tryAssay(['import', project, file, file, '--replace', id], folder),
    tryAssay(['import', project, writeTable(folder), '--replace', id], folder),
  ]
  expect(wrong.map(({ code, error }) => [code, error])).toEqual([
    [1, expect.stringContaining('No article has the id or title “Nothing so called”')],
    [2, expect.stringContaining('--replace takes one file')],
    [1, expect.stringContaining('is a table')],
  ])
  expect(readArticles(project)).toHaveLength(1)

  const done = runAssay(['import', project, file, '--replace', id], folder)
  const [, later] = readArticles(project)
  expect(done).toMatchObject({
    article: later?.id,
    replaced: id,
    placed: 3,
    moved: 3,
    lost: [{ type: 'figure', words: 'Some 40 to 45 people' }],
  })
  expect(wordsByArticle(project)).toEqual([
    ['Some 40 to 45 people'],
    expect.arrayContaining(['“We lost two boats 😡,” … “and nobody came.”']),
  ])
  expect(runAssay(['check', project], folder)).toMatchObject({ ok: true, findings: [] })
  const again = tryAssay(['import', project, file, '--replace', id], folder)
  expect([again.code, again.error]).toEqual([1, expect.stringContaining('taken the place of')])
})

function writeTable(folder: string): string {
  const file = path.join(folder, 'table.csv')
  fs.writeFileSync(file, 'title,text\nDam,It broke\n')
  return file
}

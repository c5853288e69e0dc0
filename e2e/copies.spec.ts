import fs from 'node:fs'
import path from 'node:path'
import type { ArticleEdits } from '../shared/article/article'
import { expect, test } from './app'
import { runAssay, tryAssay } from './command-line'
import { readArticles, readFolder } from './project-files'
import { dropFiles } from './window/drop-files'
import { workbench } from './window/workbench'

const report = [
  'HALVIK, March 14 (Kestra Wire) - The wall of the Oravna dam gave way in the night to Monday.',
  'Nineteen people were missing in Lower Miren by noon, the head of the rescue service said.',
  'Interior Minister Dana Osk promised help for every house that the water had reached.',
  'The dam, which was built in 1968, had been inspected twice since the warning of 2028.',
].join('\n\n')
const reprint = `${report.replace('Nineteen people', 'Twenty people')}\n\nWith reports of the desk.\n`

test('reprints are linked as copies, shown with what differs, and decided on with undo', async ({
  launch,
  folder,
  projectWith,
}) => {
  const project = projectWith({ 'wire.txt': report })
  const files = Object.entries({
    'courier.txt': reprint,
    'same.txt': report.replaceAll('\n', '\r\n'),
    'other.txt': 'Something else altogether happened far away from any dam.',
  }).map(([name, text]) => {
    fs.writeFileSync(path.join(folder, name), text)
    return path.join(folder, name)
  })
  const app = await launch({ args: [project] })
  const { page } = app
  const window = workbench(page)
  await window.isReady()
  await dropFiles(page, files)
  const dialog = window.dialog('Import report')
  await expect(dialog).toContainText('3 articles imported.')
  const copies = dialog.getByRole('region', { name: 'Copies' }).getByRole('listitem')
  await expect(copies).toHaveText([/About \d\d % the same as/, /The same text as/])
  await copies.first().getByRole('button', { name: 'Show the difference' }).click()
  const difference = dialog.getByLabel('Difference')
  await expect(difference.locator('del').first()).toHaveText('Nineteen')
  await expect(difference.locator('ins').first()).toHaveText('Twenty')
  await copies.last().getByRole('combobox').selectOption('Leave the new one out')
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(window.articles.getByRole('listitem')).toHaveCount(3)
  await expect(window.articles.getByRole('heading')).toContainText('1 of them a copy')
  await page.getByRole('button', { name: 'Details' }).click()
  const details = page.getByRole('dialog', { name: 'Details' })
  await expect(details.getByRole('region', { name: 'Copies' })).toContainText('A copy of')
  await page.keyboard.press('Escape')
  await window.text.focus()
  await page.keyboard.press('Control+Z')
  await expect(window.articles.getByRole('listitem')).toHaveCount(4)
  await expect(window.articles.getByRole('heading')).toContainText('2 of them copies')
  await page.keyboard.press('Control+Z')
  await expect(window.articles.getByRole('listitem')).toHaveCount(1)
  await page.keyboard.press('Control+Shift+Z')
  await expect(window.articles.getByRole('listitem')).toHaveCount(4)
  await window.isSaved()
  await app.close()

  const [wire, courier, same] = readArticles(project).map(({ id }) => id)
  const edits = readFolder<ArticleEdits>(project, 'metadata')
  expect(edits.map(({ metadata }) => metadata)).toEqual([
    { copies: { value: `${courier ?? ''} ${same ?? ''}`, from: 'person' } },
    {
      copyOf: {
        value: wire,
        from: 'text',
        found: expect.stringMatching(/^\d\d % of the words in a row$/) as unknown,
      },
    },
    { copyOf: { value: wire, from: 'text', found: 'the same text' } },
  ])
  expect(runAssay(['check', project], folder)).toMatchObject({ ok: true })
})

test('an import that was cancelled leaves whole articles, and goes on when asked again', async ({
  launch,
  folder,
  projectWith,
}) => {
  const project = projectWith({})
  const inbox = path.join(folder, 'many')
  fs.mkdirSync(inbox)
  const total = 800
  for (let number = 0; number < total; number += 1)
    fs.writeFileSync(
      path.join(inbox, `${number.toString().padStart(4, '0')}.txt`),
      `Report ${number} of the day.\n\nIt says ${(number * 7919).toString(36)} and ${(number * 104729).toString(36)}.\n`,
    )
  const app = await launch({ args: [project] })
  const { page } = app
  const window = workbench(page)
  await expect(page.getByText('No articles yet').first()).toBeVisible()
  await dropFiles(page, [inbox])
  const progress = page.getByRole('status', { name: 'Import' })
  await expect(progress).toContainText(/Importing \d+ of 800/)
  await progress.getByRole('button', { name: 'Cancel' }).click()
  const dialog = window.dialog('Import report')
  await expect(dialog).toContainText('It was cancelled.')
  await dialog.getByRole('button', { name: 'Done' }).click()
  await app.close()

  const before = readArticles(project).length
  expect(before).toBeLessThan(total)
  expect(fs.readdirSync(path.join(project, 'originals'))).toHaveLength(before)
  expect(runAssay(['check', project], folder)).toMatchObject({ ok: true })
  const again = runAssay(['import', project, inbox, '--copies', 'keep'], folder) as {
    imported: object[]
    present: object[]
  }
  expect([again.imported.length, again.present.length]).toEqual([total - before, before])
  expect(readArticles(project)).toHaveLength(total)
})

test('what was copied elsewhere becomes an article with its address', async ({
  launch,
  folder,
  projectWith,
}) => {
  const project = projectWith({})
  const app = await launch({ args: [project] })
  const { page } = app
  const window = workbench(page)
  await expect(page.getByText('No articles yet').first()).toBeVisible()
  const copy = (html: string, text: string) =>
    app.electron.evaluate(
      ({ clipboard }, given) => {
        void clipboard.write(given as never)
      },
      { html, text },
    )
  await copy(
    '<h1>The dam breaks</h1><p>HALVIK, March 14 (Kestra Wire) - The wall <b>gave way</b>.<script>globalThis.pwned = 1</script></p>',
    'The dam breaks',
  )
  await page.keyboard.press('Control+V')
  await expect(window.dialog('Import report')).toContainText('1 article imported.')
  await page.keyboard.press('Escape')
  await expect(window.text.locator('h1')).toHaveText('The dam breaks')
  await expect(window.text.locator('strong')).toHaveText('gave way')

  // In a field it is pasted as words, as ever.
  await copy('', 'flood')
  const filter = window.articles.getByRole('searchbox')
  await filter.focus()
  await page.keyboard.press('Control+V')
  await expect(filter).toHaveValue('flood')
  await filter.fill('')

  await app.electron.evaluate(({ clipboard }) => {
    const older = clipboard as unknown as { writeBuffer: (format: string, bytes: Buffer) => void }
    older.writeBuffer(
      'text/x-moz-url-priv',
      Buffer.from('https://courier.example/dam?page=2', 'utf16le'),
    )
  })
  await window.runCommand('Paste as a new article')
  const nothing = page.getByText('There is no text on the clipboard')
  await expect(nothing).toBeVisible()
  // The next import is about something else.
  await copy('<p>VARNE, May 3 - The vote was <s>310</s> 301.<br><br>It was counted twice.</p>', '')
  await window.runCommand('Paste as a new article')
  await expect(window.dialog('Import report')).toContainText('Struck through in the original')
  await page.keyboard.press('Escape')
  await expect(nothing).toHaveCount(0)
  await expect(window.text.locator('s')).toHaveText('310')
  await app.close()
  expect(readArticles(project).map(({ text, original }) => [text, original.name])).toEqual([
    ['The dam breaks\nHALVIK, March 14 (Kestra Wire) - The wall gave way.', 'Pasted.html'],
    ['VARNE, May 3 - The vote was 310 301.\nIt was counted twice.', 'Pasted.html'],
  ])
  const run = tryAssay(['import', project, 'nowhere', '--copies', 'perhaps'], folder)
  expect([run.code, run.error]).toEqual([2, expect.stringContaining('link, keep or skip')])
})

import fs from 'node:fs'
import path from 'node:path'
import type { Block } from '../shared/article/blocks'
import { checkout, expect, test } from './app'
import { runAssay } from './command-line'
import { readArticles } from './project-files'
import { dropFiles } from './window/drop-files'
import { workbench } from './window/workbench'

const fixtures = path.join(checkout, 'electron', 'import', 'fixtures', 'office')
const fixture = (extension: string): string => path.join(fixtures, `bridge-report.${extension}`)

/** The kinds of the blocks, from the outermost in. */
function kinds(blocks: readonly Block[]): unknown[] {
  return blocks.map(block => {
    switch (block.type) {
      case 'bulletList':
      case 'orderedList':
        return [block.type, ...block.content.map(item => kinds(item.content))]
      case 'blockquote':
        return [block.type, ...kinds(block.content)]
      default:
        return block.type
    }
  })
}

test('documents of word processors and books come in by drop and by dialog, the same from each', async ({
  launch,
  folder,
  projectWith,
}) => {
  const project = projectWith({})
  const old = path.join(folder, 'old.doc')
  fs.writeFileSync(
    old,
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(512),
      Buffer.from('WordDocument', 'utf16le'),
    ]),
  )
  const cut = path.join(folder, 'cut.docx')
  fs.writeFileSync(cut, fs.readFileSync(fixture('docx')).subarray(0, 6000))
  const app = await launch({ args: [project] })
  const { page } = app
  const window = workbench(page)
  await expect(page.getByText('No articles yet').first()).toBeVisible()
  await dropFiles(page, [...['docx', 'odt', 'rtf'].map(fixture), old, cut])
  const report = window.dialog('Import report')
  await expect(report).toContainText('3 articles imported, 2 files left out.')
  await expect(
    report.getByRole('region', { name: 'Not imported' }).getByRole('listitem'),
  ).toHaveText([/^old\.doc.*Word before 2007/, /^cut\.docx.*damaged or cut off/])
  await expect(report.getByRole('region', { name: 'Imported', exact: true })).toContainText(
    'what was inserted is in the text, what was deleted is not',
  )
  await page.keyboard.press('Escape')
  await expect(window.text).toContainText('Image left out: The bridge on Tuesday')
  await app.answerDialogs([fixture('epub')])
  await page.getByRole('button', { name: 'Import articles' }).click()
  await expect(report).toContainText('1 article imported.')
  await page.keyboard.press('Escape')
  await window.isSaved()
  await app.close()

  const articles = readArticles(project)
  const [docx, odt, rtf, epub] = articles
  expect(docx?.text).toContain('The letter is in the archive.[2]\nIt was read aloud,')
  expect(kinds(docx?.document.content ?? [])).toContainEqual([
    'bulletList',
    ['paragraph'],
    ['paragraph', ['bulletList', ['paragraph'], ['paragraph']]],
    ['paragraph'],
  ])
  expect(odt?.document).toEqual(docx?.document)
  expect(rtf?.document).toEqual(docx?.document)
  expect(epub?.text).toContain('[i] Report 4/31, page 2.')
  expect(articles.map(({ title }) => title)).toEqual(
    articles.map(() => 'The bridge that nobody measured'),
  )
  expect(articles.map(({ original }) => path.extname(original.file ?? ''))).toEqual([
    '.docx',
    '.odt',
    '.rtf',
    '.epub',
  ])
  expect(runAssay(['check', project], folder)).toMatchObject({ ok: true, counts: { articles: 4 } })
})

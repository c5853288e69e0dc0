import path from 'node:path'
import { checkout, expect, test } from './app'
import { readArticles } from './project-files'
import { dropFiles } from './window/drop-files'
import { workbench } from './window/workbench'

const printed = path.join(checkout, 'electron/import/fixtures/printed')

test('a PDF comes in with its headings, its page numbers left out, and what is scanned is named', async ({
  launch,
  projectWith,
}) => {
  const project = projectWith({})
  const { page } = await launch({ args: [project] })
  const window = workbench(page)
  await expect(page.getByText('No articles yet').first()).toBeVisible()
  await dropFiles(page, [path.join(printed, 'libreoffice.pdf'), path.join(printed, 'scanned.pdf')])
  const report = window.dialog('Import report')
  await expect(report).toContainText('1 article imported, 1 file left out.')
  await expect(
    report.getByRole('region', { name: 'Not imported' }).getByRole('listitem'),
  ).toHaveText([/^scanned\.pdf.*it has no text, only pictures of pages/])
  await expect(report.getByRole('region', { name: 'Imported', exact: true })).toContainText(
    'Left out because pages repeat it at their top or bottom: “The Velmore Courier',
  )
  await report.getByRole('button', { name: 'Done' }).click()
  await window.isReady()
  await expect(
    window.text.getByRole('heading', { name: 'How the numbers were counted' }),
  ).toHaveAttribute('data-page', '2')
  const [article] = readArticles(project)
  expect(article?.original.mediaType).toBe('application/pdf')
  expect(article?.metadata['published']).toEqual({
    value: '2031-03-03',
    from: 'text',
    found: 'The Velmore Courier · Monday, 3 March 2031',
  })
  expect(article?.document.content.slice(-2).map(block => 'attrs' in block && block.attrs)).toEqual(
    [{ page: 2 }, { page: 1 }],
  )
})

test('a mail and a saved page come in with what their headers say', async ({
  launch,
  projectWith,
}) => {
  const mailed = path.join(checkout, 'electron/import/fixtures/mailed')
  const project = projectWith({})
  const { page } = await launch({ args: [project] })
  const window = workbench(page)
  await expect(page.getByText('No articles yet').first()).toBeVisible()
  await dropFiles(page, [
    path.join(mailed, 'both-parts.eml'),
    path.join(mailed, 'saved-page.mhtml'),
  ])
  const report = window.dialog('Import report')
  await expect(report).toContainText('2 articles imported.')
  await expect(report).toContainText('1 attachment')
  await report.getByRole('button', { name: 'Done' }).click()
  await window.isReady()
  await page.getByRole('button', { name: 'Details' }).click()
  await expect(page.getByRole('dialog', { name: 'Details' })).toContainText(
    'From the head of the mail: “Lena Duarte <lena@paper.example>”',
  )
  const articles = readArticles(project)
  expect(articles.map(({ original }) => original.mediaType).sort()).toEqual([
    'message/rfc822',
    'multipart/related',
  ])
  expect(articles.map(({ metadata }) => metadata['url']?.value)).toContain(
    'https://paper.example/2031/03/ferry',
  )
})

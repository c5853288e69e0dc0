import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import type { ArticleEdits } from '../shared/article/article'
import type { Block, Inline } from '../shared/article/blocks'
import { checkout, expect, test } from './app'
import { runAssay } from './command-line'
import { readArticles, readFolder } from './project-files'
import { dropFiles } from './window/drop-files'
import { workbench } from './window/workbench'

/** The blocks of an article as a short tree: kinds, nesting, marks and the first words of each. */
function outline(blocks: readonly Block[], indent = ''): string[] {
  return blocks.flatMap(block => {
    switch (block.type) {
      case 'paragraph':
        return [`${indent}p ${inlineOutline(block.content)}`]
      case 'heading':
        return [`${indent}h${block.attrs.level.toString()} ${inlineOutline(block.content)}`]
      case 'leftOut':
        return [`${indent}left out: ${block.attrs.what}, ${firstWords(block.attrs.label)}`]
      case 'blockquote':
        return [`${indent}quote`, ...outline(block.content, `${indent}  `)]
      case 'bulletList':
      case 'orderedList':
        return [
          `${indent}${block.type}`,
          ...block.content.flatMap(item => outline(item.content, `${indent}  - `)),
        ]
    }
  })
}

function inlineOutline(content: readonly Inline[] = []): string {
  return content
    .map(part =>
      part.type === 'hardBreak'
        ? '⏎'
        : `${firstWords(part.text)}${(part.marks ?? []).map(mark => `[${mark.type}]`).join('')}`,
    )
    .join(' + ')
}

function firstWords(text: string): string {
  return text.trim().split(/\s/).slice(0, 3).join(' ')
}

const sample = path.join(checkout, 'electron', 'sample')
const wire = path.join(sample, 'dam-breaks-above-lower-miren.txt')
const courier = path.join(sample, 'lower-miren-counts-its-missing.md')
const desk = path.join(sample, 'minister-corrects-flood-figures.html')

test('dropped files come in with their structure and with details that say where they came from', async ({
  launch,
  folder,
  projectWith,
}) => {
  const project = projectWith({})
  const app = await launch({ args: [project] })
  const { page } = app
  const window = workbench(page)
  await expect(page.getByText('No articles yet').first()).toBeVisible()
  await dropFiles(page, [wire, courier, desk])
  const report = window.dialog('Import report')
  await expect(report).toContainText('3 articles imported.')
  await expect(
    report.getByRole('region', { name: 'Imported', exact: true }).getByRole('listitem'),
  ).toHaveText([
    /^A wall of the Oravna dam gave way/,
    /^“We shouted from the roofs”/,
    /^Minister corrects flood figures .*Left out, with a mark where it stood: 1 image\.$/,
  ])
  await report.getByRole('button', { name: 'Done' }).click()
  await window.isReady()
  await expect(window.articles.getByRole('listitem')).toHaveCount(3)

  await expect(page.getByText('14 March 2031 · HALVIK · KESTRA WIRE')).toBeVisible()
  await page.getByRole('button', { name: 'Details' }).click()
  const details = page.getByRole('dialog', { name: 'Details' })
  await expect(details).toContainText('From the text: “date 2031-03-14”')
  await expect(details.getByText('From the text', { exact: true })).toBeVisible()
  const published = details.getByRole('textbox', { name: 'Published' })
  await published.fill('14 March')
  await published.press('Enter')
  await expect(details).toContainText('Write the date as 2022, 2022-01, 2022-01-29 or 29 Jan 2022.')
  await published.fill('2031-03-15')
  await details.getByRole('textbox', { name: 'Place' }).fill('Halvik')
  await details.getByRole('textbox', { name: 'Agency' }).fill('')
  await details.getByRole('textbox', { name: 'Title', exact: true }).fill('The dam breaks')
  await page.keyboard.press('Enter')
  await expect(details.getByText('Written by hand')).toHaveCount(2)
  await page.keyboard.press('Escape')
  await expect(details).toHaveCount(0)
  await expect(page.getByText('15 March 2031 · Halvik', { exact: true })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Text of The dam breaks' })).toBeVisible()

  await window.openArticle('“We shouted from the roofs”: Lower Miren counts its missing')
  const hebrew = window.text.getByText('איבדנו את הבית, אבל כולנו בחיים.')
  expect(await hebrew.evaluate(element => getComputedStyle(element).direction)).toBe('rtl')
  const link = window.text.getByText('published both letters')
  await expect(link).toHaveAttribute('title', 'https://institute.example/oravna')
  await expect(window.text.getByRole('link')).toHaveCount(0)
  await window.openArticle('Minister corrects flood figures as dam chief steps down')
  await expect(window.text).toContainText('Image left out: A rescue boat in a flooded street')
  await window.isSaved()
  await app.close()

  const articles = readArticles(project)
  expect(articles.map(({ document }) => outline(document.content))).toEqual([
    [
      'p date 2031-03-14 HALVIK,',
      'p “The water came',
      'p Interior Minister Dana',
      'p The dam, which',
      'p Rene\u0301 Alvarsen, a',
      'p Prosecutors have opened',
      'p President Marta Kelden',
      'p The search goes',
    ],
    [
      'h1 “We shouted from',
      'p LOWER MIREN[bold] + — On the',
      'p Nineteen people were',
      'p The town hall',
      'bulletList',
      '  - p 1 450 houses',
      '  - p between 3,500 and',
      '  - p two schools, a',
      'p Oravna Hydro, the + spillway[italic] + . On Friday',
      'quote',
      '  p Warned in 2028.',
      'p So wrote the + published both letters[link] + to the company.',
      'p The Levi family,',
      'p איבדנו את הבית,',
      'p It means that',
      'p The mayor denied',
    ],
    [
      'h1 Minister corrects flood',
      'p ARVANA, Kestria (Meridian',
      'left out: image, A rescue boat',
      'p Mill Street in',
      'p Interior Minister Dana',
      'p The minister also',
      'h2 “It was on',
      'p Petra Lindqvar, the',
      'p Prosecutors said that',
      'p What was said',
      'p Day | Source',
      'p 14 March |',
      'p 15 March |',
      'p 18 March |',
      'p Rene\u0301 Alvarsen, the + The Halvik Courier[italic] + reported that only',
    ],
  ])
  expect(
    articles.map(({ metadata }) =>
      Object.entries(metadata).map(([field, { value, from }]) => `${field}: ${value} (${from})`),
    ),
  ).toEqual([
    ['agency: KESTRA WIRE (text)', 'place: HALVIK (text)', 'published: 2031-03-14 (text)'],
    [
      'authors: Ines Brandal and Tomas Weir (text)',
      'language: en (text)',
      'place: LOWER MIREN (text)',
      'published: 2031-03-15 (text)',
      'publisher: The Halvik Courier (text)',
      'url: https://courier.example/2031/03/15/lower-miren (text)',
    ],
    [
      'agency: Meridian Desk (text)',
      'authors: Clara Oduya (html-meta)',
      'language: en (html-meta)',
      'place: ARVANA, Kestria (text)',
      'published: 2031-03-18 (html-meta)',
      'publisher: Meridian Desk (html-meta)',
      'url: https://desk.example/kestria/dam-figures (html-meta)',
    ],
  ])
  for (const [index, file] of [wire, courier, desk].entries())
    expect(
      fs
        .readFileSync(path.join(project, articles[index]?.original.file ?? ''))
        .equals(fs.readFileSync(file)),
    ).toBe(true)
  const [edits, ...others] = readFolder<ArticleEdits>(project, 'metadata')
  expect(others).toEqual([])
  expect(edits).toMatchObject({
    title: 'The dam breaks',
    metadata: {
      published: { value: '2031-03-15', from: 'person' },
      place: { value: 'Halvik', from: 'person' },
      agency: { value: '', from: 'person' },
    },
  })
  const { articles: listed } = runAssay(['list', project], folder) as { articles: object[] }
  expect(listed[0]).toMatchObject({ title: 'The dam breaks' })
  expect(listed[0]).not.toHaveProperty('metadata.agency')
})

test('what cannot be read is named with its reason, and everything else comes in', async ({
  launch,
  folder,
  projectWith,
}) => {
  const project = projectWith({})
  const inbox = path.join(folder, 'inbox')
  const file = (name: string, content: string | Uint8Array) => {
    fs.mkdirSync(path.dirname(path.join(inbox, name)), { recursive: true })
    fs.writeFileSync(path.join(inbox, name), content)
    return path.join(inbox, name)
  }
  const socket = net.createServer().listen(path.join(inbox, 'socket.txt'))
  const dropped = [
    file('good.txt', 'A good article.\n'),
    file('empty.txt', ''),
    file('blank.txt', ' \r\n\t\n'),
    file('picture.txt', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')),
    file('huge.txt', Buffer.alloc(26 * 1024 * 1024, 'a word ')),
    file(
      'caf\u00e9.txt',
      Buffer.from('Le caf\xe9 \x93ferm\xe9\x94 depuis l\x92\xe9t\xe9.', 'latin1'),
    ),
    path.dirname(file('folder/inside.md', '# Inside\n\nFound in a folder.\n')),
    path.join(inbox, 'socket.txt'),
    path.join(inbox, 'vanished.txt'),
  ]
  const app = await launch({ args: [project] })
  const { page } = app
  const window = workbench(page)
  await expect(page.getByText('No articles yet').first()).toBeVisible()
  await dropFiles(page, dropped)
  const report = window.dialog('Import report')
  await expect(report).toContainText('3 articles imported, 6 files left out.')
  await expect(
    report.getByRole('region', { name: 'Not imported' }).getByRole('listitem'),
  ).toHaveText([
    /^vanished\.txt.*not there any more/,
    /^empty\.txt.*no text in it/,
    /^blank\.txt.*no text in it/,
    /^picture\.txt.*a PNG picture/,
    /^huge\.txt.*larger than 25 MB/,
    /^socket\.txt.*not a file with text in it/,
  ])
  await expect(report.getByRole('region', { name: 'Imported', exact: true })).toContainText(
    'guessed to be windows-1252',
  )
  const said = await report.innerText()
  expect(said).not.toContain(folder)
  expect(said).not.toMatch(/\bat .+:\d+:\d+|E[A-Z]{4,}/)
  await report.getByRole('button', { name: 'Done' }).click()

  // Through the dialog of the system; what was chosen is gone by the time it is read.
  const late = file('late.txt', 'A late article.\n')
  await app.answerDialogs([path.join(inbox, 'vanished.txt'), path.join(inbox, 'good.txt'), late])
  await page.getByRole('button', { name: 'Import articles' }).click()
  await expect(report).toContainText('1 article imported, 1 file there already, 1 file left out.')
  await report.getByRole('button', { name: 'Copy the report' }).click()
  await expect(report.getByRole('button', { name: 'Copied' })).toBeVisible()
  expect(await app.electron.evaluate(({ clipboard }) => clipboard.readText())).toMatch(
    /^not imported\tvanished\.txt\t.*\nimported\tA late article\t\nthere already\tgood\.txt\tA good article\n$/,
  )
  await page.keyboard.press('Escape')
  await dropFiles(page, [path.join(inbox, 'empty.txt')])
  await expect(report).toContainText('0 articles imported, 1 file left out.')
  await page.keyboard.press('Escape')
  await expect(window.articles.getByRole('listitem')).toHaveCount(4)
  await app.close()
  socket.close()

  const articles = readArticles(project)
  expect(articles.map(({ text, original }) => [text, original.encoding])).toEqual([
    ['A good article.', 'utf-8'],
    ['Le caf\u00e9 “ferm\u00e9” depuis l’\u00e9t\u00e9.', 'windows-1252'],
    ['Inside\nFound in a folder.', 'utf-8'],
    ['A late article.', 'utf-8'],
  ])
  expect(fs.readdirSync(path.join(project, 'originals'))).toHaveLength(4)
  expect(runAssay(['check', project], folder)).toMatchObject({ ok: true, counts: { articles: 4 } })
})

test('a file that is made to be slow or to fill the memory is named, and harms nothing', async ({
  launch,
  folder,
  projectWith,
}) => {
  const project = projectWith({})
  const userData = path.join(folder, 'settings')
  fs.mkdirSync(userData)
  fs.writeFileSync(
    path.join(userData, 'config.json'),
    JSON.stringify({ reading: { megabytes: 512, seconds: 2 } }),
  )
  const files = {
    'before.txt': 'It came in before.',
    'slow.md': `${'|a'.repeat(60_000)}|\n${'|-'.repeat(60_000)}|\n`,
    'maze.html': `${'<div>'.repeat(1_000_000)}Nobody gets here.`,
    'after.txt': 'It came in after.',
  }
  const dropped = Object.entries(files).map(([name, text]) => {
    fs.writeFileSync(path.join(folder, name), text)
    return path.join(folder, name)
  })
  const app = await launch({ args: [project], userData })
  const { page } = app
  const window = workbench(page)
  await expect(page.getByText('No articles yet').first()).toBeVisible()
  await dropFiles(page, dropped)
  const report = window.dialog('Import report')
  await expect(report).toContainText('2 articles imported, 2 files left out.', { timeout: 40_000 })
  await expect(
    report.getByRole('region', { name: 'Not imported' }).getByRole('listitem'),
  ).toHaveText([
    /^slow\.md.*took longer than 2 seconds, so it was stopped/,
    // On a busy machine its time is up before its memory is.
    /^maze\.html.*(?:needs more than 512 MB of memory|took longer than 2 seconds), so it was stopped/,
  ])
  await report.getByRole('button', { name: 'Done' }).click()
  await expect(window.articles.getByRole('listitem')).toHaveCount(2)
  await app.close()
  expect(readArticles(project).map(({ text }) => text)).toEqual([
    'It came in before.',
    'It came in after.',
  ])
  expect(fs.readdirSync(path.join(project, 'originals'))).toHaveLength(2)
  expect(runAssay(['check', project], folder)).toMatchObject({ ok: true, counts: { articles: 2 } })
})

test('date, place and agency are read from the real articles, whose text stays as it is', ({
  folder,
  projectWith,
}) => {
  const real = path.join(checkout, '..', 'shared', 'articles')
  test.skip(!fs.existsSync(real), 'No real articles beside the checkout.')
  const names = fs
    .readdirSync(real)
    .filter(name => name.endsWith('.txt'))
    .sort()
  const project = projectWith({})
  runAssay(['import', project, ...names.map(name => path.join(real, name))], folder)
  const { articles } = runAssay(['list', project], folder) as {
    articles: { metadata: Record<string, { value: string; from: string }> }[]
  }
  const found = articles.map(({ metadata }) =>
    ['published', 'place', 'agency'].map(field => {
      const entry = metadata[field]
      return entry === undefined ? 'none' : `${entry.value} (${entry.from})`
    }),
  )
  const head = (name: string) => fs.readFileSync(path.join(real, name), 'utf8').slice(0, 200)
  const dated = names.map(name => `${/ date (\S+)/.exec(head(name))?.[1] ?? '?'} (text)`)
  expect(found.map(([published]) => published)).toEqual(dated)
  expect(found.map(([, place]) => place)).toEqual(names.map(() => 'NUR-SULTAN (text)'))
  expect(found.map(([, , agency]) => agency)).toEqual(['none', 'TASS (text)'])
  for (const [index, article] of readArticles(project).entries()) {
    const text = fs.readFileSync(path.join(real, names[index] ?? ''), 'utf8')
    const words = (all: string) => all.split(/\s+/).filter(Boolean)
    expect(words(article.text)).toEqual(words(text))
    expect(article.text.startsWith(' date ')).toBe(true)
  }
})

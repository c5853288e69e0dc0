import fs from 'node:fs'
import path from 'node:path'
import { runAssay } from './command-line'
import { checkout, expect, test } from './app'
import { readAnnotations, readArticles, readFolder, withoutIdsAndTimes } from './project-files'
import { trapsText } from './traps'
import { workbench } from './window/workbench'
import type { AnnotationsFile } from '../shared/project/files'

type Case = {
  readonly name: string
  readonly file: string
  readonly content: string | Uint8Array
  readonly quote: string
  readonly claim: string
  readonly figure: string
  readonly speaker: string
}

/** Real articles beside the checkout, when they are there; they are input, never part of the project. */
function realArticles(): Case[] {
  const folder = path.join(checkout, '..', 'shared', 'articles')
  if (!fs.existsSync(folder)) {
    process.stdout.write('No real articles beside the checkout: only our own texts are used.\n')
    return []
  }
  return fs
    .readdirSync(folder)
    .filter(name => name.endsWith('.txt'))
    .map(name => {
      const content = fs.readFileSync(path.join(folder, name), 'utf8')
      const quote = /[“"]([^“”"\n]{40,700})[”"]/.exec(content)?.[1] ?? content.slice(100, 300)
      const claim = quote.split(' ').slice(1, 9).join(' ')
      return {
        name: `a real article, ${name}`,
        file: name,
        content,
        quote,
        claim,
        figure: claim.split(' ').slice(1, 3).join(' '),
        speaker: 'The president',
      }
    })
}

/** One of the bundled articles, as a file. */
function bundled(file: string): string {
  return fs.readFileSync(path.join(checkout, 'electron', 'sample', file), 'utf8')
}

/** Our own texts: their files are compared with committed ones. */
const ownCases: readonly Case[] = [
  {
    name: 'bundled text',
    file: 'dam-breaks-above-lower-miren.txt',
    content: bundled('dam-breaks-above-lower-miren.txt'),
    quote:
      '“The water came within nine minutes,” said Ilmar Tosk, a spokesman for the service, “and most of the people in the lower streets were asleep.”',
    claim: 'The water came within nine minutes',
    figure: 'nine minutes',
    speaker: 'Ilmar Tosk',
  },
  {
    name: 'bundled markdown',
    file: 'lower-miren-counts-its-missing.md',
    content: bundled('lower-miren-counts-its-missing.md'),
    quote:
      '“We went from house to house,” he said, “and we asked every neighbour. Fourteen was never our number.”',
    claim: 'Fourteen was never our number',
    figure: 'Fourteen',
    speaker: 'Samuel Adeyo',
  },
  {
    name: 'bundled html',
    file: 'minister-corrects-flood-figures.html',
    content: bundled('minister-corrects-flood-figures.html'),
    quote:
      '“Both numbers were right,” she said, “on the day and with the lists that each of them had.”',
    claim: 'Both numbers were right',
    figure: 'Both numbers',
    speaker: 'Dana Orlec',
  },
  {
    name: 'traps',
    file: 'ferry.txt',
    content: trapsText,
    quote:
      '“We counted 1,450 passengers,” Rene\u0301e Dvo\u0159\u00e1k said, “and not one lifeboat was missing.”',
    claim: 'We counted 1,450 passengers',
    figure: '1,450 passengers',
    speaker: 'Rene\u0301e Dvo\u0159\u00e1k',
  },
]

for (const given of [...ownCases, ...realArticles()])
  test(`${given.name}: import, tag, undo, reopen and export by keyboard alone`, async ({
    launch,
    folder,
    projectWith,
  }) => {
    const project = projectWith({})
    const inbox = path.join(folder, 'inbox', given.file)
    fs.writeFileSync(inbox, given.content)
    const app = await launch({ args: [project] })
    const { page } = app
    const window = workbench(page)
    await expect(page.getByText('No articles yet').first()).toBeVisible()
    await app.answerDialogs(inbox)
    await page.keyboard.press('ControlOrMeta+i')
    await page.getByRole('dialog', { name: 'Import report' }).waitFor()
    await page.keyboard.press('Escape')
    await window.isReady()
    const shaAtImport = readArticles(project)[0]?.textSha256

    await window.selectWords(given.quote)
    await page.keyboard.press('2')
    await page.keyboard.press('Enter')
    await page.keyboard.type(given.speaker)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await expect(window.text).toBeFocused()
    await window.selectWords(given.claim)
    await page.keyboard.press('1')
    await window.selectWords(given.figure)
    await page.keyboard.press('3')
    await window.isSaved()
    await expect(
      window.cards.getByRole('group', { name: /^(?:Claim|Quote|Figure): / }),
    ).toHaveCount(3)

    await page.keyboard.press('ControlOrMeta+z')
    await expect(window.cards.getByRole('group', { name: /^Figure: / })).toHaveCount(0)
    await page.keyboard.press('ControlOrMeta+Shift+z')
    await expect(window.cards.getByRole('group', { name: /^Figure: / })).toHaveCount(1)
    await window.isSaved()
    await app.close()

    const annotations = readAnnotations(project)
    expect(annotations.map(({ type, quote }) => [type, quote.map(({ exact }) => exact)])).toEqual(
      expect.arrayContaining([
        ['quote', [given.quote]],
        ['claim', [given.claim]],
        ['figure', [given.figure]],
      ]),
    )
    const [source] = readFolder<{ name: string; id: string }>(project, 'sources')
    expect(source?.name).toBe(given.speaker)
    expect(annotations.find(({ type }) => type === 'quote')?.attributes).toEqual({
      speaker: source?.id,
    })

    const again = await launch({ args: [project], userData: app.userData })
    const reopened = workbench(again.page)
    await reopened.isReady()
    await expect(
      reopened.cards.getByRole('group', { name: /^(?:Claim|Quote|Figure): / }),
    ).toHaveCount(3)
    await expect(reopened.cards.getByText(given.speaker, { exact: true })).toBeVisible()
    const out = path.join(folder, 'dataset')
    await again.answerDialogs(out)
    await again.page.keyboard.press('ControlOrMeta+e')
    const dialog = again.page.getByRole('dialog', { name: 'Export' })
    await dialog.getByRole('button', { name: 'Choose a folder…' }).press('Enter')
    await expect(again.page.getByText(/3 annotations/)).toBeVisible()
    await again.close()
    expect(readArticles(project)[0]?.textSha256).toBe(shaAtImport)
    expect(runAssay(['check', project], folder)).toMatchObject({ ok: true, findings: [] })
    expectSpansInCodePoints(path.join(out, 'articles.jsonl'))
    if (ownCases.includes(given)) expectCommitted(given.name, project, out)
  })

/** Every span of a dataset cuts its own words out of the text, counted as Python counts. */
function expectSpansInCodePoints(file: string): void {
  const lines = fs.readFileSync(file, 'utf8').trimEnd().split('\n')
  let spans = 0
  for (const line of lines) {
    const article = JSON.parse(line) as {
      text: string
      annotations: { spans: { start: number; end: number; text: string }[] }[]
    }
    const characters = [...article.text]
    for (const span of article.annotations.flatMap(annotation => annotation.spans)) {
      expect(characters.slice(span.start, span.end).join('')).toBe(span.text)
      spans += 1
    }
  }
  expect(spans).toBe(3)
}

/** The files equal the committed ones, but for ids and times. ASSAY_UPDATE=1 writes them anew, to be read before committing. */
function expectCommitted(name: string, project: string, out: string): void {
  const [annotations] = readFolder<AnnotationsFile>(project, 'annotations')
  const [article] = readArticles(project)
  const actual = {
    'article.json': JSON.stringify(article, undefined, 2),
    'annotations.json': JSON.stringify(annotations, undefined, 2),
    'articles.jsonl': fs.readFileSync(path.join(out, 'articles.jsonl'), 'utf8'),
  }
  const folder = path.join(checkout, 'e2e', 'expected', name.replaceAll(' ', '-'))
  for (const [title, text] of Object.entries(actual)) {
    const file = path.join(folder, title)
    if (process.env['ASSAY_UPDATE'] === '1') {
      fs.mkdirSync(folder, { recursive: true })
      fs.writeFileSync(file, withoutIdsAndTimes(text))
    }
    expect(withoutIdsAndTimes(text), title).toBe(fs.readFileSync(file, 'utf8'))
  }
}

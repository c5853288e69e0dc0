import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import type { App } from './app'
import { expect, test } from './app'
import { tryAssay } from './command-line'
import { workbench } from './window/workbench'

const quote = '“We counted 14 boats,”'
const text = `Boats counted again\n\nThe mayor Ilse Brandt said: ${quote} but nobody believed her.\n\n${'More words follow here. '.repeat(120)}`

async function exportPdf(app: App, out: string): Promise<string> {
  const window = workbench(app.page)
  await app.page.keyboard.press('ControlOrMeta+e')
  const dialog = window.dialog('Export')
  await dialog.getByRole('combobox', { name: 'Format' }).selectOption('pdf')
  await app.answerDialogs(out)
  await dialog.getByRole('button', { name: 'Choose a folder…' }).click()
  const report = window.dialog('Export report')
  await expect(report).toContainText('1 article')
  await app.page.keyboard.press('Escape')
  const [file] = fs.readdirSync(out).filter(name => name.endsWith('.pdf'))
  return path.join(out, file ?? '')
}

test('an annotated article is printed as PDF, the same bytes each time, and never without a window', async ({
  folder,
  launch,
  projectWith,
}) => {
  const project = projectWith({ 'boats.txt': text })
  const app = await launch({ args: [project] })
  const window = workbench(app.page)
  await window.isReady()
  await window.selectWords(quote)
  await app.page.keyboard.press('2')
  await window.isSaved()

  const first = await exportPdf(app, path.join(folder, 'first'))
  const second = await exportPdf(app, path.join(folder, 'second'))
  const bytes = fs.readFileSync(first)
  expect(path.basename(first)).toMatch(/^boats-counted-again.*\.pdf$/)
  expect(bytes.equals(fs.readFileSync(second))).toBe(true)
  const written = bytes.toString('latin1')
  expect(written.startsWith('%PDF-1.')).toBe(true)
  // Tagged, so that a screen reader can read it; more than one page; nothing that runs.
  expect(written).toContain('/MarkInfo <</Type /MarkInfo\n/Marked true>>')
  expect(written.match(/\/Type \/Page\n/g)?.length).toBeGreaterThan(1)
  expect(written).not.toMatch(/\/(?:JavaScript|Launch|OpenAction)\b/)

  const reading = spawnSync('pdftotext', ['-layout', first, '-'], { encoding: 'utf8' })
  if (reading.error === undefined) {
    const words = reading.stdout.replaceAll(/\s+/g, ' ')
    expect(reading.stderr).toBe('')
    expect(words).toContain('The mayor Ilse Brandt said: “We counted 14')
    expect(words).toContain('Quote')
    expect(words).toMatch(/1\s*\/\s*\d/)
    // A file that was cut off is not taken for a whole one.
    const cut = path.join(folder, 'cut.pdf')
    fs.writeFileSync(cut, bytes.subarray(0, bytes.length / 2))
    expect(spawnSync('pdftotext', [cut, '-'], { encoding: 'utf8' }).stderr).toMatch(/Error/)
  } else console.warn('pdftotext is not installed, so nobody else read the PDF')

  const refused = tryAssay(
    ['export', project, '--format', 'pdf', '--out', path.join(folder, 'third'), '--json'],
    folder,
  )
  expect(refused.code).toBe(1)
  expect(JSON.parse(refused.out)).toMatchObject({
    error: { kind: 'refused', message: expect.stringContaining('--format html') },
  })
  expect(fs.existsSync(path.join(folder, 'third'))).toBe(false)
})

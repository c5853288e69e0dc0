import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { checkout, expect, test } from './app'
import { readArticles } from './project-files'
import { startScreen } from './window/start-screen'
import { workbench } from './window/workbench'

test('articles named at the start wait for a project; a second start brings more into the open one', async ({
  launch,
  folder,
}) => {
  const names = ['ferry 🚢.txt', 'הסכר.md', 'dam.txt', 'later.txt']
  for (const name of names) fs.writeFileSync(path.join(folder, name), `It is about ${name}.`)
  const app = await launch({ args: names.slice(0, 3) })
  const { page } = app
  const start = startScreen(page)
  const window = workbench(page)
  await expect(start.waiting).toContainText('ferry 🚢.txt, הסכר.md, dam.txt are imported into')
  const project = path.join(folder, 'made')
  await app.answerDialogs(project)
  await start.makeProject('The flood')
  const report = window.dialog('Import report')
  await report.getByRole('button', { name: 'Done' }).click()
  await expect(window.articles.getByRole('listitem')).toHaveCount(3)

  const program = app.electron.process().spawnfile
  const again = ['--no-sandbox', checkout, `--user-data-dir=${app.userData}`, 'later.txt']
  spawnSync(program, again, { cwd: folder, timeout: 20_000 })
  await report.getByRole('button', { name: 'Done' }).click()
  await expect(window.articles.getByRole('listitem')).toHaveCount(4)
  await window.runCommand('Close the project')
  await expect(start.title).toBeVisible()
  await app.electron.evaluate(
    ({ app: main }, [argv, cwd]) => main.emit('second-instance', {}, argv, cwd),
    [[program, ...again], folder] as const,
  )
  await start.waiting.getByRole('button', { name: 'Do not import' }).click()
  await expect(start.waiting).toHaveCount(0)
  await app.close()
  const texts = readArticles(project).map(({ text }) => text)
  expect(texts.toSorted()).toEqual(names.map(name => `It is about ${name}.`).toSorted())
})

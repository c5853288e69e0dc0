import fs from 'node:fs'
import path from 'node:path'
import { runAssay } from './command-line'
import { expect, test } from './app'
import { readAnnotations, readFolder } from './project-files'
import { trapsText } from './traps'
import { workbench } from './window/workbench'
import type { AnnotationsFile } from '../shared/project/files'
import type { Annotator } from '../shared/annotation/annotation'

/** A settings folder of somebody who works under this name. */
function settingsOf(folder: string, name: string, number: number): string {
  const userData = path.join(folder, `settings-${name}`)
  fs.mkdirSync(userData)
  const id = `01950000-0000-7000-8000-00000000000${number.toString()}`
  fs.writeFileSync(path.join(userData, 'config.json'), JSON.stringify({ annotator: { id, name } }))
  return userData
}

test('a second window on a project only reads, says who has it, and can write once it is free', async ({
  launch,
  folder,
  projectWith,
}) => {
  const project = projectWith({ 'ferry.txt': trapsText })
  const ana = await launch({ args: [project], userData: settingsOf(folder, 'Ana', 1) })
  const hers = workbench(ana.page)
  await hers.isReady()
  await hers.selectWords('not one lifeboat was missing')
  await ana.page.keyboard.press('1')
  await hers.isSaved()

  const ben = await launch({ args: [project], userData: settingsOf(folder, 'Ben', 2) })
  const his = workbench(ben.page)
  await his.isReady()
  const banner = his.alert.filter({ hasText: 'Read-only' })
  await expect(banner).toContainText('another window of Assay on this computer, where Ana works')
  await expect(his.card('Claim', 'not one lifeboat was missing')).toBeVisible()
  await his.selectWords('14 dead')
  for (const key of ['1', '3', 'Delete']) await ben.page.keyboard.press(key)
  await expect(his.cards.getByRole('group')).toHaveCount(1)
  await banner.getByRole('button', { name: 'Try again' }).click()
  await expect(his.answer).toHaveText('Read anew, still for reading only')

  await hers.selectWords('14 dead')
  await ana.page.keyboard.press('3')
  await hers.isSaved()
  await ana.close()
  await banner.getByRole('button', { name: 'Try again' }).click()
  await expect(banner).toHaveCount(0)
  await his.isReady()
  await expect(his.card('Figure', '14 dead, by Ana')).toBeVisible()

  // Hers cannot be changed by accident, only copied.
  await his.card('Figure', '14 dead').click()
  await his.text.focus()
  for (const key of ['Delete', 's', 'n']) {
    await ben.page.keyboard.press(key)
    const said = ben.page.getByRole('status').filter({ hasText: 'This annotation is Ana’s' })
    await expect(said).toBeVisible()
    await said.getByRole('button', { name: 'Put away' }).click()
  }
  await ben.page.keyboard.press('Alt+c')
  await expect(his.cards.getByRole('group', { name: /^Figure: 14 dead$/ })).toBeVisible()
  await ben.page.keyboard.press('Escape')
  await his.text.focus()
  await ben.page.keyboard.press('Alt+o')
  await expect(his.cards.getByRole('group')).toHaveCount(1)
  await ben.page.keyboard.press('Alt+o')
  await expect(his.cards.getByRole('group')).toHaveCount(3)
  await ben.page.getByRole('button', { name: /^Marks/ }).click()
  await ben.page.getByRole('menuitemcheckbox', { name: 'Ana 2' }).click()
  await expect(ben.page.getByRole('menuitemcheckbox', { name: 'Ana 2' })).not.toBeChecked()
  await ben.page.keyboard.press('Escape')
  await expect(his.cards.getByRole('group')).toHaveCount(1)
  await his.isSaved()
  await ben.close()
  const files = readFolder<AnnotationsFile>(project, 'annotations')
  expect(files.map(({ annotations }) => annotations.map(({ type }) => type))).toEqual([
    ['claim', 'figure'],
    ['figure'],
  ])
  expect(runAssay(['check', project], folder)).toMatchObject({ ok: true })
})

test('somebody else takes over a shared computer, with annotations of their own', async ({
  launch,
  folder,
  projectWith,
}) => {
  const project = projectWith({ 'ferry.txt': trapsText })
  const app = await launch({ args: [project], userData: settingsOf(folder, 'Ana', 1) })
  const { page } = app
  const window = workbench(page)
  await window.isReady()
  await window.selectWords('14 dead')
  await page.keyboard.press('3')
  await window.isSaved()
  await page.getByRole('button', { name: 'Annotator: Ana' }).click()
  await page.getByRole('button', { name: 'Somebody new…' }).click()
  await page.getByRole('textbox', { name: 'Their name' }).fill('Ben')
  await page.getByRole('button', { name: 'Work as them' }).click()
  await expect(page.getByRole('button', { name: 'Annotator: Ben' })).toBeVisible()
  await window.isReady()
  await expect(window.card('Figure', '14 dead, by Ana')).toBeVisible()
  await window.selectWords('not one lifeboat was missing')
  await page.keyboard.press('1')
  await window.isSaved()
  await page.getByRole('button', { name: 'Annotator: Ben' }).click()
  await page.getByRole('button', { name: 'Ana', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Annotator: Ana' })).toBeVisible()
  await window.isReady()
  await expect(window.card('Claim', 'not one lifeboat was missing, by Ben')).toBeVisible()
  await app.close()
  const names = readFolder<Annotator>(project, 'annotators').map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(['Ana', 'Ben']))
  expect(readAnnotations(project)).toHaveLength(2)
})

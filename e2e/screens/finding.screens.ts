import { expect, shoot, test } from './studio'

test('the list', async ({ studio }) => {
  const { page, window } = await studio.openSample()
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.press('ControlOrMeta+l')
  await expect(window.list.getByRole('listbox').getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Home')
  await shoot(page, 'list')
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Shift+ArrowDown')
  await expect(window.list.getByRole('region', { name: 'Chosen annotations' })).toContainText(
    '4 chosen',
  )
  await shoot(page, 'list-chosen')
})

test('find in the article', async ({ studio }) => {
  const { page, window } = await studio.openSample()
  await window.text.focus()
  await page.keyboard.press('ControlOrMeta+f')
  await page.getByRole('textbox', { name: 'Find' }).fill('the town')
  await shoot(page, 'find')
})

test('find in the project', async ({ studio }) => {
  const { page, window } = await studio.openSample()
  await page.keyboard.press('ControlOrMeta+Shift+f')
  const sheet = window.dialog('Find in the project')
  await page.keyboard.type('nobody could have foreseen')
  await expect(sheet.getByRole('status', { name: 'Found' })).toContainText('hits in')
  await shoot(page, 'find-project')
})

test('other mentions', async ({ studio }) => {
  const { page, window } = await studio.openSample()
  await window.selectWords('Oravna Hydro')
  await page.keyboard.press('1')
  await window.isSaved()
  await page.keyboard.press('Alt+m')
  const sheet = window.dialog('Tag other mentions')
  await expect(sheet.getByRole('status', { name: 'Found' })).toContainText('hits in')
  await shoot(page, 'other-mentions')
})

test('sources', async ({ studio }) => {
  const { page, window } = await studio.openSample()
  await window.text.focus()
  await page.keyboard.press('ControlOrMeta+Shift+s')
  const panel = page.getByRole('region', { name: 'Sources' })
  const list = panel.getByRole('list', { name: 'Sources' })
  await expect(list.getByRole('listitem').first()).toBeVisible()
  await shoot(page, 'sources')
  await list.getByRole('button', { name: /Ilmar Tosk/ }).click()
  await expect(panel.getByRole('list', { name: 'What it said' })).toBeVisible()
  await shoot(page, 'source')
})

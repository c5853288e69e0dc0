import fs from 'node:fs'
import path from 'node:path'
import { expect, shoot, test } from './studio'

test('a file that another program changed', async ({ studio }) => {
  const { page, window, project } = await studio.openSample()
  const folder = path.join(project, 'annotations')
  const [name = ''] = fs
    .readdirSync(folder)
    .filter(file => fs.readFileSync(path.join(folder, file), 'utf8').includes('1,600'))
  const file = path.join(folder, name)
  const theirs = fs.readFileSync(file, 'utf8').replace('"type": "figure"', '"type": "claim"')
  fs.writeFileSync(file, theirs)
  await expect(window.alert.filter({ hasText: 'Another program changed' })).toBeVisible()
  await shoot(page, 'outside-change')
})

test('the disk is full', async ({ studio }) => {
  const { app, page, window } = await studio.openSample()
  await app.electron.evaluate(() => {
    process.getBuiltinModule('node:fs').writeSync = () => {
      throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' })
    }
  })
  await window.selectWords('more than 4,000 residents')
  await page.keyboard.press('3')
  await expect(window.saveState).toHaveText('Not saved: disk full', { useInnerText: true })
  await shoot(page, 'disk-full')
})

test('a project that is open elsewhere', async ({ studio }) => {
  const { project } = await studio.openSample()
  const { page, window } = await studio.open({ args: [project] })
  await window.isReady()
  await expect(page.getByText(/open in another window of Assay/).first()).toBeVisible()
  await shoot(page, 'read-only')
})

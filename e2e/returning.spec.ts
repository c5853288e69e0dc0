import type { App } from './app'
import { expect, test } from './app'
import { readAnnotations } from './project-files'
import type { Workbench } from './window/workbench'
import { workbench } from './window/workbench'

const files = {
  'ferry.txt': 'Ferry lost\n\nIt left the harbour at nine.\n\nNobody saw the boat return.',
  'storm.txt': 'Storm over\n\nIt came at ten, and the port was closed.',
}

async function startedWith(
  launch: (options: { readonly args: readonly string[] }) => Promise<App>,
  project: string,
): Promise<{ readonly app: App; readonly window: Workbench }> {
  const app = await launch({ args: [project] })
  const window = workbench(app.page)
  await window.isReady()
  await window.openArticle('Ferry lost')
  return { app, window }
}

test('an article one comes back to is as one left it, with every step of undo and redo', async ({
  launch,
  projectWith,
}) => {
  const project = projectWith(files)
  const { app, window } = await startedWith(launch, project)
  const { page } = app
  const claim = window.card('Claim', 'harbour')
  const quote = window.card('Quote', 'boat')
  await window.selectWords('harbour')
  await page.keyboard.press('1')
  await window.isSaved()
  const text = await window.text.elementHandle()

  await window.openArticle('Storm over')
  await expect(claim).toHaveCount(0)
  await window.openArticle('Ferry lost')
  await expect(claim).toBeVisible()
  await expect(window.marks).toHaveCount(1)
  // The very text that was there before, not one that was read and built again.
  expect(await window.text.evaluate((now, then) => now === then, text)).toBe(true)
  await window.selectWords('boat')
  await page.keyboard.press('2')
  await window.isSaved()

  await window.openArticle('Storm over')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(page.getByRole('textbox', { name: 'Text of Ferry lost' })).toBeVisible()
  await expect(quote).toHaveCount(0)
  await expect(claim).toBeVisible()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(claim).toHaveCount(0)
  await window.openArticle('Storm over')
  await window.openArticle('Ferry lost')
  await expect(window.text).toBeFocused()
  await expect(claim).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await expect(claim).toBeVisible()
  await expect(quote).toBeVisible()
  await window.isSaved()
  await app.close()
  expect(readAnnotations(project).map(({ type }) => type)).toEqual(['claim', 'quote'])
})

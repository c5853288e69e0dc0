import type { Page } from '@playwright/test'
import { expect, test } from './app'
import { readAnnotations } from './project-files'
import { workbench } from './window/workbench'

const text = Array.from({ length: 40 }, (_, ship) => `Ship ${String(ship + 1)} left port`).join(
  '\n\n',
)

test('a list longer than the window follows each new annotation, and a filter shows what it finds from the first on', async ({
  launch,
  projectWith,
}) => {
  const project = projectWith({ 'ships.txt': text })
  const app = await launch({ args: [project] })
  const { page } = app
  const { keyboard } = page
  const window = workbench(page)
  await window.isReady()
  await window.text.focus()
  await keyboard.press('ControlOrMeta+Home')
  for (let word = 0; word < 60; word += 1) {
    await keyboard.press('ControlOrMeta+Shift+ArrowRight')
    await keyboard.press('1')
    await keyboard.press('ArrowRight')
  }
  await window.isSaved()
  await page.getByRole('button', { name: /^List of annotations/ }).click()
  await window.text.focus()
  const listbox = window.list.getByRole('listbox', { name: 'Annotations of the article' })
  const rows = listbox.getByRole('option')
  await expect(rows.first()).toBeVisible()

  // A place or a colour of its own would have each row styled anew, with all that is in it, when rows come and go.
  const styles = await rows.evaluateAll(all => all.map(row => row.getAttribute('style')))
  expect(new Set(styles)).toEqual(new Set([null]))

  const layoutsOf = await layoutCounter(page)
  const layouts: number[] = []
  for (let word = 0; word < 12; word += 1) {
    await keyboard.press('ControlOrMeta+Shift+ArrowRight')
    await page.waitForTimeout(150)
    layouts.push(
      await layoutsOf(async () => {
        await keyboard.press('1')
        await window.isSaved()
        await page.waitForTimeout(150)
      }),
    )
    await expect(rows.and(page.locator('[aria-current="true"]'))).toBeInViewport()
    await keyboard.press('ArrowRight')
  }
  // One each; a few may be saved so late that the word for it is a second one.
  expect(layouts.filter(count => count > 1).length, layouts.join()).toBeLessThan(4)

  await listbox.hover()
  await page.mouse.wheel(0, 9000)
  const last = await rows.last().getAttribute('aria-setsize')
  await expect(rows.and(page.locator(`[aria-posinset="${String(last)}"]`))).toBeInViewport()
  const filter = window.list.getByRole('searchbox', { name: 'Filter the annotations' })
  await filter.fill('ship')
  await expect(rows.and(page.locator('[aria-posinset="1"]'))).toBeInViewport()
  await filter.fill('')
  await expect(rows.and(page.locator('[aria-posinset="1"]'))).toBeInViewport()

  await app.close()
  expect(readAnnotations(project)).toHaveLength(Number(last))
})

/** Gives how often the page is laid out while something is done. */
async function layoutCounter(page: Page): Promise<(act: () => Promise<void>) => Promise<number>> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable')
  const count = async (): Promise<number> => {
    const { metrics } = await devtools.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'LayoutCount')?.value ?? NaN
  }
  return async act => {
    const before = await count()
    await act()
    return (await count()) - before
  }
}

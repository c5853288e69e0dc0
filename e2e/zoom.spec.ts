import { expect, test } from './app'
import type { App } from './app'
import { accessFaults } from './window/access'
import { drawnLayers } from './window/drawn-layers'
import { workbench } from './window/workbench'

const text = `The port\n\n${'The port said 40 boats sank before dawn, and that nobody was hurt. '.repeat(40)}\n`

/** How many CSS pixels the window is wide, and what of the page lies outside of it. */
const layoutOf = ({ page }: App) =>
  page.evaluate(() => {
    const named = [...document.querySelectorAll('header button, footer, [role="status"], h1')]
    return {
      width: innerWidth,
      outside: named
        .filter(element => {
          const { left, right, width } = element.getBoundingClientRect()
          return width > 0 && (left < -1 || right > innerWidth + 1)
        })
        .map(element => element.getAttribute('aria-label') ?? element.textContent),
      scrolls: document.documentElement.scrollWidth > innerWidth,
    }
  })

/** Of the largest picture that scrolls, in CSS pixels: that of the whole text, or of what is on the screen. */
async function heightDrawn({ page }: App): Promise<number> {
  const layers = await drawnLayers(page)
  return Math.max(...layers.map(({ height }) => height))
}

test('everything is drawn up to twice as large, holds its layout, and is remembered', async ({
  launch,
  projectWith,
}) => {
  const project = projectWith({ 'ferry.txt': text })
  const app = await launch({ args: [project], size: { width: 1280, height: 900 } })
  const { keyboard } = app.page
  const window = workbench(app.page)
  await window.isReady()
  const width = async () => (await layoutOf(app)).width
  await keyboard.press('Control++')
  await expect(window.answer).toHaveText('Size: 110 %')
  await keyboard.press('Control+0')
  await expect.poll(width).toBe(1280)
  // A step of scrolling moves the text as a picture, and draws only what comes into view.
  expect(await heightDrawn(app)).toBeGreaterThan(900)
  for (let step = 0; step < 6; step += 1) await keyboard.press('Control+=')
  await expect(window.answer).toHaveText('Size: 200 %')
  await expect.poll(width).toBe(640)
  expect(await layoutOf(app)).toEqual({ width: 640, outside: [], scrolls: false })
  expect(await accessFaults(app.page)).toEqual([])

  // A card at its words can be filled in.
  await window.selectWords('40 boats')
  await keyboard.press('1')
  await keyboard.press('n')
  await keyboard.type('Check it')
  const note = window.card('Claim', '40 boats').getByRole('textbox', { name: 'Note' })
  await expect(note).toBeInViewport()
  await keyboard.press('Escape')

  // The line one works in stays where it can be read.
  const caretLine = app.page.locator('.mark').first()
  await keyboard.press('ControlOrMeta+0')
  await expect.poll(width).toBe(1280)
  await expect(caretLine).toBeInViewport()
  for (let step = 0; step < 6; step += 1) await keyboard.press('Control+=')
  await expect.poll(width).toBe(640)
  await expect(caretLine).toBeInViewport()

  await app.electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(900, 700)
  })
  await expect.poll(width).toBe(450)
  expect(await layoutOf(app)).toEqual({ width: 450, outside: [], scrolls: false })
  await window.isSaved()
  await app.close()

  const again = await launch({
    args: [project],
    userData: app.userData,
    size: { width: 1280, height: 900 },
  })
  await workbench(again.page).isReady()
  await expect.poll(async () => (await layoutOf(again)).width).toBe(640)
  await again.page.keyboard.press('Control+-')
  await expect(workbench(again.page).answer).toHaveText('Size: 175 %')
  await again.close()
})

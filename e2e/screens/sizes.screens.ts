import { expect, shoot, test } from './studio'

test('900 pixels wide', async ({ studio }) => {
  const { page, window } = await studio.openSample({ size: { width: 900, height: 700 } })
  await page.keyboard.press('ControlOrMeta+Home')
  await shoot(page, 'narrow')
  await window.pressWords('1,600')
  await page.keyboard.press('Enter')
  await expect(window.card('Figure', '1,600')).toBeVisible()
  await shoot(page, 'narrow-card')
})

test('twice as large', async ({ studio }) => {
  const { page, window } = await studio.openSample()
  for (let step = 0; step < 6; step += 1) await page.keyboard.press('Control+=')
  await expect(window.answer).toHaveText('Size: 200 %')
  await page.keyboard.press('ControlOrMeta+Home')
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(720)
  await shoot(page, 'zoomed')
})

test('side by side', async ({ studio }) => {
  const { page, window } = await studio.openSample()
  await page.keyboard.press('ControlOrMeta+Home')
  await window.articleMenu(
    '“We shouted from the roofs”: Lower Miren counts its missing',
    'Open beside',
  )
  const right = page.getByRole('region', { name: 'Right article' })
  await expect(right.getByRole('textbox', { name: /^Text of / })).toContainText('Mill Street')
  await shoot(page, 'beside')
})

import { dragOver, findOnScreen } from '../window/words'
import { expect, shoot, test } from './studio'

test('start', async ({ studio }) => {
  const { page } = await studio.open()
  await expect(page.getByRole('heading', { name: 'Take the news apart' })).toBeVisible()
  await shoot(page, 'start-empty')
})

test('start with recent projects', async ({ studio }) => {
  const recent = [
    ['The Oravna flood', 'oravna', '2031-03-19T08:12:00.000Z'],
    ['Election night', 'election-2031', '2031-03-17T15:40:00.000Z'],
    ['Harbour strike, wire copy', 'strike', '2031-02-28T09:05:00.000Z'],
  ].map(([name, folder, openedAt]) => ({ path: `/home/ada/${folder ?? ''}`, name, openedAt }))
  const { page } = await studio.open({ userData: studio.settings({ recent }) })
  await expect(page.getByRole('region', { name: 'Recent projects' })).toBeVisible()
  await shoot(page, 'start-recent')
})

test('a project without articles', async ({ studio, projectWith }) => {
  const { page } = await studio.open({ args: [projectWith({})] })
  await expect(page.getByRole('banner')).toContainText('Test project')
  await shoot(page, 'empty')
})

test('reading', async ({ studio }) => {
  const { page, window } = await studio.openSample()
  await window.openArticle('Minister corrects flood figures as dam chief steps down')
  await expect(window.text).toContainText('Four days after')
  await shoot(page, 'reading')
  await page.getByRole('button', { name: 'Details' }).click()
  await expect(window.dialog('Details')).toBeVisible()
  await shoot(page, 'details')
})

test('annotated, and on high contrast', async ({ studio }) => {
  const { page, window } = await studio.openSample()
  await window.pressWords('asleep')
  await page.keyboard.press('ControlOrMeta+Home')
  await shoot(page, 'annotated')
  await shoot(page, 'high-contrast')
  await page.keyboard.press('h')
  await expect(window.marks).toHaveCount(0)
  await shoot(page, 'hidden-marks')
})

test('a card', async ({ studio }) => {
  const { page, window } = await studio.openSample()
  await window.pressWords('1,600')
  await page.keyboard.press('Enter')
  await expect(window.card('Figure', '1,600')).toHaveAttribute('aria-current', 'true')
  await shoot(page, 'card')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('some')
  await page.keyboard.press('Tab')
  await expect(window.card('Figure', '1,600').getByRole('alert')).toBeVisible()
  await shoot(page, 'card-fault')
})

test('the toolbar, all types, an armed tag', async ({ studio }) => {
  const { page, window } = await studio.openSample()
  await dragOver(page, await findOnScreen(window.text, 'rescuers had brought'))
  await expect(window.toolbar).toBeVisible()
  await shoot(page, 'toolbar')
  await page.keyboard.press('t')
  await expect(page.getByRole('dialog', { name: 'Tag with a type' })).toBeVisible()
  await shoot(page, 'type-picker')
  await page.keyboard.press('Escape')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('a')
  await expect(page.getByRole('button', { name: /^Every selection: / })).toBeVisible()
  await shoot(page, 'armed')
})

test('a boundary on its way', async ({ studio }) => {
  const { page, window } = await studio.openSample()
  await window.pressWords('12,500')
  await page.keyboard.press('e')
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ControlOrMeta+ArrowRight')
  await expect.poll(window.selectedText).toMatch(/^12,500 households \w+/)
  await shoot(page, 'boundary')
})

test('a link being drawn, and its kind', async ({ studio }) => {
  const { page, window } = await studio.openSample()
  await window.pressWords('12,500')
  const card = window.card('Figure', '12,500 households')
  await card.getByRole('button', { name: 'Link to another annotation' }).hover()
  await page.mouse.down()
  const { x, y } = await window.placeOf('1,600')
  await page.mouse.move(x + 40, y + 60, { steps: 4 })
  await page.mouse.move(x, y, { steps: 2 })
  await shoot(page, 'link')
  await page.mouse.up()
  await expect(window.dialog('How are they linked?')).toBeVisible()
  await shoot(page, 'link-kind')
})

test('a long text', async ({ studio, projectWith }) => {
  const text = Array.from(
    { length: 2000 },
    (_, index) =>
      `At ${(index % 24).toString()}:00 the log of the harbour names boat ${index.toString()}, its master and what it carried; the office counted ${((index * 37) % 90).toString()} crates and found no fault with any of them. “All is well,” the keeper wrote, as on every other night of that long winter.`,
  )
  const project = projectWith({ 'log.txt': `The harbour log\n\n${text.join('\n\n')}` })
  const { page, window } = await studio.open({ args: [project] })
  await window.isReady()
  await window.selectWords('boat 1204')
  await page.keyboard.press('3')
  await expect(window.card('Figure', 'boat 1204')).toBeVisible()
  await shoot(page, 'long')
})

test('from right to left', async ({ studio, projectWith }) => {
  const project = projectWith({
    'dam.txt': [
      'הסכר נשבר לפני עלות השחר',
      'שירות ההצלה מסר כי לפחות 6 בני אדם נהרגו 😡 ועוד 14 נעדרים. ״המים הגיעו בתוך תשע דקות״, אמר הדובר.',
      'The company, Oravna Hydro, denied it. René Alvarsen 😡 warned it twice.',
      'ראש העיר אמר: ״הלכנו מבית לבית ושאלנו כל שכן״. לדבריו 19 בני אדם עדיין נעדרים.',
    ].join('\n\n'),
  })
  const { page, window } = await studio.open({ args: [project] })
  await window.isReady()
  for (const [words, key] of [
    ['לפחות 6 בני אדם נהרגו', '1'],
    ['לפחות 6 בני אדם', '3'],
    ['״המים הגיעו בתוך תשע דקות״', '2'],
    ['René Alvarsen 😡 warned it twice', '1'],
    ['19 בני אדם', '3'],
  ] as const) {
    await window.selectWords(words)
    await page.keyboard.press(key)
  }
  await window.isSaved()
  await page.keyboard.press('ControlOrMeta+Home')
  await shoot(page, 'right-to-left')
})

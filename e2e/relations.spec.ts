import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from './app'
import { workbench } from './window/workbench'

const articles = {
  'one.txt': 'The port said 40 boats sank 😡. A witness said 52 boats sank.',
  'two.txt': 'היא אמרה. The ministry said 41 boats sank.',
}

type RelationOnDisk = {
  readonly type: string
  readonly from: { readonly annotation: string }
  readonly to: { readonly article: string }
}

function relationsIn(project: string): RelationOnDisk[] {
  const folder = path.join(project, 'annotations')
  return fs.readdirSync(folder).flatMap(name => {
    const { relations } = JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8')) as {
      relations: RelationOnDisk[]
    }
    return relations
  })
}

test('annotations are linked by keyboard, in one article and across two', async ({
  launch,
  projectWith,
}) => {
  const project = projectWith(articles)
  const app = await launch({ args: [project] })
  const window = workbench(app.page)
  const { keyboard } = app.page
  await window.isReady()
  for (const words of ['40 boats sank', '52 boats sank']) {
    await window.selectWords(words)
    await keyboard.press('3')
  }
  // The second is in focus: it contradicts the first.
  await keyboard.press('l')
  await expect(window.answer).toContainText('Now go to the other annotation')
  await keyboard.press('Alt+ArrowUp')
  await keyboard.press('l')
  const dialog = window.dialog('How are they linked?')
  await expect(dialog.getByRole('button', { name: 'contradicts' })).toBeVisible()
  await keyboard.press('2')
  await window.isSaved()
  const card = window.card('Figure', '40 boats sank')
  await expect(card.getByRole('list', { name: 'Relations' })).toContainText('52 boats sank')

  // No other annotation shows what is not its own.
  await expect(window.cards.getByRole('list', { name: 'Relations' })).toHaveCount(1)
  await window.selectWords('A witness')
  await keyboard.press('1')
  await window.pressWords('A witness')
  await expect(
    window.card('Claim', 'A witness').getByRole('textbox', { name: 'Note' }),
  ).toBeVisible()
  await expect(window.cards.getByRole('list', { name: 'Relations' })).toHaveCount(0)
  await window.pressWords('40 boats')

  // Its far end is one press away.
  await card.getByRole('button', { name: /52 boats sank/ }).click()
  await expect(window.card('Figure', '52 boats sank')).toHaveAttribute('aria-current', 'true')
  // And one key away, there and back.
  for (const words of ['40 boats sank', '52 boats sank']) {
    await keyboard.press('g')
    await expect(window.card('Figure', words)).toHaveAttribute('aria-current', 'true')
  }

  await keyboard.press('l')
  await keyboard.press('Alt+PageDown')
  await expect(window.text).toContainText('The ministry')
  await window.selectWords('41 boats sank')
  await keyboard.press('3')
  await keyboard.press('l')
  await dialog.getByRole('button', { name: 'updates' }).click()
  await window.isSaved()
  const links = window.card('Figure', '41 boats sank').getByRole('list', { name: 'Relations' })
  await expect(links).toContainText('The port said')
  await expect(links.getByRole('listitem')).toHaveCount(1)
  await keyboard.press('g')
  await expect(window.text).toContainText('The port said')
  await expect(window.card('Figure', '52 boats sank')).toHaveAttribute('aria-current', 'true')
  await keyboard.press('g')
  await expect(window.text).toContainText('The ministry')
  await keyboard.press('ControlOrMeta+z')
  await expect(links).toHaveCount(0)
  await window.isSaved()
  await keyboard.press('ControlOrMeta+Shift+z')
  await window.isSaved()
  await app.close()
  expect(relationsIn(project).map(({ type }) => type)).toEqual(['contradicts', 'updates'])
})

test('annotations are linked by dragging from a card to words', async ({ launch, projectWith }) => {
  const project = projectWith(articles)
  const app = await launch({ args: [project] })
  const window = workbench(app.page)
  await window.isReady()
  for (const words of ['40 boats sank', '52 boats sank']) {
    await window.selectWords(words)
    await app.page.keyboard.press('3')
  }
  await window.pressWords('52 boats sank')
  const link = window
    .card('Figure', '52 boats sank')
    .getByRole('button', { name: 'Link to another annotation' })
  // Waits until the card has come to rest.
  await link.hover()
  await app.page.mouse.down()
  const words = await window.placeOf('40 boats sank')
  await app.page.mouse.move(words.x + 3, words.y + 2, { steps: 4 })
  await app.page.mouse.move(words.x, words.y, { steps: 2 })
  await app.page.mouse.up()
  await window.dialog('How are they linked?').getByRole('button', { name: 'repeats' }).click()
  await window.isSaved()
  await app.close()
  expect(relationsIn(project).map(({ type }) => type)).toEqual(['repeats'])
})

import { expect, test } from './app'
import { readAnnotations, readFolder } from './project-files'
import { accessFaults } from './window/access'
import { workbench } from './window/workbench'

type SourceFile = { id: string; name: string; kind: string; aliases: string[] }

test('sources are listed with what they said, merged, split and renamed by key, each with one undo', async ({
  launch,
  projectWith,
}) => {
  const project = projectWith({
    'one.txt': 'The dam was safe, Mira Okonjo said. It was not, the hydrologist said.',
    'two.txt': 'Nobody had known, Mayor Okonjo told them. She left.',
  })
  const app = await launch({ args: [project] })
  const { page } = app
  const keys = async (...all: readonly string[]) => {
    for (const key of all) await page.keyboard.press(key)
  }
  const window = workbench(page)
  const quote = async (words: string, speaker: string, ...more: readonly string[]) => {
    await window.selectWords(words)
    await keys('2', 'Enter')
    await page.keyboard.type(speaker)
    await keys(...more, 'Enter')
    await expect(window.text).toBeFocused()
  }
  await window.isReady()
  const rows = window.articles.getByRole('listitem')
  await rows.nth(0).getByRole('button').first().click()
  await quote('The dam was safe', 'Mira Okonjo')
  await quote('It was not', 'Mira Okonjo')
  await rows.nth(1).getByRole('button').first().click()
  // The known one is offered first; this time a second one is wanted.
  await quote('Nobody had known', 'Mayor Okonjo', 'ArrowDown')
  await window.isSaved()
  const panel = page.getByRole('region', { name: 'Sources' })
  const list = panel.getByRole('list', { name: 'Sources' })
  const said = panel.getByRole('list', { name: 'What it said' })
  const title = panel.getByRole('heading', { level: 3 })

  await keys('ControlOrMeta+Shift+s')
  await expect(panel.getByRole('searchbox')).toBeFocused()
  await expect(list.getByRole('listitem')).toHaveText([
    'Mira Okonjo 2 annotations in 1 article',
    'Mayor Okonjo 1 annotation in 1 article',
  ])
  expect(await accessFaults(page), 'the list of sources').toEqual([])
  await page.keyboard.type('mayor')
  await expect(list.getByRole('listitem')).toHaveCount(1)
  await keys('ArrowDown', 'Enter')
  await expect(title).toBeFocused()
  await expect(said.getByRole('listitem')).toHaveText([/^Nobody had known Quote · /])
  expect(await accessFaults(page), 'a source').toEqual([])

  // Name, other names, kind, then Merge: all by Tab.
  await keys('Tab', 'Tab')
  await page.keyboard.type('the mayor')
  await keys('Tab', 'ArrowDown', 'Tab', 'Enter')
  await expect(panel.getByRole('searchbox', { name: 'Filter what to merge into' })).toBeFocused()
  await keys('ArrowDown', 'Enter')
  await expect(
    panel.getByText(/becomes part of “Mira Okonjo”: 1 annotation in 1 article/),
  ).toBeVisible()
  await expect(panel.getByRole('button', { name: 'Merge', exact: true })).toBeFocused()
  expect(await accessFaults(page), 'merging').toEqual([])
  await keys('Enter')
  await expect(title).toHaveText('Mira Okonjo')
  await expect(said.getByRole('listitem')).toHaveCount(3)
  await expect(panel.getByRole('textbox', { name: 'Other names' })).toHaveValue(
    'Mayor Okonjo; the mayor',
  )
  // One undo takes the merge back, in both articles; one redo does it again.
  await window.text.focus()
  await keys('ControlOrMeta+z')
  await expect(said.getByRole('listitem')).toHaveCount(2)
  await keys('ControlOrMeta+Shift+z')
  await expect(said.getByRole('listitem')).toHaveCount(3)

  // Another name is shown at once, everywhere, and taken back by one undo.
  await panel.getByRole('textbox', { name: 'Name', exact: true }).fill('Mira Okonjo-Dahl')
  await keys('Tab')
  await expect(title).toHaveText('Mira Okonjo-Dahl')
  await window.text.focus()
  await keys('ControlOrMeta+z')
  await expect(title).toHaveText('Mira Okonjo')

  // From what it said to the words in the other article, and back.
  await said.getByRole('button', { name: /^It was not/ }).press('Enter')
  await expect(window.text).toBeFocused()
  await expect(rows.nth(0)).toHaveAttribute('aria-current', 'true')

  await panel.getByRole('button', { name: 'Split…' }).press('Enter')
  await expect(panel.getByRole('textbox', { name: 'Name of the new source' })).toBeFocused()
  await page.keyboard.type('René Alvarsen')
  const tick = said.getByRole('checkbox', { name: /^It was not/ })
  await tick.press(' ')
  await expect(tick).toBeFocused()
  await expect(tick).toBeChecked()
  expect(await accessFaults(page), 'splitting').toEqual([])
  await keys('Enter')
  await expect(title).toHaveText('René Alvarsen')
  await expect(said.getByRole('listitem')).toHaveCount(1)
  await window.text.focus()
  await keys('ControlOrMeta+z')
  await expect(list.getByRole('listitem')).toHaveCount(1)
  await keys('ControlOrMeta+Shift+z')
  await expect(title).toHaveText('René Alvarsen')

  // Esc goes back to the text, and closes the list on the way.
  await title.focus()
  await keys('Escape')
  await expect(list.getByRole('listitem')).toHaveCount(2)
  await keys('Escape')
  await expect(panel).toHaveCount(0)
  await expect(window.text).toBeFocused()
  await window.isSaved()
  await app.close()

  const sources = readFolder<SourceFile>(project, 'sources')
  expect(
    sources
      .map(({ name, kind, aliases }) => ({ name, kind, aliases }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  ).toEqual([
    { name: 'Mira Okonjo', kind: 'person', aliases: ['Mayor Okonjo', 'the mayor'] },
    { name: 'René Alvarsen', kind: 'person', aliases: [] },
  ])
  const nameOf = (id: unknown) => sources.find(source => source.id === id)?.name
  expect(
    Object.fromEntries(
      readAnnotations(project).map(({ quote: [first], attributes }) => [
        first?.exact,
        nameOf(attributes['speaker']),
      ]),
    ),
  ).toEqual({
    'The dam was safe': 'Mira Okonjo',
    'It was not': 'René Alvarsen',
    'Nobody had known': 'Mira Okonjo',
  })
})

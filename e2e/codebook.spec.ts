import fs from 'node:fs'
import path from 'node:path'
import type { Codebook } from '../shared/codebook/codebook'
import type { Source } from '../shared/annotation/annotation'
import { expect, test } from './app'
import { readAnnotations, readFolder } from './project-files'
import { accessFaults } from './window/access'
import { workbench } from './window/workbench'

function codebookIn(project: string): Codebook {
  return JSON.parse(fs.readFileSync(path.join(project, 'codebook.json'), 'utf8')) as Codebook
}

test('a type is added with a key and tagged with; a key that is taken is refused; undo takes all back', async ({
  launch,
  projectWith,
}) => {
  const project = projectWith({ 'one.txt': 'Ana Tor said 40 boats sank off Kesmir.' })
  const app = await launch({ args: [project] })
  const window = workbench(app.page)
  const { keyboard } = app.page
  await window.isReady()
  await window.selectWords('40 boats sank')
  await keyboard.press('1')
  await window.isSaved()

  await window.text.focus()
  await keyboard.press('ControlOrMeta+Shift+k')
  const dialog = window.dialog('Codebook')
  const nameField = dialog.getByRole('textbox', { name: 'Name of the type' })
  const keyField = dialog.getByRole('textbox', { name: 'Key that tags' })
  const save = dialog.getByRole('button', { name: 'Save', exact: true })
  await expect(nameField).toHaveValue('Claim')
  await nameField.fill('Assertion')
  // Esc and a press beside the dialog may be a slip: what is edited is not thrown away by them.
  await keyboard.press('Escape')
  await expect(dialog.getByRole('alert')).toContainText('is not saved yet')
  await expect(dialog.getByRole('button', { name: 'Go on editing' })).toBeFocused()
  await keyboard.press('Enter')
  await expect(nameField).toBeFocused()
  await expect(nameField).toHaveValue('Assertion')
  await app.page.mouse.click(5, 300)
  await keyboard.press('Escape')
  await expect(dialog.getByRole('alert')).toHaveCount(0)
  await expect(nameField).toBeFocused()

  await dialog.getByRole('button', { name: 'Add a type' }).press('Enter')
  await expect(nameField).toBeFocused()
  await keyboard.type('Place')
  await keyboard.press('Tab')
  await keyboard.type('n')
  await expect(keyField).toHaveAccessibleDescription(
    'N is already the key of “Write a note on the annotation”.',
  )
  await expect(save).toBeDisabled()
  await keyboard.type('2')
  await expect(keyField).toHaveAccessibleDescription('2 already tags as Quote.')
  await keyboard.type('4')
  await expect(keyField).toHaveValue('4')
  const colour = dialog.getByRole('textbox', { name: 'Colour on light paper', exact: true })
  await colour.fill('#eeeeee')
  await expect(dialog.getByText(/too weak for marks/)).toBeVisible()
  await colour.fill('#6d28d9')
  await dialog.getByRole('button', { name: 'Add an attribute' }).press('Enter')
  await keyboard.type('Country')
  // A relation, and which types it joins: also the one that is not saved yet.
  await dialog.getByRole('button', { name: 'Relations' }).press('Enter')
  await dialog.getByRole('button', { name: 'Add a relation' }).press('Enter')
  const relation = dialog.getByRole('group', { name: 'the new relation', exact: true })
  await relation.getByRole('group', { name: 'Leads from' }).getByLabel('Quote').check()
  await relation.getByRole('group', { name: 'Leads to' }).getByLabel('Place').check()
  await relation.getByRole('textbox', { name: 'Name' }).fill('speaks of')
  expect(await accessFaults(app.page), 'the relations of a codebook').toEqual([])
  await save.press('Enter')
  await window.isSaved()

  await window.selectWords('Kesmir')
  await keyboard.press('4')
  await window.isSaved()
  await expect(window.card('Place', 'Kesmir')).toBeVisible()
  await expect(window.card('Assertion', '40 boats sank')).toBeVisible()

  // Deleting says what it touches; nothing is lost.
  await keyboard.press('ControlOrMeta+Shift+k')
  await dialog.getByRole('button', { name: /^Place/ }).press('Enter')
  await dialog.getByRole('button', { name: 'Delete the type' }).press('Enter')
  await expect(dialog.getByRole('region', { name: 'Deleted types' })).toContainText(
    'Place: 1 annotation has it.',
  )
  await save.press('Enter')
  const becomes = dialog.getByRole('combobox', { name: 'What becomes of Place', exact: true })
  await expect(becomes).toHaveValue('keep')
  await expect(dialog.getByRole('group', { name: 'Place', exact: true })).toContainText(
    '1 annotation in 1 article',
  )
  await save.press('Enter')
  await window.isSaved()
  await expect(window.card('place', 'Kesmir')).toBeVisible()
  await keyboard.press('ControlOrMeta+z')
  await expect(window.card('Place', 'Kesmir')).toBeVisible()
  await window.isSaved()
  await app.close()

  const saved = codebookIn(project)
  expect(saved.revision).toBe(2)
  expect(saved.types.map(({ key, label, shortcut }) => [key, label, shortcut])).toEqual([
    ['claim', 'Assertion', '1'],
    ['quote', 'Quote', '2'],
    ['figure', 'Figure', '3'],
    ['place', 'Place', '4'],
  ])
  expect(saved.relations.at(-1)).toEqual({
    key: 'speaks-of',
    label: 'speaks of',
    from: ['quote'],
    to: ['place'],
  })
  expect(saved.types[3]?.attributes).toEqual([{ key: 'country', label: 'Country', kind: 'text' }])
})

test('the codebook of another project is taken in, what is none is refused', async ({
  launch,
  projectWith,
}) => {
  const project = projectWith({ 'one.txt': 'Ana Tor said 40 boats sank off Kesmir.' })
  const app = await launch({ args: [project] })
  const window = workbench(app.page)
  await window.isReady()
  await window.runCommand('Edit the codebook')
  const dialog = window.dialog('Codebook')
  const file = dialog.getByLabel('File of the other codebook')
  const chosen = (text: string) => ({
    name: 'codebook.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  })
  await file.setInputFiles(chosen('{}'))
  await expect(dialog.getByText('This is no codebook')).toBeVisible()
  const before = codebookIn(project)
  const [claim] = before.types
  const place = { ...claim, key: 'place', label: 'Place' }
  await file.setInputFiles(chosen(JSON.stringify({ ...before, types: [place] })))
  await expect(dialog.getByText('1 type added.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Save', exact: true }).press('Enter')
  await window.isSaved()
  await app.close()
  const { shortcut: _, ...withoutKey } = place
  expect(codebookIn(project).types).toEqual([...before.types, withoutKey])
})

test('what a deleted type, choice and relation had is migrated over all articles in one step', async ({
  launch,
  projectWith,
  folder,
}) => {
  const project = projectWith({
    'one.md': '# One\n\nAna Tor said 40 boats sank off Kesmir.',
    'two.md': '# Two\n\nThe harbour denied that any boat was lost.',
  })
  const app = await launch({ args: [project] })
  const window = workbench(app.page)
  const { keyboard } = app.page
  await window.isReady()
  const tags = [
    ['One', '40 boats sank', '1'],
    ['One', 'sank off Kesmir', '1'],
    ['Two', 'any boat was lost', '1'],
  ] as const
  for (const [title, words, key] of tags) {
    await window.openArticle(title)
    await window.selectWords(words)
    await keyboard.press(key)
    await keyboard.press('Enter')
    // Claimant, then the stance: denied.
    await keyboard.type('Ana Tor')
    for (const press of ['Tab', '2', 'Escape']) await keyboard.press(press)
  }
  await window.isSaved()

  await keyboard.press('ControlOrMeta+Shift+k')
  const dialog = window.dialog('Codebook')
  const save = dialog.getByRole('button', { name: 'Save', exact: true })
  await expect(
    dialog.getByRole('textbox', { name: 'Name of the type' }),
  ).toHaveAccessibleDescription('3 annotations in 2 articles: a new name is shown there at once.')
  await expect(dialog.getByTitle('3 annotations in 2 articles')).toHaveText('3')
  await dialog.getByRole('button', { name: 'Delete choice denied' }).click()
  await save.press('Enter')
  const choice = dialog.getByRole('combobox', { name: 'What becomes of Claim, Stance, “denied”' })
  await choice.selectOption('Make it questioned')
  await save.press('Enter')
  await window.isSaved()
  await expect(window.answer).toHaveText(/3 annotations and links with it/)

  await window.text.focus()
  await keyboard.press('ControlOrMeta+Shift+k')
  const exported = path.join(folder, 'other codebook.json')
  await app.answerDialogs(exported)
  await dialog.getByRole('button', { name: 'Save as a file…' }).click()
  await expect(dialog.getByText('Written to other codebook.json.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Delete the type' }).click()
  await save.press('Enter')
  await dialog
    .getByRole('combobox', { name: 'What becomes of Claim', exact: true })
    .selectOption('Make them Quote')
  await dialog.getByRole('combobox', { name: 'Values of Claimant' }).selectOption('become Speaker')
  await expect(dialog.getByRole('combobox', { name: 'Values of Stance' })).toHaveValue('')
  expect(await accessFaults(app.page), 'what becomes of what is deleted').toEqual([])
  await save.press('Enter')
  await expect(window.card('Quote', 'any boat was lost')).toBeVisible()
  await window.isSaved()
  await window.text.focus()
  await keyboard.press('ControlOrMeta+z')
  await expect(window.card('Claim', 'any boat was lost')).toBeVisible()
  await keyboard.press('ControlOrMeta+Shift+z')
  await expect(window.card('Quote', 'any boat was lost')).toBeVisible()
  await window.isSaved()

  // The file holds what was deleted since: taken in, it is there again.
  await keyboard.press('ControlOrMeta+Shift+k')
  await dialog.getByLabel('File of the other codebook').setInputFiles(exported)
  await expect(dialog.getByText('1 type added.')).toBeVisible()
  await save.press('Enter')
  await window.isSaved()
  await app.close()

  const [ana] = readFolder<Source>(project, 'sources')
  for (const { type, attributes } of readAnnotations(project))
    expect([type, attributes]).toEqual(['quote', { speaker: ana?.id, stance: 'questioned' }])
  expect(readAnnotations(project)).toHaveLength(3)
  const written = JSON.parse(fs.readFileSync(exported, 'utf8')) as Codebook
  const { shortcut: _, ...claim } = written.types[0] ?? {}
  expect(codebookIn(project).types.map(({ key }) => key)).toEqual(['quote', 'figure', 'claim'])
  expect(codebookIn(project).types[2]).toMatchObject(claim)
  expect(codebookIn(project).relations[0]?.from).toEqual(['quote', 'figure'])
})

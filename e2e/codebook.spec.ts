import fs from 'node:fs'
import path from 'node:path'
import type { Codebook } from '../shared/codebook/codebook'
import { expect, test } from './app'
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
    'Place: 1 annotation keeps this type',
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

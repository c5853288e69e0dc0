import { expect, test } from './app'
import { readAnnotations } from './project-files'
import { workbench } from './window/workbench'

const articles = {
  'one.txt': 'Mayor Ilse Brandt spoke.\n\nLater Ilse Brandt left 😡. The mayor was ill.',
  'two.txt': 'Nobody saw ILSE  BRANDT. Others did.\n\nהיא אמרה: Ilse Brandt.',
  'three.txt': 'Nothing of the kind. 12 boats, 14 boats. Brann’s cafe\u0301 was empty.',
}

test('find in the project: words, phrase, expression, case and annotations, by keyboard', async ({
  launch,
  projectWith,
}) => {
  const project = projectWith(articles)
  const app = await launch({ args: [project] })
  const window = workbench(app.page)
  await window.isReady()
  await app.page.keyboard.press('ControlOrMeta+Shift+f')
  const sheet = window.dialog('Find in the project')
  const found = sheet.getByRole('status', { name: 'Found' })
  await app.page.keyboard.type('ilse brandt')
  await expect(found).toHaveText('4 hits in 2 articles')
  // As keyboards write it: in the article it is another apostrophe, and an accent behind its letter.
  await sheet.getByRole('textbox', { name: 'Look for' }).fill("brann's cafe")
  await expect(found).toHaveText('1 hit in 1 article')
  await sheet.getByRole('checkbox', { name: 'Match case' }).check()
  await sheet.getByRole('textbox', { name: 'Look for' }).fill('Ilse Brandt')
  await expect(found).toHaveText('3 hits in 2 articles')
  await sheet.getByRole('checkbox', { name: 'Match case' }).uncheck()
  await sheet.getByRole('combobox', { name: 'How' }).selectOption('words')
  await sheet.getByRole('textbox', { name: 'Look for' }).fill('mayor ill')
  await expect(found).toHaveText('3 hits in 1 article')
  await sheet.getByRole('combobox', { name: 'How' }).selectOption('regular-expression')
  await sheet.getByRole('textbox', { name: 'Look for' }).fill('\\d+ boats')
  await expect(found).toHaveText('2 hits in 1 article')
  await sheet.getByRole('textbox', { name: 'Look for' }).fill('(')
  await expect(found).toContainText('no regular expression')
  await sheet.getByRole('textbox', { name: 'Look for' }).fill('\\d+ boats')
  await expect(found).toHaveText('2 hits in 1 article')

  // Arrows walk from the field into the hits; Enter opens the article with the words selected.
  await sheet.getByRole('textbox', { name: 'Look for' }).press('ArrowDown')
  await app.page.keyboard.press('ArrowDown')
  await app.page.keyboard.press('Enter')
  await expect(sheet).toHaveCount(0)
  await expect.poll(window.selectedText).toBe('14 boats')
  for (const key of ['3', 'Enter', 'Tab']) await app.page.keyboard.press(key)
  await expect(app.page.getByRole('combobox', { name: 'Unit' })).toBeFocused()
  await app.page.keyboard.type('vessels')
  await app.page.keyboard.press('Escape')
  await window.isSaved()

  await app.page.keyboard.press('ControlOrMeta+Shift+f')
  await sheet
    .getByRole('combobox', { name: 'On annotations of the type' })
    .selectOption({ label: 'On annotations: Figure' })
  await expect(found).toHaveText('1 hit in 1 article')
  // Of those, the ones with a value; and words of the article on screen alone.
  await sheet.getByRole('combobox', { name: 'With a value of' }).selectOption('Unit')
  const value = sheet.getByRole('textbox', { name: 'Value' })
  await value.fill('tons')
  await expect(found).not.toHaveText(/1 hit/)
  await value.fill('vessels')
  await expect(found).toHaveText('1 hit in 1 article')
  await sheet.getByRole('combobox', { name: 'On annotations' }).selectOption('')
  await sheet.getByRole('combobox', { name: 'How' }).selectOption('phrase')
  await sheet.getByRole('textbox', { name: 'Look for' }).fill('brandt')
  await expect(found).toHaveText('4 hits in 2 articles')
  await sheet.getByRole('checkbox', { name: 'Only this article' }).check()
  await expect(found).not.toHaveText(/hits? in/)
})

test('other mentions are ticked, looked at and tagged in all articles; one undo takes all back', async ({
  launch,
  projectWith,
}) => {
  const project = projectWith({ ...articles, 'four.txt': 'Ílse Brandt is somebody else.' })
  const app = await launch({ args: [project] })
  const window = workbench(app.page)
  await window.isReady()
  await window.selectWords('Ilse Brandt')
  await app.page.keyboard.press('1')
  await window.isSaved()
  await app.page.keyboard.press('Alt+m')
  const sheet = window.dialog('Tag other mentions')
  await expect(sheet.getByRole('status', { name: 'Found' })).toHaveText('4 hits in 3 articles')
  const ticks = sheet.getByRole('region', { name: 'Hits' }).getByRole('checkbox')
  await expect(ticks).toHaveCount(4)
  // Each with its surroundings; in this article alone, and in all of them again.
  await expect(sheet.getByRole('listitem')).toHaveText([
    /Later Ilse Brandt left/,
    /Nobody saw/,
    /:/,
    /somebody else/,
  ])
  // Other letters may be another name: found, and not ticked.
  await expect(sheet).toContainText('3 hits ticked')
  await expect(ticks.nth(3)).not.toBeChecked()
  const onlyHere = sheet.getByRole('checkbox', { name: 'Only this article' })
  await onlyHere.check()
  await expect(sheet.getByRole('status', { name: 'Found' })).toHaveText('1 hit in 1 article')
  await onlyHere.uncheck()
  await expect(ticks).toHaveCount(4)
  await ticks.nth(1).uncheck()
  await expect(sheet).toContainText('2 hits ticked')
  await sheet.getByRole('button', { name: 'Claim' }).click()
  await window.isSaved()
  await expect(window.answer).toContainText('Tagged 2 mentions as claim')
  await window.text.focus()
  const counted = window.articles.getByText(/^\d+ Claim$/)
  await expect(counted).toHaveText(['2 Claim', '1 Claim'])
  await app.page.keyboard.press('ControlOrMeta+z')
  await expect(counted).toHaveText(['1 Claim'])
  await window.isSaved()
  await app.page.keyboard.press('ControlOrMeta+Shift+z')
  await expect(counted).toHaveText(['2 Claim', '1 Claim'])
  await window.isSaved()
  await app.close()
  const claims = readAnnotations(project).map(({ quote }) => quote[0]?.exact)
  expect(claims.toSorted()).toEqual(['Ilse Brandt', 'Ilse Brandt', 'Ilse Brandt'])
})

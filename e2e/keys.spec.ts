import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from './app'
import { readAnnotations } from './project-files'
import { accessFaults } from './window/access'
import { workbench } from './window/workbench'

const text = 'The port said 40 boats sank. Rescuers came at dawn.\n'

test('keys are changed, swapped, switched off and reset, and hold after a restart', async ({
  launch,
  projectWith,
}) => {
  const project = projectWith({ 'ferry.txt': text })
  const app = await launch({ args: [project] })
  const { page } = app
  const { keyboard } = page
  const window = workbench(page)
  await window.isReady()
  const dialog = window.dialog('Keys')
  const row = (name: string) =>
    dialog.getByRole('listitem', { name, exact: true }).getByRole('button').first()
  const told = dialog.getByRole('status', { name: 'What the key does' })
  const find = async (words: string, name: string): Promise<void> => {
    await dialog.getByRole('searchbox').fill(words)
    await row(name).focus()
    await keyboard.press('Enter')
    await expect(
      dialog.getByRole('button', { name: `Press the new key for: ${name}` }),
    ).toBeFocused()
  }

  await keyboard.press('?')
  await find('same speaker', 'Same speaker as before')
  expect(await accessFaults(page)).toEqual([])
  await keyboard.press('1')
  await expect(told).toHaveText(/^1: .*“Tag as claim”/)
  await keyboard.press('Control+c')
  await expect(told).toContainText('The text and its fields need this key')
  await keyboard.press('Escape')
  await expect(row('Same speaker as before')).toBeFocused()
  await keyboard.press('Enter')
  await keyboard.press('j')
  await expect(row('Same speaker as before')).toContainText('J')

  await find('ctrl+f', 'Find in the article')
  await keyboard.press('Control+i')
  await expect(told).toHaveText('Ctrl+I: this is the key of “Import articles…”.')
  await dialog.getByRole('button', { name: 'Swap: the other gets Ctrl+F' }).click()
  await expect(row('Find in the article')).toContainText('Ctrl+I')
  await find('tag like the last one,', 'Tag like the last one, with its attributes')
  await dialog.getByRole('button', { name: 'No key' }).click()
  await keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)

  // What is shown and what is done follow.
  await expect(page.getByRole('button', { name: 'Find in the article' })).toHaveAttribute(
    'title',
    'Find in the article (Ctrl+I)',
  )
  const shownInMenu = () =>
    app.electron.evaluate(({ Menu }) => {
      const entries = (Menu.getApplicationMenu()?.items ?? []).flatMap(
        ({ submenu }) => submenu?.items ?? [],
      )
      return entries.find(({ label }) => label === 'Find in the article')?.accelerator
    })
  await expect.poll(shownInMenu).toBe('CmdOrCtrl+I')
  await window.text.focus()
  await keyboard.press('Control+k')
  // The likeliest command comes first, whatever its group.
  await keyboard.type('bin')
  await expect(page.getByRole('option').first()).toHaveText(/the bin/)
  await keyboard.press('Control+a')
  await keyboard.type('find in the article')
  await expect(page.getByRole('option').first()).toHaveText(/^Find in the article.*Ctrl\+I/)
  await keyboard.press('Escape')
  await window.text.focus()
  await keyboard.press('Control+i')
  await expect(page.getByRole('textbox', { name: 'Find' })).toBeFocused()
  await keyboard.type('40 boats')
  await keyboard.press('Escape')
  await keyboard.press('2')
  await keyboard.press('Enter')
  await keyboard.type('Ana Tor')
  await keyboard.press('Enter')
  await keyboard.press('Control+i')
  await keyboard.press('Control+a')
  await keyboard.type('Rescuers')
  await keyboard.press('Escape')
  await keyboard.press('2')
  await keyboard.press('j')
  await expect(window.answer).toHaveText('Speaker: Ana Tor')
  await window.isSaved()
  await app.close()
  const speakers = readAnnotations(project).map(({ attributes }) => attributes['speaker'])
  expect(speakers[0]).toBeDefined()
  expect(speakers).toEqual([speakers[0], speakers[0]])
  const settings = JSON.parse(
    fs.readFileSync(path.join(app.userData, 'config.json'), 'utf8'),
  ) as Record<string, Record<string, unknown>>
  expect(settings['preferences']?.['keys']).toEqual({
    find: ['Mod+I'],
    import: ['Mod+F'],
    'repeat-all': [],
    'same-source': ['J'],
  })

  const again = await launch({ args: [project], userData: app.userData })
  const later = workbench(again.page)
  await later.isReady()
  await again.page.keyboard.press('?')
  await later.dialog('Keys').getByRole('button', { name: 'Reset all keys' }).click()
  await again.page.keyboard.press('Escape')
  await later.text.focus()
  await again.page.keyboard.press('Control+f')
  await expect(again.page.getByRole('textbox', { name: 'Find' })).toBeFocused()

  // Letters, digits and signs can be switched off, all at once: words that are spoken do nothing then.
  await later.selectWords('dawn')
  await later.runCommand('Show and change all keys')
  await later
    .dialog('Keys')
    .getByRole('checkbox', { name: /^Letters, digits and signs/ })
    .uncheck()
  await again.page.keyboard.press('Escape')
  await later.selectWords('dawn')
  await expect(later.toolbar.getByRole('button')).toHaveText(['Claim', 'Quote', 'Figure'])
  await again.page.keyboard.type('R1tn?')
  await expect(again.page.getByRole('dialog')).toHaveCount(0)
  await expect(later.cards.getByRole('group')).toHaveCount(2)
  await later.runCommand('Tag as figure')
  await expect(later.card('Figure', 'dawn')).toBeVisible()
  await again.close()
})

import fs from 'node:fs'
import path from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { defaultCodebook } from '../shared/codebook/default-codebook'
import { relationKindsFor } from '../shared/codebook/relation-kinds'
import { checkout, expect, test } from './app'
import type { Task } from './whole-article'
import { fieldsOf, tasks, wholeArticle, wholeResult } from './whole-article'
import type { Workbench } from './window/workbench'
import { workbench } from './window/workbench'
import { dragOver, findOnScreen } from './window/words'

/** Both tests come to the same file. ASSAY_UPDATE=1 writes it anew, to be read before committing. */
function compareWithExpected(project: string): void {
  const expected = path.join(checkout, 'e2e', 'expected', 'whole-article.json')
  const result = wholeResult(project)
  if (process.env['ASSAY_UPDATE'] === '1') fs.writeFileSync(expected, result)
  expect(result).toBe(fs.readFileSync(expected, 'utf8'))
}

const keyOfType = { claim: '1', quote: '2', figure: '3' } as const

async function fillInByKeys(page: Page, { type, values = {} }: Task): Promise<void> {
  const { keyboard } = page
  const fields = fieldsOf(type)
  const last = fields.findLastIndex(({ key }) => values[key] !== undefined)
  if (last === -1) return
  await keyboard.press('Enter')
  for (const { key, choices } of fields.slice(0, last + 1)) {
    const value = values[key]
    const digit = choices?.findIndex(({ label }) => label === value) ?? -1
    if (value !== undefined && choices !== undefined) await keyboard.press(String(digit + 1))
    else if (value !== undefined) await keyboard.type(value)
    await keyboard.press('Tab')
  }
  await keyboard.press('Escape')
}

/** The digit of a kind of link in the list that asks for it; none when there is no other kind. */
function digitOfKind(from: string, to: string, label: string): string | undefined {
  const kinds = relationKindsFor(defaultCodebook, from, to)
  const at = kinds.findIndex(kind => kind.label === label)
  return kinds.length === 1 ? undefined : String(at + 1)
}

async function choosesKind(window: Workbench, choose: () => Promise<void>): Promise<void> {
  const dialog = window.dialog('How are they linked?')
  await expect(dialog).toBeVisible()
  await choose()
  await expect(dialog).toHaveCount(0)
}

test('a whole article is annotated by keyboard alone, and the files are the expected ones', async ({
  launch,
  projectWith,
}) => {
  const project = projectWith({ 'ferry.md': wholeArticle })
  const app = await launch({ args: [project] })
  const { page } = app
  const { keyboard } = page
  const window = workbench(page)
  await window.isReady()
  for (const [at, task] of tasks.entries()) {
    await window.selectWords(task.words)
    await keyboard.press(keyOfType[task.type])
    if (task.more !== undefined) {
      await window.selectWords(task.more)
      await keyboard.press('+')
    }
    await fillInByKeys(page, task)
    const before = tasks[at - 1]
    if (task.link === undefined || before === undefined) continue
    await keyboard.press('l')
    await keyboard.press('Alt+ArrowUp')
    await keyboard.press('l')
    const digit = digitOfKind(task.type, before.type, task.link)
    if (digit !== undefined) await choosesKind(window, () => keyboard.press(digit))
  }
  await window.isSaved()
  await app.close()
  compareWithExpected(project)
})

function cardOf(window: Workbench, type: string, words: string): Locator {
  return window.card(`${type.charAt(0).toUpperCase()}${type.slice(1)}`, words)
}

/** Press on the first letter: further on, a shorter annotation may stand on the same words. */
async function pressFirst(window: Workbench, { type, words }: Task): Promise<void> {
  const { first } = await findOnScreen(window.text, words)
  await window.page.mouse.click(first.x + 2, first.y)
  const pressed = cardOf(window, type, words).and(window.page.locator('[aria-current="true"]'))
  await expect(pressed).toBeVisible()
}

async function fillInByMouse(window: Workbench, { type, words, values = {} }: Task): Promise<void> {
  if (Object.keys(values).length === 0) return
  const card = window.cards.locator('[aria-current="true"]')
  await cardOf(window, type, words).first().click()
  for (const { key, label, kind } of fieldsOf(type)) {
    const value = values[key]
    if (value === undefined) continue
    if (kind === 'choice') await card.getByRole('radio', { name: value, exact: true }).click()
    else {
      // Words have to be typed; everything else is pressed.
      await card.getByLabel(label, { exact: true }).click()
      await window.page.keyboard.insertText(value)
      // A source is chosen from its list; other fields are left by the next press, which must not miss.
      if (kind === 'source') await window.page.getByRole('option', { name: value }).first().click()
    }
  }
}

test('a whole article is annotated with the mouse, and the files are the expected ones', async ({
  launch,
  projectWith,
}) => {
  const project = projectWith({ 'ferry.md': wholeArticle })
  const app = await launch({ args: [project] })
  const { page } = app
  const window = workbench(page)
  await window.isReady()
  const link = window.cards
    .locator('[aria-current="true"]')
    .getByRole('button', { name: 'Link to another annotation' })
  for (const [at, task] of tasks.entries()) {
    await window.dragWords(task.words)
    await window.toolbar.getByRole('button', { name: new RegExp(`^${task.type}`, 'i') }).click()
    if (task.more !== undefined) {
      const place = await findOnScreen(window.text, task.more)
      await page.keyboard.down('ControlOrMeta')
      await dragOver(page, place)
      await page.keyboard.up('ControlOrMeta')
    }
    await fillInByMouse(window, task)
    const before = tasks[at - 1]
    if (task.link === undefined || before === undefined) continue
    await pressFirst(window, task)
    await link.click()
    await pressFirst(window, before)
    await link.click()
    if (digitOfKind(task.type, before.type, task.link) !== undefined)
      await choosesKind(window, () =>
        window
          .dialog('How are they linked?')
          .getByRole('button', { name: task.link ?? '', exact: false })
          .click(),
      )
  }
  await window.isSaved()
  await app.close()
  compareWithExpected(project)
})

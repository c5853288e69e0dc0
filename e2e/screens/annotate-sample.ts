import { expect } from '@playwright/test'
import type { Workbench } from '../window/workbench'

type Mark = {
  readonly words: string
  readonly type: 'claim' | 'quote' | 'figure'
  readonly more?: string
  /** What is typed into the first field of the card. */
  readonly value?: string
}

const keys = { claim: '1', quote: '2', figure: '3' } as const

const wire: readonly Mark[] = [
  {
    words: 'A wall of the Oravna dam gave way before dawn on Friday',
    type: 'claim',
    value: 'Kestrian Rescue Service',
  },
  { words: 'at least six people', type: 'figure', value: 'at least 6' },
  { words: 'Fourteen people are missing', type: 'claim', value: 'Kestrian Rescue Service' },
  { words: 'Fourteen people', type: 'figure', value: '14' },
  {
    words: '“The water came within nine minutes,”',
    type: 'quote',
    more: '“and most of the people in the lower streets were asleep.”',
    value: 'Ilmar Tosk',
  },
  { words: 'The water came within nine minutes', type: 'claim', value: 'Ilmar Tosk' },
  { words: 'came within nine minutes', type: 'claim', value: 'Ilmar Tosk' },
  { words: 'nine minutes', type: 'figure', value: '9' },
  {
    words: 'put the number of damaged houses at 1,600, about a third of all houses in the town',
    type: 'quote',
    value: 'Dana Orlec',
  },
  {
    words: 'the number of damaged houses at 1,600, about a third of all houses',
    type: 'claim',
    value: 'Dana Orlec',
  },
  { words: '1,600', type: 'figure', value: '1,600' },
  { words: '12,500 households', type: 'figure', value: '12,500' },
  {
    words: '“Every gate was open, every sensor was working,”',
    type: 'quote',
    value: 'Petra Lindqvar',
    more: '“Nobody could have foreseen this.”',
  },
]

const courier: readonly Mark[] = [
  { words: 'Nineteen people were still missing', type: 'claim', value: 'Samuel Adeyo' },
  { words: 'Nineteen people', type: 'figure', value: '19' },
  { words: '“We went from house to house,”', type: 'quote', value: 'Samuel Adeyo' },
  { words: '“Nobody could have foreseen this”?! 😡', type: 'quote', value: 'René Alvarsen' },
]

/** Mark up two articles of the sample project by keyboard and end on the first, with no card open. */
export async function annotateSample(window: Workbench): Promise<void> {
  await window.isReady()
  const rows = window.articles.getByRole('listitem')
  await expect(rows).toHaveCount(3)
  for (const [title, marks] of [
    [/Oravna dam gave way/, wire],
    [/Lower Miren counts/, courier],
  ] as const) {
    await rows.filter({ hasText: title }).getByRole('button').first().click()
    await expect(window.text).toContainText(marks[0]?.words ?? '')
    for (const mark of marks) await make(window, mark)
  }
  await window.text.focus()
  await window.page.keyboard.press('Alt+PageUp')
  await window.isSaved()
}

async function make(window: Workbench, { words, type, more, value }: Mark): Promise<void> {
  const { keyboard } = window.page
  await window.selectWords(words)
  await keyboard.press(keys[type])
  if (more !== undefined) {
    await window.selectWords(more)
    await keyboard.press('+')
  }
  if (value === undefined) return
  await keyboard.press('Enter')
  await expect(window.text).not.toBeFocused()
  await keyboard.type(value)
  await keyboard.press('Enter')
  await expect(window.text).toBeFocused()
}

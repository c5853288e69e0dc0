import { expect, it } from 'vitest'
import page from '../../bench/keystrokes.md?raw'
import { defaultCodebook } from '../../shared/codebook/default-codebook'
import { commandsFor } from './commands'

/** What is counted on the page: the commands in the order in which their keys are pressed, `=` before a key of a field. */
const tasks = [
  ['Tag words that are selected', 'tag-claim'],
  ['Tag the word at the caret, by keyboard alone', 'grow-selection', 'tag-claim'],
  ['Tag the word at the caret like the last one', 'grow-selection', 'repeat-tag'],
  ['Tag a claim and set its stance', 'tag-claim', 'edit-annotation', '=Tab', '=1', '=Enter'],
  ['Add a second part to the last quote', 'extend-annotation'],
  ['Same speaker as before', 'same-source'],
  ['Link to the next annotation, one kind possible', 'link', 'next-annotation', 'link'],
  ['Go to the other end of a link, and back', 'follow-link', 'follow-link'],
  ['Take the last step back', 'undo'],
  ['Article done, on to the next', 'finish-article'],
] as const

it('counts Assay’s keystrokes on the page as the key map has them', () => {
  const commands = commandsFor(defaultCodebook)
  const rows = tasks.map(([task, ...steps]) => {
    const keys = steps.map(step =>
      step.startsWith('=') ? step.slice(1) : commands.find(({ id }) => id === step)?.keys.at(-1),
    )
    return `| ${task} | ${keys.map(key => `\`${key ?? 'no key'}\``).join(' ')} | ${String(keys.length)} |`
  })
  // The formatter pads the columns.
  expect(page.replaceAll(/ {2,}/g, ' ')).toContain(`${rows.join('\n')}\n`)
})

import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { defaultCodebook } from '../shared/codebook/default-codebook'
import { relationKindsFor } from '../shared/codebook/relation-kinds'
import type { Task } from './whole-article'
import { fieldsOf, tasks } from './whole-article'

const page = fs.readFileSync(path.join(import.meta.dirname, '..', 'bench', 'keystrokes.md'), 'utf8')

/** Into the card, Tab behind each field up to the last, a digit for each choice, and back. */
function keysOfValues({ type, values = {} }: Task): number {
  const fields = fieldsOf(type)
  const last = fields.findLastIndex(({ key }) => values[key] !== undefined)
  const digits = fields.filter(({ key, choices }) => choices && values[key] !== undefined)
  return last === -1 ? 0 : 1 + (last + 1) + digits.length + 1
}

/** `L`, to the annotation before, `L`, and a digit where more than one kind is possible. */
function keysOfLink({ type, link }: Task, before: Task | undefined): number {
  if (link === undefined || before === undefined) return 0
  return relationKindsFor(defaultCodebook, type, before.type).length === 1 ? 3 : 4
}

it('counts the keys of the whole article as the page says', () => {
  const keys = tasks.map(
    (task, at) =>
      1 + (task.more === undefined ? 0 : 1) + keysOfValues(task) + keysOfLink(task, tasks[at - 1]),
  )
  const total = keys.reduce((sum, count) => sum + count, 0)
  const values = tasks.flatMap(task => Object.keys(task.values ?? {})).length
  const parts = tasks.filter(({ more }) => more !== undefined).length
  const links = tasks.filter(({ link }) => link !== undefined).length
  expect(page).toContain(
    `${String(tasks.length)} annotations with ${String(values)} values, ${String(parts)} further parts and ${String(links)} links take ${String(total)} keys, ${(total / tasks.length).toFixed(1)} for each`,
  )
})

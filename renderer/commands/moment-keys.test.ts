import { beforeEach, expect, it } from 'vitest'
import { startedWindow } from '../state/laws/started-window'
import { store } from '../state/store'
import { runCommand } from './commands'
import type { FieldWithKeys } from './moment-keys'
import { momentKeys } from './moment-keys'

const { tag, caretIn, select, quiet } = startedWindow()

const shown = (field?: FieldWithKeys): string[] =>
  momentKeys(store.getState(), field, false).map(({ key, does }) => `${key} ${does}`)

beforeEach(() => {
  caretIn('We lost')
})

it('offers what begins something while nothing is selected', () => {
  expect(shown()).toEqual([
    '⇧→ select',
    'W word, sentence',
    'A tag every selection',
    'Alt+↓ next annotation',
    'Ctrl+F find',
    'Ctrl+Enter done, next',
    '? all keys',
  ])
})

it('offers the types with their keys once words are selected', async () => {
  select('people')
  expect(shown().slice(0, 5)).toEqual([
    '1 claim',
    '2 quote',
    '3 figure',
    'T all types',
    'R like the last',
  ])
  expect(shown()).not.toContain('+ add to the last')
  await tag('We lost', 'quote')
  select('it was a lie')
  expect(shown()).toContain('+ add to the last')
})

it('offers what can be done with the annotation in focus', async () => {
  await tag('people', 'claim')
  expect(shown()).toEqual(
    expect.arrayContaining(['Enter fields', 'N note', 'B same speaker', 'Delete delete']),
  )
})

it('offers the arrows while a boundary moves, and the way out', async () => {
  await tag('people', 'claim')
  runCommand('move-end')
  expect(shown()).toEqual([
    '← → move the end',
    'Ctrl+→ by words',
    'S start',
    'Enter keep',
    'Esc as it was',
  ])
})

it('says how an armed tag is stopped, and how a field and a search are left', async () => {
  runCommand('arm-claim')
  await quiet()
  expect(shown()).toContain('Esc stop')
  expect(shown('field')).toEqual([
    'Tab next field',
    'Enter save and go back',
    'Esc back to the text',
  ])
  runCommand('find')
  expect(shown()).toContain('Esc back to the text')
})

it('says that Enter is a new line of the note, and which key leaves it', () => {
  expect(shown('note')).toEqual([
    'Tab next field',
    'Enter new line',
    'Ctrl+Enter save and go back',
    'Esc back to the text',
  ])
})

it('says, as long as a link is begun, how it goes on and how it is left', async () => {
  await tag('1,600', 'figure')
  runCommand('link')
  expect(shown()).toEqual([
    'L link',
    'Alt+↓ next annotation',
    'Alt+Page Down next article',
    'Esc leave the link',
    '? all keys',
  ])
  runCommand('leave')
  expect(shown()).not.toContain('Esc leave the link')
})

import { afterEach, beforeEach, expect, it } from 'vitest'
import { defaultCodebook } from '../../shared/codebook/default-codebook'
import type { ProjectHandle } from '../../shared/ipc/handles'
import { fail } from '../../shared/outcome/result'
import { runCommand } from '../commands/commands'
import { createMemoryMain } from './laws/in-memory-main'
import { annotator, articles } from './laws/three-articles'
import { quiet, startWindow } from './laws/window-in-node'
import { notify } from './notices'
import { openProject, reloadProject } from './opening'
import { store } from './store'
import { placeIn, shownView } from './view'

const another = '01950000-0000-7000-8000-00000000cccc' as ProjectHandle
const memory = createMemoryMain({ name: 'Window', articles, annotator, codebook: defaultCodebook })
/** Main, which cannot open a project while it is told so. */
let isGone = false
const main: typeof memory = {
  ...memory,
  call: (name, input) =>
    name === 'openProject' && isGone
      ? Promise.resolve(fail('vanished', 'The folder is not there any more.'))
      : memory.call(name, input),
}
let stop: () => void

beforeEach(async () => {
  isGone = false
  stop = await startWindow(main)
})
afterEach(async () => {
  runCommand('close-project')
  await quiet(main)
  stop()
})

const caretAt = (at: number): void => {
  shownView()?.select({ anchor: at, head: at })
}
const shownId = () => store.getState().article?.article.id

it('keeps the place in an article when the project is read anew, and forgets it with the project', async () => {
  caretAt(5)
  await reloadProject()
  await quiet(main)
  const article = shownId()
  if (article === undefined) throw new Error('No article is shown')
  expect(placeIn(article)?.selection).toEqual({ anchor: 5, head: 5 })
  // A copy of the project has the same articles, and nobody has been in them.
  caretAt(7)
  await openProject(another)
  await quiet(main)
  expect(store.getState().opened?.project).toBe(another)
  expect(placeIn(article)).toBeUndefined()
})

it('leaves what is said and asked on screen when the project cannot be read anew', async () => {
  notify('Another program changed a file', 'problem', 'outside')
  isGone = true
  await reloadProject()
  await quiet(main)
  expect(store.getState().notices.map(({ text }) => text)).toEqual([
    'Another program changed a file',
    'The folder is not there any more.',
  ])
  isGone = false
  await reloadProject()
  await quiet(main)
  expect(store.getState().notices).toEqual([])
})

import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ArticleId } from '../../shared/article/article'
import type { ImportReport, ReplacementPreview } from '../../shared/ipc/import-calls'
import type { Result } from '../../shared/outcome/result'
import { succeed } from '../../shared/outcome/result'
import { redoEdit, undoEdit } from '../../shared/project/undo-history'
import { importItems } from '../import/import-items'
import { readHere } from '../import/reader/read-here'
import type { ProjectStore } from '../store/project-store'
import type { TestProject } from '../store/test-project'
import { tagEdit, testProject } from '../store/test-project'
import { realSurroundings } from '../surroundings'
import type { ArticleVersions } from './article-versions'
import { articleVersions } from './article-versions'

const setting = { surroundings: realSurroundings, reader: readHere }
const first =
  'Dam breaks\n\nThe dam broke 🌊 at dawn. ראש העיר אמרה: המים הגיעו לעיר. Nobody was warned. Some 40 people fled to the hills before the road was closed for the night.\n\nThe engineers who looked after the wall had asked for money twice since the flood of the year before, the mayor said on Monday, and the ministry had answered neither of their letters until the week in which it gave way.'
const corrected = first.replace('Nobody was warned. ', '').replace('Some 40', 'Some 45')
const unlike =
  'Dam breaks\n\nEverything that was said before is withdrawn; there was no flood at all.'

let project: TestProject
let store: ProjectStore
let versions: ArticleVersions
beforeEach(async () => {
  project = await testProject()
  store = await project.open()
  versions = articleVersions(setting)
})
afterEach(async () => {
  await store.close()
  project.remove()
})

const valueOf = <Value>(result: Result<Value>): Value => {
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}
const bring = async (text: string, name = 'dam.txt'): Promise<ImportReport['imported'][number]> => {
  const load = () => succeed(new TextEncoder().encode(text))
  const report = await importItems(store, [{ name, load }], 1, setting)
  const [entry] = report.imported
  if (entry === undefined) throw new Error(JSON.stringify(report))
  return entry
}
const tag = async (article: ArticleId, words: string): Promise<void> => {
  const { text } = valueOf(store.readArticle(article)).article
  const start = text.indexOf(words)
  const { edit } = tagEdit(realSurroundings, article, text, { start, end: start + words.length })
  valueOf(await store.appendEdit(edit, 'window'))
}
const wordsOn = (article: ArticleId): string[] =>
  valueOf(store.readArticle(article)).sets.flatMap(({ annotations }) =>
    annotations.map(({ quote }) => quote[0]?.exact ?? ''),
  )
/** Everything people did, article by article. */
const everything = () =>
  store.summaries().map(({ id }) => {
    const { edits, sets } = valueOf(store.readArticle(id))
    return { id, edits, sets: sets.filter(set => set.annotations.length > 0) }
  })
const step = async (of: typeof undoEdit): Promise<void> => {
  const edit = of(store.history(), realSurroundings.newId())
  if (edit === undefined) throw new Error('There is no step')
  valueOf(await store.appendEdit(edit, 'window'))
}
const preview = async (by: ArticleId, of: ArticleId): Promise<ReplacementPreview> =>
  valueOf(await versions.fromArticle(store, of, by))

describe('an imported article in the place of the earlier one', () => {
  it('takes over what is found, keeps its own, and one undo takes back all of it', async () => {
    const { article: earlier } = await bring(first)
    for (const words of ['broke 🌊', 'המים הגיעו לעיר', 'Nobody was warned'])
      await tag(earlier, words)
    const entry = await bring(corrected)
    const { article: later } = entry
    expect(entry).toMatchObject({
      copyOf: { article: earlier },
      earlier: { article: earlier, because: 'name' },
    })
    await tag(later, 'Some 45 people')
    const before = everything()
    const shown = await preview(later, earlier)
    expect(shown).toMatchObject({
      own: 1,
      placed: 2,
      lost: [{ type: 'claim', words: 'Nobody was warned' }],
    })
    expect(everything()).toEqual(before)
    expect(await versions.take(store, shown.version, 'new-article')).toMatchObject({ ok: false })
    expect(valueOf(await versions.take(store, shown.version, 'replacement'))).toEqual({
      article: later,
      lost: 1,
    })
    const after = everything()
    expect([wordsOn(earlier), wordsOn(later)]).toEqual([
      ['Nobody was warned'],
      ['broke 🌊', 'המים הגיעו לעיר', 'Some 45 people'],
    ])
    expect(after.map(({ edits }) => edits)).toMatchObject([
      { replacedBy: later },
      { replaces: earlier },
    ])
    expect(after[1]?.edits?.metadata).toBeUndefined()

    // The import itself can be taken back then, too, and everything done again.
    await step(undoEdit)
    expect(everything()).toEqual(before)
    await step(undoEdit)
    await step(undoEdit)
    expect(store.summaries().map(({ removedAt }) => removedAt === undefined)).toEqual([true, false])
    for (let steps = 0; steps < 3; steps += 1) await step(redoEdit)
    expect(everything()).toEqual(after)
    await store.close()
    store = await project.open()
    expect(everything()).toEqual(after)
  })

  it('is offered for a file of the same name whose text is quite another, never for the same text', async () => {
    const { article: earlier } = await bring(first)
    const entry = await bring(unlike)
    expect(entry).toMatchObject({ earlier: { article: earlier, because: 'name' } })
    expect(entry.copyOf).toBeUndefined()
    expect((await bring('Something else\n\nabout a ferry')).earlier).toBeUndefined()
    expect((await bring(`${first}\n`)).earlier).toBeUndefined()
    expect(await preview(entry.article, earlier)).toMatchObject({ own: 0, placed: 0, lost: [] })
  })

  it('is refused, with nothing changed, when one of the two has gone meanwhile', async () => {
    const { article: earlier } = await bring(first)
    await tag(earlier, 'broke 🌊')
    const { article: later } = await bring(corrected)
    const shown = await preview(later, earlier)
    const file = path.join(store.folder, 'articles', `${later}.json`)
    fs.renameSync(file, `${file}.away`)
    const before = everything()
    expect(await versions.take(store, shown.version, 'replacement')).toMatchObject({
      error: {
        kind: 'damaged',
        message: expect.stringContaining('its file is missing') as unknown,
      },
    })
    fs.renameSync(`${file}.away`, file)
    expect(everything()).toEqual(before)

    // The import is undone while the question is open.
    await step(undoEdit)
    expect(await versions.take(store, shown.version, 'replacement')).toMatchObject({
      error: { message: expect.stringContaining('is in the bin') as unknown },
    })
    await step(redoEdit)
    expect(everything()).toEqual(before)
    expect(valueOf(await versions.take(store, shown.version, 'replacement')).lost).toBe(0)
  })

  it('is not done twice, by two presses or by two articles', async () => {
    const { article: earlier } = await bring(first)
    const [{ article: later }, { article: another }] = [
      await bring(corrected),
      await bring(corrected.replace('45', '46')),
    ]
    const shown = await preview(later, earlier)
    const pressed = await Promise.all(
      [1, 2].map(() => versions.take(store, shown.version, 'replacement')),
    )
    expect(pressed).toMatchObject([{ ok: true }, { error: { kind: 'vanished' } }])
    const replacing = store.history().done.filter(({ label }) => label.startsWith('replace'))
    expect(replacing).toHaveLength(1)
    const refusals = [
      await versions.fromArticle(store, earlier, another),
      await versions.fromArticle(store, another, later),
      await versions.fromArticle(store, later, earlier),
      await versions.fromArticle(store, later, later),
    ].map(answer => (answer.ok ? '' : answer.error.message))
    expect(refusals).toEqual([
      expect.stringContaining('Another version has taken the place of'),
      expect.stringContaining('has taken the place of an earlier version already'),
      expect.stringContaining('is in the bin, so it takes no other'),
      expect.stringContaining('has the same text as'),
    ])
    // The next corrected one takes the place of the one that is there now, and so on.
    const next = await preview(another, later)
    valueOf(await versions.take(store, next.version, 'replacement'))
    expect(store.summaries().map(({ edits }) => [edits?.replaces, edits?.replacedBy])).toEqual([
      [undefined, later],
      [earlier, another],
      [later, undefined],
    ])
  })
})

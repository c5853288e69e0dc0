import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { ArticleId } from '../../shared/article/article'
import type { Edit } from '../../shared/project/change'
import { uuidV7 } from '../../shared/project/id'
import { checkProject } from '../../electron/check/check-project'
import { compact } from '../../electron/store/compact'
import { createProject } from '../../electron/store/create-project'
import type { ProjectStore } from '../../electron/store/project-store'
import { openProject } from '../../electron/store/open-project'
import { addTestArticle } from '../../electron/store/test-project'
import { realSurroundings } from '../../electron/surroundings'

/*
 * A project whose state is a number: the note of its one article says which edit it is from and is followed
 * by text that only this number has. So what is found on a disk is state n, or it is corrupt.
 */

const identity = {
  annotator: '0197e000-0000-7000-8000-00000000000a' as ProjectStore['annotator']['id'],
  name: 'Ana',
  instance: '0000aaaa',
}

/** A new project at `folder` with one article, closed again; in state 0. */
export async function createNumbered(folder: string): Promise<void> {
  const created = await createProject(folder, 'Numbered', identity, realSurroundings)
  if (!created.ok) throw new Error(created.error.message)
  const store = await openNumbered(folder)
  await addTestArticle(store, realSurroundings, 'The ferry left at nine.')
  await store.close()
}

/** Open such a project; throws with the message for the user when that fails. */
export async function openNumbered(folder: string): Promise<ProjectStore> {
  const opened = await openProject(folder, {
    identity,
    surroundings: realSurroundings,
    runCompaction: job => Promise.resolve(compact(job)),
  })
  if (!opened.ok) throw new Error(opened.error.message)
  return opened.value
}

/** Import one more article, which all later states have. */
export async function importInto(store: ProjectStore, text: string): Promise<void> {
  await addTestArticle(store, realSurroundings, text)
}

/** How many articles the project at `folder` has, each of them readable. */
export async function articlesIn(folder: string): Promise<number> {
  const store = await openNumbered(folder)
  await store.close()
  return store.summaries().length
}

/** The edit that brings the project from one state to the next; the same one each time it is asked for. */
export function editTo(store: ProjectStore, number: number, length: number): Edit {
  return {
    id: uuidV7(number, new Uint8Array(10)),
    label: `state ${number}`,
    changes: [
      {
        kind: 'metadata',
        article: articleIn(store),
        before: { note: noteOf(number - 1, length) },
        after: { note: noteOf(number, length) },
      },
    ],
  }
}

function articleIn(store: ProjectStore): ArticleId {
  const [article] = store.summaries()
  if (article === undefined) throw new Error('The article is gone')
  return article.id
}

/** `length` characters that only state `number` has, its number first. */
function noteOf(number: number, length: number): string {
  if (number === 0) return ''
  const mark = createHash('sha256').update(String(number)).digest('hex')
  return `${number} ${mark.repeat(Math.ceil(length / mark.length)).slice(0, length)}`
}

/** Number of the state that an open project is in; throws for one that is none of ours. */
export function stateOf(store: ProjectStore, length: number): number {
  const note = store.summaries()[0]?.edits?.note ?? ''
  const number = note === '' ? 0 : Number.parseInt(note, 10)
  if (note !== noteOf(number, length)) throw new Error(`Corrupt: ${note.slice(0, 40)}`)
  return number
}

/**
 * Open the project at `folder` as a user does, which sweeps up and mends, and give the number of its state.
 * Throws for a state that is none of ours, and for anything that had to be mended but a record that was cut
 * off at the end. Then goes on working in it: `check` must find no fault afterwards.
 */
export async function numberIn(folder: string, length: number): Promise<number> {
  // A lock of this very process in a copy; a machine that was started again would see that it is an old one.
  fs.rmSync(path.join(folder, '.assay', 'lock'), { force: true })
  const store = await openNumbered(folder)
  const number = stateOf(store, length)
  for (const { id } of store.summaries()) {
    const article = store.readArticle(id)
    if (!article.ok) throw new Error(article.error.message)
  }
  const mended = store
    .notices()
    .find(notice => !notice.includes('cut off while it was being written'))
  if (mended !== undefined) throw new Error(mended)
  const next = await store.appendEdit(editTo(store, number + 1, length))
  await store.close()
  if (!next.ok) throw new Error(next.error.message)
  const report = checkProject(folder)
  if (!report.ok) throw new Error(report.error.message)
  // What only wants to be known, as an original whose import never ended, is no fault.
  if (!report.value.isSound)
    throw new Error(
      report.value.findings.map(({ file, problem }) => `${file}: ${problem}`).join('; '),
    )
  return number
}

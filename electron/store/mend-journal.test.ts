import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ProjectStore } from './project-store'
import type { TestProject } from './test-project'
import { addTestArticle, tagEdit, testProject } from './test-project'

const text = 'The dam broke at 4 a.m. and 1,600 people left.'
let project: TestProject
let store: ProjectStore
let article: Awaited<ReturnType<typeof addTestArticle>>

beforeEach(async () => {
  project = await testProject()
  store = await project.open()
  article = await addTestArticle(store, project.surroundings, text)
  // What is in a snapshot needs no record; what comes after stands in the journal alone.
  await store.settle()
  await tag(1)
  await tag(2)
})
afterEach(async () => {
  await store.close()
  project.remove()
})

const tag = (end: number) =>
  store.appendEdit(tagEdit(project.surroundings, article, text, { start: 0, end }).edit)

const segment = (): string => {
  const journals = path.join(project.folder, 'journal')
  const [name = ''] = fs.readdirSync(journals).filter(entry => entry.includes('.0000aaaa'))
  return path.join(journals, name, fs.readdirSync(path.join(journals, name))[0] ?? '')
}

/** Ends of the tagged spans that a fresh opening finds after a kill. */
async function endsAfterKill(): Promise<number[]> {
  const lock = path.join(project.folder, '.assay', 'lock')
  fs.rmSync(lock)
  const again = await project.open()
  const reading = again.readArticle(article)
  await again.close()
  if (!reading.ok) throw new Error(reading.error.message)
  return reading.value.sets
    .flatMap(({ annotations }) => annotations.flatMap(({ spans }) => spans.map(({ end }) => end)))
    .sort()
}

/** Change a file and give it the time of writing that it had, to the nanosecond. */
const sameTimes = (file: string, change: () => void): void => {
  const { atime, mtime } = fs.statSync(file)
  const reference = path.join(path.dirname(project.folder), 'time')
  const touched = spawnSync('touch', ['-r', file, reference]).status === 0
  change()
  if (touched) spawnSync('touch', ['-r', reference, file])
  // Where there is no such program, to the millisecond.
  else fs.utimesSync(file, atime, mtime)
}

describe('a journal that another program changes while the project is open', () => {
  const changes: readonly (readonly [string, (file: string) => void])[] = [
    [
      'is cut shorter',
      file => {
        fs.truncateSync(file, fs.statSync(file).size - 200)
      },
    ],
    [
      'is emptied',
      file => {
        fs.truncateSync(file, 0)
      },
    ],
    [
      'is deleted',
      file => {
        fs.rmSync(file)
      },
    ],
    [
      'is changed in place, with the same length and the same time',
      file => {
        sameTimes(file, () => {
          const bytes = fs.readFileSync(file)
          bytes.writeUInt8(bytes.readUInt8(bytes.length - 60) ^ 1, bytes.length - 60)
          fs.writeFileSync(file, bytes)
        })
      },
    ],
    [
      'is replaced by an older copy, with the same time',
      file => {
        sameTimes(file, () => {
          const lines = fs.readFileSync(file, 'utf8').split('\n')
          fs.writeFileSync(`${file}.new`, `${lines.slice(0, -3).join('\n')}\n`)
          fs.renameSync(`${file}.new`, file)
        })
      },
    ],
  ]
  for (const [what, change] of changes)
    it(`and that ${what}, has every edit again with the next save, and says so`, async () => {
      change(segment())
      expect(await tag(3)).toMatchObject({ ok: true })
      expect(store.notices().join(' ')).toMatch(/Another program changed the record of edits/)
      expect(await endsAfterKill()).toEqual([1, 2, 3])
    })

  it('keeps what stood there before', async () => {
    fs.writeFileSync(segment(), 'something else\n')
    await tag(3)
    const damaged = path.join(project.folder, '.assay', 'damaged')
    const [kept = ''] = fs.readdirSync(damaged)
    expect(fs.readFileSync(path.join(damaged, kept), 'utf8')).toBe('something else\n')
  })

  it('and that is only touched or replaced by the same, is nothing worth a word', async () => {
    const before = store.notices()
    fs.utimesSync(segment(), new Date(), new Date())
    await tag(3)
    fs.cpSync(segment(), `${segment()}.new`)
    fs.renameSync(`${segment()}.new`, segment())
    await tag(4)
    expect(store.notices()).toEqual(before)
    expect(await endsAfterKill()).toEqual([1, 2, 3, 4])
  })

  it('tells that nothing is saved while the project folder is gone, and makes no other', async () => {
    const away = `${project.folder}-away`
    fs.renameSync(project.folder, away)
    expect(await tag(3)).toMatchObject({ ok: false, error: { kind: 'vanished' } })
    expect(fs.existsSync(project.folder)).toBe(false)
    fs.renameSync(away, project.folder)
    expect(await tag(3)).toMatchObject({ ok: true })
    expect(await endsAfterKill()).toEqual([1, 2, 3])
  })
})

import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runBackupHere } from '../backup/backup-job'
import type { Backups } from '../backup/backups'
import { backupsIn } from '../backup/backups'
import { backedUp } from '../backup/while-open'
import { checkProject } from '../check/check-project'
import { readQuarantine } from '../check/quarantine-list'
import {
  annotationsName,
  filesBelow,
  forgeAnnotations,
  smallProject,
} from '../check/testing/faulty-project'
import { compact } from '../store/compact'
import { scanFrames } from '../store/journal-frame'
import { testIdentity } from '../store/test-project'
import type { RepairReport } from './repair-project'
import { repairProject } from './repair-project'

/** Damaged places of all files together, each cut off or flipped in turn; ASSAY_LONG=1 takes many more. */
const isLong = process.env['ASSAY_LONG'] === '1'
const places = isLong ? 400 : 8

let project: Awaited<ReturnType<typeof smallProject>>
let annotations: string
let backups: Backups
let acknowledged: string[]
const at = (file: string): string => path.join(project.folder, ...file.split('/'))
const namedLike = (pattern: RegExp): string =>
  filesBelow(project.folder).find(file => pattern.test(file)) ?? ''

beforeEach(async () => {
  project = await smallProject()
  annotations = annotationsName(project.article)
  backups = backupsIn({
    root: () => path.join(path.dirname(project.folder), 'backups'),
    run: runBackupHere,
    now: project.surroundings.now,
  })
  acknowledged = annotationIds()
})
afterEach(() => {
  project.remove()
})

async function backUp(): Promise<void> {
  const store = await project.open()
  const made = await backups.makeBackup(backedUp(store), 'daily')
  await store.close()
  if (!made.ok) throw new Error(made.error.message)
}

function annotationIds(): string[] {
  const { annotations: items } = JSON.parse(fs.readFileSync(at(annotations), 'utf8')) as {
    annotations: { id: string }[]
  }
  return items.map(({ id }) => id)
}

async function repaired(): Promise<RepairReport> {
  const done = await repairProject(project.folder, {
    backups,
    identity: testIdentity,
    surroundings: project.surroundings,
    runCompaction: job => Promise.resolve(compact(job)),
  })
  if (!done.ok) throw new Error(done.error.message)
  return done.value
}

/** What must hold after every repair, whatever was wrong. */
async function expectMended(what: string): Promise<RepairReport> {
  const report = await repaired()
  expect(report.check.isSound, `${what}: ${JSON.stringify(report, undefined, 1)}`).toBe(true)
  const store = await project.open()
  expect(store.readOnly, what).toBeUndefined()
  const shown = store.summaries().flatMap(({ id }) => {
    const read = store.readArticle(id)
    return read.ok ? read.value.sets.flatMap(set => set.annotations.map(each => each.id)) : []
  })
  await store.close()
  const aside = filesBelow(project.folder)
    .filter(file => file.startsWith('quarantine/') || file === annotations)
    .map(file => fs.readFileSync(at(file), 'utf8'))
    .join()
  for (const id of acknowledged)
    expect(shown.some(known => known === id) || aside.includes(id), `${what}: ${id}`).toBe(true)
  const before = contents()
  expect((await repaired()).items, what).toEqual([])
  expect(contents(), what).toEqual(before)
  return report
}

function contents(): Record<string, string> {
  return Object.fromEntries(
    filesBelow(project.folder).map(file => [file, fs.readFileSync(at(file), 'base64')]),
  )
}

describe('a repair', () => {
  it('does nothing to a sound project', async () => {
    const before = contents()
    expect(await repaired()).toMatchObject({ items: [], check: { isSound: true } })
    expect(contents()).toEqual(before)
    expect(backups.list({ id: '' })).toEqual([])
  })

  it.each([true, false])(
    'mends a project with any file cut off or a bit flipped (with an earlier backup: %s)',
    async hasBackup => {
      if (hasBackup) await backUp()
      const whole = path.join(path.dirname(project.folder), 'whole')
      fs.cpSync(project.folder, whole, { recursive: true })
      const files = filesBelow(project.folder).filter(file => !file.startsWith('.assay/'))
      const total = files.reduce((sum, file) => sum + fs.statSync(at(file)).size, 0)
      const step = Math.ceil(total / places)
      let tried = 0
      for (const file of files) {
        const bytes = fs.readFileSync(at(file))
        const first = Math.min(tried % step, bytes.length - 1)
        for (let place = first; place < bytes.length; place += step) {
          const damaged = tried % 2 === 0 ? bytes.subarray(0, place) : flipped(bytes, place)
          fs.writeFileSync(at(file), damaged)
          const { items } = await expectMended(`${file} at ${place}`)
          if (hasBackup) {
            expect(
              items.filter(({ stays }) => stays),
              `${file} at ${place}`,
            ).toEqual([])
            if (/^(?:articles|originals)\//.test(file))
              expect(fs.readFileSync(at(file)).equals(bytes)).toBe(true)
          }
          tried += 1
          fs.rmSync(project.folder, { recursive: true })
          fs.cpSync(whole, project.folder, { recursive: true })
        }
      }
      expect(tried).toBeGreaterThan(places / 2)
    },
    isLong ? 3_600_000 : 60_000,
  )

  it.each([
    ['an annotation file says it is another annotator’s', true, () => annotations, 'annotator'],
    ['the same without a backup', false, () => annotations, 'annotator'],
    ['an annotation file says it is about another article', false, () => annotations, 'article'],
    ['an annotator’s file says it is another’s', false, () => namedLike(/^annotators\//), 'id'],
  ] as const)('leaves a file where it is when by one flipped bit %s', async (...theCase) => {
    const [, hasBackup, name, key] = theCase
    if (hasBackup) await backUp()
    const before = filesBelow(project.folder).filter(file => /^anno/.test(file))
    const bytes = fs.readFileSync(at(name()))
    const [said = ''] =
      new RegExp(`"${key}": "[0-9a-f]{8}-[0-9a-f]{4}`).exec(bytes.toString()) ?? []
    const flippedAway = said.replace(/.$/, last => (last === '0' ? '2' : '0'))
    fs.writeFileSync(at(name()), bytes.toString().replace(said, flippedAway))
    const { items } = await expectMended('of another name')
    expect(items.filter(({ stays }) => stays)).toEqual([])
    expect(annotationIds()).toEqual(acknowledged)
    expect(filesBelow(project.folder).filter(file => /^anno/.test(file))).toEqual(before)
  })

  it('keeps a backup of the damage, and the damaged file itself', async () => {
    fs.truncateSync(at(annotations), 100)
    const report = await expectMended('cut off')
    expect(annotationIds()).toEqual(acknowledged)
    const [item] = report.items
    expect(item).toMatchObject({ file: annotations, stays: false })
    expect(fs.statSync(at(`${report.quarantine ?? ''}/${item?.kept ?? ''}`)).size).toBe(100)
    const store = await project.open()
    expect(backups.list(store)).toMatchObject([{ reason: 'before-repair', isDamaged: true }])
    await store.close()
  })

  it('takes lost edits back from a backup, each under its own number', async () => {
    await backUp()
    const journal = namedLike(/^journal\//)
    const recorded = (): unknown => scanFrames(fs.readFileSync(at(journal)))
    const { records } = scanFrames(fs.readFileSync(at(journal)))
    const lines = fs.readFileSync(at(journal), 'utf8').split('\n')
    fs.writeFileSync(at(journal), lines.filter((_, index) => index !== 2).join('\n'))
    await expectMended('an edit cut out')
    expect(recorded()).toMatchObject({ records, damagedBytes: 0 })
    fs.rmSync(path.dirname(at(journal)), { recursive: true })
    await expectMended('a journal deleted')
    expect(recorded()).toMatchObject({ records, damagedBytes: 0 })
  })

  it('keeps the last good version of a file when edits are lost for good', async () => {
    const store = await project.open()
    await backups.keepGeneration(backedUp(store), annotations)
    await store.close()
    fs.rmSync(path.dirname(at(namedLike(/^journal\//))), { recursive: true })
    fs.truncateSync(at(annotations), 100)
    const { items } = await expectMended('no journal and half a file')
    expect(annotationIds()).toEqual(acknowledged)
    expect(items.filter(({ stays }) => stays)).toMatchObject([
      { problem: 'the edits 1 to 5 are missing' },
    ])
  })

  it.each([
    ['the offsets of another text', { spans: [{ start: 9, end: 99_999 }] }],
    ['half a character', { spans: [{ start: 9, end: 22 }] }],
    ['other words', { spans: [{ start: 10, end: 15 }] }],
  ])('lists an annotation with %s, and leaves it to the user', async (_name, change) => {
    forgeAnnotations(project, content => {
      content.annotations[1] = { ...content.annotations[1], ...change }
    })
    await expectMended('bad offsets')
    expect(readQuarantine(project.folder)).toMatchObject([
      { file: annotations, stays: true, item: { id: acknowledged[1], ...change } },
    ])
    expect(checkProject(project.folder)).toMatchObject({
      value: { isSound: true, findings: [{ isNote: true }] },
    })
  })

  it('takes out one of two with the same id', async () => {
    forgeAnnotations(project, content => {
      content.annotations.push({ ...content.annotations[0], note: 'the other' })
    })
    await expectMended('twice')
    expect(annotationIds()).toEqual(acknowledged)
    expect(readQuarantine(project.folder)).toMatchObject([{ item: { note: 'the other' } }])
  })

  it('takes out an annotation of a wrong shape when nothing else holds the file', async () => {
    fs.rmSync(path.dirname(at(namedLike(/^journal\//))), { recursive: true })
    forgeAnnotations(project, content => {
      content.annotations[1] = { ...content.annotations[1], spans: [{ start: -1, end: 2 }] }
    })
    await expectMended('of a wrong shape')
    expect(annotationIds()).toEqual(acknowledged.slice(0, 1))
  })

  it('moves what is no file of the project out of the way, and follows no link', async () => {
    await backUp()
    const outside = path.join(path.dirname(project.folder), 'outside')
    fs.cpSync(at('articles'), outside, { recursive: true })
    const before = fs.readdirSync(outside)
    fs.rmSync(at('articles'), { recursive: true })
    fs.symlinkSync(outside, at('articles'))
    fs.rmSync(at('codebook.json'))
    fs.mkdirSync(at('codebook.json'))
    fs.rmSync(at(annotations))
    spawnSync('mkfifo', [at(annotations)])
    fs.writeFileSync(at('articles.assay-tmp-0'), 'half')
    fs.writeFileSync(at('metadata/half.assay-tmp-0'), 'half')
    fs.writeFileSync(at('sources/\u202econ\n.json'), '{}')
    fs.rmSync(at('.assay'), { recursive: true })
    fs.symlinkSync(outside, at('.assay'))
    await expectMended('strange things')
    expect(annotationIds()).toEqual(acknowledged)
    expect(fs.readdirSync(outside)).toEqual(before)
    expect(filesBelow(project.folder).filter(file => /quarantine.*half/.test(file))).toHaveLength(1)
  })

  it('changes nothing when no backup can be made', async () => {
    fs.truncateSync(at(annotations), 100)
    const damaged = contents()
    const refused = backupsIn({
      root: () => at('backups'),
      run: runBackupHere,
      now: project.surroundings.now,
    })
    const setting = {
      identity: testIdentity,
      surroundings: project.surroundings,
      runCompaction: () => Promise.reject(new Error('not reached')),
    }
    expect(await repairProject(project.folder, { ...setting, backups: refused })).toMatchObject({
      ok: false,
      error: { kind: 'refused' },
    })
    expect(contents()).toEqual(damaged)
  })
})

function flipped(bytes: Buffer, place: number): Buffer {
  const copy = Buffer.from(bytes)
  copy[place] = (copy[place] ?? 0) ^ (1 << (place % 8))
  return copy
}

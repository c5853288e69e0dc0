import fs from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Annotation } from '../../shared/annotation/annotation'
import { compareAnnotations } from '../../shared/annotation/annotation'
import type { ArticleId } from '../../shared/article/article'
import type { Edit } from '../../shared/project/change'
import { annotationFile } from '../../shared/project/change'
import { redoEdit, undoEdit } from '../../shared/project/undo-history'
import { checkProject } from '../check/check-project'
import type { ProjectStore } from './project-store'
import { sha256Hex } from './signed-text'
import type { TestProject } from './test-project'
import { addTestArticle, tagEdit, testIdentity, testProject } from './test-project'

const text = '“We lost,” he said 😡, “and it was a lie.”\nSome 1,600 buildings burned.'
let project: TestProject
let store: ProjectStore
let article: ArticleId

beforeEach(async () => {
  project = await testProject()
  store = await project.open()
  article = await addTestArticle(store, project.surroundings, text)
})
afterEach(async () => {
  await store.close()
  project.remove()
})

const annotationsOf = (from: ProjectStore): readonly Annotation[] => {
  const reading = from.readArticle(article)
  if (!reading.ok) throw new Error(reading.error.message)
  return reading.value.sets.flatMap(({ annotations }) => annotations)
}

const tag = async (start: number, end: number): Promise<Annotation> => {
  const { edit, annotation } = tagEdit(project.surroundings, article, text, { start, end })
  expect(await store.appendEdit(edit)).toMatchObject({ ok: true })
  return annotation
}

/** What a kill leaves: the same folder, and no chance to write anything more. */
const killAndReopen = async (): Promise<ProjectStore> => {
  fs.rmSync(path.join(project.folder, '.assay', 'lock'))
  return project.open()
}

describe('a project on disk', () => {
  it('has an acknowledged edit after a kill, before any snapshot was written', async () => {
    const annotation = await tag(0, 10)
    expect(fs.readdirSync(path.join(project.folder, 'annotations'))).toEqual([])
    const reopened = await killAndReopen()
    expect(annotationsOf(reopened)).toEqual([annotation])
    await reopened.close()
  })

  it('writes a snapshot a person can read when it is closed, and reads no journal after that', async () => {
    const annotation = await tag(0, 10)
    await store.close()
    const file = path.join(project.folder, annotationFile(article, testIdentity.annotator))
    expect(JSON.parse(fs.readFileSync(file, 'utf8'))).toMatchObject({
      format: 'assay-annotations',
      status: 'new',
      annotations: [annotation],
    })
    fs.rmSync(path.join(project.folder, 'journal'), { recursive: true })
    store = await project.open()
    expect(annotationsOf(store)).toEqual([annotation])
  })

  it('writes an edit that was sent twice only once', async () => {
    const { edit } = tagEdit(project.surroundings, article, text, { start: 0, end: 3 })
    const first = await store.appendEdit(edit)
    expect(await store.appendEdit(edit)).toEqual(first)
    const reopened = await killAndReopen()
    expect(await reopened.appendEdit(edit)).toEqual(first)
    expect(reopened.history().done.filter(({ id }) => id === edit.id)).toHaveLength(1)
    await reopened.close()
  })

  it('refuses an annotation whose words are not the words at its place, and writes nothing', async () => {
    const { edit, annotation } = tagEdit(project.surroundings, article, text, { start: 0, end: 8 })
    const shifted: Edit = {
      ...edit,
      changes: [
        {
          kind: 'annotation',
          article,
          annotator: testIdentity.annotator,
          id: annotation.id,
          after: { ...annotation, spans: [{ start: 1, end: 9 }] },
        },
      ],
    }
    expect(await store.appendEdit(shifted)).toMatchObject({ ok: false, error: { kind: 'refused' } })
    expect(annotationsOf(store)).toEqual([])
  })

  it('takes back and does again after a restart', async () => {
    const annotation = await tag(0, 10)
    await store.close()
    store = await project.open()
    const undo = undoEdit(store.history(), project.surroundings.newId())
    expect(undo?.label).toBe('tag as claim')
    if (undo !== undefined) await store.appendEdit(undo)
    await store.close()
    store = await project.open()
    expect(annotationsOf(store)).toEqual([])
    const redo = redoEdit(store.history(), project.surroundings.newId())
    if (redo !== undefined) await store.appendEdit(redo)
    expect(annotationsOf(store)).toEqual([annotation])
  })

  it('puts an imported article into the bin when its import is taken back, and out of it again', async () => {
    const undo = undoEdit(store.history(), project.surroundings.newId())
    if (undo !== undefined) await store.appendEdit(undo)
    expect(store.summaries().map(({ removedAt }) => removedAt !== undefined)).toEqual([true])
    await store.close()
    store = await project.open()
    expect(store.summaries().map(({ removedAt }) => removedAt !== undefined)).toEqual([true])
    const redo = redoEdit(store.history(), project.surroundings.newId())
    if (redo !== undefined) await store.appendEdit(redo)
    expect(store.summaries().map(({ removedAt }) => removedAt)).toEqual([undefined])
  })

  it('opens for reading only in a second window, which says so and writes nothing', async () => {
    const second = await project.open()
    expect(second.readOnly).toMatch(/open in another window of Assay/)
    const { edit } = tagEdit(project.surroundings, article, text, { start: 0, end: 3 })
    expect(await second.appendEdit(edit)).toMatchObject({ ok: false, error: { kind: 'read-only' } })
    await second.close()
    await tag(0, 3)
    expect(annotationsOf(store)).toHaveLength(1)
  })

  it('takes over a lock whose program does not run any more', async () => {
    await store.close()
    const lock = { pid: 2 ** 30, host: (await import('node:os')).hostname(), boot: 'x', at: '' }
    fs.writeFileSync(path.join(project.folder, '.assay', 'lock'), JSON.stringify(lock))
    store = await project.open()
    expect(store.readOnly).toBeUndefined()
  })

  it('rebuilds a damaged snapshot from the journal, keeps the damaged file and says so', async () => {
    const annotation = await tag(0, 10)
    await store.close()
    const file = path.join(project.folder, annotationFile(article, testIdentity.annotator))
    const damaged = fs.readFileSync(file, 'utf8').replace('“We lost', '“We l*st')
    fs.writeFileSync(file, damaged)
    expect(checkProject(project.folder)).toMatchObject({
      ok: true,
      value: { findings: [{ problem: expect.stringMatching(/checksum/) as string }, {}] },
    })
    store = await project.open()
    expect(annotationsOf(store)).toEqual([annotation])
    expect(store.notices().join()).toMatch(
      /The file with your annotations of “.*” was damaged .* kept in \.assay\/damaged\./,
    )
    const [kept = ''] = fs.readdirSync(path.join(project.folder, '.assay', 'damaged'))
    expect(fs.readFileSync(path.join(project.folder, '.assay', 'damaged', kept), 'utf8')).toBe(
      damaged,
    )
    expect(checkProject(project.folder)).toMatchObject({ ok: true, value: { findings: [] } })
  })

  it('puts annotations and a codebook together again whose files are gone, and says so', async () => {
    const annotation = await tag(0, 10)
    await store.close()
    const file = path.join(project.folder, annotationFile(article, testIdentity.annotator))
    const before = fs.readFileSync(file, 'utf8')
    fs.rmSync(file)
    fs.rmSync(path.join(project.folder, 'codebook.json'))
    store = await project.open()
    expect(store.summaries()[0]?.annotators[testIdentity.annotator]?.counts).toEqual({ claim: 1 })
    expect(annotationsOf(store)).toEqual([annotation])
    expect(store.codebook().types.map(({ key }) => key)).toEqual(['claim', 'quote', 'figure'])
    expect(store.notices().filter(sentence => sentence.includes('was missing'))).toHaveLength(2)
    const contentOf = (text: string): unknown => ({
      ...(JSON.parse(text) as object),
      sha256: '',
      generation: 0,
    })
    expect(contentOf(fs.readFileSync(file, 'utf8'))).toEqual(contentOf(before))
    await tag(11, 13)
    await store.close()
    store = await project.open()
    expect(annotationsOf(store)).toHaveLength(2)
    expect(checkProject(project.folder)).toMatchObject({ ok: true, value: { findings: [] } })
  })

  it('keeps a hand edit whose author took the checksum out, and undoes one that left it in', async () => {
    await store.close()
    const file = path.join(project.folder, 'codebook.json')
    const edited = fs.readFileSync(file, 'utf8').replace('"Claim"', '"Assertion"')
    fs.writeFileSync(file, edited)
    store = await project.open()
    expect(store.codebook().types[0]?.label).toBe('Claim')
    await store.close()
    fs.writeFileSync(file, edited.replace(/ {2}"sha256": .*\n/, ''))
    store = await project.open()
    expect(store.codebook().types[0]?.label).toBe('Assertion')
  })

  it('keeps a snapshot that another program changed while the project was open, and goes on with ours', async () => {
    await tag(0, 10)
    await store.settle()
    const file = path.join(project.folder, annotationFile(article, testIdentity.annotator))
    const changed = fs.readFileSync(file, 'utf8').replace('“We lost', '“We l*st')
    fs.writeFileSync(file, changed)
    await tag(11, 13)
    await store.settle()
    const kept = path.join(project.folder, '.assay', 'damaged')
    const [name = ''] = fs.readdirSync(kept)
    expect(fs.readFileSync(path.join(kept, name), 'utf8')).toBe(changed)
    await store.close()
    store = await project.open()
    expect(annotationsOf(store).map(({ quote }) => quote[0]?.exact)).toEqual([
      text.slice(0, 10),
      text.slice(11, 13),
    ])
  })

  it('brings back a snapshot that another program deleted while the project was open, whole', async () => {
    const first = await tag(0, 10)
    await store.settle()
    expect(annotationsOf(store)).toEqual([first])
    fs.rmSync(path.join(project.folder, annotationFile(article, testIdentity.annotator)))
    const second = await tag(11, 13)
    await store.settle()
    expect(annotationsOf(store)).toEqual([first, second])
    await store.close()
    store = await project.open()
    expect(annotationsOf(store)).toEqual([first, second])
    expect(checkProject(project.folder)).toMatchObject({ ok: true, value: { findings: [] } })
  })

  it('with project.json changed by hand opens as it is, and is not written over', async () => {
    await store.close()
    const file = path.join(project.folder, 'project.json')
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('January', 'February'))
    store = await project.open()
    expect(store.name()).toBe('February')
  })

  it('opens read-only when it was made by a newer program, keeping what it does not know', async () => {
    await store.close()
    const file = path.join(project.folder, 'project.json')
    const newer = fs.readFileSync(file, 'utf8').replace('"minReader": 1', '"minReader": 9')
    fs.writeFileSync(file, newer)
    store = await project.open()
    expect(store.readOnly).toMatch(/newer version of Assay/)
    await store.close()
    expect(fs.readFileSync(file, 'utf8')).toBe(newer)
    store = await project.open()
  })

  it('shows the article’s damage instead of the article, and leaves its file alone', async () => {
    await store.close()
    const file = path.join(project.folder, 'articles', `${article}.json`)
    const damaged = fs.readFileSync(file, 'utf8').replaceAll('1,600', '1,700')
    fs.writeFileSync(file, damaged)
    store = await project.open()
    expect(store.readArticle(article)).toMatchObject({ ok: false, error: { kind: 'damaged' } })
    expect(fs.readFileSync(file, 'utf8')).toBe(damaged)
  })

  it('knows its articles again in a copy, whose files have other times, without reading them', async () => {
    await tag(0, 10)
    await store.close()
    const renamed = path.join(project.folder, '.assay', 'index.json')
    const files = ['articles', 'annotations'].flatMap(name =>
      fs
        .readdirSync(path.join(project.folder, name))
        .map(file => path.join(project.folder, name, file)),
    )
    expect(files).toHaveLength(2)
    for (const file of files) fs.utimesSync(file, 1_900_000_000, 1_900_000_000)
    // A title that stands in no file shows where the list comes from.
    const [, json = ''] = fs.readFileSync(renamed, 'utf8').split('\n')
    const marked = json.replace(/"title":"[^"]*"/, '"title":"From the index"')
    fs.writeFileSync(renamed, `${sha256Hex(marked)}\n${marked}`)
    store = await project.open()
    expect(store.summaries()).toMatchObject([{ title: 'From the index' }])
    await store.close()
    const [, annotations = ''] = files
    fs.appendFileSync(annotations, '\n')
    store = await project.open()
    expect(store.summaries()).not.toMatchObject([{ title: 'From the index' }])
  })

  it('makes its index anew when it is gone or no index', async () => {
    await tag(0, 10)
    await store.close()
    const index = path.join(project.folder, '.assay', 'index.json')
    const good = fs.readFileSync(index, 'utf8')
    const entriesOf = (text: string): unknown =>
      (JSON.parse(text.slice(text.indexOf('\n'))) as { entries: unknown }).entries
    const oneBitOff = good.replace('"relations":0', '"relations":1')
    expect(oneBitOff).not.toBe(good)
    for (const content of [undefined, '', '{"format":"assay-index"}', oneBitOff]) {
      if (content === undefined) fs.rmSync(index)
      else fs.writeFileSync(index, content)
      store = await project.open()
      expect(store.summaries()).toMatchObject([{ id: article }])
      await store.close()
      expect(entriesOf(fs.readFileSync(index, 'utf8'))).toEqual(entriesOf(good))
    }
    store = await project.open()
  })
})

describe('random work with kills in between', () => {
  const steps = fc.array(
    fc.oneof(
      { weight: 6, arbitrary: fc.record({ kind: fc.constant('tag' as const), at: fc.nat(60) }) },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('undo' as const) }) },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('redo' as const) }) },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('settle' as const) }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('kill' as const) }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('close' as const) }) },
    ),
    { maxLength: 25 },
  )

  it('always leaves what a plain list would hold', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async sequence => {
        const done: Annotation[][] = [[...annotationsOf(store)]]
        let undone: Annotation[][] = []
        for (const step of sequence) {
          const now = done.at(-1) ?? []
          if (step.kind === 'tag') {
            const start = step.at >= 19 && step.at <= 21 ? 0 : step.at
            done.push([...now, await tag(start, start + 3 === 20 ? start + 2 : start + 3)])
            undone = []
          } else if (step.kind === 'undo' && done.length > 1) {
            const edit = undoEdit(store.history(), project.surroundings.newId())
            if (edit !== undefined) await store.appendEdit(edit)
            undone.push(done.pop() ?? [])
          } else if (step.kind === 'redo' && undone.length > 0) {
            const edit = redoEdit(store.history(), project.surroundings.newId())
            if (edit !== undefined) await store.appendEdit(edit)
            done.push(undone.pop() ?? [])
          } else if (step.kind === 'settle') await store.settle()
          else if (step.kind === 'kill') store = await killAndReopen()
          else if (step.kind === 'close') {
            await store.close()
            store = await project.open()
          }
          expect([...annotationsOf(store)].sort(compareAnnotations)).toEqual(
            (done.at(-1) ?? []).toSorted(compareAnnotations),
          )
        }
      }),
      { numRuns: process.env['ASSAY_LONG'] === undefined ? 25 : 1000 },
    )
    await store.close()
    expect(checkProject(project.folder)).toMatchObject({ ok: true, value: { findings: [] } })
    store = await project.open()
  }, 600_000)
})

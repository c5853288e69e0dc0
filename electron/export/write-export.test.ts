import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ExportArticle } from '../../shared/formats/format'
import { jsonl } from '../../shared/formats/jsonl'
import { goldIds, goldProject } from '../../shared/formats/testing/gold-project'
import { exportArticles, exportContext } from '../../shared/formats/testing/memory-project'
import { manifestName } from './manifest'
import { openNewFile } from './stream-file'
import type { OpenFile } from './stream-file'
import { writeExport } from './write-export'
import type { ExportRequest } from './write-export'

const golden = path.resolve('shared/formats/golden/jsonl-codepoint')
let folder: string
let out: string

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'assay-export-'))
  out = path.join(folder, 'out')
})
afterEach(() => {
  fs.rmSync(folder, { recursive: true, force: true })
})

const project = goldProject()

async function* inOrder(articles: readonly ExportArticle[]): AsyncGenerator<ExportArticle> {
  for (const article of articles) yield await Promise.resolve(article)
}

function request(given: Partial<ExportRequest> = {}): ExportRequest {
  return {
    format: jsonl,
    out,
    replace: false,
    toolVersion: '0.0.0',
    context: exportContext(project, 'codepoint'),
    articles: inOrder(exportArticles(project)),
    at: '2026-03-04T00:00:00.000Z',
    ...given,
  }
}

/** Every file below the test's folder with its content, so that "nothing else changed" can be asserted. */
function everything(): Record<string, string> {
  const names = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  return Object.fromEntries(
    names.map(name => {
      const file = path.join(folder, name)
      return [name, fs.statSync(file).isFile() ? fs.readFileSync(file, 'utf8') : '']
    }),
  )
}

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code })
}

/** A disk on which the `failing`-th call of `operation` fails with `code`. */
function brokenDisk(operation: 'open' | 'write' | 'sync', failing: number, code: string): OpenFile {
  let calls = 0
  const count = (name: typeof operation): void => {
    if (name !== operation) return
    calls += 1
    if (calls === failing) throw systemError(code)
  }
  return async file => {
    count('open')
    const handle = await openNewFile(file)
    return {
      write: (bytes, offset, length) => {
        count('write')
        return handle.write(bytes, offset, length)
      },
      sync: () => {
        count('sync')
        return handle.sync()
      },
      stat: () => handle.stat(),
      close: () => handle.close(),
    }
  }
}

/** A disk that takes at most `most` bytes at a time, and says so only in the count it gives back. */
function shortDisk(most: number): OpenFile {
  return async file => {
    const handle = await openNewFile(file)
    return {
      write: (bytes, offset, length) => handle.write(bytes, offset, Math.min(length, most)),
      sync: () => handle.sync(),
      stat: () => handle.stat(),
      close: () => handle.close(),
    }
  }
}

const filesOf = (where: string): string[] => fs.readdirSync(where).sort()

describe('an export', () => {
  it('writes every file and leaves nothing beside it', async () => {
    const written = await writeExport(request())
    expect(written).toMatchObject({ ok: true, value: { folder: out } })
    expect(filesOf(folder)).toEqual(['out'])
    expect(filesOf(out)).toEqual(filesOf(golden))
  })

  it('makes the folders above it', async () => {
    const deep = path.join(folder, 'a', 'b', 'out')
    expect((await writeExport(request({ out: deep }))).ok).toBe(true)
    expect(filesOf(deep)).toContain(manifestName)
  })

  it('is the same byte for byte on a disk that takes seven bytes at a time', async () => {
    expect((await writeExport(request({ openFile: shortDisk(7) }))).ok).toBe(true)
    for (const name of filesOf(golden))
      expect(fs.readFileSync(path.join(out, name))).toEqual(
        fs.readFileSync(path.join(golden, name)),
      )
  })

  it('takes the place of an earlier export when it may', async () => {
    await writeExport(request({ articles: inOrder([]) }))
    const before = fs.readFileSync(path.join(out, 'articles.jsonl'), 'utf8')
    expect((await writeExport(request({ replace: true }))).ok).toBe(true)
    expect(before).toBe('')
    expect(fs.readFileSync(path.join(out, 'articles.jsonl'), 'utf8')).not.toBe('')
    expect(filesOf(folder)).toEqual(['out'])
  })

  it('takes the place of an empty folder when it may', async () => {
    fs.mkdirSync(out)
    expect((await writeExport(request({ replace: true }))).ok).toBe(true)
    expect(filesOf(folder)).toEqual(['out'])
  })

  it('says how many articles are done', async () => {
    const done: number[] = []
    await writeExport(request({ onProgress: count => done.push(count) }))
    expect(done).toEqual([1, 2, 3])
  })

  it('lists an annotation whose words are not where it points, and does not write it', async () => {
    const articles = exportArticles(project).map(article => ({
      ...article,
      annotations: article.annotations.map(annotation =>
        annotation.id.endsWith('106')
          ? { ...annotation, quote: [{ exact: 'Some 40 to 46 people', prefix: '', suffix: '' }] }
          : annotation,
      ),
    }))
    const written = await writeExport(request({ articles: inOrder(articles) }))
    if (!written.ok) throw new Error(written.error.message)
    expect(written.value.manifest.counts).toEqual({
      articles: 3,
      annotations: 9,
      spans: 10,
      relations: 2,
    })
    expect(written.value.manifest.losses.map(loss => [loss.kind, loss.message])).toContainEqual([
      'lost-annotation',
      'The figure on “Some 40 to 46 people” was left out, because these words are not at its place in the text.',
    ])
    expect(fs.readFileSync(path.join(out, 'articles.jsonl'), 'utf8')).not.toContain(
      '"id":"01950000-0000-7000-8000-000000000106"',
    )
  })

  it('names only annotators whose work it holds, not those of a relation that was left out', async () => {
    const [ferry] = exportArticles(project)
    if (ferry === undefined) throw new RangeError('The gold project has no article')
    const mine = ferry.annotations.filter(({ annotator }) => annotator === goldIds.ada)
    const articles = inOrder([{ ...ferry, annotations: mine, status: { [goldIds.ben]: 'new' } }])
    const context = {
      ...exportContext(project, 'codepoint'),
      isExported: (_: string, annotation: string) => mine.some(({ id }) => id === annotation),
    }
    expect((await writeExport(request({ articles, context }))).ok).toBe(true)
    const annotators: unknown = JSON.parse(
      fs.readFileSync(path.join(out, 'annotators.json'), 'utf8'),
    )
    expect(annotators).toEqual([{ id: goldIds.ada, name: 'Ada Brandt' }])
  })

  it('throws for articles that are not ordered, which is a bug, and leaves nothing behind', async () => {
    const articles = inOrder(exportArticles(project).reverse())
    await expect(writeExport(request({ articles }))).rejects.toThrow(RangeError)
    expect(everything()).toEqual({})
  })
})

describe('an export that may not be written', () => {
  const refused = [
    {
      name: 'over an earlier one without being told to',
      prepare: () => {
        fs.cpSync(golden, out, { recursive: true })
      },
      replace: false,
      says: /exists already/,
    },
    {
      name: 'over a folder that is no export',
      prepare: () => {
        fs.mkdirSync(out)
        fs.writeFileSync(path.join(out, 'notes.txt'), 'mine')
      },
      replace: true,
      says: /is not an export of Assay/,
    },
    {
      name: 'over a folder with the manifest of another program',
      prepare: () => {
        fs.mkdirSync(out)
        fs.writeFileSync(path.join(out, manifestName), '{"format": "web-app"}')
      },
      replace: true,
      says: /is not an export of Assay/,
    },
    {
      name: 'over a folder with a manifest that is no JSON',
      prepare: () => {
        fs.mkdirSync(out)
        fs.writeFileSync(path.join(out, manifestName), '{')
      },
      replace: true,
      says: /is not an export of Assay/,
    },
    {
      name: 'over a file',
      prepare: () => {
        fs.writeFileSync(out, 'mine')
      },
      replace: true,
      says: /is a file/,
    },
    {
      name: 'over a link to nowhere',
      prepare: () => {
        fs.symlinkSync(path.join(folder, 'gone'), out)
      },
      replace: true,
      says: /is a link/,
    },
  ]
  it.each(refused)('$name is refused', async ({ prepare, replace, says }) => {
    prepare()
    const before = fs.existsSync(out) ? everything() : {}
    const written = await writeExport(request({ replace }))
    expect(written).toMatchObject({ ok: false, error: { kind: 'refused' } })
    expect(written.ok ? '' : written.error.message).toMatch(says)
    if (fs.existsSync(out)) expect(everything()).toEqual(before)
    expect(filesOf(folder)).toEqual(['out'])
  })

  it('into a folder that is a file is explained', async () => {
    fs.writeFileSync(path.join(folder, 'file'), '')
    const written = await writeExport(request({ out: path.join(folder, 'file', 'out') }))
    expect(written).toMatchObject({ ok: false, error: { kind: 'vanished' } })
  })
})

describe('an export that goes wrong', () => {
  const faults = (['open', 'write', 'sync'] as const).flatMap(operation =>
    [1, 2, 5].flatMap(failing => [
      { operation, failing, code: 'ENOSPC', kind: 'disk-full' },
      { operation, failing, code: 'EACCES', kind: 'read-only' },
      { operation, failing, code: 'ENOENT', kind: 'vanished' },
      { operation, failing, code: 'EIO', kind: 'not-saved' },
    ]),
  )

  it.each(faults)(
    'at $operation $failing with $code leaves the earlier export and nothing else',
    async ({ operation, failing, code, kind }) => {
      await writeExport(request({ articles: inOrder([]) }))
      const before = everything()
      const openFile = brokenDisk(operation, failing, code)
      const written = await writeExport(request({ replace: true, openFile }))
      expect(written).toMatchObject({ ok: false, error: { kind } })
      expect(written.ok ? '' : written.error.message).toContain('is unchanged')
      expect(everything()).toEqual(before)
    },
  )

  it('removes the folders that were made above it', async () => {
    const deep = path.join(folder, 'a', 'b', 'out')
    const openFile = brokenDisk('write', 1, 'ENOSPC')
    expect((await writeExport(request({ out: deep, openFile }))).ok).toBe(false)
    expect(everything()).toEqual({})
  })

  it('because the disk kept less than it said is noticed', async () => {
    const openFile: OpenFile = async file => {
      const handle = await openNewFile(file)
      return {
        write: (_bytes, _offset, length) => Promise.resolve({ bytesWritten: length }),
        sync: () => handle.sync(),
        stat: () => handle.stat(),
        close: () => handle.close(),
      }
    }
    expect(await writeExport(request({ openFile }))).toMatchObject({
      ok: false,
      error: { kind: 'not-saved' },
    })
    expect(everything()).toEqual({})
  })

  it('because the disk takes nothing more does not wait for ever', async () => {
    const openFile = shortDisk(0)
    expect(await writeExport(request({ openFile }))).toMatchObject({
      ok: false,
      error: { kind: 'disk-full' },
    })
    expect(everything()).toEqual({})
  })

  it('because an article cannot be read leaves nothing behind', async () => {
    async function* vanishing(): AsyncGenerator<ExportArticle> {
      yield* inOrder(exportArticles(project).slice(0, 1))
      throw systemError('ENOENT')
    }
    expect(await writeExport(request({ articles: vanishing() }))).toMatchObject({
      ok: false,
      error: { kind: 'vanished' },
    })
    expect(everything()).toEqual({})
  })

  it('because it was cancelled leaves the earlier export and nothing else', async () => {
    await writeExport(request({ articles: inOrder([]) }))
    const before = everything()
    for (const cancelAfter of [1, 2, 3]) {
      const cancel = new AbortController()
      const written = await writeExport(
        request({
          replace: true,
          signal: cancel.signal,
          onProgress: done => {
            if (done === cancelAfter) cancel.abort()
          },
        }),
      )
      expect(written).toMatchObject({ ok: false, error: { kind: 'cancelled' } })
      expect(everything()).toEqual(before)
    }
  })
})

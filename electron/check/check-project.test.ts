import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { describeIf } from '../testing/describe-if'
import type { TestProject } from '../store/test-project'
import { testIdentity } from '../store/test-project'
import { checkProject } from './check-project'
import {
  annotationsName,
  filesBelow,
  forgeAnnotations,
  smallProject,
} from './testing/faulty-project'

let project: TestProject & { readonly article: string }
let annotations: string
const at = (file: string): string => path.join(project.folder, ...file.split('/'))
const journal = (): string => {
  const [name = ''] = filesBelow(project.folder).filter(file => file.startsWith('journal/'))
  return name
}

beforeEach(async () => {
  project = await smallProject()
  annotations = annotationsName(project.article)
})
afterEach(() => {
  project.remove()
})

function report() {
  const checked = checkProject(project.folder)
  if (!checked.ok) throw new Error(checked.error.message)
  return checked.value
}

/** Each plants one fault; `file` and `kind` are what check must say. */
const faults: readonly {
  readonly name: string
  readonly kind: string
  readonly file?: () => string
  readonly words: RegExp
  readonly plant: () => void
}[] = [
  {
    name: 'a file of zeros',
    kind: 'damaged',
    words: /nothing but zeros/,
    plant: () => fs.writeFileSync(at(annotations), Buffer.alloc(4096)),
  },
  {
    name: 'an empty file',
    kind: 'damaged',
    words: /is empty/,
    plant: () => fs.truncateSync(at(annotations)),
  },
  {
    name: 'a byte order mark',
    kind: 'damaged',
    words: /byte order mark/,
    plant: () => {
      fs.writeFileSync(at(annotations), `\ufeff${fs.readFileSync(at(annotations), 'utf8')}`)
    },
  },
  {
    name: 'other line ends',
    kind: 'changed',
    words: /checksum/,
    plant: () => {
      const text = fs.readFileSync(at(annotations), 'utf8').replaceAll('\n', '\r\n')
      fs.writeFileSync(at(annotations), text)
    },
  },
  {
    name: 'packed data',
    kind: 'damaged',
    words: /gzip/,
    plant: () => fs.writeFileSync(at(annotations), Buffer.from('1f8b08000000', 'hex')),
  },
  {
    name: 'a web page in place of an article',
    kind: 'damaged',
    file: () => `articles/${project.article}.json`,
    words: /web page/,
    plant: () => fs.writeFileSync(at(`articles/${project.article}.json`), '<!DOCTYPE html>'),
  },
  {
    name: 'a title that was changed in an article',
    kind: 'changed',
    file: () => `articles/${project.article}.json`,
    words: /checksum/,
    plant: () => {
      const file = at(`articles/${project.article}.json`)
      fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('"title": "', '"title": "x'))
    },
  },
  {
    name: 'a sparse file of 3 GB',
    kind: 'too-large',
    words: /3221225472 bytes/,
    plant: () => fs.truncateSync(at(annotations), 3 * 1024 ** 3),
  },
  {
    name: 'a sparse segment of 3 GB',
    kind: 'too-large',
    file: journal,
    words: /256 MB/,
    plant: () => fs.truncateSync(at(journal()), 3 * 1024 ** 3),
  },
  {
    name: 'a newer version',
    kind: 'newer',
    words: /newer version/,
    plant: () => {
      forgeAnnotations(project, content => {
        content['minReader'] = 99
      })
    },
  },
  {
    name: 'an id that is there twice',
    kind: 'duplicate',
    words: /twice/,
    plant: () => {
      forgeAnnotations(project, content => {
        content.annotations.push({ ...content.annotations[0] })
      })
    },
  },
  ...[
    { name: 'an offset after the text', span: { start: 9, end: 99_999 }, words: /after the text/ },
    { name: 'an offset inside a sign', span: { start: 9, end: 22 }, words: /character in two/ },
    { name: 'other words at the offsets', span: { start: 10, end: 15 }, words: /has moved/ },
  ].map(({ name, span, words }) => ({
    name,
    words,
    kind: name.startsWith('other') ? 'moved' : 'does-not-fit',
    plant: () => {
      forgeAnnotations(project, content => {
        content.annotations[1] = { ...content.annotations[1], spans: [span] }
      })
    },
  })),
  ...[
    { name: 'a start at the end', span: { start: 9, end: 9 } },
    { name: 'a start after the end', span: { start: 14, end: 9 } },
    { name: 'a negative offset', span: { start: -1, end: 9 } },
    { name: 'a fraction', span: { start: 1.5, end: 9 } },
    { name: 'an offset that is no safe number', span: { start: 1, end: 2 ** 53 } },
  ].map(({ name, span }) => ({
    name,
    words: /spans/,
    kind: 'damaged',
    plant: () => {
      forgeAnnotations(project, content => {
        content.annotations[1] = { ...content.annotations[1], spans: [span] }
      })
    },
  })),
  ...['__proto__', 'constructor'].map(key => ({
    name: `the key ${key}`,
    words: new RegExp(key),
    kind: 'damaged',
    plant: () => {
      const text = fs.readFileSync(at(annotations), 'utf8')
      fs.writeFileSync(
        at(annotations),
        text.replace('"attributes": {}', `"attributes": {"${key}": {"polluted": true}}`),
      )
    },
  })),
  {
    name: 'an escaped __proto__',
    kind: 'damaged',
    words: /__proto__/,
    plant: () => {
      const text = fs.readFileSync(at(annotations), 'utf8')
      fs.writeFileSync(
        at(annotations),
        text.replace('"note"', '"x"').replace('{', '{"\\u005f_proto__": {},'),
      )
    },
  },
  {
    name: 'nesting without end',
    kind: 'damaged',
    words: /nests deeper/,
    plant: () => {
      const text = fs.readFileSync(at(annotations), 'utf8')
      const bomb = `{"x": ${'['.repeat(100_000)}${']'.repeat(100_000)},`
      fs.writeFileSync(at(annotations), text.replace('{', bomb))
    },
  },
  {
    name: 'a link out of the project',
    kind: 'link',
    words: /is a link/,
    plant: () => {
      fs.renameSync(at(annotations), path.join(project.folder, '..', 'outside.json'))
      fs.symlinkSync('../../outside.json', at(annotations))
    },
  },
  {
    name: 'a folder that is a link',
    kind: 'link',
    file: () => 'annotations',
    words: /link instead of a folder/,
    plant: () => {
      fs.renameSync(at('annotations'), path.join(project.folder, '..', 'outside'))
      fs.symlinkSync('../outside', at('annotations'))
    },
  },
  {
    name: 'a hard link',
    kind: 'second-name',
    file: journal,
    words: /hard link/,
    plant: () => fs.linkSync(at(journal()), path.join(project.folder, '..', 'outside.log')),
  },
  {
    name: 'a folder in place of a file',
    kind: 'not-a-file',
    words: /a folder stands/,
    plant: () => {
      fs.rmSync(at(annotations))
      fs.mkdirSync(at(annotations))
    },
  },
  {
    name: 'names that only other systems can have',
    kind: 'foreign',
    file: () => 'articles/\\u202econ\\u000a.json',
    words: /none of the project/,
    plant: () => fs.writeFileSync(at('articles/\u202econ\n.json'), '{}'),
  },
  {
    name: 'a copy that a syncing program kept',
    kind: 'foreign',
    file: () => `annotations/${path.basename(annotations, '.json')} (conflicted copy).json`,
    words: /none of the project/,
    plant: () =>
      fs.copyFileSync(
        at(annotations),
        at(annotations).replace(/\.json$/, ' (conflicted copy).json'),
      ),
  },
  {
    name: 'a file under the name of another',
    kind: 'wrong-place',
    file: () => annotations.replace(/0a\.json$/, '0b.json'),
    words: /another article or annotator/,
    plant: () => fs.renameSync(at(annotations), at(annotations.replace(/0a\.json$/, '0b.json'))),
  },
  {
    name: 'an original that leads out of the project',
    kind: 'wrong-place',
    file: () => '../../../etc/passwd',
    words: /was not read/,
    plant: () => {
      const file = at(`articles/${project.article}.json`)
      const text = fs.readFileSync(file, 'utf8')
      fs.writeFileSync(file, text.replace(/originals\/[^"]*/, '../../../etc/passwd'))
    },
  },
  {
    name: 'a journal that is shorter than what came of it',
    kind: 'journal',
    file: () => path.posix.dirname(journal()),
    words: /the edits 5 to 5 are missing/,
    plant: () => {
      const lines = fs.readFileSync(at(journal()), 'utf8').split('\n')
      fs.writeFileSync(at(journal()), `${lines.slice(0, 4).join('\n')}\n`)
    },
  },
  {
    name: 'a journal with an edit cut out',
    kind: 'journal',
    file: () => path.posix.dirname(journal()),
    words: /edits 3 to 3 are missing/,
    plant: () => {
      const lines = fs.readFileSync(at(journal()), 'utf8').split('\n')
      fs.writeFileSync(at(journal()), lines.filter((_, index) => index !== 2).join('\n'))
    },
  },
  {
    name: 'a journal that is gone',
    kind: 'journal',
    file: () => `journal/${testIdentity.annotator}.${testIdentity.instance}`,
    words: /the edits 1 to 5 are missing/,
    plant: () => {
      fs.rmSync(at(path.posix.dirname(journal())), { recursive: true })
    },
  },
]

describe('check', () => {
  it('finds nothing in a sound project, and changes nothing', () => {
    const before = filesBelow(project.folder).map(file => fs.readFileSync(at(file), 'utf8'))
    expect(report()).toMatchObject({
      isSound: true,
      findings: [],
      counts: { articles: 1, annotations: 2, records: 5 },
    })
    expect(filesBelow(project.folder).map(file => fs.readFileSync(at(file), 'utf8'))).toEqual(
      before,
    )
  })

  it.each(faults)('names $name', ({ kind, file, words, plant }) => {
    plant()
    const before = filesBelow(path.dirname(project.folder))
    const { findings, isSound } = report()
    const found = findings.find(
      finding => finding.kind === kind && finding.file === (file?.() ?? annotations),
    )
    expect(found, JSON.stringify(findings, undefined, 1)).toBeDefined()
    expect(found?.problem).toMatch(words)
    expect(found?.advice).toMatch(/\.$/)
    expect(isSound).toBe(kind === 'newer')
    expect(filesBelow(path.dirname(project.folder))).toEqual(before)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  describeIf(process.platform !== 'win32', 'Windows has none of them among files')(
    'a pipe, a socket or a device',
    () => {
      it('does not hold it up', async () => {
        fs.rmSync(at(annotations))
        spawnSync('mkfifo', [at(annotations)])
        expect(report().findings).toMatchObject([{ file: annotations, problem: 'it is a pipe' }])
        fs.rmSync(at(annotations))
        // A socket's whole path must be short, so it is made by its name in the folder it stands in.
        const server = net.createServer()
        const short = path.join(project.folder, 's')
        await new Promise<void>(resolve => server.listen(short, resolve))
        fs.renameSync(short, at(annotations))
        expect(report().findings).toMatchObject([{ file: annotations, problem: 'it is a socket' }])
        server.close()
        fs.rmSync(at(annotations), { force: true })
        const made = spawnSync('mknod', [at(annotations), 'c', '1', '5'])
        if (made.status === 0)
          expect(report().findings).toMatchObject([
            { file: annotations, problem: 'it is a device' },
          ])
      })
    },
  )

  it('calls a folder without a project what it is', () => {
    expect(checkProject(path.dirname(project.folder))).toMatchObject({
      ok: false,
      error: { kind: 'not-a-project' },
    })
  })
})

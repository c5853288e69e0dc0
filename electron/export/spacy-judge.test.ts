import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { deflateSync, inflateSync } from 'node:zlib'
import { decode, encode } from '@msgpack/msgpack'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeIf } from '../testing/describe-if'
import { jsonl } from '../../shared/formats/jsonl'
import { spacy } from '../../shared/formats/spacy/spacy'
import { goldIds, goldProject } from '../../shared/formats/testing/gold-project'
import { exportFiles } from '../../shared/formats/testing/memory-project'
import type { Files, MemoryProject } from '../../shared/formats/testing/memory-project'

/*
 * The judge of the export for spaCy and Prodigy: Python with nothing but its standard library, which unpacks the
 * documents and computes every hash anew. spaCy itself is not among the packages that a test here may install.
 */

const here = path.dirname(fileURLToPath(import.meta.url))
const golden = path.join(here, '../../shared/formats/golden')
const dataset = path.join(golden, 'jsonl-codepoint')
const hasPython = spawnSync('python3', ['--version']).status === 0
let folder: string

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'assay-spacy-'))
})
afterAll(() => {
  fs.rmSync(folder, { recursive: true, force: true })
})

function judge(out: string, against = dataset): { status: number | null; said: string } {
  const run = spawnSync('python3', [path.join(here, 'judge-spacy.py'), out, against], {
    encoding: 'utf8',
  })
  return { status: run.status, said: `${run.stdout}${run.stderr}`.trim() }
}

type Bin = { tokens: Uint8Array; spaces: Uint8Array; strings: string[]; span_groups: Uint8Array[] }

/** A copy of the committed export with its documents changed. */
function withDocuments(change: (bin: Bin) => void): string {
  const out = fs.mkdtempSync(path.join(folder, 'forged-'))
  fs.cpSync(path.join(golden, 'spacy'), out, { recursive: true })
  const file = path.join(out, 'docbin/00001.spacy')
  const bin = decode(inflateSync(fs.readFileSync(file))) as Bin
  change(bin)
  fs.writeFileSync(file, deflateSync(encode(bin)))
  return out
}

/** A copy with its examples changed. */
function withExamples(change: (text: string) => string): string {
  const out = fs.mkdtempSync(path.join(folder, 'forged-'))
  fs.cpSync(path.join(golden, 'spacy'), out, { recursive: true })
  const file = path.join(out, 'prodigy.jsonl')
  const before = fs.readFileSync(file, 'utf8')
  const after = change(before)
  expect(after).not.toBe(before)
  fs.writeFileSync(file, after)
  return out
}

function written(files: Files): string {
  const out = fs.mkdtempSync(path.join(folder, 'written-'))
  for (const [name, content] of files) {
    fs.mkdirSync(path.dirname(path.join(out, name)), { recursive: true })
    fs.writeFileSync(path.join(out, name), content, name.endsWith('.spacy') ? 'latin1' : 'utf8')
  }
  return out
}

/** The gold project with another text in its article without annotations. */
function withText(text: string): MemoryProject {
  const project = goldProject()
  const article = project.articles.get(goldIds.blank)
  if (article === undefined) throw new RangeError('No such article')
  return { ...project, articles: new Map(project.articles).set(article.id, { ...article, text }) }
}

describeIf(hasPython, 'python3 is not installed')(
  'Python, reading an export for spaCy and Prodigy',
  () => {
    it('finds every annotation of the committed files on whole tokens', () => {
      expect(judge(path.join(golden, 'spacy'))).toEqual({ status: 0, said: '11' })
    })

    it('finds words that spaCy keeps under numbers of its own', () => {
      const project = withText(
        'A number of agents took root: X marks the mark.\n\n ORG, DATE  agent ',
      )
      expect(
        judge(
          written(exportFiles(project, spacy, 'codepoint')),
          written(exportFiles(project, jsonl, 'codepoint')),
        ),
      ).toEqual({ status: 0, said: '11' })
    })

    it.each([
      {
        name: 'a hash that is of no word',
        forge: () =>
          withDocuments(({ tokens }) => {
            tokens[0] = (tokens[0] ?? 0) ^ 1
          }),
        said: /no string has the hash/,
      },
      {
        name: 'a space that is not in the text',
        forge: () =>
          withDocuments(({ spaces }) => {
            spaces[0] = 1
          }),
        said: /the tokens make/,
      },
      {
        name: 'a span that begins a character late',
        forge: () =>
          withDocuments(bin => {
            const groups = decode(bin.span_groups[0] ?? new Uint8Array()) as Uint8Array[]
            const group = decode(groups[0] ?? new Uint8Array()) as { spans: Uint8Array[] }
            const span = Buffer.from(group.spans[0] ?? [])
            span.writeInt32BE(span.readInt32BE(32) + 1, 32)
            group.spans[0] = span
            bin.span_groups[0] = encode([encode(group)])
          }),
        said: /not those of the dataset/,
      },
      {
        name: 'a span that is not on its tokens',
        forge: () =>
          withDocuments(bin => {
            const groups = decode(bin.span_groups[0] ?? new Uint8Array()) as Uint8Array[]
            const group = decode(groups[0] ?? new Uint8Array()) as { spans: Uint8Array[] }
            const span = Buffer.from(group.spans[0] ?? [])
            span.writeInt32BE(span.readInt32BE(28) + 1, 28)
            group.spans[0] = span
            bin.span_groups[0] = encode([encode(group)])
          }),
        said: /not made of whole tokens/,
      },
      {
        name: 'an example whose line breaks are no tokens',
        forge: () => withExamples(text => text.replace(/\{"text":"\\n","start[^}]+\},/, '')),
        said: /the tokens make/,
      },
      {
        name: 'an example in UTF-16',
        forge: () =>
          withExamples(text => text.replaceAll('"start":46,"end":65', '"start":47,"end":66')),
        said: /is not where it says/,
      },
    ])('refuses $name', ({ forge, said }) => {
      const judged = judge(forge())
      expect(judged.status).toBe(1)
      expect(judged.said).toMatch(said)
    })
  },
)

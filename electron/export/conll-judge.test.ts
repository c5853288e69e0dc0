import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeIf } from '../testing/describe-if'

const here = path.dirname(fileURLToPath(import.meta.url))
const golden = path.join(here, '../../shared/formats/golden')
const dataset = path.join(golden, 'jsonl-codepoint/articles.jsonl')
const runs = (python: string, ...code: string[]): boolean =>
  spawnSync(python, code.length === 0 ? ['--version'] : ['-c', ...code]).status === 0

const hasPython = runs('python3')

const isLong = process.env['ASSAY_LONG'] === '1'
/** Debian's python3-nltk belongs to the system's Python, which need not be the first one. */
const withNltk = isLong
  ? ['python3', '/usr/bin/python3'].find(python => runs(python, 'import nltk'))
  : undefined
let folder: string

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'assay-conll-'))
})
afterAll(() => {
  fs.rmSync(folder, { recursive: true, force: true })
})

function judge(
  out: string,
  python = 'python3',
  ...more: string[]
): { status: number | null; said: string } {
  const run = spawnSync(python, [path.join(here, 'judge-conll.py'), out, dataset, ...more], {
    encoding: 'utf8',
    env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
  })
  return { status: run.status, said: `${run.stdout}${run.stderr}`.trim() }
}

/** A copy of the golden folder with one file changed. */
function forged(file: string, change: (text: string) => string): string {
  const out = path.join(fs.mkdtempSync(path.join(folder, 'forged-')), 'conll')
  fs.cpSync(path.join(golden, 'conll'), out, { recursive: true })
  const before = fs.readFileSync(path.join(out, file), 'utf8')
  const after = change(before)
  expect(after).not.toBe(before)
  fs.writeFileSync(path.join(out, file), after)
  return out
}

const quotes = 'ada-brandt/quote.conll'

describeIf(hasPython, 'python3 is not installed')('the rules of IOB2, checked in Python', () => {
  it('hold for the golden files, which have the words of the dataset', () => {
    expect(judge(path.join(golden, 'conll'))).toEqual({ status: 0, said: '11' })
  })

  it.each([
    {
      name: 'an entity that goes on without a beginning',
      change: (text: string) => text.replace('B-quote', 'I-quote'),
      said: /goes on with what did not begin/,
    },
    {
      name: 'a token with a blank that is none of ASCII',
      change: (text: string) => text.replace('\nlost ', '\nlo\u00a0st '),
      said: /has 5 columns/,
    },
    {
      name: 'a sentence that ends inside an entity',
      change: (text: string) => text.replace('\nlost ', '\n\nlost '),
      said: /goes on with what did not begin/,
    },
    {
      name: 'an entity that is one token shorter',
      change: (text: string) => text.replace('lie -X- -X- I-quote', 'lie -X- -X- B-quote'),
      said: /instead of/,
    },
    {
      name: 'other tokens than the files beside it',
      change: (text: string) => text.replace('\nOkafor ', '\nOkafors '),
      said: /other tokens than its neighbours/,
    },
    {
      name: 'an article more than its list has',
      change: (text: string) => `${text}-DOCSTART- -X- -X- O\n\n`,
      said: /other documents than its list/,
    },
  ])('refuse $name', ({ change, said }) => {
    const judged = judge(forged(quotes, change))
    expect(judged.status).toBe(1)
    expect(judged.said).toMatch(said)
  })
})

describeIf(
  withNltk !== undefined,
  'it runs in the long form, where NLTK (Debian: python3-nltk) is installed',
)('NLTK’s ConllCorpusReader', () => {
  it('finds the words of the dataset in the golden files', () => {
    expect(judge(path.join(golden, 'conll'), withNltk, '--nltk')).toEqual({ status: 0, said: '11' })
  })

  it('does not find them where a label is another', () => {
    // Still sound IOB2, so that only the words that NLTK finds can give it away.
    const out = forged(quotes, text =>
      text
        .replace('lie -X- -X- I-quote', 'lie -X- -X- O')
        .replace(/(lie .*\n\.) -X- -X- I-quote/, '$1 -X- -X- B-quote'),
    )
    const judged = judge(out, withNltk, '--nltk')
    expect(judged.status).toBe(1)
    expect(judged.said).toMatch(/instead of/)
  })
})

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
const hasPython = spawnSync('python3', ['--version']).status === 0
let folder: string

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'assay-brat-'))
})
afterAll(() => {
  fs.rmSync(folder, { recursive: true, force: true })
})

function judge(out: string, ...more: string[]): { status: number | null; said: string } {
  const run = spawnSync('python3', [path.join(here, 'judge-brat.py'), out, ...more], {
    encoding: 'utf8',
    env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
  })
  return { status: run.status, said: `${run.stdout}${run.stderr}`.trim() }
}

/** A copy of the golden folder with one file changed. */
function forged(file: string, change: (text: string) => string): string {
  const out = path.join(fs.mkdtempSync(path.join(folder, 'forged-')), 'brat')
  fs.cpSync(path.join(golden, 'brat'), out, { recursive: true })
  const before = fs.readFileSync(path.join(out, file), 'utf8')
  const after = change(before)
  expect(after).not.toBe(before)
  fs.writeFileSync(path.join(out, file), after)
  return out
}

const ada = 'ada-brandt/ferry-lind-late.ann'

describeIf(hasPython, 'python3 is not installed')('the rules of brat, checked in Python', () => {
  it('hold for the golden files, which say what the dataset says', () => {
    expect(judge(path.join(golden, 'brat'), dataset)).toEqual({ status: 0, said: '10 6 1 24' })
  })

  it.each([
    {
      name: 'offsets counted in UTF-16',
      file: ada,
      change: (text: string) => text.replace(' 86 106\t', ' 87 107\t'),
      said: /instead of/,
    },
    {
      name: 'fragments that touch',
      file: ada,
      change: (text: string) => text.replace('0 25;46 65', '0 25;25 65'),
      said: /overlap or touch/,
    },
    {
      name: 'a span across a line break',
      file: ada,
      change: (text: string) => text.replace('112 137;139 147', '112 147'),
      said: /crosses a line break/,
    },
    {
      name: 'a line separator inside a line',
      file: ada,
      change: (text: string) => text.replace('One line another', 'One line\u2028another'),
      said: /line break inside a line/,
    },
    {
      name: 'an id that stands twice',
      file: ada,
      change: (text: string) => text.replace('\nT2\t', '\nT1\t'),
      said: /stands twice/,
    },
    {
      name: 'a relation to nothing',
      file: ada,
      change: (text: string) => text.replace('Arg2:T2', 'Arg2:T9'),
      said: /leads to T9/,
    },
    {
      name: 'a relation with one role twice',
      file: ada,
      change: (text: string) => text.replace('Arg2:T2', 'Arg1:T2'),
      said: /is no relation/,
    },
    {
      name: 'an attribute with a value it may not have',
      file: ada,
      change: (text: string) => text.replace('T1 direct', 'T1 spoken'),
      said: /no value it may have/,
    },
    {
      name: 'an attribute of the wrong type',
      file: ada,
      change: (text: string) => text.replace('A2\tstance T2', 'A2\tstance T1'),
      said: /may not be about a quote/,
    },
    {
      name: 'a text with carriage returns',
      file: 'ada-brandt/ferry-lind-late.txt',
      change: (text: string) => text.replaceAll('\n', '\r\n'),
      said: /carriage return/,
    },
    {
      name: 'a type that the configuration does not know',
      file: 'annotation.conf',
      change: (text: string) => text.replace('\nquote\n', '\nquotation\n'),
      said: /unknown type quote/,
    },
    {
      name: 'a configuration without events',
      file: 'annotation.conf',
      change: (text: string) => text.replace('[events]\n', ''),
      said: /has the sections/,
    },
    {
      name: 'overlaps that are not allowed',
      file: 'annotation.conf',
      change: (text: string) => text.replace(/<OVERLAP>.*\n/, ''),
      said: /overlap, which/,
    },
    {
      name: 'words that the dataset does not have',
      file: ada,
      change: (text: string) =>
        text.replace('T3\tfigure 9 21\t€2.5 million', 'T3\tfigure 10 21\t2.5 million'),
      said: /stands at/,
    },
  ])('refuse $name', ({ file, change, said }) => {
    const judged = judge(forged(file, change), dataset)
    expect(judged.status).toBe(1)
    expect(judged.said).toMatch(said)
  })
})

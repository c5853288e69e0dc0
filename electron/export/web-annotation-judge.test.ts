import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import process from 'node:process'
import { describe, expect, it } from 'vitest'
import { describeIf } from '../testing/describe-if'
import { goldenFolder, isInstalled, runJudge, withWrongCopy } from './testing/judged-golden'

const judge = (folder: string) =>
  runJudge(process.execPath, 'web-annotation/web-annotation.judge.mjs', [
    folder,
    goldenFolder('jsonl-codepoint'),
  ])

const page = 'annotations/page-1.json'

describe('ajv with the rules of the recommendation, and Apache Annotator', () => {
  it('find in the export what the dataset says', () => {
    expect(judge(goldenFolder('web-annotation'))).toEqual({ status: 0, said: '11' })
  })

  it.each([
    {
      name: 'positions that count UTF-16',
      file: page,
      change: (text: string) => text.replace('"start":46,"end":65', '"start":47,"end":66'),
      said: /at 47 stands/,
    },
    {
      name: 'a quotation that is not in the text',
      file: page,
      change: (text: string) => text.replace('"prefix":"“We lost €2.5', '"prefix":"“We won €2.5'),
      said: /is not found by its quotation/,
    },
    {
      name: 'an IRI that is none',
      file: page,
      change: (text: string) => text.replace('"id":"urn:uuid:', '"id":"'),
      said: /breaks a rule.*id must match format/s,
    },
    {
      name: 'an annotation without a target',
      file: page,
      change: (text: string) => text.replace('"target":', '"aim":'),
      said: /must have required property 'target'/,
    },
    {
      name: 'a motivation that the vocabulary lacks',
      file: page,
      change: (text: string) => text.replace('"motivation":"tagging"', '"motivation":"marking"'),
      said: /breaks a rule/,
    },
    {
      name: 'a time that is not UTC',
      file: page,
      change: (text: string) => text.replace('30.250Z"', '30.250+01:00"'),
      said: /breaks a rule/,
    },
    {
      name: 'another total',
      file: 'annotations.json',
      change: (text: string) => text.replace('"total": 10', '"total": 11'),
      said: /10 annotations, not 11/,
    },
    {
      name: 'a page that is cut off',
      file: page,
      change: (text: string) => text.slice(0, -4),
      said: /JSON/,
    },
    {
      name: 'another value of an attribute',
      file: page,
      change: (text: string) => text.replace('\\"max\\":\\"45\\"', '\\"max\\":\\"54\\"'),
      said: /attributes of/,
    },
    {
      name: 'a relation the other way round',
      file: 'relations/page-1.json',
      change: (text: string) =>
        text
          .replaceAll('000000000103"', '000000000xxx"')
          .replaceAll('000000000102"', '000000000103"')
          .replaceAll('000000000xxx"', '000000000102"'),
      said: /ends of relation/,
    },
  ])('refuse $name', ({ file, change, said }) => {
    const judged = withWrongCopy('web-annotation', file, change, judge)
    expect(judged.status).toBe(1)
    expect(judged.said).toMatch(said)
  })
})

describeIf(isInstalled('python3'), 'python3 is not installed')('Python', () => {
  it('reads the export with the lines that its documentation gives', () => {
    const page = new URL('../../docs/formats/web-annotation.md', import.meta.url)
    const script = /```python\n([^`]+)```/.exec(fs.readFileSync(page, 'utf8'))?.[1] ?? ''
    expect(script).toContain('assert')
    const run = spawnSync('python3', ['-c', script], {
      cwd: goldenFolder('web-annotation'),
      encoding: 'utf8',
    })
    expect(run).toMatchObject({ status: 0, stderr: '' })
  })
})

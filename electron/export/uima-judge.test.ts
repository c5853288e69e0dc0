import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { describeIf } from '../testing/describe-if'
import type { Judgement } from './testing/judged-golden'
import { goldenFolder, isInstalled, runJudge, withWrongCopy } from './testing/judged-golden'

const dataset = goldenFolder('jsonl-codepoint')
const documents = fs
  .readdirSync(path.join(goldenFolder('uima'), 'xmi'))
  .map(name => name.replace(/\.xmi$/, ''))
const ferry = 'ferry-lind-late.ada-brandt'

const judgeJson = (folder: string): Judgement =>
  runJudge('python3', 'uima/cas-json.judge.py', [folder, dataset])

describeIf(isInstalled('python3'), 'python3 is not installed')(
  'Python, reading CAS JSON by its specification',
  () => {
    it('finds what the dataset says', () => {
      expect(judgeJson(goldenFolder('uima'))).toEqual({ status: 0, said: '11' })
    })

    it.each([
      {
        name: 'offsets that count code points',
        change: (text: string) => text.replace('"begin":47,"end":66', '"begin":46,"end":65'),
        said: /other spans/,
      },
      {
        name: 'an offset inside an emoji',
        change: (text: string) => text.replace('"begin":1,"end":24', '"begin":1,"end":23'),
        said: /UnicodeDecodeError/,
      },
      {
        name: 'another number',
        change: (text: string) => text.replace('"valueMax":"45"', '"valueMax":"54"'),
        said: /other spans/,
      },
      {
        name: 'a feature that no type has',
        change: (text: string) => text.replace('"mode":"direct"', '"modus":"direct"'),
        said: /nobody defines the feature modus/,
      },
      {
        name: 'a relation that points at the document',
        change: (text: string) => text.replace('"@Governor":7', '"@Governor":1'),
        said: /a reference to 1 finds no uima\.tcas\.Annotation/,
      },
      {
        name: 'a relation the other way round',
        change: (text: string) =>
          text
            .replace('"@Governor":7,"@Dependent":6', '"@Governor":6,"@Dependent":7')
            .replace(
              /("%TYPE":"assay\.Relation","@sofa":1),"begin":1,"end":24/,
              '$1,"begin":9,"end":21',
            ),
        said: /other relations/,
      },
      {
        name: 'a type before the id',
        change: (text: string) => text.replace(/"%ID":5,("%TYPE":"[^"]+")/, '$1,"%ID":5'),
        said: /does not begin with its id/,
      },
    ])('refuses $name', ({ change, said }) => {
      const judged = withWrongCopy('uima', `json/${ferry}.json`, change, judgeJson)
      expect(judged.status).toBe(1)
      expect(judged.said).toMatch(said)
    })
  },
)

/** Needs what only a package of the system brings, so it runs in the long form. */
const isLong = process.env['ASSAY_LONG'] === '1'

const wellFormed = (folder: string): Judgement => {
  const files = [...documents.map(name => `xmi/${name}.xmi`), 'TypeSystem.xml']
  const run = spawnSync('xmllint', ['--noout', ...files], { cwd: folder, encoding: 'utf8' })
  return { status: run.status, said: run.stderr }
}

describeIf(
  isLong && isInstalled('xmllint'),
  'it runs in the long form, where xmllint is installed',
)('xmllint', () => {
  it('finds every file well formed', () => {
    expect(wellFormed(goldenFolder('uima'))).toEqual({ status: 0, said: '' })
  })

  it('refuses a character that XML forbids', () => {
    const change = (text: string): string => text.replace('lost', 'lo\u0001st')
    const judged = withWrongCopy('uima', `xmi/${ferry}.xmi`, change, wellFormed)
    expect(judged.status).not.toBe(0)
    expect(judged.said).toMatch(/PCDATA|Char|invalid/i)
  })
})

/** Of Debian's package libuima-core-java. */
const uimaCore = '/usr/share/java/uimaj-core.jar'
const hasUima = (): boolean => {
  return fs.existsSync(uimaCore) && isInstalled('java')
}

type Found = {
  readonly type: string
  readonly begin: number
  readonly end: number
  readonly text: string
  readonly features: Readonly<Record<string, string>>
}

/** What Apache UIMA finds in an XMI file, or what it says when it does not take it. */
function foundByUima(folder: string, document: string): Found[] | string {
  const run = spawnSync(
    'java',
    [
      '-cp',
      uimaCore,
      path.join(goldenFolder('uima'), '../../uima/xmi.judge.java'),
      path.join(folder, 'TypeSystem.xml'),
      path.join(folder, `xmi/${document}.xmi`),
    ],
    { encoding: 'utf8' },
  )
  if (run.status !== 0) return run.stderr
  return sorted(
    run.stdout
      .split('\n')
      .filter(line => line !== '')
      .map(line => JSON.parse(line) as Found),
  )
}

type Structure = Readonly<Record<string, unknown>> & {
  readonly begin: number
  readonly end: number
}

/** What stands in the CAS JSON file, which Python has compared with the dataset. */
function foundInJson(document: string): Found[] {
  const cas = JSON.parse(
    fs.readFileSync(path.join(goldenFolder('uima'), `json/${document}.json`), 'utf8'),
  ) as { readonly '%FEATURE_STRUCTURES': readonly Structure[] }
  const [sofa, ...structures] = cas['%FEATURE_STRUCTURES']
  const wordsOf = ({ begin, end }: Structure): string =>
    String(sofa?.['sofaString']).slice(begin, end)
  const byId = new Map(structures.map(structure => [structure['%ID'], structure]))
  return sorted(
    structures.map(structure => {
      const features = Object.entries(structure)
        .filter(([key]) => !/^(%.*|@sofa|begin|end)$/.test(key))
        .map(([key, value]) => {
          const target = key.startsWith('@') ? byId.get(value) : undefined
          return [key.replace('@', ''), target === undefined ? String(value) : wordsOf(target)]
        })
      const type = String(structure['%TYPE'])
      // A truth value of UIMA is false where nothing is said.
      const given = type.endsWith('.DocumentMetaData') ? [['isLastSegment', 'false']] : []
      return {
        type,
        begin: structure.begin,
        end: structure.end,
        text: wordsOf(structure),
        features: Object.fromEntries([...features, ...given]) as Record<string, string>,
      }
    }),
  )
}

function sorted(found: readonly Found[]): Found[] {
  const keyOf = ({ begin, end, type, features }: Found): string =>
    JSON.stringify([begin, end, type, features['assayId']])
  return found.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

describeIf(
  isLong && hasUima(),
  'it runs in the long form, where Apache UIMA (Debian: libuima-core-java) is installed',
)('Apache UIMA', () => {
  it.each(documents)('finds in %s.xmi what the CAS JSON file says', document => {
    expect(foundByUima(goldenFolder('uima'), document)).toEqual(foundInJson(document))
  })

  it('sees offsets that count code points', () => {
    const change = (text: string): string =>
      text.replace('begin="47" end="66"', 'begin="46" end="65"')
    const found = withWrongCopy('uima', `xmi/${ferry}.xmi`, change, folder =>
      foundByUima(folder, ferry),
    )
    expect(found).not.toEqual(foundInJson(ferry))
    expect(found).not.toBeTypeOf('string')
  })

  it('sees a line break that is no reference', () => {
    const change = (text: string): string => text.replaceAll('&#10;', '\n')
    const found = withWrongCopy('uima', `xmi/${ferry}.xmi`, change, folder =>
      foundByUima(folder, ferry),
    )
    expect(found).not.toEqual(foundInJson(ferry))
  })

  it('refuses a feature that the type system lacks', () => {
    const change = (text: string): string => text.replace('<name>cue</name>', '<name>hint</name>')
    const said = withWrongCopy('uima', 'TypeSystem.xml', change, folder =>
      foundByUima(folder, ferry),
    )
    expect(said).toMatch(/unknown feature|Error/i)
  })
})

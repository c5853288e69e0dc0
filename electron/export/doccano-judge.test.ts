import { expect, it } from 'vitest'
import { describeIf } from '../testing/describe-if'
import { offsetUnits } from '../../shared/formats/format'
import { goldenFolder, isInstalled, runJudge, withWrongCopy } from './testing/judged-golden'

const dataset = goldenFolder('jsonl-codepoint')
const judge = (folder: string, unit = 'utf16') =>
  runJudge('python3', 'doccano/doccano.judge.py', [folder, dataset, unit])

describeIf(isInstalled('python3'), 'python3 is not installed')(
  'Python, reading the export for doccano by its rules',
  () => {
    it.each(offsetUnits)('finds what the dataset says where %s offsets point', unit => {
      expect(judge(goldenFolder(`doccano-${unit}`), unit)).toEqual({ status: 0, said: '11' })
    })

    const ada = 'ada-brandt-1.jsonl'
    it.each([
      {
        name: 'offsets in the other unit',
        file: ada,
        change: (text: string) =>
          text.replace('"start_offset":47,"end_offset":66', '"start_offset":46,"end_offset":65'),
        said: /other annotations/,
      },
      {
        name: 'an entity that ends where it starts',
        file: ada,
        change: (text: string) => text.replace('"start_offset":0,', '"start_offset":26,'),
        said: /drops entity 1 without a word/,
      },
      {
        name: 'a number that stands twice',
        file: ada,
        change: (text: string) => text.replace('{"id":2,"label"', '{"id":1,"label"'),
        said: /stands twice/,
      },
      {
        name: 'a relation to nowhere',
        file: ada,
        change: (text: string) => text.replace(/"to_id":\d+/, '"to_id":999'),
        said: /points at no entity/,
      },
      {
        name: 'a line without text',
        file: ada,
        change: (text: string) => text.replace(/"text":"At most[^}]*?\)”\."/, '"text":""'),
        said: /another text|without text/,
      },
      {
        name: 'work of another annotator',
        file: 'ben-b-osei-jr-2.jsonl',
        change: (text: string) =>
          text.replace('8000-000000000012","status"', '8000-000000000011","status"'),
        said: /other annotations/,
      },
      {
        name: 'a label that is not among the types',
        file: 'span-types.json',
        change: (text: string) => text.replace('"claim"', '"Claim"'),
        said: /missing from span-types/,
      },
    ])('refuses $name', ({ file, change, said }) => {
      const judged = withWrongCopy('doccano-utf16', file, change, folder => judge(folder))
      expect(judged.status).toBe(1)
      expect(judged.said).toMatch(said)
    })
  },
)

import { expect, it } from 'vitest'
import { describeIf } from '../testing/describe-if'
import { goldenFolder, isInstalled, runJudge, withWrongCopy } from './testing/judged-golden'

const dataset = goldenFolder('jsonl-codepoint')
const judge = (folder: string) =>
  runJudge('python3', 'label-studio/label-studio.judge.py', [folder, dataset])

describeIf(isInstalled('python3'), 'python3 is not installed')(
  'Python, reading the export for Label Studio by its documentation',
  () => {
    it.each(['label-studio', 'label-studio-predictions'])(
      'finds in %s what the dataset says, and a configuration that all of it fits',
      name => {
        expect(judge(goldenFolder(name))).toEqual({ status: 0, said: '11' })
      },
    )

    it.each([
      {
        name: 'offsets that count UTF-16',
        file: 'tasks.json',
        change: (text: string) => text.replace('"start":46,"end":65,', '"start":47,"end":66,'),
        said: /instead of/,
      },
      {
        name: 'a label that the configuration lacks',
        file: 'labelling-config.xml',
        change: (text: string) => text.replace('<Label value="claim"', '<Label value="Claim"'),
        said: /label has no 'claim'/,
      },
      {
        name: 'a control that the configuration lacks',
        file: 'labelling-config.xml',
        change: (text: string) => text.replace('name="quote.cue.text"', 'name="quote.cue"'),
        said: /no control is called quote\.cue\.text/,
      },
      {
        name: 'a choice that nobody offers',
        file: 'tasks.json',
        change: (text: string) => text.replace('"choices":["direct"]', '"choices":["direkt"]'),
        said: /has no 'direkt'/,
      },
      {
        name: 'an interrupted quote that falls apart',
        file: 'tasks.json',
        change: (text: string) => text.replaceAll('["continues (one annotation)"]', '["part-of"]'),
        said: /other annotations/,
      },
      {
        name: 'another number',
        file: 'tasks.json',
        change: (text: string) => text.replace('"40..45"', '"40..54"'),
        said: /other annotations/,
      },
      {
        name: 'work of somebody unknown',
        file: 'tasks.json',
        change: (text: string) => text.replace('"completed_by":2', '"completed_by":9'),
        said: /nobody knows whose/,
      },
      {
        name: 'a list of tasks that is cut off',
        file: 'tasks.json',
        change: (text: string) => text.slice(0, -3),
        said: /JSONDecodeError/,
      },
    ])('refuses $name', ({ file, change, said }) => {
      const judged = withWrongCopy('label-studio', file, change, judge)
      expect(judged.status).toBe(1)
      expect(judged.said).toMatch(said)
    })
  },
)

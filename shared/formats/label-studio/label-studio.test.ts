import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultCodebook } from '../../codebook/default-codebook'
import { changeSchema } from '../../project/change'
import type { ImportableFormat } from '../formats'
import { annotationFacts, relationFacts } from '../testing/annotation-facts'
import { goldProject } from '../testing/gold-project'
import type { Imported } from '../testing/memory-project'
import {
  countingIds,
  emptyProject,
  exportArticles,
  exportContext,
  exportFiles,
  importFiles,
} from '../testing/memory-project'
import { projectFromTape } from '../testing/project-from-tape'
import { labelStudio, labelStudioPredictions } from './label-studio'

const at = '2026-03-01T12:00:00.000Z'
const tapes = fc.array(fc.nat(), { maxLength: 250, size: 'max' })

const imported = (files: ReadonlyMap<string, string>): Imported =>
  importFiles(
    emptyProject(defaultCodebook),
    files,
    { newId: countingIds(1), at },
    labelStudio as ImportableFormat,
  )

/** Imports one task as another program wrote it. */
const importedTask = (task: object): Imported =>
  imported(new Map([['project-1.json', JSON.stringify([task])]]))

const text = 'We lost 😡 it. We won.'
const region = (id: string, start: number, end: number, label: string) => ({
  id,
  from_name: 'label',
  to_name: 'text',
  type: 'labels',
  value: { start, end, text: Array.from(text).slice(start, end).join(''), labels: [label] },
})

describe.each([labelStudio, labelStudioPredictions])('an export as $name', format => {
  it('comes back with the same annotations, notes, annotators and near relations', () => {
    fc.assert(
      fc.property(tapes, tape => {
        const project = projectFromTape(tape, { isSound: true })
        const back = imported(exportFiles(project, format, 'codepoint'))
        for (const change of back.changes) changeSchema.parse(change)
        expect(back.items).toEqual([])
        expect(annotationFacts(back.project)).toEqual(annotationFacts(project))
        const left = new Set(
          exportArticles(project)
            .flatMap(
              article => format.start(exportContext(project, 'codepoint')).article(article).losses,
            )
            .map(({ relation }) => relation),
        )
        expect(relationFacts(back.project)).toEqual(
          relationFacts(project).filter(({ id }) => !left.has(id as string)),
        )
        expect(back.project.state.sources.size).toBe(project.state.sources.size)
      }),
      { numRuns: 200 },
    )
  })

  it('is valid JSON written piece by piece, also without any article', () => {
    for (const project of [goldProject(), emptyProject(defaultCodebook)]) {
      const files = exportFiles(project, format, 'codepoint')
      expect(JSON.parse(files.get('tasks.json') ?? '')).toHaveLength(project.articles.size)
    }
  })

  it('comes back from folders for splits', () => {
    const files = exportFiles(goldProject(), format, 'codepoint')
    const split = new Map(
      [...files].flatMap(([name, content]) => [
        [`train/${name}`, content],
        [`test/${name}`, name === 'tasks.json' ? '[\n]\n' : content],
      ]),
    )
    const back = imported(split)
    expect(back.items).toEqual([])
    expect(annotationFacts(back.project)).toEqual(annotationFacts(goldProject()))
  })
})

describe('what Label Studio cannot carry', () => {
  it('is listed: relations across articles or annotators, and to what is not exported', () => {
    const project = goldProject()
    const writer = labelStudio.start(exportContext(project, 'codepoint'))
    const losses = exportArticles(project).flatMap(article => writer.article(article).losses)
    expect(losses.map(({ kind, relation }) => [kind, relation?.slice(-3)])).toEqual([
      ['far-relation', '302'],
      ['relation-end', '304'],
      ['far-relation', '303'],
    ])
  })

  it('is listed: attributes that the codebook does not know, and values of another kind', () => {
    const project = goldProject()
    const [ferry] = exportArticles(project)
    if (ferry === undefined) throw new RangeError('No article')
    const article = {
      ...ferry,
      annotations: ferry.annotations.slice(0, 1).map(annotation => ({
        ...annotation,
        attributes: { mood: 'angry', cue: true },
      })),
    }
    const { losses, pieces } = labelStudio
      .start(exportContext(project, 'codepoint'))
      .article(article)
    expect(
      losses
        .filter(({ kind }) => kind === 'attribute')
        .map(({ message }) => /“(\w+)”/.exec(message)?.[1]),
    ).toEqual(['mood', 'cue'])
    expect(pieces[0]?.text).not.toContain('angry')
  })
})

describe('an export of Label Studio', () => {
  it('comes in with each annotator by number or address, and without what was skipped', () => {
    const result = [region('a', 0, 9, 'Loss')]
    const { project, items } = importedTask({
      id: 7,
      project: 3,
      unheard_of: { a: 1 },
      data: { text, url: 'https://example.org/1', length: 22 },
      annotations: [
        { id: 1, completed_by: 4, result, created_at: '2026-01-02T03:04:05.678901Z' },
        { id: 2, completed_by: { id: 5, email: 'ben@example.org' }, result },
        { id: 3, completed_by: 6, was_cancelled: true, result },
      ],
      predictions: [{ model_version: 'm', result }],
      drafts: [],
    })
    expect(
      annotationFacts(project)
        .map(({ type, words, annotator, createdAt }) => ({
          type,
          words,
          createdAt,
          name: project.state.annotators.get(annotator as never)?.name,
        }))
        .sort((a, b) => ((a.name ?? '') < (b.name ?? '') ? -1 : 1)),
    ).toEqual([
      {
        type: 'loss',
        words: ['We lost 😡'],
        name: 'Label Studio user 4',
        createdAt: '2026-01-02T03:04:05.678Z',
      },
      { type: 'loss', words: ['We lost 😡'], name: 'ben@example.org', createdAt: at },
    ])
    const [article] = exportArticles(project)
    expect(article).toMatchObject({
      title: 'We lost 😡 it. We won',
      externalId: 'Label Studio project 3 task 7',
      metadata: { url: { value: 'https://example.org/1' }, length: { value: '22' } },
    })
    expect(Object.values(article?.status ?? {})).toEqual(['done', 'done'])
    expect(items.map(({ kind, words }) => [kind, words])).toEqual([
      ['refused', ['We lost 😡']],
      ['remark', undefined],
    ])
  })

  it('comes in with every control of a region as an attribute, and relations in their direction', () => {
    const answer = (type: string, value: object) => ({
      id: 'b',
      from_name: type,
      to_name: 'text',
      type,
      value: { start: 14, end: 20, ...value },
    })
    const { project, items } = importedTask({
      data: { body: text, title: 'Two' },
      annotations: [
        {
          completed_by: 1,
          result: [
            region('a', 0, 9, 'Loss'),
            { ...region('b', 14, 20, 'Win'), meta: { text: ['Sure?'] } },
            answer('choices', { choices: ['x', 'y'] }),
            answer('textarea', { text: ['free'] }),
            answer('rating', { rating: 4 }),
            answer('taxonomy', { taxonomy: [['Sea', 'Boat']] }),
            {
              from_name: 'mood',
              to_name: 'text',
              type: 'choices',
              id: 'c',
              value: { choices: ['z'] },
            },
            { type: 'relation', from_id: 'a', to_id: 'b', direction: 'left', labels: ['before'] },
          ],
        },
      ],
    })
    const facts = annotationFacts(project)
    expect(facts.find(({ type }) => type === 'win')).toMatchObject({
      words: ['We won'],
      note: 'Sure?',
      attributes: {
        choices: 'x; y',
        textarea: 'free',
        rating: { min: '4', max: '4' },
        taxonomy: 'Sea / Boat',
      },
    })
    const idOf = (wanted: string) => facts.find(({ type }) => type === wanted)?.id ?? ''
    expect(relationFacts(project)).toMatchObject([
      {
        type: 'before',
        from: expect.stringContaining(idOf('win')) as string,
        to: expect.stringContaining(idOf('loss')) as string,
      },
    ])
    expect(items.map(({ message }) => message)).toEqual([
      expect.stringContaining('marks no place in the text') as string,
    ])
  })

  it('comes in as predictions when nobody has annotated, and says what made them', () => {
    const { project } = importedTask({
      id: 1,
      data: { text },
      predictions: [{ model_version: 'ner 2', score: 0.4, result: [region('a', 0, 9, 'Loss')] }],
    })
    expect(annotationFacts(project).map(({ origin }) => JSON.parse(origin) as object)).toEqual([
      { by: 'suggestion', from: 'ner 2' },
    ])
    expect(exportArticles(project)[0]?.status).not.toContain('done')
  })

  it('is refused region by region where the words are not where they should be', () => {
    const shifted = region('b', 14, 20, 'Win')
    const { project, items } = importedTask({
      data: { text },
      annotations: [
        {
          completed_by: 1,
          result: [
            { ...shifted, value: { ...shifted.value, start: 15, end: 21 } },
            { ...region('c', 0, 2, 'Loss'), value: { start: 0, end: 2, labels: ['Loss'] } },
          ],
        },
      ],
    })
    expect(annotationFacts(project).map(({ words }) => words)).toEqual([['We']])
    expect(items.map(({ kind, words }) => [kind, words])).toEqual([
      ['remark', undefined],
      ['refused', ['We won']],
    ])
  })

  it('loses only the task that is damaged, and says so when the file was cut off', () => {
    const task = JSON.stringify({ id: 1, data: { text } })
    const { project, items } = imported(new Map([['a.json', `[${task}, {"data"]`]]))
    expect(project.articles.size).toBe(1)
    expect(items.map(({ kind, line }) => [kind, line])).toEqual([
      ['refused', 2],
      ['refused', 3],
    ])
  })

  it.each([
    { name: 'JSON-MIN', files: { 'a.json': '[{"text": "x", "label": []}]' }, said: /JSON-MIN/ },
    { name: 'a folder without tasks', files: { 'a.txt': 'x' }, said: /no .json file/ },
  ])('is refused as a whole: $name', ({ files, said }) => {
    expect(() => imported(new Map(Object.entries(files)))).toThrow(said)
  })

  it('joins parts only where one label continues itself, and says where it did not', () => {
    const link = (from: string, to: string) => ({
      type: 'relation',
      from_id: from,
      to_id: to,
      direction: 'right',
      labels: ['continues (one annotation)'],
    })
    const { project, items } = importedTask({
      data: { text },
      annotations: [
        {
          completed_by: 1,
          result: [
            region('a', 0, 2, 'Quote'),
            region('b', 3, 7, 'Quote'),
            region('c', 14, 20, 'Claim'),
            link('a', 'b'),
            link('b', 'c'),
          ],
        },
      ],
    })
    expect(annotationFacts(project).map(({ words }) => words)).toEqual([['We', 'lost'], ['We won']])
    expect(items.map(({ kind }) => kind)).toEqual(['remark'])
  })
})

describe('the labelling configuration', () => {
  it('names what annotations use although the codebook does not know it', () => {
    fc.assert(
      fc.property(tapes, tape => {
        const project = projectFromTape(tape, { isSound: false })
        const files = exportFiles(project, labelStudio, 'codepoint')
        const config = files.get('labelling-config.xml') ?? ''
        for (const { type } of annotationFacts(project)) expect(config).toContain(`value="${type}"`)
        if ((files.get('tasks.json') ?? '').includes('["echoes"]'))
          expect(config).toContain('<Relation value="echoes"/>')
      }),
    )
  })

  it('survives labels with everything that XML reserves', () => {
    const codebook = {
      ...defaultCodebook,
      types: defaultCodebook.types.map(type => ({ ...type, description: 'a "b" <c> & d\n\u0001' })),
    }
    const config = exportFiles(emptyProject(codebook), labelStudio, 'codepoint').get(
      'labelling-config.xml',
    )
    expect(config).toContain('hint="a &quot;b&quot; &lt;c&gt; &amp; d&#10;\ufffd"')
  })
})

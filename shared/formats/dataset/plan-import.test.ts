import { describe, expect, it } from 'vitest'
import { titleOf } from '../../article/article'
import { defaultCodebook } from '../../codebook/default-codebook'
import { typeOf } from '../../codebook/codebook'
import { jsonl } from '../jsonl'
import { goldIds, goldProject } from '../testing/gold-project'
import type { Files, Imported, MemoryProject } from '../testing/memory-project'
import {
  applied,
  countingIds,
  emptyProject,
  exportArticles,
  exportFiles,
  importFiles,
} from '../testing/memory-project'

const at = '2026-05-01T00:00:00.000Z'
const start = emptyProject(defaultCodebook)

function importInto(project: MemoryProject, files: Files, series = 1): Imported {
  return importFiles(project, files, { newId: countingIds(series), at })
}

/** A lone `articles.jsonl` of these lines. */
function lone(...lines: object[]): Files {
  return new Map([['articles.jsonl', lines.map(line => `${JSON.stringify(line)}\n`).join('')]])
}

const text = 'Some 40 people saw it. She denied it.'
const claim = {
  id: 'T1',
  type: 'claim',
  annotator: 'ada',
  spans: [{ start: 0, end: 14, text: 'Some 40 people' }],
  attributes: {},
  created_at: '2026-01-01T00:00:00.000Z',
  updated_at: '2026-01-01T00:00:00.000Z',
}
const line = { id: 'doc-1', title: 'Ferry', text, annotations: [claim] }

/** What a change to the one annotation of `line` comes to, imported over the line itself. */
function importedTwice(change: object): Imported {
  const first = importInto(start, lone(line))
  return importInto(first.project, lone({ ...line, annotations: [{ ...claim, ...change }] }), 2)
}

const annotationsOf = (project: MemoryProject) =>
  exportArticles(project).flatMap(article => article.annotations)
const said = ({ items }: Imported) => items.map(({ kind, message }) => `${kind}: ${message}`)

describe('a lone articles.jsonl', () => {
  it('comes in with its ids as external ids and its annotator named after the id', () => {
    const { project, items } = importInto(start, lone(line))
    expect(items).toEqual([])
    const [article] = exportArticles(project)
    expect(article).toMatchObject({ externalId: 'doc-1', title: 'Ferry', text })
    expect(article?.annotations).toMatchObject([
      {
        externalId: 'T1',
        type: 'claim',
        quote: [{ exact: 'Some 40 people', prefix: '', suffix: ' saw it. She denied it.' }],
        origin: { by: 'import' },
      },
    ])
    expect([...project.state.annotators.values()]).toMatchObject([
      { name: 'ada', externalId: 'ada' },
    ])
  })

  it.each([
    { name: 'nobody', annotator: undefined },
    { name: 'a UUID', annotator: goldIds.ada },
  ])('with annotations of $name gets an annotator who says so', ({ annotator }) => {
    const { project } = importInto(start, lone({ ...line, annotations: [{ ...claim, annotator }] }))
    expect([...project.state.annotators.values()].map(({ name }) => name)).toEqual([
      'Unknown annotator',
    ])
  })

  it('makes types, attributes and relation kinds for what the codebook does not know', () => {
    const { project } = importInto(
      start,
      lone({
        ...line,
        annotations: [
          {
            ...claim,
            type: 'Rumour!',
            attributes: {
              'Heard from': 's1',
              size: 4.5,
              sure: true,
              where: 'port',
              '': 1,
              mixed: true,
            },
          },
          { ...claim, id: 'T2', type: 'Слух', attributes: {} },
          { ...claim, id: 'T3', type: 'Rumour!', attributes: { mixed: 'no' } },
          { ...claim, id: 'T4', attributes: { loud: false } },
        ],
        relations: [
          { id: 'R1', type: 'Echoes', from: { annotation: 'T1' }, to: { annotation: 'T2' } },
        ],
        sources: [{ id: 's1', name: 'Harbour office', kind: 'organisation', aliases: [] }],
      }),
    )
    const { codebook, sources } = project.state
    expect(codebook.types.slice(0, 3).map(type => type.key)).toEqual(['claim', 'quote', 'figure'])
    expect(codebook.types.slice(3)).toMatchObject([
      {
        key: 'rumour',
        label: 'Rumour!',
        channel: 'underline',
        attributes: [
          { key: 'heard-from', label: 'Heard from', kind: 'source' },
          { key: 'size', kind: 'number' },
          { key: 'sure', kind: 'yes-no' },
          { key: 'where', kind: 'text' },
          { key: 'mixed', kind: 'text' },
        ],
      },
      { key: expect.stringMatching(/^x-[0-9a-f]{8}$/) as string, label: 'Слух', attributes: [] },
    ])
    expect(typeOf(codebook, 'claim')?.attributes.at(-1)).toEqual({
      key: 'loud',
      label: 'loud',
      kind: 'yes-no',
    })
    expect(codebook.relations.at(-1)).toEqual({ key: 'echoes', label: 'Echoes' })
    expect(codebook.revision).toBe(2)
    const colours = codebook.types.flatMap(({ colour }) => [colour.light, colour.dark])
    expect(new Set(colours).size).toBe(colours.length)
    const [office] = [...sources.keys()]
    expect(
      annotationsOf(project).find(({ externalId }) => externalId === 'T1')?.attributes,
    ).toEqual({
      'heard-from': office,
      size: { min: '4.5', max: '4.5' },
      sure: true,
      where: 'port',
      mixed: true,
    })
  })

  it('makes a source of a name where a source belongs', () => {
    const { project } = importInto(
      start,
      lone({ ...line, annotations: [{ ...claim, attributes: { claimant: 'Harbour office' } }] }),
    )
    const [source] = [...project.state.sources.values()]
    expect(source).toMatchObject({ name: 'Harbour office', kind: 'unknown' })
    expect(annotationsOf(project)[0]?.attributes).toEqual({ claimant: source?.id })
  })

  it('relates annotations across lines, also to a later one', () => {
    const other = { ...line, id: 'doc-2' }
    const relation = {
      id: 'R1',
      type: 'supports',
      from: { annotation: 'T1' },
      to: { article: 'doc-2', annotation: 'T1' },
    }
    const { project, items } = importInto(start, lone({ ...line, relations: [relation] }, other))
    expect(items).toEqual([])
    const [first, second] = exportArticles(project)
    expect(first?.relations).toMatchObject([
      {
        externalId: 'R1',
        from: { article: first?.id, annotation: first?.annotations[0]?.id },
        to: { article: second?.id, annotation: second?.annotations[0]?.id },
        createdAt: at,
      },
    ])
  })

  it('refuses and lists a relation with an end that is nowhere', () => {
    const relation = {
      id: 'R1',
      type: 'supports',
      from: { annotation: 'T1' },
      to: { annotation: 'T9' },
    }
    const imported = importInto(start, lone({ ...line, relations: [relation] }))
    expect(exportArticles(imported.project)[0]?.relations).toEqual([])
    expect(imported.items).toMatchObject([
      { kind: 'refused', line: 1, article: 'doc-1', relation: 'R1' },
    ])
  })

  it('refuses a relation that starts in an article of the project that is not in the dataset', () => {
    const [first, second] = exportArticles(goldProject())
    const end = (article: typeof first, index: number) => ({
      article: article?.id,
      annotation: article?.annotations[index]?.id,
    })
    const relation = { id: 'R1', type: 'supports', from: end(first, 0), to: end(second, 0) }
    const imported = importInto(goldProject(), lone({ ...line, relations: [relation] }))
    expect(imported.changes.filter(({ kind }) => kind === 'relation')).toEqual([])
    expect(imported.items).toMatchObject([{ kind: 'refused', relation: 'R1' }])
  })

  it('refuses and lists a second annotation, relation and article of one id', () => {
    const relation = {
      id: 'R1',
      type: 'supports',
      from: { annotation: 'T1' },
      to: { annotation: 'T1' },
    }
    const imported = importInto(
      start,
      lone({ ...line, annotations: [claim, claim], relations: [relation, relation] }, line),
    )
    expect(
      imported.items.map(({ kind, line: at, annotation, relation: of, words }) => ({
        kind,
        at,
        annotation,
        of,
        words,
      })),
    ).toEqual([
      { kind: 'refused', at: 1, annotation: 'T1', of: undefined, words: ['Some 40 people'] },
      { kind: 'refused', at: 2, annotation: undefined, of: undefined, words: undefined },
      { kind: 'refused', at: 1, annotation: undefined, of: 'R1', words: undefined },
    ])
    expect(annotationsOf(imported.project)).toHaveLength(1)
  })
})

describe('an annotation that the project has', () => {
  it('stays as it is when the dataset says the same', () => {
    const again = importedTwice({})
    expect(again.changes).toEqual([])
    expect(again.items).toEqual([])
  })

  it('is replaced by a later version, and keeps what a dataset does not carry', () => {
    const first = importInto(start, lone({ ...line, annotations: [{ ...claim, note: 'Old' }] }))
    const [before] = annotationsOf(first.project)
    if (before === undefined) throw new RangeError('Nothing came in')
    const { annotator, ...own } = before
    const [article] = first.project.articles.keys()
    if (article === undefined) throw new RangeError('Nothing came in')
    const project = applied(first.project, {
      kind: 'annotation',
      article,
      annotator,
      id: own.id,
      before: own,
      after: { ...own, ownKey: 'kept' },
    })
    const later = { ...claim, type: 'quote', updated_at: '2026-02-01T00:00:00.000Z' }
    const again = importInto(project, lone({ ...line, annotations: [later] }), 2)
    expect(said(again)).toEqual([
      'replaced: The dataset’s version of 2026-02-01T00:00:00.000Z replaced the project’s of 2026-01-01T00:00:00.000Z.',
    ])
    expect(annotationsOf(again.project)).toEqual([
      {
        ...own,
        annotator,
        ownKey: 'kept',
        type: 'quote',
        note: undefined,
        updatedAt: '2026-02-01T00:00:00.000Z',
      },
    ])
    expect(again.changes).toMatchObject([{ kind: 'annotation', before: { type: 'claim' } }])
  })

  it.each([
    {
      name: 'an earlier version',
      change: { type: 'quote', updated_at: '2025-01-01T00:00:00.000Z' },
    },
    { name: 'another version of the same time', change: { type: 'quote' } },
    {
      name: 'a version of another annotator',
      change: { annotator: 'ben', updated_at: '2027-01-01T00:00:00.000Z' },
    },
  ])('stays, and that is listed, when the dataset has $name', ({ change }) => {
    const again = importedTwice(change)
    expect(again.changes.filter(({ kind }) => kind === 'annotation')).toEqual([])
    expect(again.items).toMatchObject([
      { kind: 'kept', line: 1, article: 'doc-1', annotation: 'T1' },
    ])
  })
})

describe('an article that the project has', () => {
  const gold = goldProject()
  const files = exportFiles(gold, jsonl, 'codepoint')
  const withLine = (change: (line: string) => string): Files =>
    new Map([...files, ['articles.jsonl', change(files.get('articles.jsonl') ?? '')]])

  it('with another text is refused and stays, and the other articles come in', () => {
    const imported = importInto(
      gold,
      withLine(text => text.replaceAll('At most 52', 'At most 53')),
    )
    expect(imported.changes).toEqual([])
    expect(imported.items).toMatchObject([
      { kind: 'refused', line: 2, article: goldIds.harbour },
      // Relations of the refused line are refused with it; those that point at what is there are as before.
    ])
    expect(imported.items[0]?.message).toContain('another text')
    expect(exportArticles(imported.project)).toEqual(exportArticles(gold))
  })

  it('in the bin is refused', () => {
    const removed = applied(gold, {
      kind: 'metadata',
      article: goldIds.ferry,
      after: { removedAt: at },
    })
    const imported = importInto(removed, files)
    expect(said(imported)[0]).toContain('is in the bin')
    expect(imported.changes).toEqual([])
  })

  it('keeps its title and metadata, and gets the fields it lacks', () => {
    const imported = importInto(
      gold,
      withLine(text =>
        text
          .replace('"title":"Harbour, log"', '"title":"Log"')
          .replace('"metadata":{}', '"metadata":{"place":"Quay"}')
          .replace('"publisher":"The Quay"', '"publisher":"Other"'),
      ),
    )
    expect(said(imported)).toEqual([
      'kept: “publisher” stays “The Quay”; the dataset has “Other”.',
      'kept: The title stays “Harbour, log”; the dataset has “Log”.',
    ])
    expect(imported.changes).toEqual([
      {
        kind: 'metadata',
        article: goldIds.harbour,
        after: { metadata: { place: { value: 'Quay', from: 'dataset' } } },
      },
    ])
  })

  it('keeps a field that a person emptied', () => {
    const emptied = applied(gold, {
      kind: 'metadata',
      article: goldIds.ferry,
      after: { title: 'Mine', metadata: { publisher: { value: '', from: 'person' } } },
    })
    const imported = importInto(emptied, files)
    expect(imported.changes).toEqual([])
    expect(said(imported)).toEqual([
      'kept: The title stays “Mine”; the dataset has “Ferry “Lindø” late”.',
      'kept: “publisher” stays “”; the dataset has “The Quay”.',
    ])
    const article = imported.project.articles.get(goldIds.ferry)
    if (article === undefined) throw new RangeError('The article is gone')
    expect(titleOf(article, imported.project.state.edits.get(goldIds.ferry))).toBe('Mine')
  })

  it('takes the status that is further on', () => {
    const imported = importInto(
      gold,
      withLine(text =>
        text
          .replace(`"${goldIds.ada}":"done"`, `"${goldIds.ada}":"in-progress"`)
          .replace(`"${goldIds.ben}":"in-progress"`, `"${goldIds.ben}":"done"`),
      ),
    )
    expect(imported.changes).toEqual([
      {
        kind: 'status',
        article: goldIds.ferry,
        annotator: goldIds.ben,
        before: 'in-progress',
        after: 'done',
      },
    ])
  })

  it('keeps another relation of the same id, and that is listed', () => {
    const imported = importInto(
      gold,
      withLine(text => text.replace('"type":"part-of"', '"type":"repeats"')),
    )
    expect(imported.changes).toEqual([])
    expect(said(imported)).toEqual([
      'kept: The project has another relation under this id, which stays.',
    ])
  })

  it('is found under a UUID in capital letters', () => {
    const imported = importInto(
      gold,
      withLine(text =>
        text.replaceAll(/0195[0-9]{4}-0000-7000-8000-[0-9]{12}/g, id => id.toUpperCase()),
      ),
    )
    expect(imported.changes).toEqual([])
    expect(imported.project.articles.size).toBe(3)
  })
})

describe('what stands beside the articles', () => {
  const files = exportFiles(goldProject(), jsonl, 'codepoint')
  const odd = {
    ...defaultCodebook,
    revision: 9,
    types: defaultCodebook.types.slice(0, 1),
    generation: 4,
    appliedSeq: { a: 1 },
    sha256: 'x',
  }
  const withCodebook = (codebook: object): Files =>
    new Map([...files, ['codebook.json', JSON.stringify(codebook)], ['articles.jsonl', '']])

  it('gives an empty project its codebook as it is, without the numbers of another file', () => {
    const { project } = importInto(start, withCodebook(odd))
    expect(project.state.codebook).toEqual({ ...defaultCodebook, revision: 9, types: odd.types })
  })

  it('adds to the codebook of a project in use, and changes nothing it has', () => {
    const [claim] = defaultCodebook.types
    if (claim === undefined) throw new RangeError('The default codebook has no type')
    const choice = { key: 'new', label: 'New' }
    const incoming = {
      ...odd,
      types: [
        {
          ...claim,
          label: 'Other label',
          attributes: claim.attributes.map(attribute => ({
            ...attribute,
            label: 'Other',
            ...(attribute.kind === 'choice' ? { choices: [choice] } : {}),
          })),
        },
        { ...claim, key: 'rumour', label: 'Rumour' },
      ],
    }
    const { codebook } = importInto(goldProject(), withCodebook(incoming)).project.state
    expect(codebook.revision).toBe(2)
    expect(codebook.types.map(({ key, label }) => [key, label])).toEqual([
      ['claim', 'Claim'],
      ['quote', 'Quote'],
      ['figure', 'Figure'],
      ['rumour', 'Rumour'],
    ])
    const [, stance] = typeOf(codebook, 'claim')?.attributes ?? []
    expect(stance?.label).toBe('Stance')
    expect(stance?.choices?.map(({ key }) => key)).toEqual([
      'asserted',
      'denied',
      'questioned',
      'hedged',
      'new',
    ])
  })

  it.each([
    ['codebook.json', '{'],
    ['codebook.json', '{"format":"assay-codebook"}'],
    [
      'codebook.json',
      JSON.stringify({
        ...defaultCodebook,
        types: [...defaultCodebook.types, ...defaultCodebook.types],
      }),
    ],
    ['sources.json', '[7]'],
    ['sources.json', '[{"name":"No id"}]'],
    ['annotators.json', '{"a":1}'],
    ['annotators.json', '['.repeat(100_000) + ']'.repeat(100_000)],
  ])('%s that says %.20s is listed and left out, and the articles come in', (name, content) => {
    const imported = importInto(start, new Map([...files, [name, content]]))
    expect(imported.items).toMatchObject([{ kind: 'remark' }])
    expect(imported.items[0]?.line).toBeUndefined()
    expect(annotationsOf(imported.project)).toHaveLength(10)
  })

  it('gives a source that is there the aliases it lacks, and lists another name for it', () => {
    const given = [
      {
        id: goldIds.renee,
        name: 'R. Okafor',
        kind: 'person',
        aliases: ['R. O.', 'Renée', 'Renée'],
      },
    ]
    const imported = importInto(
      goldProject(),
      new Map([
        ['articles.jsonl', ''],
        ['sources.json', JSON.stringify(given)],
      ]),
    )
    expect(said(imported)).toEqual([
      'kept: Source “Rene\u0301e Okafor” (person) stays as the project has it; the dataset has “R. Okafor” (person).',
    ])
    expect(imported.project.state.sources.get(goldIds.renee)?.aliases).toEqual([
      'Renée Okafor',
      'R. O.',
      'Renée',
    ])
  })

  it('does not rename an annotator that is there', () => {
    const imported = importInto(
      goldProject(),
      new Map([['annotators.json', JSON.stringify([{ id: goldIds.ada, name: 'Somebody else' }])]]),
    )
    expect(imported.changes).toEqual([])
    expect(imported.project.state.annotators.get(goldIds.ada)?.name).toBe('Ada Brandt')
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AnnotationType, Codebook } from './codebook'
import { codebookSchema, repeatedKeys, slugSchema } from './codebook'
import { defaultCodebook } from './default-codebook'
import {
  finishedCodebook,
  keyFromLabel,
  lastingKeysOf,
  movedBy,
  passingKey,
  removedFrom,
} from './edit-codebook'

const [claim, quote, figure] = defaultCodebook.types as [
  AnnotationType,
  AnnotationType,
  AnnotationType,
]

const newType = (label: string, id = '1'): AnnotationType => ({
  key: passingKey(id),
  label,
  channel: 'tint',
  colour: { light: '#6d28d9', dark: '#c4b5fd' },
  attributes: [],
})

describe('a list', () => {
  it.each([
    { index: 0, step: 1 as const, after: ['b', 'a', 'c'] },
    { index: 2, step: -1 as const, after: ['a', 'c', 'b'] },
    { index: 0, step: -1 as const, after: ['a', 'b', 'c'] },
    { index: 2, step: 1 as const, after: ['a', 'b', 'c'] },
    { index: 9, step: 1 as const, after: ['a', 'b', 'c'] },
  ])('moves what stands at $index by $step: $after', ({ index, step, after }) => {
    expect(movedBy(['a', 'b', 'c'], index, step)).toEqual(after)
  })
})

describe('a key made of a label', () => {
  it.each([
    { label: 'Named Person', key: 'named-person' },
    { label: ' Événement! ', key: 'evenement' },
    { label: 'Claim', key: 'claim-2' },
    { label: 'цитата', key: 'type' },
  ])('is “$key” for “$label”', ({ label, key }) => {
    expect(keyFromLabel(label, 'type', new Set(['claim']))).toBe(key)
  })

  it('is a sound key of its own for any label', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (label, others) => {
        const taken = new Set(others.map(other => keyFromLabel(other, 'type', new Set())))
        const key = keyFromLabel(label, 'type', taken)
        expect(slugSchema.safeParse(key).success).toBe(true)
        expect(taken.has(key)).toBe(false)
      }),
    )
  })
})

describe('a finished codebook', () => {
  const finish = (draft: Codebook, used: readonly string[] = []): Codebook =>
    finishedCodebook(draft, defaultCodebook, used)

  it('is the one before, with its revision, when nothing changed', () => {
    expect(finish(codebookSchema.parse(defaultCodebook))).toBe(defaultCodebook)
  })

  it('keeps the key of what gets another label, and is one revision further', () => {
    const draft = {
      ...defaultCodebook,
      types: [{ ...claim, label: ' Assertion ' }, quote, figure],
    }
    expect(finish(draft)).toEqual({
      ...defaultCodebook,
      revision: 2,
      types: [{ ...claim, label: 'Assertion' }, quote, figure],
    })
  })

  it('gives what is new keys of its own, also where relations name it', () => {
    const person: AnnotationType = {
      ...newType('Person'),
      shortcut: '4',
      description: ' Somebody. ',
      examples: ['Ana Tor', '  '],
      attributes: [
        {
          key: passingKey('2'),
          label: 'Role',
          kind: 'choice',
          choices: [
            { key: passingKey('3'), label: 'victim' },
            { key: passingKey('4'), label: ' ' },
          ],
          required: false,
        },
      ],
    }
    const draft: Codebook = {
      ...defaultCodebook,
      types: [...defaultCodebook.types, person],
      relations: [
        { key: passingKey('5'), label: 'knows', from: [person.key], to: [passingKey('gone')] },
      ],
    }
    const { types, relations } = finish(draft)
    expect(types[3]).toEqual({
      ...person,
      key: 'person',
      description: 'Somebody.',
      examples: ['Ana Tor'],
      attributes: [
        {
          key: 'role',
          label: 'Role',
          kind: 'choice',
          choices: [{ key: 'victim', label: 'victim' }],
        },
      ],
    })
    expect(relations).toEqual([{ key: 'knows', label: 'knows', from: ['person'] }])
  })

  it('never gives a new type the key of one that was deleted or that annotations still have', () => {
    const draft = {
      ...defaultCodebook,
      types: [quote, figure, newType('Claim'), newType('Place', '2')],
    }
    expect(finish(draft, ['place']).types.map(({ key }) => key)).toEqual([
      'quote',
      'figure',
      'claim-2',
      'place-2',
    ])
  })

  it('is sound whatever is added, renamed and deleted', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string(), { maxLength: 6 }),
        fc.subarray(defaultCodebook.types.map(({ key }) => key)),
        (labels, deleted) => {
          const added = labels.map((label, index) => newType(label, String(index)))
          const kept = deleted.reduce<AnnotationType[]>(removedFrom, defaultCodebook.types)
          const finished = finish({ ...defaultCodebook, types: [...kept, ...added] })
          expect(codebookSchema.safeParse(finished).error).toBeUndefined()
          expect(repeatedKeys(finished)).toEqual([])
        },
      ),
    )
  })
})

it('tells which keys new parts got, past choices without a label', () => {
  const [first, ...others] = defaultCodebook.types
  if (first === undefined) throw new RangeError('There is a claim')
  const blank = { key: passingKey('c1'), label: ' ' }
  const draft: Codebook = {
    ...defaultCodebook,
    types: [
      {
        ...first,
        attributes: [
          ...first.attributes,
          {
            key: passingKey('a'),
            label: 'Mood',
            kind: 'choice',
            choices: [blank, { key: passingKey('c2'), label: 'Grim' }],
          },
        ],
      },
      ...others,
      newType('Place', 't'),
    ],
    relations: [...defaultCodebook.relations, { key: passingKey('r'), label: 'Cites' }],
  }
  expect([...lastingKeysOf(draft, finishedCodebook(draft, defaultCodebook, []))]).toEqual([
    [passingKey('r'), 'cites'],
    [passingKey('t'), 'place'],
    [passingKey('a'), 'mood'],
    [passingKey('c2'), 'grim'],
  ])
})

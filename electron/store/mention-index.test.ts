import { describe, expect, it } from 'vitest'
import type { OwnedAnnotation } from '../../shared/project/mention'
import type { Edit } from '../../shared/project/change'
import { mentionIndex } from './mention-index'

const uuid = (number: number): string =>
  `0197e000-0000-7000-8000-${number.toString().padStart(12, '0')}`

const owned = (article: number, number: number, speaker = 1): OwnedAnnotation =>
  ({
    article: uuid(article),
    annotator: uuid(900),
    annotation: {
      id: uuid(number),
      type: 'quote',
      spans: [{ start: 0, end: 4 }],
      quote: [{ exact: 'Mira', prefix: '', suffix: '' }],
      attributes: { speaker: uuid(speaker) },
      createdAt: '2031-01-01T00:00:00.000Z',
      updatedAt: '2031-01-01T00:00:00.000Z',
      origin: { by: 'person' },
    },
  }) as unknown as OwnedAnnotation

const edit = (before: OwnedAnnotation | undefined, after: OwnedAnnotation | undefined): Edit => {
  const known = after ?? before
  if (known === undefined) throw new RangeError('An edit has a side')
  const { article, annotator, annotation } = known
  return {
    id: uuid(999),
    label: 'edit',
    changes: [
      {
        kind: 'annotation',
        article,
        annotator,
        id: annotation.id,
        ...(before === undefined ? {} : { before: before.annotation }),
        ...(after === undefined ? {} : { after: after.annotation }),
      },
    ],
  }
}

describe('mentionIndex', () => {
  it('reads every file once, and follows edits afterwards', async () => {
    const reads: string[] = []
    const index = mentionIndex({
      list: () => ['one', 'two'],
      read: file => {
        reads.push(file)
        return file === 'one' ? [owned(1, 10)] : [owned(2, 11), owned(2, 12)]
      },
    })
    const ids = async () => (await index.all()).map(({ id, texts }) => [id, texts['speaker']])
    expect(await ids()).toEqual([
      [uuid(10), uuid(1)],
      [uuid(11), uuid(1)],
      [uuid(12), uuid(1)],
    ])
    index.noteEdit(edit(owned(2, 11), undefined))
    index.noteEdit(edit(owned(1, 10), owned(1, 10, 2)))
    index.noteEdit(edit(undefined, owned(3, 13)))
    expect(await ids()).toEqual([
      [uuid(10), uuid(2)],
      [uuid(12), uuid(1)],
      [uuid(13), uuid(1)],
    ])
    expect(reads).toEqual(['one', 'two'])
  })

  it('loses no edit that is made while it reads', async () => {
    const files = Array.from({ length: 40 }, (_, number) => number.toString())
    const gone = new Set<number>()
    const index = mentionIndex({
      list: () => files,
      read: file => {
        const until = performance.now() + 1
        while (performance.now() < until);
        return gone.has(Number(file)) ? [] : [owned(Number(file), 100 + Number(file))]
      },
    })
    const asked = index.all()
    await new Promise(resolve => setImmediate(resolve))
    for (const number of [0, 39]) {
      gone.add(number)
      index.noteEdit(edit(owned(number, 100 + number), undefined))
    }
    index.noteEdit(edit(undefined, owned(0, 500)))
    const ids = (await asked).map(({ id }) => id)
    expect(ids).toHaveLength(39)
    expect(ids).toContain(uuid(500))
    expect(ids).not.toContain(uuid(100))
    expect(ids).not.toContain(uuid(139))
  })
})

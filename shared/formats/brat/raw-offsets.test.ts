import { describe, expect, it } from 'vitest'
import type { ImportFolder } from '../read-format'
import { readBrat } from './read-brat'
import { rawOffsets } from './raw-offsets'

/** `😡\r\né\r\nb` in UTF-8, behind a byte order mark when asked for. */
const lines = [0xf0, 0x9f, 0x98, 0xa1, 13, 10, 0xc3, 0xa9, 13, 10, 98]
const mark = [0xef, 0xbb, 0xbf]

describe('offsets of a file that counts what reading takes away', () => {
  it.each([
    { name: 'carriage returns', bytes: lines, given: [0, 2, 3, 5, 6], text: [0, 1, 2, 3, 4] },
    {
      name: 'a byte order mark, too',
      bytes: [...mark, ...lines],
      given: [1, 4, 7],
      text: [0, 2, 4],
    },
  ])('become those of the text for $name', ({ bytes, given, text }) => {
    const counted = rawOffsets(Uint8Array.from(bytes))
    expect(given.map(offset => counted?.(offset))).toEqual(text)
  })

  it('are the same where nothing is taken away', () => {
    expect(rawOffsets(Uint8Array.of(97, 13, 98, 10, 0xef, 0xbb, 0xbf))).toBeUndefined()
  })

  it('are taken only where they fit better, and that is said', () => {
    const folder = (ann: string): ImportFolder => ({
      names: ['a.ann', 'a.txt'],
      bytes: () => Uint8Array.from(lines),
      text: name => (name === 'a.txt' ? '😡\né\nb' : ann),
      lines: () => [],
    })
    const itemsOf = (ann: string) =>
      [...(readBrat(folder(ann)).found?.articles ?? [])].flatMap(({ items }) => items ?? [])
    expect(itemsOf('T1\tx 2 3\té\n')).toEqual([])
    expect(itemsOf('T1\tx 3 4\té\nT2\tx 6 7\tb\n')).toMatchObject([
      { kind: 'remark', message: /count its byte order mark or carriage returns/ },
    ])
    expect(itemsOf('T1\tx 0 2\tb\n')).toMatchObject([{ kind: 'refused' }])
  })
})

import { readFileSync, readdirSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode } from './decode'
import { encodingChoices } from './encoding-choices'
import { encodingTexts } from './fixtures/encoding-texts'

const folder = new URL('fixtures/encodings/', import.meta.url)
const fixtures = readdirSync(folder).map(file => {
  const [language = '', name = ''] = file.split('.')
  return {
    file,
    encoding: name.replace('-bom', ''),
    text: encodingTexts[language as keyof typeof encodingTexts],
    bytes: new Uint8Array(readFileSync(new URL(file, folder))),
  }
})

/** A fixture made longer: its text `times` times, without a byte order mark in the middle. */
function repeated({ bytes, encoding }: (typeof fixtures)[number], times: number): Uint8Array {
  const mark =
    encoding === 'utf-8' && bytes[0] === 0xef ? 3 : bytes[0] === 0xff || bytes[0] === 0xfe ? 2 : 0
  return Buffer.concat([bytes, ...Array<Uint8Array>(times - 1).fill(bytes.subarray(mark))])
}

function decoded(bytes: Uint8Array) {
  const read = decode(bytes, 'news.txt')
  if (!read.ok) throw new Error(read.error.message)
  return read.value
}

describe('the 22 encodings', () => {
  it.each([1, 10, 100])('are right for 95 of 100 at 200 characters, %d times', times => {
    const right = fixtures.filter(
      fixture => decoded(repeated(fixture, times)).encoding === fixture.encoding,
    )
    expect(right.length / fixtures.length).toBeGreaterThanOrEqual(0.95)
  })

  it('are not asked about at 200 characters and more, where letters outside ASCII are many', () => {
    const asked = fixtures.filter(({ bytes }) => decoded(bytes).isUnsure)
    expect(asked.map(({ file }) => file)).toEqual([
      'german.windows-1252.txt',
      'polish.windows-1250.txt',
      'turkish.windows-1254.txt',
    ])
  })

  it.each(fixtures)(
    'a few words in $encoding are asked about, and the right one is offered',
    ({ file, encoding, bytes }) => {
      // 24 characters.
      const short = bytes.subarray(0, file.includes('utf-16') ? 48 : 24)
      const read = decoded(short)
      if (read.encodingFrom !== 'guessed') return
      expect(read.isUnsure).toBe(true)
      const offered = encodingChoices(short, read.encoding)
      expect(offered[0]?.encoding).toBe(read.encoding)
      expect(offered.length).toBeGreaterThan(1)
      const words = decode(short, 'news.txt', { given: encoding })
      const preview = words.ok ? words.value.text.replace(/\ufffd+$/, '').trim() : ''
      expect(offered.map(choice => choice.preview)).toContain(preview)
    },
  )
})

describe('what is offered', () => {
  it('shows the words around the first letter that tells, and reads the same in no two', () => {
    const [russian] = fixtures.filter(({ file }) => file === 'russian.windows-1251.txt')
    const bytes = Buffer.concat([
      Buffer.from('The ferry ran aground on Saturday evening, they said. '.repeat(40)),
      russian?.bytes ?? Buffer.alloc(0),
    ])
    const offered = encodingChoices(bytes, 'windows-1251')
    expect(offered[0]?.preview).toMatch(/^… ran aground on Saturday evening, they said\. Паром/)
    expect(new Set(offered.map(({ preview }) => preview)).size).toBe(offered.length)
  })

  it('leaves out a tag of a page, and an encoding in which the bytes are no text', () => {
    const bytes = Buffer.from('<p class="a">caf\xe9 \x81</p>', 'latin1')
    const offered = encodingChoices(bytes, 'windows-1252')
    expect(offered[0]).toEqual({ encoding: 'windows-1252', preview: 'café \x81' })
    expect(offered.map(({ encoding }) => encoding)).not.toContain('utf-8')
  })

  it('of any bytes is well formed and short', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), bytes => {
        for (const { preview } of encodingChoices(bytes, 'utf-8')) {
          expect(preview.isWellFormed()).toBe(true)
          expect(Array.from(preview).length).toBeLessThan(120)
        }
      }),
    )
  })
})

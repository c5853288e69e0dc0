import { readFileSync, readdirSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decode } from './decode'
import { encodingTexts } from './fixtures/encoding-texts'

/** Any code point; fast-check's own unit for that takes seconds to build. */
const anyCharacter = fc.nat(0x10ffff).map(code => String.fromCodePoint(code))

const folder = new URL('fixtures/encodings/', import.meta.url)

/** Encodings whose alphabet has no guillemets or dashes: the fixture was written with plain ones. */
const plainPunctuation = ['koi8-r', 'ibm866', 'iso-8859-5']

type Fixture = { readonly file: string; readonly expected: string; readonly encoding: string }

const fixtures: Fixture[] = readdirSync(folder).map(file => {
  const [language = '', name = ''] = file.split('.')
  const text = encodingTexts[language as keyof typeof encodingTexts]
  return {
    file,
    encoding: name.replace('-bom', ''),
    expected: plainPunctuation.includes(name)
      ? text.replace(/[«»]/g, '"').replaceAll('—', '-')
      : text,
  }
})

function valueOf(bytes: Uint8Array, declared?: string) {
  const decoded = decode(bytes, 'news.txt', { declared })
  if (!decoded.ok) throw new Error(decoded.error.message)
  return decoded.value
}

function failureOf(bytes: Uint8Array) {
  const decoded = decode(bytes, 'news.txt')
  return decoded.ok ? undefined : decoded.error
}

describe('finding the encoding', () => {
  test('the table has 22 encodings of 200 characters each', () => {
    expect(fixtures.length).toBe(22)
    for (const { expected } of fixtures) expect([...expected].length).toBe(200)
  })

  test.each(fixtures)('reads $file', ({ file, expected, encoding }) => {
    const decoded = valueOf(readFileSync(new URL(file, folder)))
    expect(decoded).toMatchObject({ text: expected, encoding, unreadable: 0 })
  })

  test.each([
    { name: 'a byte order mark', file: 'greek.utf-16be-bom.txt', from: 'byte-order-mark' },
    { name: 'strict decoding', file: 'german.utf-8.txt', from: 'strict' },
    { name: 'a guess', file: 'polish.windows-1250.txt', from: 'guessed' },
  ])('says that the encoding was found by $name', ({ file, from }) => {
    expect(valueOf(readFileSync(new URL(file, folder))).encodingFrom).toBe(from)
  })

  test('takes the encoding the file itself declares when its bytes fit', () => {
    const bytes = readFileSync(new URL('turkish.windows-1254.txt', folder))
    expect(valueOf(bytes, 'iso-8859-9')).toMatchObject({
      text: encodingTexts.turkish,
      encoding: 'windows-1254',
      encodingFrom: 'declared',
    })
  })

  test.each(['utf-8', 'no-such-encoding', ''])(
    'does not believe the declaration "%s" when the bytes do not fit',
    declared => {
      const bytes = readFileSync(new URL('russian.windows-1251.txt', folder))
      expect(valueOf(bytes, declared)).toMatchObject({
        text: encodingTexts.russian,
        encodingFrom: 'guessed',
      })
    },
  )

  test('reads every byte of Windows-1252 as the standard says', () => {
    const bytes = Uint8Array.from({ length: 160 }, (_, index) => index + 96)
    const { text } = valueOf(bytes, 'iso-8859-1')
    expect(text.slice(0, 31)).toBe('`abcdefghijklmnopqrstuvwxyz{|}~')
    expect(text.slice(32, 64)).toBe('€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ')
    expect(text.slice(64)).toBe(Buffer.from(bytes.subarray(64)).toString('latin1'))
  })

  test('keeps UTF-8 that was cut in the middle of a character, and counts what is unreadable', () => {
    const bytes = new TextEncoder().encode(encodingTexts.russian).subarray(0, 201)
    const decoded = valueOf(bytes)
    expect(decoded).toMatchObject({ encoding: 'utf-8', encodingFrom: 'guessed', unreadable: 1 })
    expect(decoded.text.endsWith('\ufffd')).toBe(true)
  })

  test('finds the encoding of a long file whose first 64 KB are plain English', () => {
    const russian = readFileSync(new URL('russian.windows-1251.txt', folder))
    const head = Buffer.from('The ferry ran aground on Saturday evening.\n'.repeat(2000))
    const bytes = Buffer.concat([head, ...Array<Buffer>(400).fill(russian)])
    expect(valueOf(bytes)).toMatchObject({ encoding: 'windows-1251', encodingFrom: 'guessed' })
  })
})

describe('what is left of the bytes', () => {
  test('every text written as UTF-8 comes back, without a byte order mark', () => {
    const text = fc
      .string({ unit: anyCharacter })
      .filter(value => value.isWellFormed() && !/[\0-\x08\x0b-\x1f\x7f\ufeff]/.test(value))
    fc.assert(
      fc.property(text, fc.boolean(), (value, mark) => {
        // A suffix of letters, because a handful of random signs can look like a picture or a program.
        const whole = `${value} and the ferry left`
        const bytes = new TextEncoder().encode(mark ? `\ufeff${whole}` : whole)
        expect(valueOf(bytes).text).toBe(whole)
      }),
    )
  })

  test('a lone surrogate in UTF-16 becomes U+FFFD', () => {
    const bytes = new Uint8Array(Buffer.from('\ufeffferry \ud83d sank', 'utf16le'))
    expect(valueOf(bytes)).toMatchObject({ text: 'ferry \ufffd sank', unreadable: 1 })
  })

  test('a second byte order mark goes too, one inside the text stays', () => {
    const bytes = new TextEncoder().encode('\ufeff\ufeffa\ufeffb')
    expect(valueOf(bytes).text).toBe('a\ufeffb')
  })
})

describe('what is refused', () => {
  test.each([
    { name: 'no bytes', bytes: [] },
    { name: 'only a byte order mark', bytes: [0xef, 0xbb, 0xbf] },
    { name: 'only white space', bytes: [0x20, 0x0d, 0x0a, 0x09] },
  ])('a file with $name is empty', ({ bytes }) => {
    expect(failureOf(Uint8Array.from(bytes))?.kind).toBe('empty')
  })

  test.each([
    { name: 'PDF', head: '%PDF-1.7\n1 0 obj\n<< >>\nendobj', named: 'a PDF document' },
    { name: 'docx', head: 'PK\x03\x04\x14\0\x06\0', named: 'an office document' },
    { name: 'RTF', head: '{\\rtf1\\ansi The ferry sank.}', named: 'RTF' },
    { name: 'PNG', head: '\x89PNG\r\n\x1a\n\0\0\0\rIHDR', named: 'a PNG picture' },
    { name: 'JPEG', head: '\xff\xd8\xff\xe0\0\x10JFIF\0', named: 'a JPEG picture' },
    { name: 'WebP', head: 'RIFF\x24\0\0\0WEBPVP8 ', named: 'a WebP picture' },
    { name: 'MP3', head: 'ID3\x03\0\0\0\0', named: 'a sound file' },
    { name: 'ELF', head: '\x7fELF\x02\x01\x01\0', named: 'a program' },
    { name: 'gzip', head: '\x1f\x8b\x08\0', named: 'a gzip archive' },
    { name: 'text with a zero byte', head: 'The ferry\0 sank in the harbour', named: 'zero bytes' },
    { name: 'noise', head: '\x01\x02\x03\x04abc\x05\x06', named: 'control characters' },
  ])('names what $name is', ({ head, named }) => {
    const failure = failureOf(Buffer.from(head, 'latin1'))
    expect(failure?.kind).toBe('binary')
    expect(failure?.message).toContain(named)
    expect(failure?.message).toContain('“news.txt” was not imported')
  })

  test.each(['ID3 tags name the singer of a song.', 'Picture WEBP formats are small.'])(
    'an article that begins like a picture or a song is text: %s',
    text => {
      expect(valueOf(new TextEncoder().encode(text)).text).toBe(text)
    },
  )

  test('any bytes are either text or a failure with a message, never an exception', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), bytes => {
        const decoded = decode(bytes, 'x')
        if (decoded.ok) expect(decoded.value.text.isWellFormed()).toBe(true)
        else expect(decoded.error.message).toContain('“x” was not imported')
      }),
    )
  })
})

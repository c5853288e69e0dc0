import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { RefusedFile } from '../refused-file'
import { openArchive } from './open-archive'
import { forgeZip } from './testing/forge-zip'

const file = (name: string, text = 'x') => ({ name, content: strToU8(text) })
const limits = { bytes: 3_000_000, entryBytes: 2_000_000, entries: 10 }
const zeros = (bytes: number) => new Uint8Array(bytes)
const symbolicLink = (0o120777 << 16) >>> 0

function refusal(bytes: Uint8Array, read: string[] = []): string {
  try {
    const archive = openArchive(bytes, limits)
    for (const name of read) archive.bytes(name)
  } catch (error) {
    if (error instanceof RefusedFile) return error.message
    throw error
  }
  return 'opened'
}

describe('a zip archive', () => {
  it('gives its files by name and in its order, packed or stored, without folders', () => {
    const archive = openArchive(
      zipSync({
        'b/': [zeros(0), { level: 0 }],
        'b/c.txt': strToU8('c'.repeat(500)),
        a: [strToU8('a'), { level: 0 }],
      }),
      limits,
    )
    expect(archive.names).toEqual(['b/c.txt', 'a'])
    expect(Buffer.from(archive.bytes('b/c.txt') ?? '').toString()).toBe('c'.repeat(500))
    expect(Buffer.from(archive.bytes('a') ?? '').toString()).toBe('a')
    expect(archive.bytes('toString')).toBeUndefined()
  })

  it('with backslashes in its names, as some programs of Windows write them, has folders', () => {
    expect(openArchive(forgeZip([file('word\\document.xml')]), limits).names).toEqual([
      'word/document.xml',
    ])
  })

  it('is found before a comment at its end', () => {
    const zip = Buffer.from(forgeZip([file('a')]))
    zip.writeUInt16LE(5, zip.length - 2)
    expect(openArchive(Buffer.concat([zip, Buffer.from('notes')]), limits).names).toEqual(['a'])
  })

  it.each([
    { name: 'no archive at all', bytes: strToU8('PK but no more'), says: 'damaged or cut off' },
    { name: 'no bytes', bytes: zeros(0), says: 'damaged or cut off' },
    { name: 'a name that climbs out', bytes: forgeZip([file('a/../../b')]), says: 'leads out' },
    { name: 'an absolute name', bytes: forgeZip([file('/etc/passwd')]), says: 'leads out' },
    { name: 'a name with a drive', bytes: forgeZip([file('C:\\x')]), says: 'leads out' },
    { name: 'a zero in a name', bytes: forgeZip([file('a\0.xml')]), says: 'leads out' },
    { name: 'the same name twice', bytes: forgeZip([file('a'), file('a')]), says: 'two files' },
    {
      name: 'a link',
      bytes: forgeZip([{ ...file('a', '/etc/passwd'), says: { attributes: symbolicLink } }]),
      says: 'is a link',
    },
    {
      name: 'a locked file',
      bytes: forgeZip([{ ...file('a'), says: { flags: 1 } }]),
      says: 'protected by a password',
    },
    {
      name: 'an unknown packing',
      bytes: forgeZip([{ ...file('a'), says: { method: 14 } }]),
      says: 'packed in a way',
    },
    {
      name: 'too many files',
      bytes: forgeZip(Array.from({ length: 11 }, (_, index) => file(`${index}`))),
      says: '11 files, more than 10',
    },
    {
      name: 'more files said than there are',
      bytes: forgeZip([file('a')], { count: 9 }),
      says: 'damaged or cut off',
    },
    {
      name: 'one file too large',
      bytes: forgeZip([{ name: 'a', content: zeros(2_000_001) }]),
      says: '“a” would unpack to more than 2 MB',
    },
    {
      name: 'all files too large',
      bytes: forgeZip(['a', 'b'].map(name => ({ name, content: zeros(1_900_000) }))),
      says: 'it would unpack to more than 3 MB',
    },
    {
      name: 'files that share their bytes',
      bytes: forgeZip([file('a', 'same'), { ...file('b', 'same'), says: { offset: 0 } }]),
      says: 'share the same bytes',
    },
    {
      name: 'a file that goes on in the directory',
      bytes: forgeZip([{ ...file('a'), isStored: true, says: { size: 40, packedSize: 40 } }]),
      says: 'damaged or cut off',
    },
    {
      name: 'a file that begins outside of the archive',
      bytes: forgeZip([{ ...file('a'), says: { offset: 99_999 } }]),
      says: 'damaged or cut off',
    },
  ])('with $name is refused before anything is unpacked', ({ bytes, says }) => {
    expect(refusal(bytes)).toContain(says)
  })

  it('that shrank more than text does is refused, unless it is small', () => {
    const bomb = forgeZip([{ name: 'bomb', content: zeros(30_000_000) }])
    const generous = { bytes: 1e9, entryBytes: 1e9, entries: 10 }
    expect(() => openArchive(bomb, generous)).toThrow(/bomb.*made to do harm/)
    const small = forgeZip([{ name: 'a', content: zeros(1_000_000) }])
    expect(openArchive(small, limits).bytes('a')).toHaveLength(1_000_000)
  })

  it.each([
    { name: 'a checksum that does not fit', says: { crc32: 7 } },
    { name: 'less than it promises', says: { size: 9 } },
    { name: 'more than it promises', says: { size: 1 } },
  ])('gives no file with $name', ({ says }) => {
    const zip = forgeZip([{ ...file('a', 'four'), says }])
    expect(refusal(zip, ['a'])).toBe('its part “a” is damaged')
  })

  it('stops unpacking at the size that the directory promised', () => {
    const content = zeros(120_000_000)
    const zip = forgeZip([{ name: 'a', content, says: { size: 1_000_000 } }])
    const before = process.memoryUsage().rss
    expect(refusal(zip, ['a'])).toBe('its part “a” is damaged')
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000)
  })

  it('cut anywhere is refused, not read in part', () => {
    const zip = zipSync({ a: strToU8('one'), b: strToU8('two') })
    for (let length = 0; length < zip.length; length += 1)
      expect(refusal(zip.subarray(0, length), ['a', 'b'])).not.toBe('opened')
  })
})

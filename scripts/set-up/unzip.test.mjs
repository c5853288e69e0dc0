import { mkdtempSync, readFileSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { unzip } from './unzip.mjs'

/** @type {string} */
let folder
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'assay-unzip-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const archive = () => join(folder, 'archive.zip')
const out = () => join(folder, 'out')

it('unpacks stored and deflated files, their modes, folders and links', async () => {
  const long = 'figure '.repeat(10_000)
  writeFileSync(
    archive(),
    zip([
      { name: 'app/', mode: 0o40755, content: '', deflate: false },
      { name: 'app/run', mode: 0o100755, content: long, deflate: true },
      { name: 'app/read é.txt', mode: 0o100644, content: 'plain', deflate: false },
      { name: 'app/link', mode: 0o120777, content: 'run', deflate: false },
    ]),
  )
  await unzip(archive(), out(), name => name)
  expect(readFileSync(join(out(), 'app/run'), 'utf8')).toBe(long)
  expect(statSync(join(out(), 'app/run')).mode & 0o111).toBe(0o111)
  expect(readFileSync(join(out(), 'app/read é.txt'), 'utf8')).toBe('plain')
  expect(statSync(join(out(), 'app/read é.txt')).mode & 0o111).toBe(0)
  expect(readlinkSync(join(out(), 'app/link'))).toBe('run')
})

it('refuses a file that would land outside', async () => {
  const content = zip([{ name: '../outside', mode: 0o100644, content: 'x', deflate: false }])
  writeFileSync(archive(), content)
  await expect(unzip(archive(), out(), name => name)).rejects.toThrow(/outside its own folder/)
})

it.each([
  { name: 'nothing', bytes: Buffer.alloc(0) },
  { name: 'no archive', bytes: Buffer.from('<html>not found</html>'.repeat(9)) },
  { name: 'the second half of one', bytes: secondHalf() },
])('says that the archive is damaged when it is $name', async ({ bytes }) => {
  writeFileSync(archive(), bytes)
  await expect(unzip(archive(), out(), name => name)).rejects.toThrow(
    /^The downloaded archive is (damaged|cut short): run the command again\.$/,
  )
})

function secondHalf() {
  const whole = zip([{ name: 'a', mode: 0o100644, content: 'x'.repeat(500), deflate: false }])
  return whole.subarray(300)
}

/** @param {{ name: string, mode: number, content: string, deflate: boolean }[]} files */
function zip(files) {
  /** @type {Buffer[]} */
  const locals = []
  /** @type {Buffer[]} */
  const directory = []
  let offset = 0
  for (const { name, mode, content, deflate } of files) {
    const nameBytes = Buffer.from(name)
    const bytes = Buffer.from(content)
    const packed = deflate ? deflateRawSync(bytes) : bytes
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(deflate ? 8 : 0, 4)
    common.writeUInt32LE(typeof crc32 === 'function' ? crc32(bytes) : 0, 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(bytes.length, 18)
    common.writeUInt16LE(nameBytes.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, nameBytes, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(mode * 0x10000, 6)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x03'), common, tail, nameBytes]))
    locals.push(local)
    offset += local.length
  }
  const listing = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06')
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(listing.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, listing, end])
}

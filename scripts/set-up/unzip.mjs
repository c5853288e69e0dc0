import { mkdir, open, symlink, writeFile } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import { Failure } from '../run/failure.mjs'

const inflate = promisify(inflateRaw)

/**
 * One file or folder of an archive, as its directory lists it.
 * @typedef {object} Entry
 * @property {string} name
 * @property {number} method 0 stored, 8 deflated
 * @property {number} packedSize bytes
 * @property {number} size bytes
 * @property {number} mode Unix file mode, 0 when the archive has none
 * @property {number} offset of its local header, bytes
 */

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const S_IFMT = 0o170000
const S_IFLNK = 0o120000

/**
 * Unpack the entries of the zip file `archive` for which `placeFor` gives a path inside `folder`;
 * `null` leaves an entry out. Reads what Electron's archives contain: below 4 GB, stored or deflated,
 * with Unix modes and symbolic links. It exists because set-up may depend on nothing that is not
 * installed yet. Source: PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.
 * @param {string} archive
 * @param {string} folder
 * @param {(name: string) => string | null} placeFor
 */
export async function unzip(archive, folder, placeFor) {
  const file = await open(archive)
  try {
    for (const entry of await readDirectory(file)) {
      const place = placeFor(entry.name)
      if (place === null) continue
      const path = insideOf(folder, place)
      if (entry.name.endsWith('/')) await mkdir(path, { recursive: true })
      else await writeEntry(path, entry, await readContent(file, entry))
    }
  } finally {
    await file.close()
  }
}

/**
 * @param {string} path
 * @param {Entry} entry
 * @param {Buffer} content
 */
async function writeEntry(path, entry, content) {
  await mkdir(dirname(path), { recursive: true })
  if ((entry.mode & S_IFMT) === S_IFLNK) await symlink(content.toString('utf8'), path)
  else await writeFile(path, content, { mode: entry.mode & 0o777 || 0o644 })
}

/**
 * @param {import('node:fs/promises').FileHandle} file
 * @returns {Promise<Entry[]>}
 */
async function readDirectory(file) {
  const { size } = await file.stat()
  const tail = await readAt(file, Math.max(0, size - 65_557), Math.min(size, 65_557))
  const end = lastIndexOfSignature(tail, END_OF_DIRECTORY)
  if (end === -1) throw new Failure('The downloaded archive is damaged: run the command again.')
  const count = tail.readUInt16LE(end + 10)
  const directory = await readAt(file, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12))
  const entries = []
  for (let at = 0; entries.length < count;) {
    if (directory.readUInt32LE(at) !== DIRECTORY_ENTRY) {
      throw new Failure('The downloaded archive is damaged: run the command again.')
    }
    const nameLength = directory.readUInt16LE(at + 28)
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      method: directory.readUInt16LE(at + 10),
      packedSize: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      mode: directory.readUInt32LE(at + 38) >>> 16,
      offset: directory.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return entries
}

/**
 * @param {import('node:fs/promises').FileHandle} file
 * @param {Entry} entry
 * @returns {Promise<Buffer>}
 */
async function readContent(file, entry) {
  const header = await readAt(file, entry.offset, 30)
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  const packed = await readAt(file, start, entry.packedSize)
  const content = entry.method === 0 ? packed : await inflate(packed)
  if (content.length !== entry.size) {
    throw new Failure('The downloaded archive is damaged: run the command again.')
  }
  return content
}

/**
 * @param {import('node:fs/promises').FileHandle} file
 * @param {number} position
 * @param {number} length
 */
async function readAt(file, position, length) {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
  if (bytesRead < length) {
    throw new Failure('The downloaded archive is cut short: run the command again.')
  }
  return buffer
}

/**
 * @param {Buffer} buffer
 * @param {number} signature
 */
function lastIndexOfSignature(buffer, signature) {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(signature)
  return buffer.lastIndexOf(bytes)
}

/**
 * @param {string} folder
 * @param {string} place
 */
function insideOf(folder, place) {
  const path = resolve(join(folder, place))
  if (path !== resolve(folder) && !path.startsWith(resolve(folder) + sep)) {
    throw new Failure(`The archive holds a file outside its own folder (${place}): it is not used.`)
  }
  return path
}

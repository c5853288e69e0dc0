import { RefusedFile } from '../refused-file'
import { endOf } from './zip-names'

/** One file in a zip archive as its directory describes it; nothing is unpacked yet. */
export type ZipEntry = {
  /** With `/` between folders; ends with one for a folder. */
  readonly name: string
  readonly isPacked: boolean
  readonly crc32: number
  /** Where its bytes begin in the archive, and how many there are. */
  readonly dataStart: number
  readonly packedSize: number
  readonly size: number
}

/** What an archive may unpack to. */
export type ArchiveLimits = {
  /** All files together, in bytes. */
  readonly bytes: number
  /** A single file, in bytes. */
  readonly entryBytes: number
  readonly entries: number
}

/** A file this much smaller than what it unpacks to was made to fill a memory. Text shrinks to a tenth, at best to a hundredth. */
const highestRatio = 200
/** Below this size, in bytes, no ratio does harm. */
const harmlessSize = 8 * 1024 * 1024

const end64Signature = 0x06064b50
const locator64Signature = 0x07064b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50
const entryLength = 46
const localLength = 30

/**
 * The entries of the zip archive in `bytes`, checked before anything is unpacked: how many they are and
 * how large, that their names stay inside a folder and are given once, that none is a link, locked, or
 * shares bytes with another. Throws RefusedFile. Source: PKWARE, APPNOTE.TXT 6.3.10.
 */
export function readZipDirectory(bytes: Uint8Array, limits: ArchiveLimits): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { start, count } = findDirectory(view)
  if (count > limits.entries)
    throw new RefusedFile(`it holds ${count} files, more than ${limits.entries}`)
  const entries: ZipEntry[] = []
  const seen = new Set<string>()
  let at = start
  let total = 0
  for (let index = 0; index < count; index += 1) {
    const { entry, next } = readEntry(view, bytes, at)
    if (seen.has(entry.name))
      throw new RefusedFile(`it holds two files with the name “${shown(entry.name)}”`)
    seen.add(entry.name)
    total += entry.size
    checkSizes(entry, total, limits)
    entries.push(entry)
    at = next
  }
  checkOverlaps(entries, start)
  return entries
}

const damaged = (): RefusedFile => new RefusedFile('its zip archive is damaged or cut off')

function findDirectory(view: DataView): { start: number; count: number } {
  const end = endOf(view)
  if (end === undefined) throw damaged()
  const count = view.getUint16(end + 10, true)
  const start = view.getUint32(end + 16, true)
  const is64 = count === 0xffff || start === 0xffffffff
  const found = (is64 ? findDirectory64(view, end) : undefined) ?? { start, count }
  if (found.start > end || found.count * entryLength > end - found.start) throw damaged()
  return found
}

function findDirectory64(
  view: DataView,
  end: number,
): { start: number; count: number } | undefined {
  const locator = end - 20
  if (locator < 0 || view.getUint32(locator, true) !== locator64Signature) return undefined
  const at = Number(view.getBigUint64(locator + 8, true))
  if (at + 56 > locator || view.getUint32(at, true) !== end64Signature) throw damaged()
  return {
    count: Number(view.getBigUint64(at + 32, true)),
    start: Number(view.getBigUint64(at + 48, true)),
  }
}

function readEntry(
  view: DataView,
  bytes: Uint8Array,
  at: number,
): { entry: ZipEntry; next: number } {
  if (at + entryLength > view.byteLength || view.getUint32(at, true) !== entrySignature)
    throw damaged()
  const nameEnd = at + entryLength + view.getUint16(at + 28, true)
  const extraEnd = nameEnd + view.getUint16(at + 30, true)
  const next = extraEnd + view.getUint16(at + 32, true)
  if (next > view.byteLength) throw damaged()
  const flags = view.getUint16(at + 8, true)
  const method = view.getUint16(at + 10, true)
  const name = decodeName(bytes.subarray(at + entryLength, nameEnd))
  checkName(name)
  if ((flags & 0x2041) !== 0)
    throw new RefusedFile('it is protected by a password, which has to be taken off first')
  if (method !== 0 && method !== 8)
    throw new RefusedFile(`its file “${shown(name)}” is packed in a way that is not known`)
  // The file type of Unix, in the upper half of the attributes: 0xa is a symbolic link.
  if (view.getUint16(at + 40, true) >> 12 === 0xa)
    throw new RefusedFile(`its file “${shown(name)}” is a link to another place`)
  const sizes = sizesOf(view, at, nameEnd, extraEnd)
  const dataStart = dataStartOf(view, sizes.offset)
  if (method === 0 && sizes.size !== sizes.packedSize) throw damaged()
  const { size, packedSize } = sizes
  const crc32 = view.getUint32(at + 16, true)
  return { entry: { name, isPacked: method === 8, crc32, dataStart, packedSize, size }, next }
}

type Sizes = { size: number; packedSize: number; offset: number }

/** The sizes of an entry; a field of all ones stands in the extra field of Zip64 instead, in this order. */
function sizesOf(view: DataView, at: number, extraStart: number, extraEnd: number): Sizes {
  const sizes = {
    size: view.getUint32(at + 24, true),
    packedSize: view.getUint32(at + 20, true),
    offset: view.getUint32(at + 42, true),
  }
  for (let extra = extraStart; extra + 4 <= extraEnd;) {
    const fieldEnd = extra + 4 + view.getUint16(extra + 2, true)
    if (view.getUint16(extra, true) === 1 && fieldEnd <= extraEnd) {
      let value = extra + 4
      for (const key of ['size', 'packedSize', 'offset'] as const) {
        if (sizes[key] !== 0xffffffff || value + 8 > fieldEnd) continue
        sizes[key] = Number(view.getBigUint64(value, true))
        value += 8
      }
    }
    extra = fieldEnd
  }
  return sizes
}

function dataStartOf(view: DataView, offset: number): number {
  if (offset + localLength > view.byteLength || view.getUint32(offset, true) !== localSignature)
    throw damaged()
  return (
    offset + localLength + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  )
}

function decodeName(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).replaceAll('\\', '/')
}

function checkName(name: string): void {
  const leaves = name.split('/').includes('..') || name.startsWith('/') || /^[a-z]:/i.test(name)
  if (leaves || name.includes('\0') || name === '')
    throw new RefusedFile(`its file “${shown(name)}” has a name that leads out of the archive`)
}

function checkSizes(
  { name, size, packedSize }: ZipEntry,
  total: number,
  limits: ArchiveLimits,
): void {
  if (size > limits.entryBytes)
    throw new RefusedFile(
      `its file “${shown(name)}” would unpack to more than ${megabytes(limits.entryBytes)}`,
    )
  if (total > limits.bytes)
    throw new RefusedFile(`it would unpack to more than ${megabytes(limits.bytes)}`)
  if (size > harmlessSize && size > packedSize * highestRatio)
    throw new RefusedFile(
      `its file “${shown(name)}” would unpack to ${Math.floor(size / Math.max(1, packedSize))} times its size, as only files made to do harm do`,
    )
}

/** Files that share bytes let a small archive unpack to a huge one. Source: David Fifield, “A better zip bomb”, 2019. */
function checkOverlaps(entries: readonly ZipEntry[], directoryStart: number): void {
  let end = 0
  for (const { dataStart, packedSize } of entries.toSorted((a, b) => a.dataStart - b.dataStart)) {
    if (dataStart < end + localLength)
      throw new RefusedFile(
        'files inside it share the same bytes, as only files made to do harm do',
      )
    end = dataStart + packedSize
  }
  if (end > directoryStart) throw damaged()
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024 / 1024)} MB`
}

/** A name from outside, short and on one line. */
function shown(name: string): string {
  const clean = name.replace(/\p{C}+/gu, ' ').trim()
  return clean.length > 60 ? `${clean.slice(0, 60)}…` : clean
}

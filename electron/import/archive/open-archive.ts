import { crc32, inflateRawSync } from 'node:zlib'
import { RefusedFile } from '../refused-file'
import type { ArchiveLimits, ZipEntry } from './zip-directory'
import { readZipDirectory } from './zip-directory'

/** A zip archive whose directory was checked; its files are unpacked one by one, when they are asked for. */
export type Archive = {
  /** Of its files, without folders, in the order of the archive. */
  readonly names: readonly string[]
  /** The unpacked file, or `undefined` when there is none of that name. Throws RefusedFile for a damaged one. */
  readonly bytes: (name: string) => Uint8Array | undefined
}

/** What a document that is a zip archive may unpack to. Pictures count, but are never unpacked. */
const documentLimits: ArchiveLimits = {
  bytes: 512 * 1024 * 1024,
  entryBytes: 64 * 1024 * 1024,
  entries: 20_000,
}

/** Open the zip archive in `bytes`, or throw RefusedFile. An archive inside of it is a file like others and is never opened. */
export function openArchive(bytes: Uint8Array, limits: ArchiveLimits = documentLimits): Archive {
  const files = readZipDirectory(bytes, limits).filter(({ name }) => !name.endsWith('/'))
  const byName = new Map(files.map(entry => [entry.name, entry]))
  return {
    names: [...byName.keys()],
    bytes: name => {
      const entry = byName.get(name)
      return entry === undefined ? undefined : unpack(bytes, entry)
    },
  }
}

function unpack(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const packed = bytes.subarray(entry.dataStart, entry.dataStart + entry.packedSize)
  const unpacked = entry.isPacked ? inflate(packed, entry) : packed
  if (unpacked.length !== entry.size || crc32(unpacked) !== entry.crc32) throw damaged(entry)
  return unpacked
}

/** Stops as soon as there is more than the directory promised. */
function inflate(packed: Uint8Array, entry: ZipEntry): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ERR_BUFFER_TOO_LARGE' || code?.startsWith('Z_') === true) throw damaged(entry)
    throw error
  }
}

function damaged({ name }: ZipEntry): RefusedFile {
  return new RefusedFile(`its part “${name}” is damaged`)
}

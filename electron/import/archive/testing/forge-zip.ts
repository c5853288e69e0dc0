import { crc32, deflateRawSync } from 'node:zlib'

/** A file for a zip archive that may lie about itself. */
export type ForgedFile = {
  readonly name: string
  readonly content: Uint8Array
  readonly isStored?: boolean
  /** What the directory says instead of the truth. */
  readonly says?: Partial<{
    method: number
    flags: number
    size: number
    packedSize: number
    crc32: number
    attributes: number
    offset: number
  }>
}

/** A zip archive of `files`, with lies where they are wished for. */
export function forgeZip(files: readonly ForgedFile[], says: { count?: number } = {}): Uint8Array {
  const locals: Buffer[] = []
  const entries: Buffer[] = []
  let offset = 0
  for (const file of files) {
    const name = Buffer.from(file.name)
    const packed = file.isStored === true ? file.content : deflateRawSync(file.content)
    const head = {
      method: file.isStored === true ? 0 : 8,
      flags: 0,
      size: file.content.length,
      packedSize: packed.length,
      crc32: crc32(file.content),
      attributes: 0,
      offset,
      ...file.says,
    }
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(head.method, 8)
    local.writeUInt16LE(name.length, 26)
    locals.push(local, name, Buffer.from(packed))
    offset += 30 + name.length + packed.length
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(head.flags, 8)
    entry.writeUInt16LE(head.method, 10)
    entry.writeUInt32LE(head.crc32, 16)
    entry.writeUInt32LE(head.packedSize, 20)
    entry.writeUInt32LE(head.size, 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(head.attributes, 38)
    entry.writeUInt32LE(head.offset, 42)
    entries.push(entry, name)
  }
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(says.count ?? files.length, 8)
  end.writeUInt16LE(says.count ?? files.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}

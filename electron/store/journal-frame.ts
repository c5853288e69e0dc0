import { crc32 } from 'node:zlib'
import type { JournalRecord } from '../../shared/project/record'
import { journalRecordSchema } from '../../shared/project/record'

/**
 * One line of a journal: length of the JSON in bytes and CRC32 of what follows it, both as eight hex
 * digits, the record's number as ten decimal digits, the JSON, a line feed. Text, so that a person can
 * read and search it; fixed widths, so that a frame is checked before anything is parsed.
 */
const headPattern = /^([0-9a-f]{8}) ([0-9a-f]{8}) (\d{10}) $/
const headLength = 29
const lineFeed = 0x0a

export function encodeFrame(record: JournalRecord): Buffer {
  const json = Buffer.from(JSON.stringify(record), 'utf8')
  const seq = String(record.seq).padStart(10, '0')
  const body = Buffer.concat([Buffer.from(`${seq} `), json, Buffer.from('\n')])
  const head = `${hex(json.length)} ${hex(crc32(body))} `
  return Buffer.concat([Buffer.from(head), body])
}

export type JournalScan = {
  /** The records from the start up to the first damage. */
  readonly records: readonly JournalRecord[]
  /** Bytes from the start that are whole records. */
  readonly goodBytes: number
  /** Bytes after them that are no record: a write that was cut off, or damage. */
  readonly damagedBytes: number
  /** Whole records that follow damage: set aside, because what they build on is missing. */
  readonly setAside: readonly JournalRecord[]
}

/** Read the frames of one segment; never throws, whatever the bytes are. */
export function scanFrames(bytes: Buffer): JournalScan {
  const records: JournalRecord[] = []
  const setAside: JournalRecord[] = []
  let at = 0
  let goodBytes = 0
  let damagedBytes = 0
  while (at < bytes.length) {
    const frame = frameAt(bytes, at)
    if (frame === undefined) {
      const next = nextLineStart(bytes, at)
      damagedBytes += next - at
      at = next
      continue
    }
    if (damagedBytes === 0) {
      records.push(frame.record)
      goodBytes = frame.end
    } else setAside.push(frame.record)
    at = frame.end
  }
  return { records, goodBytes, damagedBytes, setAside }
}

function frameAt(
  bytes: Buffer,
  at: number,
): { readonly record: JournalRecord; readonly end: number } | undefined {
  const head = headPattern.exec(bytes.toString('latin1', at, at + headLength))
  if (head === null) return undefined
  const [, length = '', crc = '', seq = ''] = head
  const end = at + headLength + Number.parseInt(length, 16) + 1
  if (end > bytes.length || bytes[end - 1] !== lineFeed) return undefined
  const body = bytes.subarray(at + 18, end)
  if (crc32(body) !== Number.parseInt(crc, 16)) return undefined
  const record = parseRecord(bytes.toString('utf8', at + headLength, end - 1))
  return record?.seq === Number(seq) ? { record, end } : undefined
}

function parseRecord(json: string): JournalRecord | undefined {
  try {
    const parsed = journalRecordSchema.safeParse(JSON.parse(json))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}

function nextLineStart(bytes: Buffer, at: number): number {
  const lineEnd = bytes.indexOf(lineFeed, at)
  return lineEnd === -1 ? bytes.length : lineEnd + 1
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0')
}

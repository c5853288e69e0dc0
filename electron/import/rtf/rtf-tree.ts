import { RefusedFile } from '../refused-file'

/** What an RTF file is made of: groups in groups, control words and bytes of text. */
export type RtfNode = RtfGroup | RtfWord | RtfText
export type RtfGroup = { readonly kind: 'group'; readonly nodes: RtfNode[] }
/** A control word, or a control symbol such as `~` with the sign as its name. */
export type RtfWord = {
  readonly kind: 'word'
  readonly name: string
  readonly value: number | undefined
}
/** Bytes in the code page of their font; what was written as `\'hh` is one byte among them. */
export type RtfText = { readonly kind: 'text'; readonly bytes: Uint8Array }

/** Deepest nesting of groups that is read. */
const deepest = 256
const mostNodes = 3_000_000

const backslash = 0x5c
const openBrace = 0x7b
const closeBrace = 0x7d

/**
 * The outermost group of the RTF file in `bytes`. Throws RefusedFile when it is cut off, nests too deep or
 * has more parts than a document has. Source: Rich Text Format Specification 1.9.1, “RTF Syntax”.
 */
export function parseRtf(bytes: Uint8Array): RtfGroup {
  const root: RtfGroup = { kind: 'group', nodes: [] }
  const opened: RtfGroup[] = []
  let text: number[] = []
  let count = 0
  let at = 0
  const add = (node: RtfNode): void => {
    count += 1
    if (count > mostNodes) throw new RefusedFile('it has more parts than a document has')
    opened.at(-1)?.nodes.push(node)
  }
  const endText = (): void => {
    if (text.length > 0) add({ kind: 'text', bytes: Uint8Array.from(text) })
    text = []
  }
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0
    if (byte === openBrace) {
      endText()
      if (opened.length >= deepest) throw new RefusedFile('its groups nest too deep')
      const group: RtfGroup = opened.length === 0 ? root : { kind: 'group', nodes: [] }
      if (group !== root) add(group)
      opened.push(group)
      at += 1
    } else if (byte === closeBrace) {
      endText()
      opened.pop()
      if (opened.length === 0) return root
      at += 1
    } else if (byte === backslash) {
      const escaped = escapedByte(bytes, at)
      if (escaped === undefined) {
        endText()
        const { word, next } = readWord(bytes, at + 1)
        add(word)
        at = next
      } else {
        text.push(escaped.byte)
        at = escaped.next
      }
    } else {
      // Line breaks of the file are no part of the text, nor are the zeros that some programs pad it with.
      if (byte !== 0x0a && byte !== 0x0d && byte !== 0) text.push(byte)
      at += 1
    }
  }
  throw new RefusedFile('it is cut off: its end is missing')
}

/** A byte written as `\'hh`, `\\`, `\{` or `\}`. */
function escapedByte(bytes: Uint8Array, at: number): { byte: number; next: number } | undefined {
  const sign = bytes[at + 1]
  if (sign === backslash || sign === openBrace || sign === closeBrace)
    return { byte: sign, next: at + 2 }
  if (sign !== 0x27) return undefined
  const digits = String.fromCharCode(bytes[at + 2] ?? 0x20, bytes[at + 3] ?? 0x20)
  return /^[0-9a-f]{2}$/i.test(digits)
    ? { byte: Number.parseInt(digits, 16), next: at + 4 }
    : { byte: 0x3f, next: at + 2 }
}

function readWord(bytes: Uint8Array, start: number): { word: RtfWord; next: number } {
  let at = start
  while (isLetter(bytes[at])) at += 1
  if (at === start) {
    const sign = String.fromCharCode(bytes[at] ?? 0x20)
    // A line break after a backslash ends a paragraph.
    const name = sign === '\n' || sign === '\r' ? 'par' : sign
    return { word: { kind: 'word', name, value: undefined }, next: at + 1 }
  }
  const name = latin1(bytes, start, Math.min(at, start + 32))
  const digits = at
  if (bytes[at] === 0x2d) at += 1
  while (isDigit(bytes[at])) at += 1
  const written = latin1(bytes, digits, Math.min(at, digits + 12))
  const value = /\d/.test(written) ? Number(written) : undefined
  const next = bytes[at] === 0x20 ? at + 1 : at
  const isBinary = name === 'bin' && value !== undefined && value > 0
  return { word: { kind: 'word', name, value }, next: isBinary ? next + value : next }
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a))
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39
}

function latin1(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end))
}

/** The word that says what a group is for, and whether a reader that does not know it may pass it over. */
export function destinationOf(group: RtfGroup): { name: string; isOptional: boolean } {
  const [first, second] = group.nodes
  const isOptional = first?.kind === 'word' && first.name === '*'
  const word = isOptional ? second : first
  return { name: word?.kind === 'word' ? word.name : '', isOptional }
}

export function groupsIn(group: RtfGroup): readonly RtfGroup[] {
  return group.nodes.filter((node): node is RtfGroup => node.kind === 'group')
}

/** All groups below `group`, itself included, whose destination is `name`, outermost first. */
export function groupsFor(group: RtfGroup, name: string): readonly RtfGroup[] {
  const own = destinationOf(group).name === name ? [group] : []
  return [...own, ...groupsIn(group).flatMap(inner => groupsFor(inner, name))]
}

/** The value of the first word `name` directly in `group`; a word without a number has the value 1. */
export function wordIn(group: RtfGroup, name: string): number | undefined {
  const word = group.nodes.find(node => node.kind === 'word' && node.name === name)
  return word?.kind === 'word' ? (word.value ?? 1) : undefined
}

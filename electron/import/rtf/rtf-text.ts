import { decodeAs } from '../detect-encoding'
import { symbolText } from '../office/symbol-text'
import type { RtfGroup, RtfNode } from './rtf-tree'
import { destinationOf } from './rtf-tree'

/** A font as its table names it. */
export type RtfFont = { readonly name: string; readonly charset: number | undefined }

/** The code pages of Windows by the numbers that fonts give for their letters. Source: RTF Specification 1.9.1, “Font Table”. */
const codePages: ReadonlyMap<number, string> = new Map([
  [77, 'macintosh'],
  [128, 'shift_jis'],
  [129, 'euc-kr'],
  [130, 'euc-kr'],
  [134, 'gbk'],
  [136, 'big5'],
  [161, 'windows-1253'],
  [162, 'windows-1254'],
  [163, 'windows-1258'],
  [177, 'windows-1255'],
  [178, 'windows-1256'],
  [186, 'windows-1257'],
  [204, 'windows-1251'],
  [222, 'windows-874'],
  [238, 'windows-1250'],
])

/** Numbers of code pages that are not called windows-N. */
const otherPages: ReadonlyMap<number, string> = new Map([
  [866, 'ibm866'],
  [874, 'windows-874'],
  [932, 'shift_jis'],
  [936, 'gbk'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [10000, 'macintosh'],
  [65001, 'utf-8'],
])

const symbolCharset = 2

/** The name of the code page with the number that a file gives as its own. */
export function codePageName(number: number | undefined): string {
  if (number === undefined) return 'windows-1252'
  const isWindows = number >= 1250 && number <= 1258
  return otherPages.get(number) ?? (isWindows ? `windows-${number}` : 'windows-1252')
}

/** `bytes` as the characters that the font draws for them; `usual` is the code page of the file. */
function decodeRtfText(bytes: Uint8Array, font: RtfFont | undefined, usual: string): string {
  if (font?.charset === symbolCharset)
    return [...bytes].map(byte => symbolText(font.name, byte)).join('')
  return decodeAs(bytes, codePages.get(font?.charset ?? 0) ?? usual)
}

/** The character of `\uN`, where fonts of pictures have their own meaning. */
function unicodeText(value: number, font: RtfFont | undefined): string {
  const unit = value < 0 ? value + 0x10000 : value
  const isPrivate = unit >= 0xf000 && unit <= 0xf0ff
  if (isPrivate && font?.charset === symbolCharset) return symbolText(font.name, unit)
  return unit >= 0 && unit <= 0xffff ? String.fromCharCode(unit) : '\ufffd'
}

/** Control words and symbols that stand for characters. */
const characterWords: ReadonlyMap<string, string> = new Map([
  ['~', '\u00a0'],
  ['_', '\u2011'],
  ['-', '\u00ad'],
  ['tab', '\t'],
  ['emdash', '—'],
  ['endash', '–'],
  ['emspace', '\u2003'],
  ['enspace', '\u2002'],
  ['qmspace', '\u2005'],
  ['bullet', '•'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['ltrmark', '\u200e'],
  ['rtlmark', '\u200f'],
  ['zwj', '\u200d'],
  ['zwnj', '\u200c'],
  ['zwbo', '\u200b'],
  ['zwnbo', '\u2060'],
])

/** Collects text whose `\uN` are each followed by bytes for readers that do not know Unicode. */
export function textCollector(codePage: string): {
  readonly addNode: (node: RtfNode, font: RtfFont | undefined, fallbackLength: number) => string
} {
  let toSkip = 0
  return {
    addNode: (node, font, fallbackLength) => {
      if (node.kind === 'group') {
        toSkip = 0
        return ''
      }
      if (node.kind === 'text') {
        const skipped = Math.min(toSkip, node.bytes.length)
        toSkip -= skipped
        if (skipped === node.bytes.length) return ''
        return decodeRtfText(node.bytes.subarray(skipped), font, codePage)
      }
      if (node.name === 'u' && node.value !== undefined) {
        toSkip = fallbackLength
        return unicodeText(node.value, font)
      }
      if (toSkip > 0) {
        toSkip -= 1
        return ''
      }
      return characterWords.get(node.name) ?? ''
    },
  }
}

/** The words directly in `group` and in groups inside it that are no destinations of their own, as a title or a name has them. */
export function plainWords(group: RtfGroup, codePage: string, fallbackLength = 1): string {
  const collector = textCollector(codePage)
  return group.nodes
    .map(node => {
      const text = collector.addNode(node, undefined, fallbackLength)
      const isInner = node.kind === 'group' && !destinationOf(node).isOptional
      return isInner ? plainWords(node, codePage, fallbackLength) : text
    })
    .join('')
}

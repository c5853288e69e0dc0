import { createListCounts } from '../office/list-counts'
import type { DocumentProperties } from '../office/document-properties'
import { fromProperties } from '../office/document-properties'
import type { NumeralKind } from '../office/numeral'
import { createTally, officeRemarks } from '../office/office-remarks'
import { writeOfficeBlocks } from '../office/write-office-blocks'
import type { ReadContent } from '../read-content'
import { readRtfBlocks } from './rtf-body'
import { readRtfTables } from './rtf-tables'
import { codePageName, plainWords } from './rtf-text'
import type { RtfGroup } from './rtf-tree'
import { destinationOf, groupsIn, parseRtf, wordIn } from './rtf-tree'

/**
 * The blocks, title and metadata of a rich text file, as it stands when all tracked changes are accepted.
 * Throws RefusedFile. Source: Microsoft, Rich Text Format Specification 1.9.1.
 */
export function readRtf(bytes: Uint8Array): ReadContent {
  const root = parseRtf(bytes)
  const codePage = codePageOf(root)
  const reading = {
    codePage,
    tables: readRtfTables(root, codePage),
    notes: [],
    tally: createTally(),
    counts: createListCounts(),
    noteCounts: { footnote: 0, endnote: 0 },
    noteNumerals: {
      footnote: numeralsOf(root, 'ftn') ?? ('decimal' as const),
      endnote: numeralsOf(root, 'aftn') ?? ('lowerRoman' as const),
    },
  }
  const blocks = readRtfBlocks(reading, root)
  const document = writeOfficeBlocks({ blocks, notes: reading.notes })
  return {
    document,
    ...fromProperties(propertiesOf(root, codePage), document),
    remarks: officeRemarks(reading.tally),
  }
}

function codePageOf(root: RtfGroup): string {
  if (wordIn(root, 'ansicpg') === undefined && wordIn(root, 'mac') !== undefined) return 'macintosh'
  return codePageName(wordIn(root, 'ansicpg'))
}

const numeralWords: readonly (readonly [ending: string, kind: NumeralKind])[] = [
  ['nar', 'decimal'],
  ['nrlc', 'lowerRoman'],
  ['nruc', 'upperRoman'],
  ['nalc', 'lowerLetter'],
  ['nauc', 'upperLetter'],
]

function numeralsOf(root: RtfGroup, prefix: 'ftn' | 'aftn'): NumeralKind | undefined {
  return numeralWords.find(([ending]) => wordIn(root, prefix + ending) !== undefined)?.[1]
}

function propertiesOf(root: RtfGroup, codePage: string): DocumentProperties {
  const info = groupsIn(root).find(group => destinationOf(group).name === 'info')
  const part = (name: string): RtfGroup | undefined =>
    info === undefined
      ? undefined
      : groupsIn(info).find(group => destinationOf(group).name === name)
  const words = (name: string): string | undefined => {
    const group = part(name)
    return group === undefined ? undefined : plainWords(group, codePage)
  }
  return {
    title: words('title'),
    authors: words('author'),
    created: dateIn(part('creatim')),
    modified: dateIn(part('revtim')),
  }
}

function dateIn(group: RtfGroup | undefined): string | undefined {
  if (group === undefined) return undefined
  const [year, month, day] = ['yr', 'mo', 'dy'].map(name => wordIn(group, name) ?? 0)
  return `${twoDigits(year)}-${twoDigits(month)}-${twoDigits(day)}`
}

function twoDigits(value: number | undefined): string {
  return String(value ?? 0).padStart(2, '0')
}

import { openArchive } from '../archive/open-archive'
import type { NumeralKind } from '../office/numeral'
import { fromProperties } from '../office/document-properties'
import { createTally, officeRemarks } from '../office/office-remarks'
import { writeOfficeBlocks } from '../office/write-office-blocks'
import type { ReadContent } from '../read-content'
import { RefusedFile } from '../refused-file'
import type { XmlElement } from '../xml/xml-tree'
import { childNamed, descendants, elementsIn, textIn } from '../xml/xml-tree'
import { readDocxBlocks } from './docx-body'
import { readDocxNumbering } from './docx-numbering'
import type { DocxPackage, DocxPart } from './docx-package'
import { openDocx } from './docx-package'
import type { DocxReading, NoteSource } from './docx-reading'
import { readDocxStyles, valueIn } from './docx-styles'

/**
 * The blocks, title and metadata of a Word document, as it stands when all tracked changes are accepted.
 * Throws RefusedFile. Source: ECMA-376, part 1, WordprocessingML, in its transitional and strict forms.
 */
export function readDocx(bytes: Uint8Array): ReadContent {
  const parts = openDocx(openArchive(bytes))
  const body = childNamed(parts.main.root, 'body')
  if (body === undefined) throw new RefusedFile('it has no text of a Word document in it')
  const reading = startReading(parts)
  const place = { relationships: parts.main.relationships, fields: [], isNote: false }
  const blocks = readDocxBlocks(reading, body, place)
  const document = writeOfficeBlocks({ blocks, notes: reading.notes })
  reading.tally.pageHeads = [...parts.allRelated('header'), ...parts.allRelated('footer')].filter(
    hasWords,
  ).length
  return {
    document,
    ...fromProperties(propertiesOf(parts.coreProperties), document),
    remarks: officeRemarks(reading.tally),
  }
}

function startReading(parts: DocxPackage): DocxReading {
  return {
    styles: readDocxStyles(parts.related('styles')?.root),
    numbering: readDocxNumbering(parts.related('numbering')?.root),
    sources: {
      footnote: noteSource(parts, 'footnote', 'decimal'),
      endnote: noteSource(parts, 'endnote', 'lowerRoman'),
    },
    notes: [],
    tally: createTally(),
  }
}

function noteSource(
  parts: DocxPackage,
  kind: 'footnote' | 'endnote',
  usual: NumeralKind,
): NoteSource {
  const part = parts.related(`${kind}s`)
  const elements = part === undefined ? [] : elementsIn(part.root)
  return {
    elements: new Map(elements.map(element => [element.attributes.get('id') ?? '', element])),
    relationships: part?.relationships ?? new Map(),
    numerals: numeralsOf(parts, kind) ?? usual,
    count: 0,
  }
}

/** How notes are numbered: as the first section says, else the settings of the document. */
function numeralsOf(parts: DocxPackage, kind: 'footnote' | 'endnote'): NumeralKind | undefined {
  const roots = [parts.main.root, parts.related('settings')?.root]
  for (const root of roots)
    for (const element of root === undefined ? [] : descendants(root)) {
      const format = element.name === `${kind}Pr` ? valueIn(element, 'numFmt') : undefined
      if (format !== undefined) return numeralKinds.find(known => known === format) ?? 'decimal'
    }
  return undefined
}

const numeralKinds: readonly NumeralKind[] = [
  'decimal',
  'lowerRoman',
  'upperRoman',
  'lowerLetter',
  'upperLetter',
]

function hasWords({ root }: DocxPart): boolean {
  return [...descendants(root)].some(({ name, children }) => name === 't' && children.length > 0)
}

function propertiesOf(root: XmlElement | undefined): Parameters<typeof fromProperties>[0] {
  const value = (name: string): string | undefined => {
    const element = childNamed(root, name)
    return element === undefined ? undefined : textIn(element)
  }
  return {
    title: value('title'),
    authors: value('creator'),
    language: value('language'),
    publisher: value('publisher'),
    created: value('created'),
    modified: value('modified'),
  }
}

import type { Codebook } from '../../codebook/codebook'
import type { ImportItem } from '../dataset/import-item'
import { isObject } from '../dataset/loose-value'
import { offsetReader } from '../offset-units'
import type { FoundArticle, ImportFolder } from '../read-format'
import type { AttributeNames } from './attribute-names'
import type { SourceNames } from './note-value'
import { rawOffsets } from './raw-offsets'
import type { AnnLines } from './read-ann'
import { readAnn } from './read-ann'
import { readDocument } from './read-document'
import type { ReadDocument } from './read-document'
import type { ReadSidecarLine } from './read-sidecar'
import { verifyWords } from './verify-words'
import { originalText } from './written-text'

/** A folder of brat that is being imported. */
export type BratImport = {
  readonly folder: ImportFolder
  /** The files of each document, by path without ending. */
  readonly stems: ReadonlyMap<string, { text?: string; annotations: string[] }>
  readonly codebook: Codebook | undefined
  readonly names: AttributeNames | undefined
  readonly sources: SourceNames
}

/** A document, and whose annotations it has. */
export type Holder = { readonly stem: string; readonly annotator: string | undefined }

type Found = {
  readonly known: ReadSidecarLine | undefined
  readonly holders: readonly Holder[]
}

type Part = Pick<ReadDocument, 'annotations' | 'relations'>
const nothing: Part = { annotations: [], relations: [] }

/** One article out of the documents that hold its text, one for each annotator. */
export function readBratArticle(importing: BratImport, { known, holders }: Found): FoundArticle {
  const id = known?.id ?? idOf(holders)
  const items: ImportItem[] = []
  const note: Note = item => {
    items.push({ article: id, ...item })
  }
  const text = commonText(importing, holders)
  if (text === undefined) {
    note({ kind: 'refused', message: missingText(importing, holders) })
    return { items }
  }
  const toUtf16 = offsetReader(text, 'codepoint')
  const replaced = (known?.replaced ?? []).map(([at, was]) => ({ at: toUtf16(at) ?? -1, was }))
  const original = originalText(text, replaced)
  const parts = holders.map(holder =>
    readHolder(importing, { holder, known, text, original, note, isAlone: holders.length === 1 }),
  )
  const annotations = parts.flatMap(part => part.annotations)
  for (const gone of missingIds(known, annotations))
    note({
      kind: 'kept',
      annotation: gone,
      message:
        'This annotation is not in its .ann file any more. An import takes nothing away: where the project has it, it stays.',
    })
  return {
    items,
    line: {
      id,
      external_id: known?.external_id,
      title: known?.title ?? nameOf(holders[0]?.stem ?? id),
      text: original,
      metadata: known?.metadata,
      offset_unit: 'codepoint',
      status: known?.status,
      annotations: [...annotations, ...(known?.other_annotations ?? [])],
      relations: [...parts.flatMap(part => part.relations), ...(known?.other_relations ?? [])],
    },
  }
}

type Note = (item: Omit<ImportItem, 'article'>) => void

/** The text of the first document that has one in UTF-8. */
function commonText({ folder, stems }: BratImport, holders: readonly Holder[]): string | undefined {
  for (const { stem } of holders) {
    const name = stems.get(stem)?.text
    const text = name === undefined ? undefined : folder.text(name)
    if (text !== undefined) return text
  }
  return undefined
}

function missingText({ stems }: BratImport, holders: readonly Holder[]): string {
  const broken = holders.find(({ stem }) => stems.get(stem)?.text !== undefined)
  const stem = broken?.stem ?? holders[0]?.stem ?? ''
  return broken === undefined
    ? `${stem}.txt is missing, so nobody can say what ${stem}.ann is about, and it was left out.`
    : `${stem}.txt is not UTF-8, so ${stem}.ann was left out. Save it as UTF-8 and import again.`
}

function readHolder(
  importing: BratImport,
  {
    holder: { stem, annotator },
    known,
    text,
    original,
    note,
    isAlone,
  }: {
    readonly holder: Holder
    readonly known: ReadSidecarLine | undefined
    readonly text: string
    readonly original: string
    readonly note: Note
    readonly isAlone: boolean
  },
): Part {
  const { folder, codebook, names, sources } = importing
  const files = importing.stems.get(stem)
  if (files?.text !== undefined && folder.text(files.text) !== text) {
    note({
      kind: 'refused',
      message: `${stem}.txt has another text than the other copies of this article, so ${stem}.ann was left out.`,
    })
    return nothing
  }
  if (files === undefined || files.annotations.length === 0) {
    note({ kind: 'remark', message: `${stem}.ann is missing, so no annotations came in from it.` })
    return nothing
  }
  const read = readLines(importing, files.annotations, note)
  const folderName = stem.slice(0, stem.lastIndexOf('/') + 1)
  const { annotations, relations, items } = readDocument(read, {
    text,
    original,
    toUtf16: offsetsOf(importing, { lines: read, text, file: files.text, note }),
    annotator,
    idPrefix: known === undefined && isAlone ? '' : folderName,
    known,
    codebook,
    names,
    sources,
  })
  for (const item of items) note(item)
  return { annotations, relations }
}

/** The lines of all annotation files of a document as one. */
function readLines({ folder }: BratImport, names: readonly string[], note: Note): AnnLines {
  const texts = names.map(name => {
    const text = folder.text(name)
    if (text === undefined)
      note({
        kind: 'refused',
        message: `${name} is not UTF-8 and was left out. Save it as UTF-8 and import again.`,
      })
    return text ?? ''
  })
  return readAnn(texts.join('\n'))
}

/** How the document counts: as its text does, or, where only that fits better, with what reading took away. */
function offsetsOf(
  { folder }: BratImport,
  {
    lines,
    text,
    file,
    note,
  }: {
    readonly lines: AnnLines
    readonly text: string
    readonly file: string | undefined
    readonly note: Note
  },
): (codePoint: number) => number | undefined {
  const plain = offsetReader(text, 'codepoint')
  const faultsWith = (toUtf16: (codePoint: number) => number | undefined): number =>
    [...lines.textbounds.values()].filter(
      textbound => verifyWords(textbound, text, toUtf16).fault !== undefined,
    ).length
  const faults = faultsWith(plain)
  const raw = faults === 0 || file === undefined ? undefined : rawOffsets(folder.bytes(file))
  if (raw === undefined) return plain
  const counted = (codePoint: number): number | undefined => plain(raw(codePoint))
  if (faultsWith(counted) >= faults) return plain
  note({
    kind: 'remark',
    message:
      'The offsets of this document count its byte order mark or carriage returns; they were taken like that.',
  })
  return counted
}

/** Annotations that were exported and stand in no file any more. */
function missingIds(known: ReadSidecarLine | undefined, annotations: readonly unknown[]): string[] {
  const present = new Set(annotations.filter(isObject).map(annotation => annotation['id']))
  return Object.keys(known?.annotations ?? {}).filter(id => !present.has(id))
}

function idOf(holders: readonly Holder[]): string {
  const stem = holders[0]?.stem ?? ''
  return holders.length > 1 ? nameOf(stem) : stem
}

function nameOf(stem: string): string {
  return stem.slice(stem.lastIndexOf('/') + 1)
}

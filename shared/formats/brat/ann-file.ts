import type { Annotation } from '../../annotation/annotation'
import { compareText } from '../../annotation/annotation'
import { typeOf } from '../../codebook/codebook'
import type { Codebook } from '../../codebook/codebook'
import type { ExportArticle, Owned } from '../format'
import type { Relation } from '../../annotation/annotation'
import { externalIdOf } from '../side-files'
import { withSortedKeys } from '../json-text'
import type { AnnRecord } from './ann-record'
import { fingerprintOf, noteTypes } from './ann-record'
import type { AttributeNames } from './attribute-names'
import { areSameSpans, fragmentsOf, joinFragments, onOneLine } from './fragments'
import type { SourceNames } from './note-value'
import { areSameValues, readValue, shownValue } from './note-value'
import type { SidecarAnnotation } from './sidecar'

/** What the lines of one article are written with. */
export type Writing = {
  readonly codebook: Codebook
  readonly names: AttributeNames
  readonly sources: SourceNames
  /** As the .txt file holds it. */
  readonly text: string
  /** From UTF-16 to code points. */
  readonly offsetOf: (utf16: number) => number
}

/** An annotation as its lines and the rest. */
type WrittenAnnotation = {
  readonly annotation: Owned<Annotation>
  readonly record: AnnRecord
  readonly words: string
  readonly rest: SidecarAnnotation
}

/** The .ann file of one annotator, and what of its annotations the file cannot hold, by id. */
export function annFile(
  annotations: ExportArticle['annotations'],
  relations: readonly Owned<Relation>[],
  writing: Writing,
): { readonly text: string; readonly rests: readonly (readonly [string, SidecarAnnotation])[] } {
  const numberOf = counters()
  const textbounds = new Map<string, string>()
  const written = annotations.map(annotation => writtenAnnotation(annotation, writing))
  const lines = written.flatMap(({ annotation, record, words }) => {
    const target = numberOf('T')
    textbounds.set(annotation.id, target)
    const places = record.fragments.map(({ start, end }) => `${start} ${end}`).join(';')
    return [
      `${target}\t${record.type} ${places}\t${words}`,
      ...record.attributes.map(
        ([name, value]) => `${numberOf('A')}\t${name} ${target} ${String(value)}`,
      ),
      ...[...record.notes, [noteTypes.id, annotation.id] as const].map(
        ([type, text]) => `${numberOf('#')}\t${type} ${target}\t${text}`,
      ),
    ]
  })
  const arcs = relations.flatMap(({ id, type, from, to }) => {
    const target = numberOf('R')
    const ends = [from, to].map((end, at) => `Arg${at + 1}:${textbounds.get(end.annotation) ?? ''}`)
    return [
      `${target}\t${type} ${ends.join(' ')}`,
      `${numberOf('#')}\t${noteTypes.id} ${target}\t${id}`,
    ]
  })
  return {
    text: [...lines, ...arcs].map(line => `${line}\n`).join(''),
    rests: written.map(({ annotation, rest }) => [annotation.id, rest]),
  }
}

/** Numbers of lines, from 1 for each kind. */
function counters(): (kind: 'T' | 'A' | 'R' | '#') => string {
  const counts = new Map<string, number>()
  return kind => {
    const count = (counts.get(kind) ?? 0) + 1
    counts.set(kind, count)
    return `${kind}${count}`
  }
}

function writtenAnnotation(annotation: Owned<Annotation>, writing: Writing): WrittenAnnotation {
  const { text, offsetOf } = writing
  const fragments = fragmentsOf(text, annotation.spans)
  const note = annotation.note ?? ''
  const shownNote = onOneLine(note)
  const attributes = writtenAttributes(annotation, writing)
  const record: AnnRecord = {
    type: annotation.type,
    fragments: fragments.map(({ start, end }) => ({ start: offsetOf(start), end: offsetOf(end) })),
    attributes: attributes.lines,
    notes: [
      ...attributes.notes,
      ...(shownNote === '' ? [] : [[noteTypes.note, shownNote] as const]),
    ],
  }
  return {
    annotation,
    record,
    words: fragments.map(({ start, end }) => text.slice(start, end)).join(' '),
    rest: {
      ...externalIdOf(annotation.externalId),
      created_at: annotation.createdAt,
      updated_at: annotation.updatedAt,
      origin: withSortedKeys(annotation.origin) as Annotation['origin'],
      written: fingerprintOf(record),
      ...(areSameSpans(joinFragments(text, fragments), annotation.spans)
        ? {}
        : { spans: annotation.spans.map(({ start, end }) => [offsetOf(start), offsetOf(end)]) }),
      ...(attributes.kept.length === 0 ? {} : { values: Object.fromEntries(attributes.kept) }),
      ...(shownNote === note ? {} : { note }),
    },
  }
}

/** Choices as attributes, everything else as notes, and `kept` what would come back as another value. */
function writtenAttributes(
  { type, attributes }: Annotation,
  { codebook, names, sources }: Writing,
): {
  readonly lines: AnnRecord['attributes']
  readonly notes: AnnRecord['notes']
  readonly kept: readonly (readonly [string, Annotation['attributes'][string]])[]
} {
  const lines: (readonly [string, string])[] = []
  const notes: (readonly [string, string])[] = []
  const kept: (readonly [string, Annotation['attributes'][string]])[] = []
  for (const [key, value] of Object.entries(attributes).sort(([a], [b]) => compareText(a, b))) {
    const kind = typeOf(codebook, type)?.attributes.find(one => one.key === key)?.kind
    const { name = key, values } = names.named(type, key) ?? {}
    const shown = shownValue(value, kind, sources)
    if (shown !== '') (values?.includes(shown) === true ? lines : notes).push([name, shown])
    if (shown === '' || !areSameValues(readValue(shown, kind, sources), value))
      kept.push([key, value])
  }
  return { lines, notes, kept }
}

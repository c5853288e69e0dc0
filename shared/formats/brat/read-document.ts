import type { Codebook } from '../../codebook/codebook'
import type { Span } from '../../text/span'
import type { ImportItem } from '../dataset/import-item'
import { slugOf } from '../dataset/loose-value'
import { offsetReader, offsetWriter } from '../offset-units'
import type { AnnRecord } from './ann-record'
import { fingerprintOf, noteTypes } from './ann-record'
import type { AttributeNames } from './attribute-names'
import { areSameSpans, fragmentsOf, joinFragments, onOneLine } from './fragments'
import type { SourceNames } from './note-value'
import { readValue, shownValue } from './note-value'
import type { AnnLines, Textbound } from './read-ann'
import type { ReadSidecarAnnotation, ReadSidecarLine } from './read-sidecar'
import { ownEntry } from './read-sidecar'
import { verifyWords } from './verify-words'

/** What the lines of an .ann file are read with. */
export type Reading = {
  /** The text as its .txt file holds it, and as the article has it: as long, and the same but for a few blanks. */
  readonly text: string
  readonly original: string
  /** From code points of the .ann file to UTF-16. */
  readonly toUtf16: (codePoint: number) => number | undefined
  readonly annotator: string | undefined
  /** In front of ids that are none of ours, where files of several annotators make one article. */
  readonly idPrefix: string
  /** What the sidecar has of the article. */
  readonly known: ReadSidecarLine | undefined
  /** What the export was made with; `undefined` for the files of another tool. */
  readonly codebook?: Codebook | undefined
  readonly names?: AttributeNames | undefined
  readonly sources: SourceNames
}

/** Annotations and relations of a dataset line, and what could not be taken. */
export type ReadDocument = {
  readonly annotations: readonly unknown[]
  readonly relations: readonly unknown[]
  readonly items: readonly ImportItem[]
}

/** Turn the lines of one .ann file into what a dataset line holds. */
export function readDocument(lines: AnnLines, reading: Reading): ReadDocument {
  const items: ImportItem[] = lines.faults.map(({ line, message }) => ({
    kind: 'refused',
    message: `Line ${line} of the .ann file was left out: ${message}`,
  }))
  const offsetOf = offsetWriter(reading.text, 'codepoint')
  const targets = targetsOf(lines)
  const annotations: unknown[] = []
  const ids = new Map<string, string>()
  for (const [target, textbound] of lines.textbounds) {
    const { fragments, fault } = verifyWords(textbound, reading.text, reading.toUtf16)
    const id = idOf(target, lines, reading)
    if (fragments === undefined) {
      const words = textbound.words === undefined ? [] : [textbound.words]
      items.push({
        kind: 'refused',
        annotation: id,
        words,
        message: `${fault}, so ${target} was left out.`,
      })
      continue
    }
    ids.set(target, id)
    const record = recordOf(target, textbound, targets)
    const repeated = repeatedNames(record)
    if (repeated.length > 0)
      items.push({
        kind: 'remark',
        annotation: id,
        message: `${target} has more than one ${repeated.join(', ')}; the values were put together.`,
      })
    annotations.push(annotationOf({ id, record, fragments, offsetOf }, reading))
  }
  const relations = relationsOf(lines, targets, { ids, reading, items })
  items.push(...strayItems(lines, targets))
  return { annotations, relations, items }
}

/** What attributes and notes say of each `T` line, also when they say it of an event on it. */
type Targets = {
  readonly textboundOf: (target: string) => string
  readonly attributes: ReadonlyMap<string, AnnRecord['attributes']>
  readonly notes: ReadonlyMap<string, AnnRecord['notes']>
}

function targetsOf({ events, attributes, notes }: AnnLines): Targets {
  const textboundOf = (target: string): string => events.get(target)?.trigger ?? target
  return {
    textboundOf,
    attributes: grouped(attributes, one => [textboundOf(one.target), [one.name, one.value]]),
    notes: grouped(
      notes.filter(({ type }) => type !== noteTypes.id),
      one => [textboundOf(one.target), [one.type, one.text]],
    ),
  }
}

function grouped<Given, Value>(
  given: readonly Given[],
  entryOf: (one: Given) => readonly [string, Value],
): Map<string, Value[]> {
  const groups = new Map<string, Value[]>()
  for (const one of given) {
    const [key, value] = entryOf(one)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [value])
    else group.push(value)
  }
  return groups
}

/** Our id when a note says it, otherwise the one of the line. */
function idOf(target: string, { notes }: AnnLines, { idPrefix }: Reading): string {
  const own = notes.find(note => note.type === noteTypes.id && note.target === target)
  return own === undefined || own.text === '' ? `${idPrefix}${target}` : own.text
}

function recordOf(target: string, { type, fragments }: Textbound, targets: Targets): AnnRecord {
  return {
    type,
    fragments,
    attributes: targets.attributes.get(target) ?? [],
    notes: targets.notes.get(target) ?? [],
  }
}

function repeatedNames({ attributes, notes }: AnnRecord): string[] {
  const names = [...attributes, ...notes].map(([name]) => name)
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))]
}

type Found = {
  readonly id: string
  readonly record: AnnRecord
  /** In UTF-16. */
  readonly fragments: readonly Span[]
  readonly offsetOf: (utf16: number) => number
}

function annotationOf({ id, record, fragments, offsetOf }: Found, reading: Reading): unknown {
  const { original, annotator } = reading
  const rest = ownEntry(reading.known?.annotations, id)
  const isChanged = rest !== undefined && rest.written !== fingerprintOf(record)
  const note = joined(record.notes.filter(([type]) => type === noteTypes.note))
  const spans = spansOf(fragments, rest, reading)
  return {
    id,
    ...(rest?.external_id === undefined ? {} : { external_id: rest.external_id }),
    type: record.type,
    ...(annotator === undefined ? {} : { annotator }),
    spans: spans.map(({ start, end }) => ({
      start: offsetOf(start),
      end: offsetOf(end),
      text: original.slice(start, end),
    })),
    attributes: attributesOf(record, rest, reading),
    note: rest?.note !== undefined && onOneLine(rest.note) === note ? rest.note : note,
    created_at: rest?.created_at,
    // Without a time of its own it counts as changed when it comes in.
    ...(isChanged ? { edited: true } : { updated_at: rest?.updated_at }),
    origin: rest?.origin,
  }
}

/** The spans as they were when they are still written like that, otherwise the fragments joined over line breaks. */
function spansOf(
  fragments: readonly Span[],
  rest: ReadSidecarAnnotation | undefined,
  { text }: Reading,
): readonly Span[] {
  const toUtf16 = offsetReader(text, 'codepoint')
  const before = (rest?.spans ?? []).map(([start, end]) => ({
    start: toUtf16(start) ?? 0,
    end: toUtf16(end) ?? 0,
  }))
  return before.length > 0 && areSameSpans(fragmentsOf(text, before), fragments)
    ? before
    : joinFragments(text, fragments)
}

function attributesOf(
  record: AnnRecord,
  rest: ReadSidecarAnnotation | undefined,
  { codebook, names, sources }: Reading,
): Readonly<Record<string, unknown>> {
  const type = slugOf(record.type)
  const kindOf = (key: string) =>
    codebook?.types
      .find(one => one.key === type)
      ?.attributes.find(attribute => attribute.key === key)?.kind
  const said = new Map<string, string | true>()
  const values = new Map<string, unknown>()
  const all = [...record.attributes, ...record.notes.filter(([name]) => name !== noteTypes.note)]
  for (const [name, value] of grouped(all, ([key, one]) => [key, [key, one] as const])) {
    const meant = names?.meant(type, name)
    const key = meant?.key ?? name
    const shown = value.length === 1 && value[0]?.[1] === true ? true : joined(value)
    said.set(key, shown)
    if (shown !== '') values.set(key, shown === true || readValue(shown, meant?.kind, sources))
  }
  // What was flattened for brat comes back as it was, unless somebody wrote something else since.
  for (const [key, before] of Object.entries(rest?.values ?? {}))
    if (shownValue(before, kindOf(key), sources) === (said.get(key) ?? '')) values.set(key, before)
  return Object.fromEntries(values)
}

function joined(pairs: readonly (readonly [string, string | true])[]): string {
  return pairs.map(([, value]) => (value === true ? 'yes' : value)).join('; ')
}

/** `R` and `*` lines, and the arguments of events as relations that go out from their triggers. */
function relationsOf(
  lines: AnnLines,
  { textboundOf }: Targets,
  {
    ids,
    reading,
    items,
  }: {
    readonly ids: ReadonlyMap<string, string>
    readonly reading: Reading
    readonly items: ImportItem[]
  },
): unknown[] {
  const arguments_ = [...lines.events].flatMap(([id, { trigger, roles }]) =>
    roles.map(({ role, target }, index) => ({
      id: `${id}.${index + 1}`,
      // Several arguments of one role are numbered: Theme, Theme2.
      type: role.replace(/(?<=\D)\d+$/, ''),
      from: trigger,
      to: target,
    })),
  )
  return [...lines.relations, ...arguments_].flatMap(({ id: target, type, from, to }) => {
    const id = idOf(target, lines, reading)
    const ends = [from, to].map(end => ids.get(textboundOf(end)))
    const missing = [from, to].find((_, index) => ends[index] === undefined)
    if (missing !== undefined) {
      items.push({
        kind: 'refused',
        relation: id,
        message: `Relation “${type}” from ${from} to ${to} was left out, because ${missing} did not come in.`,
      })
      return []
    }
    const rest = ownEntry(reading.known?.relations, id)
    return [
      {
        id,
        ...(rest?.external_id === undefined ? {} : { external_id: rest.external_id }),
        type,
        ...(reading.annotator === undefined ? {} : { annotator: reading.annotator }),
        from: { annotation: ends[0] },
        to: { annotation: ends[1] },
        created_at: rest?.created_at,
      },
    ]
  })
}

/** Attributes and notes of what is no annotation here: of relations, or of nothing. */
function strayItems(
  { textbounds, attributes, notes }: AnnLines,
  { textboundOf }: Targets,
): ImportItem[] {
  return [
    ...attributes.map(({ target, name, value }) => ({
      target,
      said: value === true ? name : `${name} ${value}`,
    })),
    ...notes
      .filter(({ type }) => type !== noteTypes.id)
      .map(({ target, type, text }) => ({ target, said: `${type} “${text}”` })),
  ]
    .filter(({ target }) => !textbounds.has(textboundOf(target)))
    .map(({ target, said }) => ({
      kind: 'refused',
      message: `${said} was left out, because ${target} is no annotation of words.`,
    }))
}

import type { Span } from '../../text/span'

/** A line that could not be understood, from 1. */
export type AnnFault = { readonly line: number; readonly message: string }

export type Textbound = {
  readonly type: string
  /** Fragments in code points, as they stand. */
  readonly fragments: readonly Span[]
  /** The words beside them; `undefined` when the line has none. */
  readonly words: string | undefined
}

/** The lines of an .ann file, by kind and in their order; ids as they stand (`T1`, `E2`). */
export type AnnLines = {
  readonly textbounds: ReadonlyMap<string, Textbound>
  readonly events: ReadonlyMap<
    string,
    { readonly type: string; readonly trigger: string; readonly roles: readonly Role[] }
  >
  /** Also what `*` lines say, as relations from the first to each other one. */
  readonly relations: readonly {
    readonly id: string
    readonly type: string
    readonly from: string
    readonly to: string
  }[]
  /** `A` and `M` lines; `true` for one without a value. */
  readonly attributes: readonly {
    readonly target: string
    readonly name: string
    readonly value: string | true
  }[]
  /** `#` and `N` lines. */
  readonly notes: readonly {
    readonly target: string
    readonly type: string
    readonly text: string
  }[]
  readonly faults: readonly AnnFault[]
}

export type Role = { readonly role: string; readonly target: string }

/** What the reading of lines adds to. */
type Growing = {
  -readonly [Key in keyof AnnLines]: AnnLines[Key] extends ReadonlyMap<infer Id, infer Value>
    ? Map<Id, Value>
    : AnnLines[Key] extends readonly (infer Item)[]
      ? Item[]
      : never
}

/**
 * Read the lines of an .ann file. Source: brat.nlplab.org/standoff.html: an id, a tab, what it is, and
 * behind another tab words. What is wrong is a fault; nothing is put right.
 */
export function readAnn(text: string): AnnLines {
  const found: Growing = {
    textbounds: new Map(),
    events: new Map(),
    relations: [],
    attributes: [],
    notes: [],
    faults: [],
  }
  let line = 0
  for (const content of text.split('\n')) {
    line += 1
    if (content.trim() === '') continue
    const message = readLine(content.replace(/\r$/, ''), line, found)
    if (message !== undefined) found.faults.push({ line, message })
  }
  return found
}

/** Adds what the line says; gives a sentence when it says nothing that brat knows. */
function readLine(content: string, line: number, found: Growing): string | undefined {
  const [id = '', data = '', ...tail] = content.split('\t')
  const words = tail.length === 0 ? undefined : tail.join('\t')
  const fields = data.trim().split(/ +/)
  if (id.startsWith('*')) return readEquivalence(fields, line, found)
  if (!/^(?:[TERAMN]|#)\S+$/.test(id)) return `“${content}” has no id that brat knows.`
  if (found.textbounds.has(id) || found.events.has(id)) return `The id ${id} stands twice.`
  const read = readers[id[0] ?? '']
  return read?.({ id, data, fields, words }, found) === true
    ? undefined
    : `“${content}” is not written as brat writes such a line.`
}

type Line = {
  readonly id: string
  readonly data: string
  readonly fields: readonly string[]
  readonly words: string | undefined
}

/** By the first letter of the id; false for a line that is not of its form. */
const readers: Readonly<Record<string, (line: Line, found: Growing) => boolean>> = {
  T: ({ id, data, words }, { textbounds }) => {
    const read = /^(\S+) (\d{1,15} \d{1,15}(?:;\d{1,15} \d{1,15})*)\s*$/.exec(data)
    const [, type, places] = read ?? []
    if (type === undefined || places === undefined) return false
    const fragments = places.split(';').map(place => {
      const [start, end] = place.split(' ').map(Number)
      return { start: start ?? 0, end: end ?? 0 }
    })
    textbounds.set(id, { type, fragments, words })
    return true
  },
  E: ({ id, fields }, { events }) => {
    const [head, ...roles] = fields.map(roleOf)
    if (head === undefined || roles.includes(undefined)) return false
    events.set(id, {
      type: head.role,
      trigger: head.target,
      roles: roles.filter(role => role !== undefined),
    })
    return true
  },
  R: ({ id, fields: [type, ...ends] }, { relations }) => {
    const [from, to, more] = ends.map(roleOf)
    if (type === undefined || from === undefined || to === undefined || more !== undefined)
      return false
    if (ends.length !== 2 || from.role === to.role) return false
    relations.push({ id, type, from: from.target, to: to.target })
    return true
  },
  A: readAttribute,
  M: readAttribute,
  N: ({ fields, words = '' }, { notes }) => {
    const [type, target, reference, more] = fields
    if (type === undefined || target === undefined || reference === undefined) return false
    if (more !== undefined) return false
    notes.push({ target, type, text: `${reference} ${words}`.trim() })
    return true
  },
  '#': ({ fields, words = '' }, { notes }) => {
    const [type, target, more] = fields
    if (type === undefined || target === undefined || more !== undefined) return false
    notes.push({ target, type, text: words.trim() })
    return true
  },
}

function readAttribute({ fields }: Line, { attributes }: Growing): boolean {
  const [name, target, ...value] = fields
  if (name === undefined || target === undefined) return false
  attributes.push({ target, name, value: value.length === 0 ? true : value.join(' ') })
  return true
}

function readEquivalence(
  [type, first, ...others]: readonly string[],
  line: number,
  { relations }: Growing,
): string | undefined {
  if (type === undefined || first === undefined || others.length === 0)
    return 'An equivalence names at least two annotations.'
  relations.push(
    ...others.map((to, index) => ({ id: `*${line}.${index + 1}`, type, from: first, to })),
  )
  return undefined
}

function roleOf(field: string): Role | undefined {
  const [, role, target] = /^([^:]+):([^:]+)$/.exec(field) ?? []
  return role === undefined || target === undefined ? undefined : { role, target }
}

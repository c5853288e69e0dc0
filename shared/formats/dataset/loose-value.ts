import { slugSchema } from '../../codebook/codebook'
import { hashOf } from '../../text/hash'
import { replaceLoneSurrogates } from '../../text/line-breaks'

/** An object out of a JSON text whose keys nobody promised. Read unknown keys with `Object.entries` only. */
export type LooseObject = Readonly<Record<string, unknown>>

/** Longest id that is taken from outside, in UTF-16 code units. */
const longestForeignId = 1000

export function isObject(value: unknown): value is LooseObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The objects of a list; `undefined` when it is no list. What is no object in it is counted by `others`. */
export function objectsOf(value: unknown): { objects: LooseObject[]; others: number } | undefined {
  if (value === undefined || value === null) return { objects: [], others: 0 }
  if (!Array.isArray(value)) return undefined
  const objects = value.filter(isObject)
  return { objects, others: value.length - objects.length }
}

/** A string, well formed; `undefined` for anything else. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? replaceLoneSurrogates(value) : undefined
}

/** An id from outside: words or a whole number; `undefined` for what cannot name anything. */
export function foreignIdOf(value: unknown): string | undefined {
  if (Number.isSafeInteger(value)) return String(value)
  const text = textOf(value)
  return text === undefined || text === '' || text.length > longestForeignId ? undefined : text
}

/** A finite number as the decimal string that numbers are kept in; `undefined` when it has no plain notation. */
export function decimalOf(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value
  return typeof text === 'string' && /^-?\d+(?:\.\d+)?$/.test(text) ? text : undefined
}

/**
 * A time as the project keeps it, UTC with milliseconds; `undefined` when it is none. A time without a
 * zone is taken as UTC, so that the result is the same on every machine.
 */
export function timeOf(value: unknown): string | undefined {
  const found =
    typeof value === 'string'
      ? /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)?$/.exec(value)
      : null
  if (found === null) return undefined
  const [, day, clock, fraction = '', zone = 'Z'] = found
  const time = new Date(`${day ?? ''}T${clock ?? ''}.${fraction.padEnd(3, '0').slice(0, 3)}${zone}`)
  const text = Number.isNaN(time.getTime()) ? '' : time.toISOString()
  return text.length === 24 ? text : undefined
}

/** A key of ours for a name from outside: the name itself when it is one. Names without a usable letter get a number made of them. */
export function slugOf(name: string): string {
  if (slugSchema.safeParse(name).success) return name
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, '-')
    .replace(/^[-_]+|-+$/g, '')
    .slice(0, 64)
  return slug === '' ? `x-${hashOf(name)}` : slug
}

import * as z from 'zod'
import type { CallName } from '../../shared/ipc/contract'
import { calls } from '../../shared/ipc/contract'
import { randomFrom } from './random-from'

/*
 * Calls that only a broken or hostile window makes: of the right shape with values from nowhere, of nearly
 * the right shape, and of none.
 */

/** What a window knows, so that calls get past the first check: handles and ids, by the word in their key. */
export type Known = Readonly<Record<string, string>>

type JsonSchema = {
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, JsonSchema>>
  readonly type?: string
  readonly format?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly allOf?: readonly JsonSchema[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: JsonSchema | boolean
  readonly items?: JsonSchema
  readonly prefixItems?: readonly JsonSchema[]
}

type Making = {
  readonly random: () => number
  readonly known: Known
  readonly root: JsonSchema
}

const hostileTexts = [
  '',
  '/etc/passwd',
  '../../outside/secret.txt',
  'file:///etc/passwd',
  '\\\\host\\share',
  '__proto__',
  'constructor',
  'javascript:alert(1)',
  '<img src=x onerror=alert(1)>',
  '=cmd|" /C calc"!A0',
  'a\u0000b',
  '\ud800',
  '\u202egnp.exe',
  '😡'.repeat(50),
  'x'.repeat(5000),
  '2031-13-45T99:00:00.000Z',
]
const hostileNumbers = [0, -1, 1, 0.5, 2 ** 31, 2 ** 53, -(2 ** 53), 1e308, NaN, Infinity]

/** Calls that read whole files or the whole project when they get that far: of each only so many do. */
const laborious: ReadonlySet<CallName> = new Set(['encodingsOf', 'makeBackup', 'repairProject'])
const mostLaborious = 100

/** How deep a made-up value may be. */
const deepest = 6

/** `count` inputs of one call: a third of the right shape, a third with one thing wrong, a third of no shape. */
export function madeUpInputs(
  call: CallName,
  count: number,
  known: Known,
  seed: number,
): readonly unknown[] {
  const schema = z.toJSONSchema(calls[call].input, { io: 'input', unrepresentable: 'any' })
  const making: Making = { random: randomFrom(seed), known, root: schema as JsonSchema }
  return Array.from({ length: count }, (_, index) => {
    if (index % 3 === 2) return junk(making, 0)
    const goesFar = index < mostLaborious || !laborious.has(call)
    const fitting = valueOf(goesFar ? making : { ...making, known: {} }, making.root, '', 0)
    return index % 3 === 0 ? fitting : broken(making, fitting)
  })
}

function pick<Value>({ random }: Making, values: readonly Value[]): Value | undefined {
  return values[Math.floor(random() * values.length)]
}

function valueOf(making: Making, schema: JsonSchema, key: string, depth: number): unknown {
  if (schema.$ref !== undefined) {
    const target = schema.$ref === '#' ? making.root : making.root.$defs?.[schema.$ref.slice(8)]
    return target === undefined || depth > deepest ? null : valueOf(making, target, key, depth + 1)
  }
  if ('const' in schema) return schema.const
  if (schema.enum !== undefined) return pick(making, schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices !== undefined) return valueOf(making, pick(making, choices) ?? {}, key, depth)
  if (schema.allOf !== undefined) return valueOf(making, schema.allOf[0] ?? {}, key, depth)
  switch (schema.type) {
    case 'object':
      return objectOf(making, schema, depth)
    case 'array':
      return arrayOf(making, schema, key, depth)
    case 'string':
      return textOf(making, schema, key)
    case 'number':
    case 'integer':
      return making.random() < 0.5
        ? Math.floor(making.random() * 100)
        : pick(making, hostileNumbers)
    case 'boolean':
      return making.random() < 0.5
    case 'null':
      return null
    default:
      return junk(making, depth)
  }
}

function objectOf(making: Making, schema: JsonSchema, depth: number): unknown {
  const { properties = {}, required = [], additionalProperties } = schema
  const entries = Object.entries(properties)
    .filter(([key]) => required.includes(key) || making.random() < 0.5)
    .map(([key, value]) => [key, valueOf(making, value, key, depth + 1)] as const)
  if (typeof additionalProperties === 'object' && depth < deepest)
    for (let more = Math.floor(making.random() * 3); more > 0; more -= 1)
      entries.push([
        pick(making, ['a', 'speaker', '__proto__', 'constructor']) ?? '',
        valueOf(making, additionalProperties, '', depth + 1),
      ])
  return Object.fromEntries(entries)
}

function arrayOf(making: Making, schema: JsonSchema, key: string, depth: number): unknown[] {
  if (schema.prefixItems !== undefined)
    return schema.prefixItems.map(item => valueOf(making, item, key, depth + 1))
  if (depth > deepest) return []
  const { items = {} } = schema
  return Array.from({ length: Math.floor(making.random() * 4) }, () =>
    valueOf(making, items, key, depth + 1),
  )
}

const somebodysId = '0197e000-0000-7000-8000-0000000000ff'

function textOf(making: Making, { format }: JsonSchema, key: string): string {
  if (format === 'uuid')
    return making.random() < 0.8 ? (making.known[key] ?? somebodysId) : somebodysId
  if (format === 'date-time') return '2031-03-14T10:00:00.000Z'
  if (making.random() < 0.3)
    return pick(making, ['claim', 'speaker', 'jsonl', 'Ferry', '2031']) ?? ''
  return pick(making, hostileTexts) ?? ''
}

/** The value with one place of it replaced, left out, or given a key too many. */
function broken(making: Making, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || making.random() < 0.1) return junk(making, 0)
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...value }) as Record<
    string,
    unknown
  >
  const keys = Object.keys(copy)
  const key = pick(making, keys)
  const how = making.random()
  if (key === undefined || how < 0.2) {
    const extra = pick(making, ['path', 'folder', '__proto__', 'constructor', 'toString']) ?? ''
    Object.defineProperty(copy, extra, { value: junk(making, 3), enumerable: true })
  } else if (how < 0.35) Reflect.deleteProperty(copy, key)
  else if (how < 0.7) copy[key] = broken(making, copy[key])
  else copy[key] = junk(making, 2)
  return copy
}

/** Anything that JSON holds. */
function junk(making: Making, depth: number): unknown {
  const kind = making.random()
  if (kind < 0.35) return pick(making, hostileTexts)
  if (kind < 0.55) return pick(making, hostileNumbers)
  if (kind < 0.65) return pick(making, [null, true, false, undefined])
  if (depth >= deepest) return []
  const several = Array.from({ length: Math.floor(making.random() * 4) }, () =>
    junk(making, depth + 1),
  )
  if (kind < 0.8) return several
  const keys = ['project', 'name', 'edit', 'what', 'kind', '__proto__', 'path', 'length']
  return Object.fromEntries(several.map(one => [pick(making, keys) ?? '', one]))
}

import type { RtfFont } from './rtf-text'
import { plainWords } from './rtf-text'
import type { RtfGroup } from './rtf-tree'
import { destinationOf, groupsFor, groupsIn, wordIn } from './rtf-tree'

/** What a style of the style sheet says. */
export type RtfStyle = {
  readonly bold: boolean
  readonly italic: boolean
  /** 0 for the highest level of headings. */
  readonly outline: number | undefined
  /** Its own name, then those of the styles it is based on. */
  readonly names: readonly string[]
}

export type RtfListLevel = { readonly format: number; readonly start: number }

export type RtfList = { readonly key: string; readonly levels: readonly RtfListLevel[] }

/** The tables at the head of a file, by the numbers that its text refers to. */
export type RtfTables = {
  readonly fonts: ReadonlyMap<number, RtfFont>
  readonly paragraphStyles: ReadonlyMap<number, RtfStyle>
  readonly lists: ReadonlyMap<number, RtfList>
}

/** Read the tables of the file `root`. Source: RTF Specification 1.9.1, “Header”. */
export function readRtfTables(root: RtfGroup, codePage: string): RtfTables {
  const table = (name: string): readonly RtfGroup[] =>
    groupsIn(root).filter(group => destinationOf(group).name === name)
  return {
    fonts: readFonts(table('fonttbl'), codePage),
    paragraphStyles: readStyles(table('stylesheet'), codePage),
    lists: readLists(table('listtable'), table('listoverridetable')),
  }
}

/** Fonts have a group each, or all of them share the group of the table. */
function readFonts(tables: readonly RtfGroup[], codePage: string): Map<number, RtfFont> {
  const fonts = new Map<number, RtfFont>()
  for (const table of tables)
    for (const entry of [...groupsIn(table), ...splitEntries(table)]) {
      const number = wordIn(entry, 'f')
      if (number === undefined) continue
      const name = plainWords(entry, codePage).replace(/;.*$/s, '').trim()
      fonts.set(number, { name, charset: wordIn(entry, 'fcharset') })
    }
  return fonts
}

/** What stands in the table itself, parted before each `\f`. */
function splitEntries(table: RtfGroup): RtfGroup[] {
  const entries: RtfGroup[] = []
  for (const node of table.nodes) {
    if (node.kind === 'group') continue
    if (node.kind === 'word' && node.name === 'f') entries.push({ kind: 'group', nodes: [] })
    entries.at(-1)?.nodes.push(node)
  }
  return entries
}

function readStyles(tables: readonly RtfGroup[], codePage: string): Map<number, RtfStyle> {
  const entries = new Map<number, RtfGroup>()
  for (const group of tables.flatMap(groupsIn)) {
    const { isOptional } = destinationOf(group)
    if (!isOptional) entries.set(wordIn(group, 's') ?? 0, group)
  }
  const resolve = (number: number, depth: number): RtfStyle | undefined => {
    const group = entries.get(number)
    if (group === undefined || depth > 20) return undefined
    const baseNumber = wordIn(group, 'sbasedon')
    const base = baseNumber === undefined ? undefined : resolve(baseNumber, depth + 1)
    return {
      names: [plainWords(group, codePage).replace(/;\s*$/, '').trim(), ...(base?.names ?? [])],
      bold: isOn(group, 'b') ?? base?.bold ?? false,
      italic: isOn(group, 'i') ?? base?.italic ?? false,
      outline: wordIn(group, 'outlinelevel') ?? base?.outline,
    }
  }
  return new Map(
    [...entries.keys()].flatMap(number => {
      const style = resolve(number, 0)
      return style === undefined ? [] : [[number, style] as const]
    }),
  )
}

function isOn(group: RtfGroup, name: string): boolean | undefined {
  const value = wordIn(group, name)
  return value === undefined ? undefined : value !== 0
}

function readLists(
  tables: readonly RtfGroup[],
  overrideTables: readonly RtfGroup[],
): Map<number, RtfList> {
  const definitions = new Map<number, RtfListLevel[]>()
  for (const list of tables.flatMap(table => groupsFor(table, 'list')))
    definitions.set(wordIn(list, 'listid') ?? 0, groupsFor(list, 'listlevel').map(levelOf))
  const lists = new Map<number, RtfList>()
  for (const override of overrideTables.flatMap(table => groupsFor(table, 'listoverride'))) {
    const number = wordIn(override, 'ls')
    const id = wordIn(override, 'listid') ?? 0
    if (number === undefined) continue
    const levels = definitions.get(id) ?? []
    const changed = groupsFor(override, 'lfolevel').map(level =>
      wordIn(level, 'listoverridestartat') === undefined ? undefined : startOf(level),
    )
    lists.set(number, {
      key: changed.length > 0 ? `own ${number}` : `shared ${id}`,
      levels: levels.map((level, depth) => ({ ...level, start: changed[depth] ?? level.start })),
    })
  }
  return lists
}

function levelOf(group: RtfGroup): RtfListLevel {
  return { format: wordIn(group, 'levelnfc') ?? 0, start: startOf(group) }
}

function startOf(group: RtfGroup): number {
  const start = wordIn(group, 'levelstartat') ?? 1
  return start >= 0 && start < 1_000_000 ? start : 1
}

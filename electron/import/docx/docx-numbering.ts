import type { ListPlace } from '../office/office-blocks'
import { createListCounts } from '../office/list-counts'
import type { XmlElement } from '../xml/xml-tree'
import { childNamed, elementsIn } from '../xml/xml-tree'
import { valueIn, wholeNumber } from './docx-styles'

type Level = { readonly format: string; readonly start: number }
type List = {
  /** Lists without a start of their own that share a definition go on with one count. */
  readonly key: string
  readonly levels: ReadonlyMap<number, Level>
}

/** The place of the next paragraph that is numbered by `id` at `level`, or `undefined` when it shows no sign. */
export type DocxNumbering = (id: string, level: number) => ListPlace | undefined

/** The lists of a document, counted as its paragraphs come. Source: ECMA-376, part 1, 17.9. */
export function readDocxNumbering(root: XmlElement | undefined): DocxNumbering {
  const lists = readLists(root)
  const counts = createListCounts()
  return (id, depth) => {
    const list = lists.get(id)
    // “List Bullet 2” stands deeper, though its list has a single level.
    const level =
      list?.levels.get(depth) ?? (list?.levels.size === 1 ? list.levels.get(0) : undefined)
    if (list === undefined || level === undefined || level.format === 'none') return undefined
    const isOrdered = level.format !== 'bullet'
    const number = counts.next(list.key, depth, level.start)
    return { list: list.key, depth, isOrdered, number }
  }
}

function readLists(root: XmlElement | undefined): ReadonlyMap<string, List> {
  const elements = root === undefined ? [] : elementsIn(root)
  const definitions = new Map<string, ReadonlyMap<number, Level>>()
  for (const element of elements)
    if (element.name === 'abstractNum')
      definitions.set(element.attributes.get('abstractNumId') ?? '', levelsIn(element))
  const lists = new Map<string, List>()
  for (const element of elements) {
    const id = element.attributes.get('numId')
    if (element.name !== 'num' || id === undefined) continue
    const definition = valueIn(element, 'abstractNumId') ?? ''
    const overrides = elementsIn(element).filter(({ name }) => name === 'lvlOverride')
    lists.set(id, {
      key: overrides.length > 0 ? `own ${id}` : `shared ${definition}`,
      levels: new Map([
        ...(definitions.get(definition) ?? []),
        ...overridden(overrides, definitions.get(definition)),
      ]),
    })
  }
  return lists
}

function levelsIn(parent: XmlElement): Map<number, Level> {
  return new Map(
    elementsIn(parent)
      .filter(({ name }) => name === 'lvl')
      .map(element => [
        wholeNumber(element.attributes.get('ilvl')),
        {
          format: valueIn(element, 'numFmt') ?? 'decimal',
          start: wholeNumber(valueIn(element, 'start') ?? '1'),
        },
      ]),
  )
}

function overridden(
  overrides: readonly XmlElement[],
  levels: ReadonlyMap<number, Level> | undefined,
): (readonly [number, Level])[] {
  return overrides.flatMap(element => {
    const depth = wholeNumber(element.attributes.get('ilvl'))
    const level =
      childNamed(element, 'lvl') === undefined ? levels?.get(depth) : levelsIn(element).get(depth)
    const start = valueIn(element, 'startOverride')
    if (level === undefined) return []
    return [[depth, start === undefined ? level : { ...level, start: wholeNumber(start) }] as const]
  })
}

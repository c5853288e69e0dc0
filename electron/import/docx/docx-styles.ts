import type { XmlElement } from '../xml/xml-tree'
import { childNamed, elementsIn } from '../xml/xml-tree'
import { headingLevel, isQuoteStyle } from '../office/style-names'

/** What a style says of the text it is given to, with what it takes over from the styles it is based on. */
export type DocxStyle = {
  readonly name: string
  /** 1 to 6 for a heading. */
  readonly level: number | undefined
  readonly isQuote: boolean
  readonly isCaption: boolean
  readonly numbering: { readonly id: string; readonly level: number } | undefined
  readonly bold: boolean | undefined
  readonly italic: boolean | undefined
  readonly hidden: boolean | undefined
}
export type DocxStyles = (id: string | undefined) => DocxStyle | undefined

const deepestBase = 20

/** The styles of a document by their ids. Source: ECMA-376, part 1, 17.7. */
export function readDocxStyles(root: XmlElement | undefined): DocxStyles {
  const elements = new Map<string, XmlElement>()
  for (const element of root === undefined ? [] : elementsIn(root)) {
    const id = element.attributes.get('styleId')
    if (element.name === 'style' && id !== undefined) elements.set(id, element)
  }
  const known = new Map<string, DocxStyle>()
  const resolve = (id: string, depth: number): DocxStyle | undefined => {
    const element = elements.get(id)
    if (element === undefined || depth > deepestBase) return undefined
    const before = known.get(id)
    if (before !== undefined) return before
    const baseId = valueIn(element, 'basedOn')
    const base = baseId === undefined ? undefined : resolve(baseId, depth + 1)
    const style = styleOf(element, base)
    known.set(id, style)
    return style
  }
  return id => (id === undefined ? undefined : resolve(id, 0))
}

function styleOf(element: XmlElement, base: DocxStyle | undefined): DocxStyle {
  const name = valueIn(element, 'name') ?? ''
  const paragraph = childNamed(element, 'pPr')
  const run = childNamed(element, 'rPr')
  return {
    name,
    level: headingLevel(name) ?? outlineLevel(paragraph) ?? base?.level,
    isQuote: isQuoteStyle(name) || (base?.isQuote ?? false),
    isCaption: /^caption$/i.test(name) || (base?.isCaption ?? false),
    numbering: numberingIn(paragraph, name) ?? base?.numbering,
    bold: switchIn(run, 'b') ?? base?.bold,
    italic: switchIn(run, 'i') ?? base?.italic,
    hidden: switchIn(run, 'vanish') ?? base?.hidden,
  }
}

/** The level a paragraph has in the outline: 1 to 6, or `undefined` for body text. */
export function outlineLevel(properties: XmlElement | undefined): number | undefined {
  const written = valueIn(properties, 'outlineLvl')
  const level = Number(written)
  return written !== undefined && Number.isInteger(level) && level >= 0 && level < 9
    ? Math.min(6, level + 1)
    : undefined
}

/** “List Bullet 2” is the second level, though it is the first of a list of its own. */
function numberingIn(properties: XmlElement | undefined, name: string): DocxStyle['numbering'] {
  const numbering = childNamed(properties, 'numPr')
  const id = valueIn(numbering, 'numId')
  if (id === undefined) return undefined
  const byName = /^list (?:bullet|number) ([2-9])$/i.exec(name)?.[1]
  return {
    id,
    level: byName === undefined ? wholeNumber(valueIn(numbering, 'ilvl')) : Number(byName) - 1,
  }
}

/** The value of the element `name` in `parent`: `w:val` is how this format writes nearly all of them. */
export function valueIn(parent: XmlElement | undefined, name: string): string | undefined {
  return childNamed(parent, name)?.attributes.get('val')
}

/** Whether a property is switched on, off, or not mentioned. */
export function switchIn(properties: XmlElement | undefined, name: string): boolean | undefined {
  const element = childNamed(properties, name)
  if (element === undefined) return undefined
  return !/^(?:0|false|off|none)$/i.test(element.attributes.get('val') ?? '')
}

/** A number of zero or more, as levels and counts are; 0 for anything else. */
export function wholeNumber(written: string | undefined): number {
  return written !== undefined && /^\d{1,6}$/.test(written) ? Number(written) : 0
}

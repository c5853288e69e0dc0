import { isQuoteStyle } from '../office/style-names'
import type { XmlElement } from '../xml/xml-tree'
import { childNamed, elementsIn } from '../xml/xml-tree'

/** What a paragraph or text style says, with what it takes over from its parents. */
export type OdtStyle = {
  readonly isTitle: boolean
  readonly isQuote: boolean
  readonly isCaption: boolean
  readonly bold: boolean | undefined
  readonly italic: boolean | undefined
  readonly strike: boolean | undefined
  readonly hidden: boolean | undefined
  /** Given by hand to this paragraph, not by a style with a name: whole paragraphs are formatted so. */
  readonly isAutomatic: boolean
}

/** One level of a list; `undefined` where no sign is shown. */
export type OdtListLevel = { readonly isOrdered: boolean; readonly start: number } | undefined

export type OdtStyles = {
  readonly paragraph: (name: string | undefined) => OdtStyle | undefined
  readonly text: (name: string | undefined) => OdtStyle | undefined
  /** `depth` is 0 for the outermost level. A list without a known style has bullets. */
  readonly listLevel: (name: string | undefined, depth: number) => OdtListLevel
}

const deepestParent = 20

/** The styles in `roots`; where a name is given twice in one family the later root wins. Source: OpenDocument 1.3, part 3, 16. */
export function readOdtStyles(roots: readonly XmlElement[]): OdtStyles {
  const styles = new Map<string, XmlElement>()
  const automatic = new Set<XmlElement>()
  const lists = new Map<string, XmlElement>()
  for (const root of roots)
    for (const group of elementsIn(root)) {
      if (group.name !== 'styles' && group.name !== 'automatic-styles') continue
      for (const element of elementsIn(group)) {
        const name = element.attributes.get('name') ?? ''
        if (group.name === 'automatic-styles') automatic.add(element)
        if (element.name === 'style') styles.set(`${familyOf(element)} ${name}`, element)
        else if (element.name === 'list-style') lists.set(name, element)
      }
    }
  const known = new Map<string, OdtStyle>()
  const resolve = (key: string, depth: number): OdtStyle | undefined => {
    const element = styles.get(key)
    if (element === undefined || depth > deepestParent) return undefined
    const before = known.get(key)
    if (before !== undefined) return before
    const parent = element.attributes.get('parent-style-name')
    const base =
      parent === undefined ? undefined : resolve(`${familyOf(element)} ${parent}`, depth + 1)
    const style = { ...styleOf(element, base), isAutomatic: automatic.has(element) }
    known.set(key, style)
    return style
  }
  return {
    paragraph: name => (name === undefined ? undefined : resolve(`paragraph ${name}`, 0)),
    text: name => (name === undefined ? undefined : resolve(`text ${name}`, 0)),
    listLevel: (name, depth) => listLevelOf(lists.get(name ?? ''), depth),
  }
}

function familyOf(element: XmlElement): string {
  return element.attributes.get('family') ?? ''
}

function styleOf(element: XmlElement, base: OdtStyle | undefined): Omit<OdtStyle, 'isAutomatic'> {
  const name = element.attributes.get('display-name') ?? element.attributes.get('name') ?? ''
  const text = childNamed(element, 'text-properties')?.attributes
  const weight = text?.get('font-weight')
  const slant = text?.get('font-style')
  const line = text?.get('text-line-through-style') ?? text?.get('text-line-through-type')
  const display = text?.get('display')
  return {
    isTitle: /^title$/i.test(name) || (base?.isTitle ?? false),
    isQuote: isQuoteStyle(name) || (base?.isQuote ?? false),
    isCaption: /^caption$/i.test(name) || (base?.isCaption ?? false),
    bold:
      weight === undefined
        ? ownOf(base, 'bold', element)
        : weight === 'bold' || Number(weight) >= 600,
    italic:
      slant === undefined
        ? ownOf(base, 'italic', element)
        : slant === 'italic' || slant === 'oblique',
    strike: line === undefined ? ownOf(base, 'strike', element) : line !== 'none',
    hidden: display === undefined ? base?.hidden : display === 'none',
  }
}

/** Text styles take over from their parents; a paragraph is only bold by hand, or its headings and captions all were. */
function ownOf(
  base: OdtStyle | undefined,
  property: 'bold' | 'italic' | 'strike',
  element: XmlElement,
): boolean | undefined {
  return familyOf(element) === 'text' || base?.isAutomatic === true ? base?.[property] : undefined
}

function listLevelOf(style: XmlElement | undefined, depth: number): OdtListLevel {
  if (style === undefined) return { isOrdered: false, start: 1 }
  const level = elementsIn(style).find(
    element => element.attributes.get('level') === String(depth + 1),
  )
  if (level?.name !== 'list-level-style-number')
    return level === undefined ? undefined : { isOrdered: false, start: 1 }
  if ((level.attributes.get('num-format') ?? '') === '') return undefined
  return { isOrdered: true, start: startOf(level) ?? 1 }
}

/** The number that a list level or an item begins with. */
export function startOf(element: XmlElement): number | undefined {
  const written = element.attributes.get('start-value') ?? ''
  return /^\d{1,6}$/.test(written) ? Number(written) : undefined
}

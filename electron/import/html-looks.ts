import type { Mark } from '../../shared/article/blocks'
import type { Element } from './html-tree'
import { attribute } from './html-tree'

type Look = 'bold' | 'italic' | 'strike'

/**
 * What the style of an element says of its words, over what its name says: copied from Google Docs, all of a
 * text stands in `<b style="font-weight:normal">`, and its bold words in a span. In headings the weight says nothing.
 */
export function styledMarks(
  element: Element,
  marks: readonly Mark[],
  isHeading: boolean,
): readonly Mark[] {
  const style = attribute(element, 'style')
  if (style === undefined) return marks
  const weight = valueOf(style, 'font-weight')
  const slant = valueOf(style, 'font-style')
  const line = valueOf(style, 'text-decoration(?:-line)?')
  const looks: readonly (readonly [Look, boolean | undefined])[] = [
    ['bold', isBold(weight) === true && isHeading ? undefined : isBold(weight)],
    ['italic', slant === undefined ? undefined : /italic|oblique/.test(slant)],
    // An inner “none” does not take the line away that is drawn through all around it.
    ['strike', line?.includes('line-through') === true ? true : undefined],
  ]
  return looks.reduce(withLook, marks)
}

function withLook(
  marks: readonly Mark[],
  [type, isOn]: readonly [Look, boolean | undefined],
): readonly Mark[] {
  const has = marks.some(mark => mark.type === type)
  if (isOn === undefined || isOn === has) return marks
  return isOn ? [...marks, { type }] : marks.filter(mark => mark.type !== type)
}

function isBold(weight: string | undefined): boolean | undefined {
  if (weight === undefined) return undefined
  if (/^(?:bold|bolder|[6-9]00)$/.test(weight)) return true
  return /^(?:normal|lighter|[1-5]00)$/.test(weight) ? false : undefined
}

function valueOf(style: string, property: string): string | undefined {
  return new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;!]{1,100})`, 'i')
    .exec(style.slice(0, 2000))?.[1]
    ?.trim()
    .toLowerCase()
}

import { leftOutLabel } from '../office/left-out-label'
import type { XmlElement } from '../xml/xml-tree'
import { childNamed, descendants, textIn } from '../xml/xml-tree'
import type { Paragraph } from './docx-reading'
import type { DocxStyles } from './docx-styles'
import { valueIn } from './docx-styles'

/** What the last word of the address of a drawing's kind stands for. */
const kinds: ReadonlyMap<string, string> = new Map([
  ['picture', 'image'],
  ['chart', 'chart'],
  ['chartex', 'chart'],
  ['diagram', 'diagram'],
])

/** Leave out a drawing, a picture or an embedded file with a mark; false when `element` is none of them. */
export function readDrawing(
  paragraph: Paragraph,
  element: XmlElement,
  styles: DocxStyles,
): boolean {
  switch (element.name) {
    case 'drawing':
      for (const anchor of element.children)
        if (typeof anchor !== 'string') leaveOutDrawing(paragraph, anchor, styles)
      return true
    case 'pict':
    case 'object':
      leaveOutOldDrawing(paragraph, element, styles)
      return true
    default:
      return false
  }
}

function leaveOutDrawing(paragraph: Paragraph, anchor: XmlElement, styles: DocxStyles): void {
  const about = childNamed(anchor, 'docPr')
  const label = about?.attributes.get('descr') ?? about?.attributes.get('title')
  if (readTextBoxes(paragraph, anchor, styles)) return
  const data = childNamed(childNamed(anchor, 'graphic'), 'graphicData')
  const uri = data?.attributes.get('uri') ?? ''
  push(paragraph, kinds.get(uri.split('/').at(-1) ?? '') ?? 'drawing', label)
}

/** Drawings as Word wrote them before 2007, and embedded files still today. */
function leaveOutOldDrawing(paragraph: Paragraph, element: XmlElement, styles: DocxStyles): void {
  const parts = [...descendants(element)]
  const named = (name: string): XmlElement | undefined => parts.find(part => part.name === name)
  const embedded = named('OLEObject')
  const shape = parts.find(part => part.attributes.has('alt'))
  const label = shape?.attributes.get('alt')
  if (embedded !== undefined) {
    const program = embedded.attributes.get('ProgID') ?? ''
    const what = /^equation/i.test(program)
      ? 'formula'
      : /chart/i.test(program)
        ? 'chart'
        : 'embedded file'
    push(paragraph, what, label)
  } else if (!readTextBoxes(paragraph, element, styles)) {
    const isLine = parts.some(part => part.attributes.get('hr') === 't')
    if (named('imagedata') !== undefined) push(paragraph, 'image', label)
    else if (!isLine) push(paragraph, 'drawing', label)
  }
}

/**
 * A text box is left out with its words as label. One that frames a picture with its caption is read:
 * that is how captions are kept beside a picture that text flows around.
 */
function readTextBoxes(paragraph: Paragraph, element: XmlElement, styles: DocxStyles): boolean {
  const boxes = outermost(element, 'txbxContent')
  for (const box of boxes) {
    const hasCaption = [...descendants(box)].some(
      part => part.name === 'pPr' && styles(valueIn(part, 'pStyle'))?.isCaption === true,
    )
    if (hasCaption)
      paragraph.after.push(...paragraph.blocksIn(box, { ...paragraph.place, fields: [] }))
    else push(paragraph, 'text box', wordsIn(box))
  }
  return boxes.length > 0
}

function outermost(element: XmlElement, name: string): XmlElement[] {
  if (element.name === name) return [element]
  return element.children.flatMap(child =>
    typeof child === 'string' || child.name === 'Fallback' ? [] : outermost(child, name),
  )
}

function wordsIn(box: XmlElement): string {
  return [...descendants(box)]
    .map(part => (part.name === 't' ? textIn(part) : part.name === 'p' ? ' ' : ''))
    .join('')
}

function push({ pieces }: Paragraph, what: string, label: string | undefined): void {
  pieces.push({ kind: 'left-out', what, label: leftOutLabel(label) })
}

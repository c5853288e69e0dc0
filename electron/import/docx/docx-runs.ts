import type { Mark } from '../../../shared/article/blocks'
import { withMark } from '../html-blocks'
import { fieldLink, safeLink } from '../office/field-link'
import { leftOutLabel } from '../office/left-out-label'
import { numeral } from '../office/numeral'
import { symbolText } from '../office/symbol-text'
import type { XmlElement } from '../xml/xml-tree'
import { childNamed, elementsIn, textIn } from '../xml/xml-tree'
import { readDrawing } from './docx-drawings'
import type { DocxReading, Marks, Paragraph } from './docx-reading'
import type { DocxStyle } from './docx-styles'
import { switchIn, valueIn } from './docx-styles'

/** Add what stands inside `parent`, a paragraph or something around some of its runs, to the paragraph's pieces. */
export function readInline(
  reading: DocxReading,
  paragraph: Paragraph,
  parent: XmlElement,
  marks: Marks = [],
): void {
  for (const element of elementsIn(parent)) {
    switch (element.name) {
      case 'r':
        readRun(reading, paragraph, element, marks)
        break
      case 'hyperlink':
        readInline(reading, paragraph, element, linked(marks, hyperlinkTarget(paragraph, element)))
        break
      case 'fldSimple':
        readInline(
          reading,
          paragraph,
          element,
          linked(marks, fieldLink(element.attributes.get('instr') ?? '')),
        )
        break
      case 'ins':
      case 'moveTo':
        reading.tally.insertions += 1
        readInline(reading, paragraph, element, marks)
        break
      case 'del':
      case 'moveFrom':
        reading.tally.deletions += 1
        break
      case 'sdt':
        if (!showsPrompt(element)) readInline(reading, paragraph, element, marks)
        break
      case 'sdtContent':
      case 'smartTag':
      case 'customXml':
      case 'bdo':
      case 'dir':
        readInline(reading, paragraph, element, marks)
        break
      case 'oMath':
      case 'oMathPara':
        leaveOut(paragraph, 'formula', textIn(element))
        break
      case 'AlternateContent':
        readInline(reading, paragraph, chosen(element), marks)
        break
    }
  }
}

/** A content control that nobody filled in shows what should be typed there. */
export function showsPrompt(control: XmlElement): boolean {
  return switchIn(childNamed(control, 'sdtPr'), 'showingPlcHdr') === true
}

/** The first of several ways to say the same. */
export function chosen(alternatives: XmlElement): XmlElement {
  return childNamed(alternatives, 'Choice') ?? childNamed(alternatives, 'Fallback') ?? alternatives
}

function hyperlinkTarget({ place }: Paragraph, element: XmlElement): string | undefined {
  const relationship = place.relationships.get(element.attributes.get('id') ?? '')
  return relationship?.isExternal === true ? safeLink(relationship.target) : undefined
}

function linked(marks: Marks, href: string | undefined): Marks {
  return href === undefined ? marks : withMark(marks, { type: 'link', attrs: { href } })
}

function readRun(reading: DocxReading, paragraph: Paragraph, run: XmlElement, outer: Marks): void {
  const properties = childNamed(run, 'rPr')
  const style = reading.styles(valueIn(properties, 'rStyle'))
  if ((switchIn(properties, 'vanish') ?? style?.hidden) === true) {
    if (elementsIn(run).some(({ name }) => name === 't')) reading.tally.hidden += 1
    // Fields begin and end in hidden runs, too.
    for (const element of elementsIn(run)) readField(paragraph, element)
    return
  }
  readRunContent(reading, paragraph, run, runMarks(properties, style, outer))
}

function runMarks(
  properties: XmlElement | undefined,
  style: DocxStyle | undefined,
  outer: Marks,
): Marks {
  // The letters of right-to-left runs have switches of their own.
  const isComplex = switchIn(properties, 'rtl') === true
  const bold = switchIn(properties, isComplex ? 'bCs' : 'b') ?? style?.bold
  const italic = switchIn(properties, isComplex ? 'iCs' : 'i') ?? style?.italic
  const isStruck =
    switchIn(properties, 'strike') === true || switchIn(properties, 'dstrike') === true
  const own: Mark[] = [
    ...(bold === true ? [{ type: 'bold' } as const] : []),
    ...(italic === true ? [{ type: 'italic' } as const] : []),
    ...(isStruck ? [{ type: 'strike' } as const] : []),
  ]
  return [...own, ...outer]
}

function readRunContent(
  reading: DocxReading,
  paragraph: Paragraph,
  run: XmlElement,
  marks: Marks,
): void {
  for (const element of elementsIn(run)) {
    if (readField(paragraph, element)) continue
    const { fields } = paragraph.place
    if (fields.some(field => !field.isShown)) continue
    const shown = linked(marks, fields.findLast(field => field.href !== undefined)?.href)
    if (element.name === 'AlternateContent') {
      readRunContent(reading, paragraph, chosen(element), marks)
    } else if (element.name === 'ruby') {
      // The small letters above a word say how it is read aloud.
      const base = childNamed(element, 'rubyBase')
      if (base !== undefined) readInline(reading, paragraph, base, marks)
    } else if (element.name === 'footnoteReference' || element.name === 'endnoteReference') {
      if (readNote(reading, paragraph, element, run)) return
    } else if (element.name === 'commentReference') {
      reading.tally.comments += 1
    } else if (!readDrawing(paragraph, element, reading.styles)) {
      const text = characters(element)
      if (text === '\n') paragraph.pieces.push({ kind: 'break' })
      else if (text !== '') paragraph.pieces.push({ kind: 'text', text, marks: shown })
    }
  }
}

/** The characters that an element of a run stands for; a line feed is a break of the line. */
function characters(element: XmlElement): string {
  switch (element.name) {
    case 't': {
      const text = textIn(element)
      const isKept = element.attributes.get('space') === 'preserve'
      return (isKept ? text : text.trim()).replace(/[\n\r]+/g, ' ')
    }
    case 'tab':
    case 'ptab':
      return '\t'
    case 'br':
    case 'cr':
      return '\n'
    case 'noBreakHyphen':
      return '\u2011'
    case 'sym': {
      const code = Number.parseInt(element.attributes.get('char') ?? '', 16)
      return symbolText(element.attributes.get('font') ?? '', Number.isNaN(code) ? 0 : code)
    }
    default:
      return ''
  }
}

/** Keep track of fields; true when `element` was part of one's machinery. */
function readField({ place: { fields } }: Paragraph, element: XmlElement): boolean {
  const field = fields.at(-1)
  if (element.name === 'instrText') {
    if (field !== undefined && !field.isShown) field.code += textIn(element)
    return true
  }
  if (element.name !== 'fldChar') return false
  const type = element.attributes.get('fldCharType')
  if (type === 'begin') fields.push({ code: '', isShown: false, href: undefined })
  else if (type === 'end') fields.pop()
  else if (type === 'separate' && field !== undefined) {
    field.isShown = true
    field.href = fieldLink(field.code)
  }
  return true
}

/** Refer to a note and read it; true when the rest of the run is the sign that stands for it. */
function readNote(
  reading: DocxReading,
  paragraph: Paragraph,
  reference: XmlElement,
  run: XmlElement,
): boolean {
  const kind = reference.name === 'footnoteReference' ? 'footnote' : 'endnote'
  const source = reading.sources[kind]
  const element = source.elements.get(reference.attributes.get('id') ?? '')
  if (element === undefined || paragraph.place.isNote) return false
  const isOwnSign = /^(?:1|true|on)$/.test(reference.attributes.get('customMarkFollows') ?? '')
  if (!isOwnSign) source.count += 1
  const label = isOwnSign
    ? elementsIn(run).map(characters).join('').trim()
    : numeral(source.count, source.numerals)
  const place = { relationships: source.relationships, fields: [], isNote: true }
  paragraph.pieces.push({ kind: 'note', note: reading.notes.length })
  reading.notes.push({ label, blocks: paragraph.blocksIn(element, place) })
  return isOwnSign
}

function leaveOut({ pieces }: Paragraph, what: string, label: string): void {
  pieces.push({ kind: 'left-out', what, label: leftOutLabel(label) })
}

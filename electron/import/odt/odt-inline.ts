import type { Mark } from '../../../shared/article/blocks'
import { withMark } from '../html-blocks'
import { safeLink } from '../office/field-link'
import type { XmlElement } from '../xml/xml-tree'
import { childNamed, textIn } from '../xml/xml-tree'
import { isDrawing, leaveOutDrawing } from './odt-drawings'
import type { OdtParagraph, OdtReading } from './odt-reading'
import type { OdtStyle } from './odt-styles'

type Marks = readonly Mark[]

/** Most spaces that one element may stand for. */
const mostSpaces = 1000

/** Inside a paragraph, but no part of its text: how words are read aloud, where changes and comments are. */
const unread: ReadonlySet<string> = new Set([
  'annotation-end',
  'ruby-text',
  'script',
  'tracked-changes',
  'forms',
  'event-listeners',
])

/** Add what stands inside `parent`, a paragraph or a part of one, to the paragraph's pieces. */
export function readOdtInline(
  reading: OdtReading,
  paragraph: OdtParagraph,
  parent: XmlElement,
  marks: Marks = [],
): void {
  for (const node of parent.children)
    if (typeof node === 'string') addText(paragraph, node, marks)
    else readElement(reading, paragraph, node, marks)
}

function readElement(
  reading: OdtReading,
  paragraph: OdtParagraph,
  element: XmlElement,
  marks: Marks,
): void {
  const inside = (inner: Marks): void => {
    readOdtInline(reading, paragraph, element, inner)
  }
  if (unread.has(element.name)) return
  if (isDrawing(element)) {
    leaveOutDrawing(reading, paragraph, element)
    return
  }
  switch (element.name) {
    case 'span':
      readSpan(reading, paragraph, element, marks)
      break
    case 'a': {
      const href = safeLink(element.attributes.get('href'))
      inside(href === undefined ? marks : withMark(marks, { type: 'link', attrs: { href } }))
      break
    }
    case 's': {
      const count = Number(element.attributes.get('c') ?? '1')
      const spaces = Number.isInteger(count) && count > 0 ? Math.min(count, mostSpaces) : 1
      paragraph.pieces.push({ kind: 'text', text: ' '.repeat(spaces), marks })
      break
    }
    case 'tab':
      paragraph.pieces.push({ kind: 'text', text: '\t', marks })
      break
    case 'line-break':
      paragraph.pieces.push({ kind: 'break' })
      break
    case 'note':
      readNote(reading, paragraph, element)
      break
    case 'annotation':
      reading.tally.comments += 1
      break
    case 'hidden-text':
    case 'hidden-paragraph':
      reading.tally.hidden += 1
      break
    default:
      inside(marks)
  }
}

function readSpan(
  reading: OdtReading,
  paragraph: OdtParagraph,
  element: XmlElement,
  marks: Marks,
): void {
  const style = reading.styles.text(element.attributes.get('style-name'))
  if (style?.hidden === true) {
    reading.tally.hidden += 1
    return
  }
  readOdtInline(reading, paragraph, element, styledMarks(marks, style))
}

/** `marks` with what a style switches on or off. */
export function styledMarks(marks: Marks, style: OdtStyle | undefined): Marks {
  const upright = switched(switched(marks, 'bold', style?.bold), 'italic', style?.italic)
  return switched(upright, 'strike', style?.strike)
}

function switched(
  marks: Marks,
  type: 'bold' | 'italic' | 'strike',
  isOn: boolean | undefined,
): Marks {
  if (isOn === undefined) return marks
  return isOn ? withMark(marks, { type }) : marks.filter(mark => mark.type !== type)
}

/** White space collapses in the text itself; what is meant to stay has elements of its own. Source: OpenDocument 1.3, part 3, 6.1.2. */
function addText({ pieces }: OdtParagraph, text: string, marks: Marks): void {
  const collapsed = text.replace(/[ \t\r\n]+/g, ' ')
  const last = pieces.at(-1)
  const followsSpace =
    last === undefined || last.kind === 'break' || (last.kind === 'text' && last.text.endsWith(' '))
  const kept = followsSpace && collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed
  if (kept !== '') pieces.push({ kind: 'text', text: kept, marks })
}

function readNote(reading: OdtReading, paragraph: OdtParagraph, element: XmlElement): void {
  const citation = childNamed(element, 'note-citation')
  const body = childNamed(element, 'note-body')
  if (body === undefined) return
  const note = { label: citation === undefined ? '' : textIn(citation), blocks: [] }
  const index = reading.notes.length
  reading.notes.push(note)
  paragraph.pieces.push({ kind: 'note', note: index })
  reading.notes[index] = { ...note, blocks: paragraph.blocksIn(body) }
}

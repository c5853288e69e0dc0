import { leftOutLabel } from '../office/left-out-label'
import type { XmlElement } from '../xml/xml-tree'
import { childNamed, descendants, elementsIn, textIn } from '../xml/xml-tree'
import type { OdtParagraph, OdtReading } from './odt-reading'

const shapes: ReadonlySet<string> = new Set(
  'caption circle connector custom-shape ellipse g line measure path polygon polyline rect regular-polygon scene'.split(
    ' ',
  ),
)

/** What a frame may hold, with the word for it; the first that is there counts, as a picture of it follows. */
const contents: readonly (readonly [name: string, what: string])[] = [
  ['object-ole', 'embedded file'],
  ['floating-frame', 'embedded page'],
  ['applet', 'embedded file'],
  ['plugin', 'embedded file'],
  ['image', 'image'],
]

/** Whether an element of a paragraph or of the body is drawn, not written. */
export function isDrawing({ name }: XmlElement): boolean {
  return name === 'frame' || shapes.has(name)
}

/**
 * Leave out a drawing with a mark. A text box is left out with its words as label, but one that frames a
 * picture with its caption is read: that is how captions are kept.
 */
export function leaveOutDrawing(
  reading: OdtReading,
  paragraph: OdtParagraph,
  element: XmlElement,
): void {
  const box = childNamed(element, 'text-box')
  const hasCaption =
    box !== undefined &&
    elementsIn(box).some(
      part => reading.styles.paragraph(part.attributes.get('style-name'))?.isCaption,
    )
  if (hasCaption) {
    paragraph.after.push(...paragraph.blocksIn(box))
    return
  }
  const words = wordsIn(element)
  const what =
    box !== undefined || (element.name !== 'frame' && words !== '')
      ? 'text box'
      : whatIn(reading, element)
  const label = what === 'text box' ? words : descriptionOf(element)
  paragraph.pieces.push({ kind: 'left-out', what, label: leftOutLabel(label) })
}

function whatIn(reading: OdtReading, element: XmlElement): string {
  if (element.name !== 'frame') return 'drawing'
  const object = childNamed(element, 'object')
  if (object !== undefined) return objectKind(reading, object)
  return contents.find(([name]) => childNamed(element, name) !== undefined)?.[1] ?? 'drawing'
}

/** A chart, a formula or a sheet: by the media type of its folder, or by its content in a flat file. */
function objectKind(reading: OdtReading, object: XmlElement): string {
  const folder = (object.attributes.get('href') ?? '').replace(/^\.\//, '')
  const mediaType =
    reading.mediaTypeOf(folder) ??
    childNamed(object, 'document')?.attributes.get('mimetype') ??
    (childNamed(object, 'math') === undefined ? '' : 'formula')
  if (/chart/.test(mediaType)) return 'chart'
  return /formula/.test(mediaType) ? 'formula' : 'embedded file'
}

function descriptionOf(element: XmlElement): string | undefined {
  const description = childNamed(element, 'desc') ?? childNamed(element, 'title')
  return description === undefined ? undefined : textIn(description)
}

function wordsIn(element: XmlElement): string {
  return [...descendants(element)]
    .filter(({ name }) => name === 'p' || name === 'h')
    .map(textIn)
    .join(' ')
    .trim()
}

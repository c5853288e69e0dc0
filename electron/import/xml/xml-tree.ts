import { SaxesParser } from 'saxes'
import { RefusedFile } from '../refused-file'

/** An element of an XML file, by its local names: the prefixes are the writer's own choice. */
export type XmlElement = {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  /** Elements and text in the order of the file. */
  readonly children: readonly XmlNode[]
}
export type XmlNode = XmlElement | string

/** Deepest nesting of elements that is read. A table in a table in a text box comes to sixty. */
const deepest = 256
/** Most elements and attributes of one file: a novel with all its formatting has a fifth of this. */
const mostElements = 1_500_000

type OpenElement = { name: string; attributes: ReadonlyMap<string, string>; children: XmlNode[] }

const noAttributes: ReadonlyMap<string, string> = new Map()

/**
 * The root element of the XML file in `bytes` (UTF-8 or UTF-16). Throws RefusedFile when it is not well
 * formed, nests too deep, or declares entities: nothing is expanded, fetched or guessed.
 */
export function parseXmlTree(bytes: Uint8Array, part: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true })
  const document: OpenElement = { name: '', attributes: noAttributes, children: [] }
  const opened: OpenElement[] = [document]
  let elements = 0
  const addText = (text: string): void => {
    const children = opened.at(-1)?.children
    const last = children?.at(-1)
    if (children !== undefined && typeof last === 'string')
      children[children.length - 1] = last + text
    else children?.push(text)
  }
  parser.on('error', () => {
    throw new RefusedFile(`its part “${part}” is not well-formed XML`)
  })
  parser.on('doctype', doctype => {
    if (doctype.includes('['))
      throw new RefusedFile(`its part “${part}” declares entities, which documents never do`)
  })
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('opentag', ({ local, attributes }) => {
    const values = Object.values(attributes)
    elements += 1 + values.length
    if (opened.length > deepest) throw new RefusedFile(`its part “${part}” nests too deep`)
    if (elements > mostElements) throw new RefusedFile(`its part “${part}” is too long`)
    const element: OpenElement = {
      name: local,
      attributes:
        values.length === 0
          ? noAttributes
          : new Map(values.map(attribute => [attribute.local, attribute.value])),
      children: [],
    }
    opened.at(-1)?.children.push(element)
    opened.push(element)
  })
  parser.on('closetag', () => {
    opened.pop()
  })
  parser.write(decodeXml(bytes)).close()
  const root = document.children.find(isElement)
  if (root === undefined) throw new RefusedFile(`its part “${part}” is empty`)
  return root
}

/** The text of an XML file in UTF-8 or UTF-16, as its first bytes say. */
export function decodeXml(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  return new TextDecoder().decode(bytes)
}

function isElement(node: XmlNode): node is XmlElement {
  return typeof node !== 'string'
}

export function elementsIn(parent: XmlElement): readonly XmlElement[] {
  return parent.children.filter(isElement)
}

export function childNamed(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return parent?.children.find(node => isElement(node) && node.name === name) as
    XmlElement | undefined
}

/** The elements below `root`, itself included, in the order of the file. */
export function* descendants(root: XmlElement): Generator<XmlElement> {
  yield root
  for (const child of root.children) if (isElement(child)) yield* descendants(child)
}

/** All text below `root`. */
export function textIn(root: XmlElement): string {
  return root.children.map(node => (isElement(node) ? textIn(node) : node)).join('')
}

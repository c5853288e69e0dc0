import { SaxesParser } from 'saxes'

export type XmlElement = {
  readonly local: string
  /** Of the namespace. */
  readonly uri: string
  readonly attributes: readonly { readonly name: string; readonly value: string }[]
  /** 0 for the root. */
  readonly depth: number
}

type XmlHandler = {
  readonly onOpen: (element: XmlElement) => void
  /** `path` are the local names from the root to the element; `text` is what stands directly in it. */
  readonly onClose: (path: readonly string[], text: string) => void
}

/** Deepest nesting of elements that is read: files of UIMA nest five deep. */
const deepest = 100

class NotRead extends Error {}

/**
 * Walk through `xml`, version 1.0 or 1.1. Gives a sentence when it is not well formed, nests too deep, or
 * has a document type: entities of its own are never expanded, so that no file can grow while it is read.
 */
export function parseXml(xml: string, { onOpen, onClose }: XmlHandler): string | undefined {
  const parser = new SaxesParser({ xmlns: true })
  const path: string[] = []
  const texts: string[] = []
  const collect = (text: string): void => {
    const before = texts.pop()
    if (before !== undefined) texts.push(before + text)
  }
  parser.on('error', error => {
    throw new NotRead(`it is not well-formed XML (${error.message})`)
  })
  parser.on('doctype', () => {
    throw new NotRead('it has a document type, which files of UIMA do not have')
  })
  parser.on('text', collect)
  parser.on('cdata', collect)
  parser.on('opentag', ({ local, uri, attributes }) => {
    if (path.length >= deepest) throw new NotRead('its elements nest too deep')
    onOpen({
      local,
      uri,
      attributes: Object.values(attributes).map(({ name, value }) => ({ name, value })),
      depth: path.length,
    })
    path.push(local)
    texts.push('')
  })
  parser.on('closetag', () => {
    onClose(path, texts.pop() ?? '')
    path.pop()
  })
  try {
    parser.write(xml).close()
    return undefined
  } catch (error) {
    if (error instanceof NotRead) return error.message
    throw error
  }
}

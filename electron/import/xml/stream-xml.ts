import { SaxesParser } from 'saxes'
import { RefusedFile } from '../refused-file'

/** What is done with the parts of an XML file, in its order. Names are local ones: the prefixes are the writer's own choice. */
export type XmlHandlers = {
  readonly open: (name: string, attributes: ReadonlyMap<string, string>) => void
  readonly close: (name: string) => void
  readonly text: (text: string) => void
}

/** Deepest nesting of elements in a part of a workbook; the cells of a sheet are five deep. */
const deepest = 100
/** Bytes that are parsed before the one who asks may look at what came of them. */
const pieceBytes = 64 * 1024

/**
 * Parse the XML file in `bytes` (UTF-8 or UTF-16) piece by piece, yielding after each one, so that memory
 * holds no tree of it. Throws RefusedFile when it is not well formed, nests too deep, or declares entities.
 */
export function* streamXml(
  bytes: Uint8Array,
  part: string,
  on: XmlHandlers,
): Generator<undefined, void> {
  const parser = new SaxesParser({ xmlns: false })
  let depth = 0
  parser.on('error', () => {
    throw new RefusedFile(`its part “${part}” is not well-formed XML`)
  })
  parser.on('doctype', doctype => {
    if (doctype.includes('['))
      throw new RefusedFile(`its part “${part}” declares entities, which documents never do`)
  })
  parser.on('text', on.text)
  parser.on('cdata', on.text)
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1
    if (depth > deepest) throw new RefusedFile(`its part “${part}” nests too deep`)
    on.open(
      localName(name),
      new Map(Object.entries(attributes).map(([key, value]) => [localName(key), value])),
    )
  })
  parser.on('closetag', ({ name }) => {
    depth -= 1
    on.close(localName(name))
  })
  const decoder = new TextDecoder(encodingOf(bytes))
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    parser.write(decoder.decode(bytes.subarray(at, at + pieceBytes), { stream: true }))
    yield
  }
  parser.write(decoder.decode())
  parser.close()
  yield
}

/** The same at once. */
export function readXml(bytes: Uint8Array, part: string, on: XmlHandlers): void {
  for (const _piece of streamXml(bytes, part, on));
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

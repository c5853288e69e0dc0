import type { Archive } from '../archive/open-archive'
import { openArchive } from '../archive/open-archive'
import { createListCounts } from '../office/list-counts'
import { fromProperties } from '../office/document-properties'
import type { OfficeTally } from '../office/office-remarks'
import { createTally, officeRemarks } from '../office/office-remarks'
import { writeOfficeBlocks } from '../office/write-office-blocks'
import type { ReadContent } from '../read-content'
import { RefusedFile } from '../refused-file'
import type { XmlElement } from '../xml/xml-tree'
import { childNamed, descendants, elementsIn, parseXmlTree, textIn } from '../xml/xml-tree'
import { readOdtBlocks } from './odt-body'
import { readOdtStyles } from './odt-styles'

type OdtParts = {
  readonly content: XmlElement
  readonly styles: XmlElement | undefined
  readonly meta: XmlElement | undefined
  readonly mediaTypeOf: (name: string) => string | undefined
}

/** The blocks, title and metadata of an OpenDocument text (ODT), as it stands when all tracked changes are accepted. Throws RefusedFile. */
export function readOdt(bytes: Uint8Array): ReadContent {
  const archive = openArchive(bytes)
  const mediaTypeOf = readManifest(archive)
  const content = partOf(archive, 'content.xml')
  if (content === undefined) throw new RefusedFile('it has no text document in it')
  return readParts({
    content,
    styles: partOf(archive, 'styles.xml'),
    meta: partOf(archive, 'meta.xml'),
    mediaTypeOf,
  })
}

/** The same for an OpenDocument text in a single XML file (FODT). */
export function readFlatOdt(bytes: Uint8Array): ReadContent {
  const root = parseXmlTree(bytes, 'the file itself')
  return readParts({ content: root, styles: undefined, meta: root, mediaTypeOf: () => undefined })
}

function readParts({ content, styles, meta, mediaTypeOf }: OdtParts): ReadContent {
  const body = childNamed(childNamed(content, 'body'), 'text')
  if (body === undefined) throw new RefusedFile('it has no text document in it')
  const roots = styles === undefined ? [content] : [styles, content]
  const tally = createTally()
  const reading = {
    styles: readOdtStyles(roots),
    mediaTypeOf,
    notes: [],
    tally,
    counts: createListCounts(),
    listKeys: new Map<string, string>(),
    lists: 0,
  }
  const blocks = readOdtBlocks(reading, body)
  const document = writeOfficeBlocks({ blocks, notes: reading.notes })
  countPageHeads(tally, roots)
  return {
    document,
    ...fromProperties(propertiesOf(childNamed(meta, 'meta')), document),
    remarks: officeRemarks(tally),
  }
}

function partOf(archive: Archive, name: string): XmlElement | undefined {
  const bytes = archive.bytes(name)
  return bytes === undefined ? undefined : parseXmlTree(bytes, name)
}

/** The media types of what the archive holds; throws RefusedFile when the text is encrypted. */
function readManifest(archive: Archive): (name: string) => string | undefined {
  const types = new Map<string, string>()
  const root = partOf(archive, 'META-INF/manifest.xml')
  for (const entry of root === undefined ? [] : elementsIn(root)) {
    const name = entry.attributes.get('full-path') ?? ''
    types.set(name.replace(/\/$/, ''), entry.attributes.get('media-type') ?? '')
    if (childNamed(entry, 'encryption-data') !== undefined)
      throw new RefusedFile('it is protected by a password, which has to be taken off first')
  }
  return name => types.get(name)
}

function countPageHeads(tally: OfficeTally, roots: readonly XmlElement[]): void {
  for (const root of roots)
    for (const element of descendants(childNamed(root, 'master-styles') ?? emptyElement))
      if (
        /^(?:header|footer)(?:-first|-left)?$/.test(element.name) &&
        textIn(element).trim() !== ''
      )
        tally.pageHeads += 1
}

const emptyElement: XmlElement = { name: '', attributes: new Map(), children: [] }

function propertiesOf(meta: XmlElement | undefined): Parameters<typeof fromProperties>[0] {
  const value = (name: string): string | undefined => {
    const element = childNamed(meta, name)
    return element === undefined ? undefined : textIn(element)
  }
  const own = meta === undefined ? [] : elementsIn(meta)
  const publisher = own.find(
    ({ name, attributes }) =>
      name === 'user-defined' && attributes.get('name')?.toLowerCase() === 'publisher',
  )
  return {
    title: value('title'),
    authors: value('initial-creator') ?? value('creator'),
    language: value('language'),
    publisher: value('publisher') ?? (publisher === undefined ? undefined : textIn(publisher)),
    created: value('creation-date'),
    modified: value('date'),
  }
}

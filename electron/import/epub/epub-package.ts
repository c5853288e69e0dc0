import { posix } from 'node:path'
import type { Archive } from '../archive/open-archive'
import { RefusedFile } from '../refused-file'
import type { XmlElement } from '../xml/xml-tree'
import { childNamed, descendants, elementsIn, parseXmlTree } from '../xml/xml-tree'

/** The documents of a book in the order they are read, and what it says of itself. */
export type EpubPackage = {
  readonly metadata: XmlElement | undefined
  /** Names in the archive. */
  readonly documents: readonly string[]
  readonly styleSheets: readonly string[]
}

/** Algorithms that only disguise fonts; the text of such a book can be read. Source: EPUB 3.3, 4.2.6.3.2, “Font obfuscation”. */
const fontAlgorithms = /idpf\.org\/2008\/embedding|ns\.adobe\.com\/pdf\/enc/

/** Read what the package document of a book lists; throws RefusedFile for a book that is locked or lists nothing. */
export function openEpub(archive: Archive): EpubPackage {
  const file = packageName(archive)
  const root = partOf(archive, file)
  if (root === undefined) throw new RefusedFile('it has no list of its chapters')
  const items = new Map(
    elementsIn(childNamed(root, 'manifest') ?? root)
      .filter(({ name }) => name === 'item')
      .map(item => [item.attributes.get('id') ?? '', item]),
  )
  const nameOf = (item: XmlElement): string =>
    posix.join(posix.dirname(file), decoded(item.attributes.get('href') ?? ''))
  const documents = elementsIn(childNamed(root, 'spine') ?? root)
    .filter(({ name }) => name === 'itemref')
    .map(reference => items.get(reference.attributes.get('idref') ?? ''))
    .filter(item => item !== undefined)
    .filter(item => !/\bnav\b/.test(item.attributes.get('properties') ?? ''))
    .map(nameOf)
  refuseLocked(archive, documents)
  return {
    metadata: childNamed(root, 'metadata'),
    documents: [...new Set(documents)],
    styleSheets: [...items.values()]
      .filter(item => item.attributes.get('media-type') === 'text/css')
      .map(nameOf),
  }
}

function packageName(archive: Archive): string {
  const container = partOf(archive, 'META-INF/container.xml')
  const roots = container === undefined ? [] : [...descendants(container)]
  const path = roots
    .find(({ name, attributes }) => name === 'rootfile' && attributes.has('full-path'))
    ?.attributes.get('full-path')
  if (path === undefined) throw new RefusedFile('it does not say where its text is')
  return decoded(path)
}

function refuseLocked(archive: Archive, documents: readonly string[]): void {
  const root = partOf(archive, 'META-INF/encryption.xml')
  for (const entry of root === undefined ? [] : elementsIn(root)) {
    const parts = [...descendants(entry)]
    const algorithm = parts
      .find(({ name }) => name === 'EncryptionMethod')
      ?.attributes.get('Algorithm')
    const uri = parts.find(({ name }) => name === 'CipherReference')?.attributes.get('URI') ?? ''
    if (!fontAlgorithms.test(algorithm ?? '') && documents.includes(decoded(uri)))
      throw new RefusedFile('its text is locked by the copy protection of the shop it comes from')
  }
}

function partOf(archive: Archive, name: string): XmlElement | undefined {
  const bytes = archive.bytes(name)
  return bytes === undefined ? undefined : parseXmlTree(bytes, name)
}

/** A name as it stands in the archive; one that is not encoded as it should be stays as it is. */
export function decoded(href: string): string {
  try {
    return decodeURIComponent(href)
  } catch (error) {
    if (error instanceof URIError) return href
    throw error
  }
}

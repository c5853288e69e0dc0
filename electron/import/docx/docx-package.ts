import { posix } from 'node:path'
import type { Archive } from '../archive/open-archive'
import { RefusedFile } from '../refused-file'
import type { XmlElement } from '../xml/xml-tree'
import { descendants, parseXmlTree } from '../xml/xml-tree'

/** What a part of the package refers to by an id: another part, or an address outside. */
type Relationship = {
  /** The last word of its type: `image`, `hyperlink`, `footnotes`. */
  readonly type: string
  readonly target: string
  readonly isExternal: boolean
}
export type Relationships = ReadonlyMap<string, Relationship>

/** A part of a Word document with what it refers to. */
export type DocxPart = { readonly root: XmlElement; readonly relationships: Relationships }

/** The parts of a Word document. Source: ECMA-376, part 2, Open Packaging Conventions. */
export type DocxPackage = {
  readonly main: DocxPart
  /** The part that the main part names for `type`, such as `styles`. */
  readonly related: (type: string) => DocxPart | undefined
  /** All of them, as there may be several headers. */
  readonly allRelated: (type: string) => readonly DocxPart[]
  readonly coreProperties: XmlElement | undefined
}

/** Open the parts of a Word document; throws RefusedFile when there is no text among them. */
export function openDocx(archive: Archive): DocxPackage {
  const outer = relationshipsOf(archive, '')
  const mainName = targetOf(outer, 'officeDocument') ?? 'word/document.xml'
  const main = partOf(archive, mainName)
  if (main === undefined) throw new RefusedFile('it has no text of a Word document in it')
  const allRelated = (type: string): DocxPart[] =>
    [...main.relationships.values()]
      .filter(relationship => relationship.type === type && !relationship.isExternal)
      .map(({ target }) => partOf(archive, target))
      .filter(part => part !== undefined)
  const properties = targetOf(outer, 'core-properties') ?? 'docProps/core.xml'
  return {
    main,
    allRelated,
    related: type => allRelated(type)[0],
    coreProperties: partOf(archive, properties)?.root,
  }
}

function targetOf(relationships: Relationships, type: string): string | undefined {
  return [...relationships.values()].find(
    relationship => relationship.type === type && !relationship.isExternal,
  )?.target
}

function partOf(archive: Archive, name: string): DocxPart | undefined {
  const bytes = archive.bytes(name)
  if (bytes === undefined) return undefined
  return { root: parseXmlTree(bytes, name), relationships: relationshipsOf(archive, name) }
}

/** The relationships of the part `name`, or of the package itself for `''`; targets are names in the archive. */
function relationshipsOf(archive: Archive, name: string): Relationships {
  const folder = name.includes('/') ? posix.dirname(name) : ''
  const file = posix.join(folder, '_rels', `${posix.basename(name)}.rels`)
  const bytes = archive.bytes(file)
  const found = new Map<string, Relationship>()
  if (bytes === undefined) return found
  for (const { name: element, attributes } of descendants(parseXmlTree(bytes, file))) {
    const id = attributes.get('Id')
    if (element !== 'Relationship' || id === undefined) continue
    const isExternal = attributes.get('TargetMode') === 'External'
    const target = attributes.get('Target') ?? ''
    const type = attributes.get('Type')?.split('/').at(-1) ?? ''
    found.set(id, { type, isExternal, target: isExternal ? target : inside(folder, target) })
  }
  return found
}

function inside(folder: string, target: string): string {
  return target.startsWith('/') ? target.slice(1) : posix.join(folder, target)
}

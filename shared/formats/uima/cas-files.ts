import { strFromU8, unzipSync } from 'fflate'
import type { Unzipped, UnzipFileFilter } from 'fflate'
import type { ImportFolder } from '../read-format'
import { isSideFile } from '../read-side'

/** Files that may hold a CAS, and what stands around them. */
export type CasFolder = {
  /** Paths, ordered; each document once, also where it stands as JSON and as XMI. */
  readonly files: readonly string[]
  /** `undefined` for a file that is no UTF-8. */
  readonly text: (file: string) => string | undefined
  /** Path of the type system that is meant for a file: beside it, or above it. */
  readonly typeSystemOf: (file: string) => string | undefined
  /** Archives that could not be opened. */
  readonly damaged: readonly string[]
}

/** Name of a type system in exports of ours and of INCEpTION. */
export const typeSystemFile = 'TypeSystem.xml'

/** Unpacked size of a member of an archive in the folder. */
const largestMember = 512 * 1024 * 1024

/**
 * The files of a folder that may hold a CAS. INCEpTION puts each annotator's file into a zip file of its
 * own, which is looked into; of a whole project of it, only what people annotated and curated is read.
 */
export function casFolder(folder: ImportFolder): CasFolder {
  const damaged: string[] = []
  const names = folder.names.flatMap(name => {
    if (!isZip(name)) return [name]
    const members = memberNames(folder.bytes(name))
    if (members === undefined) damaged.push(name)
    return (members ?? []).map(member => `${name}/${member}`)
  })
  const all = new Set(names)
  const isProject = names.some(name => /(^|\/)exportedproject[^/]*\.json$/.test(name))
  const files = names
    .filter(name => /\.(json|xmi)$/i.test(name) && !isSideFile(name))
    .filter(name => !isProject || /(^|\/)(annotation|curation)\//.test(name))
    .filter(name => !twinsOf(name).some(twin => all.has(twin)))
  const typeSystems = new Map(
    names
      .filter(name => /(^|\/)typesystem\.xml$/i.test(name))
      .map(name => [name.slice(0, name.lastIndexOf('/') + 1), name]),
  )
  return {
    files,
    damaged,
    text: file => {
      const archive = folder.names.find(name => isZip(name) && file.startsWith(`${name}/`))
      return archive === undefined
        ? folder.text(file)
        : memberText(folder.bytes(archive), file.slice(archive.length + 1))
    },
    typeSystemOf: file => {
      for (let end = file.lastIndexOf('/') + 1; ; end = file.lastIndexOf('/', end - 2) + 1) {
        const found = typeSystems.get(file.slice(0, end))
        if (found !== undefined || end === 0) return found
      }
    },
  }
}

function isZip(name: string): boolean {
  return name.toLowerCase().endsWith('.zip')
}

/** Where the same document stands as CAS JSON, which can hold every character, when `name` is XMI. */
function twinsOf(name: string): string[] {
  if (!/\.xmi$/i.test(name)) return []
  const json = name.replace(/\.xmi$/i, '.json')
  return [json, json.replace(/(^|\/)xmi\//, '$1json/')]
}

/** Ordered; `undefined` for what is no archive. */
function memberNames(bytes: Uint8Array): string[] | undefined {
  const names: string[] = []
  const opened = unzipped(bytes, ({ name }) => {
    if (!name.endsWith('/') && !name.split('/').some(part => part.startsWith('.'))) names.push(name)
    return false
  })
  return opened === undefined ? undefined : names.sort()
}

function memberText(bytes: Uint8Array, member: string): string | undefined {
  const members = unzipped(
    bytes,
    ({ name, originalSize }) => name === member && originalSize <= largestMember,
  )
  const content = members?.[member]
  return content === undefined ? undefined : strFromU8(content).replace(/^\uFEFF/, '')
}

function unzipped(bytes: Uint8Array, filter: UnzipFileFilter): Unzipped | undefined {
  try {
    return unzipSync(bytes, { filter })
  } catch (error) {
    // What fflate says of a damaged archive has a code; everything else is a bug.
    if (error instanceof Error && 'code' in error) return undefined
    throw error
  }
}

import type { DatasetSide } from './dataset/read-side-files'
import { readDatasetSide } from './dataset/read-side-files'
import { parsedJson } from './json-text'
import type { ImportFolder } from './read-format'

const sideNames = ['codebook.json', 'sources.json', 'annotators.json']

/** True for a file that stands beside the records of an export of Assay. */
export function isSideFile(name: string): boolean {
  return [...sideNames, 'manifest.json'].includes(baseName(name))
}

/** The last part of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/**
 * What stands beside the records of an export, also of one with a folder for each split; empty for the
 * files of other programs.
 */
export function sideOf(folder: ImportFolder): DatasetSide {
  const [codebook] = textsOf(folder, 'codebook.json')
  return readDatasetSide({
    codebook,
    annotators: joinedLists(textsOf(folder, 'annotators.json')),
    sources: joinedLists(textsOf(folder, 'sources.json')),
  })
}

/** The texts of all files of this name, whatever folder they are in. */
export function textsOf(folder: ImportFolder, name: string): string[] {
  return folder.names
    .filter(path => baseName(path) === name)
    .map(path => folder.text(path) ?? '\ufffd')
}

/** One list out of those of all splits, each item once; a lone file as it is, so that its faults are told. */
function joinedLists(texts: readonly string[]): string | undefined {
  if (texts.length < 2) return texts[0]
  const items = texts
    .map(parsedJson)
    .flatMap(list => (Array.isArray(list) ? (list as unknown[]) : []))
  const unique = new Map(items.map(item => [JSON.stringify(item), item]))
  return JSON.stringify([...unique.values()])
}

import { compareText } from '../../annotation/annotation'
import { readDatasetSide } from '../dataset/read-side-files'
import type { DatasetSide } from '../dataset/read-side-files'
import type { FoundArticle, ImportFolder, ReadFormat } from '../read-format'
import { noSide } from '../read-format'
import { attributeNames } from './attribute-names'
import { sourceNamesOf } from './note-value'
import { readSidecarLine } from './read-sidecar'
import type { ReadSidecarLine } from './read-sidecar'
import { readBratArticle } from './read-article'
import type { BratImport, Holder } from './read-article'
import { sidecarFile } from './sidecar'

/** Files of annotations that stand beside a text: brat's own, and those of the shared tasks it reads. */
const annotationEndings = ['.ann', '.a1', '.a2', '.rel', '.co'] as const

/** A folder of brat: an export of ours, or one that brat or another tool wrote. */
export function readBrat(folder: ImportFolder): ReturnType<ReadFormat> {
  const stems = stemsOf(folder.names)
  if (![...stems.values()].some(files => files.annotations.length > 0))
    return {
      refused: 'it has no .ann files. Choose the folder that holds .txt and .ann files together.',
    }
  const side = sideOf(folder)
  const importing: BratImport = {
    folder,
    stems,
    codebook: side.codebook,
    names: side.codebook === undefined ? undefined : attributeNames(side.codebook),
    sources: sourceNamesOf(side.sources),
  }
  return { found: { side, articles: articlesOf(importing) } }
}

/** The files of each document, by path without ending. */
function stemsOf(names: readonly string[]): BratImport['stems'] {
  const stems = new Map<string, { text?: string; annotations: string[] }>()
  for (const name of names) {
    const ending = ['.txt', ...annotationEndings].find(one => name.endsWith(one))
    if (ending === undefined) continue
    const stem = name.slice(0, -ending.length)
    const files = stems.get(stem) ?? { annotations: [] }
    stems.set(stem, files)
    if (ending === '.txt') files.text = name
    else files.annotations.push(name)
  }
  return stems
}

function sideOf({ names, text }: ImportFolder): DatasetSide {
  const file = (name: string): string | undefined => (names.includes(name) ? text(name) : undefined)
  // Files of these names are ours only beside a sidecar.
  if (!names.includes(sidecarFile)) return noSide
  return readDatasetSide({
    codebook: file('codebook.json'),
    annotators: file('annotators.json'),
    sources: file('sources.json'),
  })
}

/** First the articles of the sidecar, each with all its files, then those that stand in none of its lines. */
function* articlesOf(importing: BratImport): Generator<FoundArticle> {
  const byName = new Map<string, string[]>()
  for (const stem of importing.stems.keys())
    byName.set(nameOf(stem), [...(byName.get(nameOf(stem)) ?? []), stem])
  const annotators = new Map<string, string>()
  for (const { line } of sidecarLines(importing.folder))
    for (const [annotator, stem] of Object.entries(line?.files ?? {}))
      annotators.set(folderOf(stem), annotator)
  const taken = new Set<string>()
  for (const { line, number } of sidecarLines(importing.folder)) {
    if (line === undefined) {
      yield {
        items: [
          {
            kind: 'refused',
            line: number,
            message: `Line ${number} of ${sidecarFile} is not as Assay writes it and was not used; its files were read without it.`,
          },
        ],
      }
      continue
    }
    const holders = holdersOf(line, importing, { byName, annotators })
    for (const { stem } of holders) taken.add(stem)
    yield readBratArticle(importing, { known: line, holders })
  }
  yield* otherArticles(importing, { byName, annotators, taken })
}

function* sidecarLines({
  names,
  lines,
}: ImportFolder): Generator<{ line: ReadSidecarLine | undefined; number: number }> {
  if (!names.includes(sidecarFile)) return
  let number = 0
  for (const json of lines(sidecarFile)) {
    number += 1
    if (json !== '') yield { line: json === undefined ? undefined : readSidecarLine(json), number }
  }
}

type Known = {
  /** Documents of one file name, in whatever folder. */
  readonly byName: ReadonlyMap<string, readonly string[]>
  /** Whose folder it is. */
  readonly annotators: ReadonlyMap<string, string>
}

/** The files of an article of the sidecar, and copies of the same text that somebody else annotated since. */
function holdersOf(
  line: ReadSidecarLine,
  { folder, stems }: BratImport,
  { byName, annotators }: Known,
): Holder[] {
  const listed = Object.entries(line.files).map(([annotator, stem]) => ({ annotator, stem }))
  const own = new Set(listed.map(({ stem }) => stem))
  const first = [...own, ...(byName.get(line.name) ?? [])].find(
    stem => stems.get(stem)?.text !== undefined,
  )
  const text = first === undefined ? undefined : textOf(folder, stems.get(first)?.text)
  const copies = (byName.get(line.name) ?? []).filter(
    stem => !own.has(stem) && textOf(folder, stems.get(stem)?.text) === text,
  )
  return [
    ...listed,
    ...copies.map(stem => ({
      annotator: annotators.get(folderOf(stem)) ?? nameOfFolder(stem),
      stem,
    })),
  ]
}

/** Documents without a sidecar. The same text under the same name in several folders is one article, each folder an annotator. */
function* otherArticles(
  importing: BratImport,
  { byName, annotators, taken }: Known & { readonly taken: ReadonlySet<string> },
): Generator<FoundArticle> {
  const groups = [...byName.values()]
    .map(stems => stems.filter(stem => !taken.has(stem)))
    .flatMap(stems => copiesOf(stems, importing))
  const hasFolders = annotators.size > 0 || groups.some(group => group.length > 1)
  const order = (group: readonly string[]): string => group[0] ?? ''
  for (const group of groups.sort((a, b) => compareText(order(a), order(b)))) {
    const holders = group.map(stem => ({
      stem,
      annotator: annotators.get(folderOf(stem)) ?? (hasFolders ? nameOfFolder(stem) : undefined),
    }))
    yield readBratArticle(importing, { known: undefined, holders })
  }
}

/** `stems` of one name, those with the same text together. */
function copiesOf(stems: readonly string[], { folder, stems: files }: BratImport): string[][] {
  if (stems.length < 2) return stems.map(stem => [stem])
  const groups = new Map<string, string[]>()
  for (const stem of stems) {
    const name = files.get(stem)?.text
    const key = name === undefined ? `missing ${stem}` : `text ${textOf(folder, name) ?? stem}`
    groups.set(key, [...(groups.get(key) ?? []), stem])
  }
  return [...groups.values()]
}

function textOf(folder: ImportFolder, name: string | undefined): string | undefined {
  return name === undefined ? undefined : folder.text(name)
}

function nameOf(stem: string): string {
  return stem.slice(stem.lastIndexOf('/') + 1)
}

function folderOf(stem: string): string {
  return stem.slice(0, Math.max(0, stem.lastIndexOf('/')))
}

function nameOfFolder(stem: string): string | undefined {
  const folder = folderOf(stem)
  return folder === '' ? undefined : folder
}

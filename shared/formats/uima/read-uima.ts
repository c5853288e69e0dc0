import type { ImportItem } from '../dataset/import-item'
import type { LooseObject } from '../dataset/loose-value'
import type { DatasetSide } from '../dataset/read-side-files'
import type { FoundArticle, ImportFolder, ReadFormat } from '../read-format'
import { baseName, sideOf } from '../read-side'
import type { CasFolder } from './cas-files'
import { casFolder, typeSystemFile } from './cas-files'
import { layerNames } from './layer-names'
import type { ReadCas } from './read-cas-json'
import { readCasJson } from './read-cas-json'
import type { CasDocument } from './read-document'
import { readDocument } from './read-document'
import { readStructures } from './read-structures'
import { readTypeSystem } from './read-type-system'
import type { KnownTypes } from './read-type-system'
import { readXmi } from './read-xmi'

/**
 * An export of ours, documents of INCEpTION one by one or a whole project of it, or files of any other tool
 * for UIMA. Each file is read twice, once to learn which article it belongs to and once for what is in it,
 * so that memory holds one article at a time.
 */
export function readUima(folder: ImportFolder): ReturnType<ReadFormat> {
  const opened = casFolder(folder)
  const read = casReader(opened)
  const items: ImportItem[] = opened.damaged.map(name => unread(name, 'it is no zip file'))
  const groups = new Map<string, string[]>()
  const makers = new Map<string, string>()
  const types = new Set<string>()
  for (const file of opened.files) {
    const { cas, fault } = read(file)
    if (cas === undefined) {
      items.push(unread(file, fault))
      continue
    }
    const { article, maker } = readDocument(cas, stemOf(file))
    groups.set(article, [...(groups.get(article) ?? []), file])
    if (maker?.name !== undefined) makers.set(maker.id, maker.name)
    for (const { type } of cas.structures) types.add(type)
  }
  const [only] = items
  // A type system without documents is the export of a project without articles.
  const isEmptyExport =
    only === undefined && folder.names.some(name => baseName(name) === typeSystemFile)
  if (groups.size === 0 && !isEmptyExport)
    return {
      refused:
        only === undefined
          ? 'it holds neither CAS JSON (.json) nor XMI (.xmi). Choose the folder of an export, or files that INCEpTION exported as “UIMA CAS JSON” or “UIMA CAS XMI”.'
          : only.message,
    }
  const side = withMakers(sideOf(folder), makers)
  return {
    found: {
      side: { ...side, items: [...side.items, ...items] },
      articles: articlesOf(groups.values(), read, side, layerNames(types)),
    },
  }
}

type Reader = (file: string) => ReadCas

function casReader(opened: CasFolder): Reader {
  const known = new Map<string, KnownTypes>()
  const typesFor = (file: string): KnownTypes => {
    const name = opened.typeSystemOf(file)
    if (name === undefined) return new Map()
    // INCEpTION packs one beside each file: only the last is kept.
    const types = known.get(name) ?? readTypeSystem(opened.text(name) ?? '') ?? new Map()
    known.clear()
    known.set(name, types)
    return types
  }
  return file => {
    const text = opened.text(file)
    if (text === undefined) return { fault: 'it is no UTF-8 text, or larger than 512 MB' }
    return /\.json$/i.test(file) ? readCasJson(text) : readXmi(text, typesFor(file))
  }
}

function unread(file: string, fault: string): ImportItem {
  return { kind: 'refused', message: `${file} was left out: ${fault}.` }
}

function stemOf(file: string): string {
  return file.replace(/\.[^./]*$/, '')
}

/** Annotators whom only the files themselves name. */
function withMakers(side: DatasetSide, makers: ReadonlyMap<string, string>): DatasetSide {
  const known = new Set(side.annotators.map(({ id }) => id))
  const others = [...makers].filter(([id]) => !known.has(id)).map(([id, name]) => ({ id, name }))
  return { ...side, annotators: [...side.annotators, ...others] }
}

function* articlesOf(
  groups: Iterable<readonly string[]>,
  read: Reader,
  side: DatasetSide,
  layerName: (type: string) => string,
): Generator<FoundArticle> {
  const names = new Map(side.sources.map(({ id, name }) => [id, name]))
  for (const files of groups)
    yield articleFrom(files, read, { layerName, sourceName: id => names.get(id) })
}

type Names = {
  readonly layerName: (type: string) => string
  readonly sourceName: (id: string) => string | undefined
}

/** All files about one article. One with another text than the first is left out: its offsets mean other words. */
function articleFrom(files: readonly string[], read: Reader, names: Names): FoundArticle {
  const items: ImportItem[] = []
  const taken = new Set<string>()
  const parts: { readonly document: CasDocument; readonly text: string }[] = []
  const annotations: LooseObject[] = []
  const relations: LooseObject[] = []
  const sources = new Map<unknown, LooseObject>()
  const status = new Map<string, string>()
  for (const file of files) {
    const { cas, fault } = read(file)
    if (cas === undefined) {
      items.push(unread(file, fault))
      continue
    }
    if (parts[0] !== undefined && parts[0].text !== cas.text) {
      items.push(unread(file, 'it has another text than the other files of this article'))
      continue
    }
    const document = readDocument(cas, stemOf(file))
    parts.push({ document, text: cas.text })
    const found = readStructures(cas, { document, taken, ...names })
    annotations.push(...found.annotations)
    relations.push(...found.relations)
    for (const source of found.sources) sources.set(source['id'], source)
    items.push(...found.items)
    if (document.maker !== undefined && document.status !== undefined)
      status.set(document.maker.id, document.status)
  }
  const [first] = parts
  if (first === undefined) return { items }
  const { article, externalId, title, metadata } = first.document
  return {
    items,
    line: {
      id: article,
      external_id: externalId,
      title,
      text: first.text,
      metadata,
      offset_unit: 'utf16',
      status: Object.fromEntries(status),
      annotations,
      relations,
      sources: [...sources.values()],
    },
  }
}

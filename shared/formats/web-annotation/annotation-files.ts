import type { LooseObject } from '../dataset/loose-value'
import { isObject } from '../dataset/loose-value'
import { parsedJson } from '../json-text'
import type { ImportFolder } from '../read-format'
import { isSideFile } from '../read-side'
import type { LinkEnd } from './read-annotation-json'
import { creatorOf, readLink } from './read-annotation-json'
import { listOf, targetsOf } from './read-targets'

/** An annotation with what it is called when it has no id of its own. */
export type Given = { readonly value: LooseObject; readonly name: string }

/** Parsed files that are kept for the next article: annotations of one article are rarely on more than two pages. */
const keptFiles = 4

/** What the annotation files hold, found once; the annotations themselves are read again for each text. */
export type AnnotationIndex = {
  /** IRIs of the texts that annotations are on, in the order they were met. */
  readonly sources: readonly string[]
  readonly creators: readonly { readonly id: string; readonly name: string }[]
  /** Files that are no JSON. */
  readonly damaged: readonly string[]
  /** True when there is any annotation or relation at all. */
  readonly isEmpty: boolean
  readonly annotationsOn: (source: string) => readonly Given[]
  /** Relations from annotations on that text, with the text of either end. */
  readonly linksFrom: (source: string) => readonly GivenLink[]
  /** Relations that start from no annotation of these files. */
  readonly looseLinks: readonly string[]
}

export type GivenLink = {
  readonly relation: LooseObject
  readonly from: string
  readonly to: string
  /** IRI of the text of the other end. */
  readonly toSource: string
}

type FileContent = {
  readonly bySource: ReadonlyMap<string, readonly Given[]>
  readonly links: readonly NonNullable<ReturnType<typeof readLink>>[]
}

/** Index every `.json` and `.jsonld` file of the folder, but for those beside an export of ours. */
export function indexAnnotations(folder: ImportFolder): AnnotationIndex {
  const files = folder.names.filter(name => /\.json(?:ld)?$/i.test(name) && !isSideFile(name))
  const damaged = files.filter(file => parsedFile(folder, file) === undefined)
  const contentOf = cached((file: string) => contentOfFile(folder, file))
  const filesOf = new Map<string, Set<string>>()
  const linkFilesOf = new Map<string, Set<string>>()
  const creators = new Map<string, string>()
  const unscoped = new Set<string>()
  for (const file of files) {
    const { bySource, links } = contentOf(file)
    for (const [source, annotations] of bySource) {
      filesOf.set(source, (filesOf.get(source) ?? new Set()).add(file))
      for (const { value } of annotations) noteCreator(creators, value)
    }
    for (const { from, to } of links)
      for (const end of [from, to]) if (end.scope === undefined) unscoped.add(end.iri)
  }
  const scopes = scopesOf(unscoped, files, contentOf)
  const scopeOf = ({ iri, scope }: LinkEnd): string | undefined => scope ?? scopes.get(iri)
  const looseLinks: string[] = []
  for (const file of files)
    for (const { from, relation } of contentOf(file).links) {
      const source = scopeOf(from)
      if (source === undefined) looseLinks.push(String(relation['id']))
      else linkFilesOf.set(source, (linkFilesOf.get(source) ?? new Set()).add(file))
    }
  return {
    sources: [...new Set([...filesOf.keys(), ...linkFilesOf.keys()])],
    creators: [...creators].map(([id, name]) => ({ id, name })),
    damaged,
    isEmpty: filesOf.size === 0 && linkFilesOf.size === 0 && looseLinks.length === 0,
    annotationsOn: source =>
      [...(filesOf.get(source) ?? [])].flatMap(file => contentOf(file).bySource.get(source) ?? []),
    linksFrom: source =>
      [...(linkFilesOf.get(source) ?? [])].flatMap(file =>
        contentOf(file)
          .links.filter(({ from }) => scopeOf(from) === source)
          .map(({ relation, from, to }) => ({
            relation,
            from: from.iri,
            to: to.iri,
            toSource: scopeOf(to) ?? source,
          })),
      ),
    looseLinks,
  }
}

function noteCreator(creators: Map<string, string>, value: LooseObject): void {
  const creator = creatorOf(value)
  if (creator !== undefined) creators.set(creator.id, creator.name)
}

/** The texts of annotations that links name without a scope. */
function scopesOf(
  wanted: ReadonlySet<string>,
  files: readonly string[],
  contentOf: (file: string) => FileContent,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  if (wanted.size === 0) return found
  for (const file of files)
    for (const [source, annotations] of contentOf(file).bySource)
      for (const { value } of annotations)
        if (typeof value['id'] === 'string' && wanted.has(value['id']))
          found.set(value['id'], source)
  return found
}

function contentOfFile(folder: ImportFolder, file: string): FileContent {
  const bySource = new Map<string, Given[]>()
  const links: NonNullable<ReturnType<typeof readLink>>[] = []
  for (const [index, value] of annotationsIn(parsedFile(folder, file)).entries()) {
    const name = `${file} annotation ${index + 1}`
    const link = readLink(value, name)
    if (link !== undefined) {
      links.push(link)
      continue
    }
    const source = targetsOf(value)[0]?.source ?? ''
    const before = bySource.get(source)
    if (before === undefined) bySource.set(source, [{ value, name }])
    else before.push({ value, name })
  }
  return { bySource, links }
}

/** Annotations wherever they stand: alone, in a list, on a page, in a collection with its first page, in a graph. */
function annotationsIn(value: unknown): LooseObject[] {
  return listOf(value)
    .filter(isObject)
    .flatMap(given => {
      const inside = [given['items'], given['first'], given['@graph']].flatMap(annotationsIn)
      return given['target'] === undefined ? inside : [given]
    })
}

function parsedFile(folder: ImportFolder, file: string): unknown {
  return parsedJson(folder.text(file) ?? '')
}

/** Keeps the last few answers. */
function cached(answer: (file: string) => FileContent): (file: string) => FileContent {
  const kept = new Map<string, FileContent>()
  return file => {
    const content = kept.get(file) ?? answer(file)
    kept.delete(file)
    kept.set(file, content)
    for (const oldest of kept.keys()) {
      if (kept.size <= keptFiles) break
      kept.delete(oldest)
    }
    return content
  }
}

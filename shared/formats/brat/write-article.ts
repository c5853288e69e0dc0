import type { AnnotatorId } from '../../annotation/annotation'
import { compareAnnotations, compareText } from '../../annotation/annotation'
import { begunStatus } from '../begun-status'
import type { ExportArticle, ExportContext, ExportPiece, Loss } from '../format'
import { jsonLine } from '../json-text'
import { annotationLine, metadataLine, relationLine } from '../article-line'
import { articleNoteLosses, splitRelations, unknownKeyLosses } from '../losses'
import { offsetWriter } from '../offset-units'
import { externalIdOf } from '../side-files'
import { annFile } from './ann-file'
import type { Writing } from './ann-file'
import type { AnnotatorFolders } from '../annotator-folders'
import { fragmentsOf } from './fragments'
import { annotationLosses, relationLosses, textLosses } from './losses'
import { sidecarFile } from './sidecar'
import type { SidecarAnnotation, SidecarLine } from './sidecar'
import { writtenText } from './written-text'

/** What is the same for every article. */
export type BratExport = {
  readonly context: ExportContext
  readonly folders: AnnotatorFolders
  readonly nameOf: (title: string) => string
  readonly writing: Omit<Writing, 'text' | 'offsetOf'>
}

/** The files of one article in the folder of each of its annotators, and its line in the sidecar. */
export function writeArticle(
  given: ExportArticle,
  { context, folders, nameOf, writing }: BratExport,
): { readonly pieces: readonly ExportPiece[]; readonly losses: readonly Loss[] } {
  const { carried, losses } = splitRelations(given, context)
  const { text, replaced } = writtenText(given.text)
  const article = { ...given, annotations: given.annotations.toSorted(compareAnnotations) }
  const offsetOf = offsetWriter(text, 'codepoint')
  const hasWords = (annotation: ExportArticle['annotations'][number]): boolean =>
    fragmentsOf(text, annotation.spans).some(({ start, end }) => !isBlank(text.slice(start, end)))
  const standing = article.annotations.filter(hasWords)
  const owners = new Map(standing.map(({ id, annotator }) => [String(id), annotator]))
  const isDrawn = ({ from, to, annotator }: (typeof carried)[number]): boolean =>
    from.article === to.article &&
    from.annotation !== to.annotation &&
    [from, to].every(end => owners.get(end.annotation) === annotator)
  const name = nameOf(given.title)
  const holders = folders.of(article)
  const places = (holders.length === 0 ? [folders.only] : holders).map(annotator => {
    const file = annFile(
      standing.filter(one => one.annotator === annotator),
      carried.filter(one => one.annotator === annotator && isDrawn(one)),
      { ...writing, text, offsetOf },
    )
    return { annotator, path: pathOf(folders, annotator, name), file }
  })
  const line: SidecarLine = {
    id: article.id,
    ...externalIdOf(article.externalId),
    title: article.title,
    name,
    files: Object.fromEntries(
      places.flatMap(({ annotator, path }) => (annotator === undefined ? [] : [[annotator, path]])),
    ),
    metadata: metadataLine(article.metadata),
    status: begunStatus(article.status),
    ...listOf(
      'replaced',
      replaced.map(({ at, was }) => [offsetOf(at), was] as const),
    ),
    annotations: Object.fromEntries<SidecarAnnotation>(places.flatMap(({ file }) => file.rests)),
    relations: Object.fromEntries(
      carried
        .filter(isDrawn)
        .map(({ id, externalId, createdAt }) => [
          id,
          { ...externalIdOf(externalId), created_at: createdAt },
        ]),
    ),
    ...listOf(
      'other_annotations',
      article.annotations
        .filter(one => !hasWords(one))
        .map(one => annotationLine(one, article.text, offsetOf)),
    ),
    ...listOf(
      'other_relations',
      carried
        .filter(one => !isDrawn(one))
        .toSorted((a, b) => compareText(a.id, b.id))
        .map(relationLine),
    ),
  }
  return {
    pieces: [
      ...places.flatMap(({ path, file }) => [
        { file: `${path}.txt`, text, isLast: true },
        { file: `${path}.ann`, text: file.text, isLast: true },
      ]),
      { file: sidecarFile, text: `${jsonLine(line)}\n` },
    ],
    losses: [
      ...losses,
      ...textLosses(article, replaced),
      ...annotationLosses(article, text, hasWords),
      ...relationLosses(
        article,
        carried.filter(one => !isDrawn(one)),
      ),
      ...unknownKeyLosses(article),
      ...articleNoteLosses(article),
    ],
  }
}

function pathOf(
  folders: AnnotatorFolders,
  annotator: AnnotatorId | undefined,
  name: string,
): string {
  const folder = annotator === undefined ? '' : folders.nameOf(annotator)
  return folder === '' ? name : `${folder}/${name}`
}

/** White space as Python sees it: brat takes a text column of nothing else for a missing one. */
function isBlank(words: string): boolean {
  return /^[\s\x1c-\x1f\x85]*$/.test(words)
}

function listOf<Key extends string, Value>(
  key: Key,
  values: readonly Value[],
): Partial<Record<Key, readonly Value[]>> {
  return values.length === 0 ? {} : ({ [key]: values } as Record<Key, readonly Value[]>)
}

import type { Annotation } from '../../shared/annotation/annotation'
import { placeAnnotation } from '../../shared/annotation/anchor'
import type { Article } from '../../shared/article/article'
import type { AnnotationsFile } from '../../shared/project/files'
import { annotationFile } from '../../shared/project/change'
import { spanFault } from '../../shared/text/span'
import type { Find, FindingKind } from './finding'

/** Check the annotations of one file after another; ids are unique in the whole project. */
export function annotationChecker(
  articles: ReadonlyMap<string, Article>,
  sources: ReadonlySet<unknown>,
  find: Find,
): (file: string, content: AnnotationsFile) => void {
  const known = new Map<string, string>()
  return (file, content) => {
    if (file !== annotationFile(content.article, content.annotator))
      find(file, 'wrong-place', 'it holds the annotations of another article or annotator')
    const article = articles.get(content.article)
    if (article === undefined) {
      find(
        file,
        'orphan',
        'its article is missing or damaged, so its annotations cannot be verified',
      )
      return
    }
    if (content.textSha256 !== article.textSha256)
      find(file, 'changed', 'it was made on another text than the article has now')
    const own = new Set<string>()
    for (const annotation of content.annotations) {
      const { id } = annotation
      const elsewhere = known.get(id)
      if (elsewhere !== undefined)
        find(
          file,
          'duplicate',
          elsewhere === file
            ? `the annotation ${id} is there twice`
            : `the annotation ${id} is also in ${elsewhere}`,
        )
      known.set(id, file)
      own.add(id)
      const fault = faultOf(annotation, article.text)
      if (fault !== undefined) find(file, fault.kind, `the annotation ${id} ${fault.problem}`)
    }
    checkRelations(file, content, own, known, find)
    checkSources(file, content.annotations, sources, find)
  }
}

function faultOf(
  annotation: Annotation,
  text: string,
): { readonly kind: FindingKind; readonly problem: string } | undefined {
  if (annotation.quote.length !== annotation.spans.length)
    return { kind: 'does-not-fit', problem: 'does not have the words of each of its parts' }
  for (const span of annotation.spans) {
    const fault = spanFault(text, span)
    if (fault !== undefined)
      return { kind: 'does-not-fit', problem: `does not fit the text: ${fault}` }
  }
  const placed = placeAnnotation(text, annotation)
  if (placed.kind === 'exact') return undefined
  const words = annotation.quote.map(({ exact }) => exact).join(' … ')
  return placed.kind === 'moved'
    ? { kind: 'moved', problem: `has moved: its words “${words}” stand elsewhere` }
    : { kind: 'lost', problem: `is lost: its words “${words}” are not in the text` }
}

function checkRelations(
  file: string,
  content: AnnotationsFile,
  own: ReadonlySet<string>,
  known: Map<string, string>,
  find: Find,
): void {
  for (const relation of content.relations) {
    if (!own.has(relation.from.annotation))
      find(
        file,
        'relation',
        `the relation ${relation.id} starts at an annotation that is not there`,
      )
    if (known.has(relation.id))
      find(file, 'duplicate', `the relation ${relation.id} is there twice`)
    known.set(relation.id, file)
  }
}

/** A source is named by its id, so any attribute value that looks like an id must be a known source. */
function checkSources(
  file: string,
  annotations: readonly Annotation[],
  sources: ReadonlySet<unknown>,
  find: Find,
): void {
  const id = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
  for (const { id: annotation, attributes } of annotations)
    for (const [key, value] of Object.entries(attributes))
      if (typeof value === 'string' && id.test(value) && !sources.has(value))
        find(
          file,
          'source',
          `the annotation ${annotation} names a ${key} that is not among the sources`,
        )
}

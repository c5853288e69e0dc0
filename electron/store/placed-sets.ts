import { placeAnnotation } from '../../shared/annotation/anchor'
import type { Annotation } from '../../shared/annotation/annotation'
import type { ArticleReading } from '../../shared/ipc/article-reading'
import type { AnnotationsFile } from '../../shared/project/files'

type PlacedSet = ArticleReading['sets'][number]

/** By content, which is another object as soon as anything in it differs. */
const placedSets = new WeakMap<
  AnnotationsFile,
  { readonly text: string; readonly set: PlacedSet }
>()

/**
 * Check every annotation's words against the text; what moved is placed anew, what is lost is listed.
 * Gives the same set for the same content, so that going back and forth between articles is quick.
 */
export function placeAll(text: string, file: AnnotationsFile): PlacedSet {
  const known = placedSets.get(file)
  if (known?.text === text) return known.set
  const set = placeEach(text, file)
  placedSets.set(file, { text, set })
  return set
}

function placeEach(text: string, file: AnnotationsFile): PlacedSet {
  const annotations: Annotation[] = []
  const lost: Annotation[] = []
  for (const annotation of file.annotations) {
    const placed = placeAnnotation(text, annotation)
    if (placed.kind === 'lost') lost.push(annotation)
    else annotations.push(placed.annotation)
  }
  const { annotator, status, relations } = file
  return { annotator, status, annotations, relations, lost }
}

import type { Annotation } from '../annotation/annotation'
import type { Change } from './change'

/** What using another version would do, as a sentence for the user. */
export function describeChange(change: Change): string {
  switch (change.kind) {
    case 'annotation':
      return `${done(change)} the annotation ${wordsOf(change.after ?? change.before)}`
    case 'relation':
      return `${done(change)} a relation`
    case 'status':
      return `The status becomes “${change.after}” instead of “${change.before}”`
    case 'source':
      return `${done(change)} the source “${(change.after ?? change.before)?.name ?? ''}”`
    case 'annotator':
      return `${done(change)} the annotator “${(change.after ?? change.before)?.name ?? ''}”`
    case 'metadata':
      return `Changes the details of an article: ${keysThatDiffer(change.before ?? {}, change.after ?? {})}`
    case 'codebook':
      return `Changes the codebook: ${keysThatDiffer(change.before, change.after)}`
    case 'project':
      return `The project is called “${change.after.name}” instead of “${change.before.name}”`
  }
}

function done({ before, after }: { readonly before?: unknown; readonly after?: unknown }): string {
  if (before === undefined) return 'Adds'
  return after === undefined ? 'Removes' : 'Changes'
}

function wordsOf(annotation: Annotation | undefined): string {
  const words = annotation?.quote.map(({ exact }) => exact).join(' … ') ?? ''
  const short = words.length > 80 ? `${words.slice(0, 80).toWellFormed()}…` : words
  return `${annotation?.type ?? ''} “${short}”`
}

function keysThatDiffer(before: object, after: object): string {
  const [ours, theirs] = [new Map(Object.entries(before)), new Map(Object.entries(after))]
  const keys = [...new Set([...ours.keys(), ...theirs.keys()])].filter(
    key => JSON.stringify(ours.get(key)) !== JSON.stringify(theirs.get(key)),
  )
  return keys.join(', ')
}

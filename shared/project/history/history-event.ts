import type {
  Annotation,
  AnnotationId,
  AnnotatorId,
  AttributeValue,
} from '../../annotation/annotation'
import type { ArticleId } from '../../article/article'
import type { Change } from '../change'
import type { ArticleFact } from './article-facts'
import { articleFacts } from './article-facts'
import type { JournalName, SourcedRecord } from '../record'

/** One thing that is different in an annotation, or in an article, after an edit. */
export type HistoryFact =
  | ArticleFact
  | { readonly kind: 'made' }
  | { readonly kind: 'deleted' }
  | { readonly kind: 'type'; readonly from: string; readonly to: string }
  | {
      readonly kind: 'attribute'
      readonly key: string
      readonly from?: AttributeValue
      readonly to?: AttributeValue
    }
  /** The words before and after; parts of an interrupted one are joined by an ellipsis. */
  | { readonly kind: 'words'; readonly from: string; readonly to: string }
  | { readonly kind: 'note'; readonly from?: string; readonly to?: string }
  /** A relation that begins at the annotation came or went; `relation` is its kind. */
  | { readonly kind: 'linked' | 'unlinked'; readonly relation: string }
  /** It went over to another version of its article, in both of them. */
  | { readonly kind: 'carried' }
  /** Something that no view shows. */
  | { readonly kind: 'other' }

/** What one edit did to one annotation, or to an article itself. */
export type HistoryEvent = {
  /** UTC with milliseconds, by the clock of the computer it was done on. */
  readonly at: string
  /** Who did it, and whose annotation it is; of an article itself the same. */
  readonly by: AnnotatorId
  readonly owner: AnnotatorId
  readonly article: ArticleId
  /** Absent for what was done to the article itself. */
  readonly id?: AnnotationId
  readonly step: 'did' | 'undid' | 'redid'
  readonly facts: readonly HistoryFact[]
  /** As it was afterwards, or before it was deleted; absent where only a relation changed. */
  readonly annotation?: Annotation
}

/**
 * What happened to the annotations and the details of articles of the project, or of one article, out of the records of its journals in
 * the order of `mergeJournals`. An edit that stands in them twice counts once.
 */
export function historyEvents(
  records: readonly SourcedRecord[],
  article?: ArticleId,
): HistoryEvent[] {
  const seen = new Set<string>()
  return records.flatMap(({ journal, record: { at, edit } }) => {
    if (seen.has(edit.id)) return []
    seen.add(edit.id)
    const step = edit.undoes !== undefined ? 'undid' : edit.redoes !== undefined ? 'redid' : 'did'
    const by = annotatorOf(journal)
    const carried = carriedIn(edit.changes)
    return edit.changes.flatMap((change): HistoryEvent[] => {
      if (!isShown(change) || isElsewhere(change, article)) return []
      if (change.kind === 'metadata') {
        const facts = articleFacts(change.before, change.after)
        return facts.length === 0
          ? []
          : [{ at, by, owner: by, step, article: change.article, facts }]
      }
      const known = eventOf(change)
      return known === undefined
        ? []
        : [
            {
              at,
              by,
              owner: change.annotator,
              step,
              ...known,
              ...(carried.has(change.id) ? { facts: [{ kind: 'carried' }] } : {}),
            },
          ]
    })
  })
}

/** Ids of annotations that one edit takes from one article and puts into another. */
function carriedIn(changes: readonly Change[]): ReadonlySet<string> {
  const taken = new Set<string>()
  const put = new Set<string>()
  for (const change of changes)
    if (change.kind === 'annotation') {
      if (change.after === undefined) taken.add(change.id)
      else if (change.before === undefined) put.add(change.id)
    }
  return new Set([...taken].filter(id => put.has(id)))
}

/** The annotator in the name of a journal, `<annotator>.<instance>`. */
function annotatorOf(journal: JournalName): AnnotatorId {
  return (journal.split('.')[0] ?? '') as AnnotatorId
}

type AnnotationChange = Extract<Change, { kind: 'annotation' | 'relation' }>
type ShownChange = AnnotationChange | Extract<Change, { kind: 'metadata' }>

function isShown(change: Change): change is ShownChange {
  return change.kind === 'annotation' || change.kind === 'relation' || change.kind === 'metadata'
}

function isElsewhere(change: ShownChange, article: ArticleId | undefined): boolean {
  return article !== undefined && change.article !== article
}

function eventOf(
  change: AnnotationChange,
): Pick<HistoryEvent, 'article' | 'id' | 'facts' | 'annotation'> | undefined {
  const { article } = change
  if (change.kind === 'relation') {
    const relation = change.after ?? change.before
    if (relation === undefined) return undefined
    const kind = change.after === undefined ? 'unlinked' : 'linked'
    return { article, id: relation.from.annotation, facts: [{ kind, relation: relation.type }] }
  }
  const annotation = change.after ?? change.before
  if (annotation === undefined) return undefined
  return { article, id: change.id, facts: factsBetween(change.before, change.after), annotation }
}

/** How an annotation differs; none before was made then, none after is deleted. */
export function factsBetween(
  before: Annotation | undefined,
  after: Annotation | undefined,
): readonly HistoryFact[] {
  if (before === undefined) return [{ kind: 'made' }]
  if (after === undefined) return [{ kind: 'deleted' }]
  const facts = [
    ...(before.type === after.type
      ? []
      : [{ kind: 'type', from: before.type, to: after.type } as const]),
    ...wordFacts(before, after),
    ...attributeFacts(before.attributes, after.attributes),
    ...noteFacts(before.note, after.note),
  ]
  return facts.length === 0 ? [{ kind: 'other' }] : facts
}

function wordFacts(before: Annotation, after: Annotation): HistoryFact[] {
  if (JSON.stringify(before.spans) === JSON.stringify(after.spans)) return []
  return [{ kind: 'words', from: quotedWords(before), to: quotedWords(after) }]
}

/** The words of an annotation; parts of an interrupted one are joined by an ellipsis. */
export function quotedWords({ quote }: Annotation): string {
  return quote.map(({ exact }) => exact).join(' … ')
}

function attributeFacts(
  before: Annotation['attributes'],
  after: Annotation['attributes'],
): HistoryFact[] {
  const [old, now] = [new Map(Object.entries(before)), new Map(Object.entries(after))]
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key): HistoryFact[] => {
    const [from, to] = [old.get(key), now.get(key)]
    if (JSON.stringify(from) === JSON.stringify(to)) return []
    return [
      {
        kind: 'attribute',
        key,
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
      },
    ]
  })
}

function noteFacts(from: string | undefined, to: string | undefined): HistoryFact[] {
  if (from === to) return []
  return [
    {
      kind: 'note',
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    },
  ]
}

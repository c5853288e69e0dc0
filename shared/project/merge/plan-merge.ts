import type { Annotation, AnnotatorId, Source, SourceId } from '../../annotation/annotation'
import type { ArticleId } from '../../article/article'
import { joinCodebooks } from '../../codebook/join-codebooks'
import type { Change } from '../change'
import { mergeSources } from '../change-sources'
import { compareChanges } from '../compare/compare-articles'
import type { Comparison } from '../compare/comparison'
import type { HistoryWords } from '../history/describe-event'
import { headsOf } from './copy-history'
import type { Judge } from './judge'
import { judgeBetween } from './judge'
import { arrivalOf, mergeDetails } from './merge-details'
import type { AnnotatorCount, MergeCounts, MergeItem, SameSource } from './merge-report'
import type { SetDecisions } from './merge-sets'
import { annotationsAfter, decideSets, withoutLooseRelations } from './merge-sets'
import {
  decideSources,
  mergeAnnotators,
  mergeCodebooks,
  mergeNames,
  mergeSourceRecords,
} from './merge-shared'
import type { CopiedArticle, ProjectCopy } from './project-copy'
import { findSameSources } from './same-sources'
import { changesOfSet } from './set-changes'
import { countOfSet, itemsOfSet } from './set-items'

export type MergeGiven = {
  readonly ours: ProjectCopy
  readonly theirs: ProjectCopy
  /** Who merges: a source is renamed in this person's annotations only. */
  readonly annotator: AnnotatorId
  /** UTC with milliseconds. */
  readonly at: string
  /** Sources of the other copy, of those in `proposals`, that become one with ours. */
  readonly sameSources: ReadonlySet<string>
}

/** What merging the other copy into ours does; nothing is done yet. */
export type MergePlan = {
  /** Their files have to be written before `changes` are made. */
  readonly newArticles: readonly ArticleId[]
  /** Empty when we have everything. */
  readonly changes: readonly Change[]
  /** For `Edit.merged`. */
  readonly brought: readonly string[]
  readonly counts: MergeCounts
  /** Every conflict, every deletion and everything that does not come in as it stands. */
  readonly items: readonly MergeItem[]
  readonly proposals: readonly SameSource[]
  /** What changes here in words, article by article. */
  readonly comparison: Comparison
}

/** Plan the merge of two copies of one project. Pure; the rules are in docs/merging.md. */
export function planMerge(given: MergeGiven): MergePlan {
  const { ours, theirs } = given
  const judge = judgeBetween(ours.history, theirs.history)
  const { pairs, refused } = pairArticles(ours, theirs)
  const articles = decideArticles(judge, pairs)
  const name = mergeNames(judge, ours, theirs)
  const annotators = mergeAnnotators(judge, ours, theirs)
  const codebook = mergeCodebooks(judge, ours.codebook, theirs.codebook)
  const sourceDecisions = decideSources(judge, ours, theirs, wanted => namedIn(articles, wanted))
  const sources = mergeSourceRecords(sourceDecisions)
  const sourcesAfter = afterDecisions(ours.sources, sourceDecisions)
  const proposals = findSameSources(
    ours.sources,
    new Map([...theirs.sources].filter(([id]) => sourcesAfter.has(id))),
  )
  const joined = joinSources(given, proposals, articles, sourcesAfter)
  const details = articles.map(({ ours: our, theirs: their, decisions }) => {
    if (their === undefined) return { changes: [], items: [] }
    return our === undefined
      ? { changes: [arrivalOf(their, given.at)], items: [] }
      : mergeDetails(judge, our, their, decisions)
  })
  const sets = articles.flatMap(({ decisions }) => decisions)
  const nameOf = namesOf(ours, theirs)
  const words = wordsOfBoth(ours, theirs)
  const newArticles = articles.flatMap(({ ours: our, theirs: their }) =>
    our === undefined && their !== undefined ? [their] : [],
  )
  const items = [
    ...[name, annotators, codebook, sources, ...details].flatMap(part => part.items),
    ...sets.flatMap(set => itemsOfSet(set, nameOf(set.annotator), words)),
    ...refused,
    ...sameTexts(ours, newArticles),
  ]
  const changes = [
    ...[name, codebook, annotators, sources, ...details].flatMap(part => part.changes),
    ...sets.flatMap(changesOfSet),
    ...joined,
  ]
  return {
    newArticles: newArticles.map(({ id }) => id),
    changes,
    comparison: compareChanges({
      changes,
      newArticles: new Set(newArticles.map(({ id }) => id)),
      titleOf: id => (ours.articles.get(id) ?? theirs.articles.get(id))?.title ?? '',
      words,
    }),
    brought: headsOf(theirs.history),
    proposals,
    items,
    counts: {
      articles: newArticles.length,
      details: details.flatMap(part => part.changes).length - newArticles.length,
      annotators: countsOf(sets, nameOf),
      codebookParts: codebook.parts,
      codebookChanges: codebook.changes.length > 0,
      ...sourceCounts(sources.changes),
      conflicts: items.filter(({ kind }) => kind === 'conflict').length,
    },
  }
}

type DecidedArticle = ArticlePair & { readonly decisions: readonly SetDecisions[] }
type ArticlePair = {
  readonly ours: CopiedArticle | undefined
  readonly theirs: CopiedArticle | undefined
}

/** Articles of both copies by id. One that has another text in each is left as it is here, and said so. */
function pairArticles(
  ours: ProjectCopy,
  theirs: ProjectCopy,
): { readonly pairs: readonly ArticlePair[]; readonly refused: readonly MergeItem[] } {
  const refused: MergeItem[] = []
  const ids = [...new Set([...ours.articles.keys(), ...theirs.articles.keys()])].sort()
  const pairs = ids.map((id): ArticlePair => {
    const our = ours.articles.get(id)
    const their = theirs.articles.get(id)
    if (our === undefined || their === undefined || our.textSha256 === their.textSha256)
      return { ours: our, theirs: their }
    refused.push({
      kind: 'left-out',
      message: `“${our.title}” has another text in the other copy, so nothing of it was taken over. Import that text as an article of its own.`,
    })
    return { ours: our, theirs: undefined }
  })
  return { pairs, refused }
}

/** What becomes of all annotations and relations; an article that only we have stays as it is. */
function decideArticles(judge: Judge, pairs: readonly ArticlePair[]): DecidedArticle[] {
  const decided = pairs.map(({ ours, theirs }) => ({
    ours,
    theirs,
    decisions:
      theirs === undefined ? decideSets(judge, ours, ours) : decideSets(judge, ours, theirs),
  }))
  const gone = new Set<string>(
    decided.flatMap(({ decisions }) =>
      decisions.flatMap(({ annotations }) =>
        annotations.flatMap(({ id, result }) => (result === undefined ? [id] : [])),
      ),
    ),
  )
  if (gone.size === 0) return decided
  return decided.map(article => ({
    ...article,
    decisions: withoutLooseRelations(article.decisions, article.ours, gone),
  }))
}

/** Those of `wanted` that annotations name after the merge. */
function namedIn(
  articles: readonly DecidedArticle[],
  wanted: ReadonlySet<string>,
): ReadonlySet<string> {
  const named = new Set<string>()
  for (const { annotation } of annotationsAfter(articles))
    for (const value of valuesOf(annotation)) if (wanted.has(value)) named.add(value)
  return named
}

function valuesOf({ attributes }: Annotation): string[] {
  return Object.values(attributes).filter(value => typeof value === 'string')
}

function afterDecisions(
  ours: ReadonlyMap<SourceId, Source>,
  decisions: readonly { readonly id: SourceId; readonly result: Source | undefined }[],
): ReadonlyMap<SourceId, Source> {
  const after = new Map(ours)
  for (const { id, result } of decisions)
    if (result === undefined) after.delete(id)
    else after.set(id, result)
  return after
}

/** The changes that make ticked sources one with ours, after everything else has come in. */
function joinSources(
  { annotator, sameSources, at }: MergeGiven,
  proposals: readonly SameSource[],
  articles: readonly DecidedArticle[],
  sources: ReadonlyMap<SourceId, Source>,
): Change[] {
  const ticked = proposals.filter(({ from }) => sameSources.has(from))
  if (ticked.length === 0) return []
  const own = [...annotationsAfter(articles)].filter(owned => owned.annotator === annotator)
  const current = new Map(sources)
  return ticked.flatMap(pair => {
    const from = current.get(pair.from)
    const into = current.get(pair.into)
    if (from === undefined || into === undefined) return []
    const changes = mergeSources({
      from,
      into,
      annotations: own.filter(({ annotation }) => valuesOf(annotation).includes(from.id)),
      // Other copies and other people may name it.
      isStillNamed: true,
      at,
    })
    for (const change of changes)
      if (change.kind === 'source' && change.after !== undefined)
        current.set(change.id, change.after)
    return changes
  })
}

/** Keys and ids as they are called in either copy. */
export function wordsOfBoth(
  ours: Pick<ProjectCopy, 'codebook' | 'sources'>,
  theirs: Pick<ProjectCopy, 'codebook' | 'sources'>,
): HistoryWords {
  return {
    codebook: joinCodebooks(ours.codebook, theirs.codebook),
    sources: new Map([...theirs.sources, ...ours.sources]),
  }
}

function namesOf(ours: ProjectCopy, theirs: ProjectCopy): (annotator: AnnotatorId) => string {
  return annotator =>
    (ours.annotators.get(annotator) ?? theirs.annotators.get(annotator))?.name ?? 'somebody'
}

function countsOf(
  sets: readonly SetDecisions[],
  nameOf: (annotator: AnnotatorId) => string,
): AnnotatorCount[] {
  const counts = new Map<AnnotatorId, AnnotatorCount>()
  for (const set of sets) {
    const one = countOfSet(set)
    if (Object.values(one).every(count => count === 0)) continue
    const { annotator } = set
    const known = counts.get(annotator)
    counts.set(annotator, {
      annotator,
      name: nameOf(annotator),
      added: (known?.added ?? 0) + one.added,
      changed: (known?.changed ?? 0) + one.changed,
      deleted: (known?.deleted ?? 0) + one.deleted,
      relations: (known?.relations ?? 0) + one.relations,
      statuses: (known?.statuses ?? 0) + one.statuses,
    })
  }
  return [...counts.values()].sort((a, b) => (a.annotator < b.annotator ? -1 : 1))
}

function sourceCounts(
  changes: readonly Change[],
): Pick<MergeCounts, 'sourcesAdded' | 'sourcesChanged' | 'sourcesDeleted'> {
  const added = changes.filter(({ before }) => before === undefined).length
  const deleted = changes.filter(({ after }) => after === undefined).length
  return {
    sourcesAdded: added,
    sourcesDeleted: deleted,
    sourcesChanged: changes.length - added - deleted,
  }
}

/** New articles whose text is here already under another id: both stay, because annotations hang on both. */
function sameTexts(ours: ProjectCopy, newArticles: readonly CopiedArticle[]): MergeItem[] {
  const known = new Map(
    [...ours.articles.values()].map(({ textSha256, title }) => [textSha256, title]),
  )
  return newArticles.flatMap(({ title, textSha256 }): MergeItem[] => {
    const same = known.get(textSha256)
    return same === undefined
      ? []
      : [
          {
            kind: 'article',
            message: `“${title}” comes in although “${same}” has the same text: it was imported once in each copy. Both stay, with their annotations.`,
          },
        ]
  })
}

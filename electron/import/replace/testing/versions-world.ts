import fc from 'fast-check'
import type {
  Annotation,
  AnnotationId,
  AnnotatorId,
  Relation,
} from '../../../../shared/annotation/annotation'
import { createAnnotation } from '../../../../shared/annotation/annotation'
import { annotationSetOf, articleStatuses } from '../../../../shared/annotation/annotation-set'
import { valuesOf } from '../../../../shared/annotation/bucket-map'
import type { Article, ArticleEdits, ArticleId } from '../../../../shared/article/article'
import { asCopyOf, copyOf, withCopy } from '../../../../shared/article/copies'
import { defaultCodebook } from '../../../../shared/codebook/default-codebook'
import type { ArticleReading } from '../../../../shared/ipc/article-reading'
import { annotationFile } from '../../../../shared/project/change'
import type { ProjectState } from '../../../../shared/project/project-state'
import type { Replacement } from '../replace-article'
import { replaceArticle } from '../replace-article'

const numbered = (number: number): string =>
  `01950000-0000-7000-8000-${String(number).padStart(12, '0')}`
export const at = '2031-03-16T08:00:00.000Z'
/** In the order they were imported: a wire, the article, its copy, the corrected one, something else. */
export const articles = [1, 2, 3, 4, 5].map(numbered) as ArticleId[]
const [, second, , fourth] = articles
if (second === undefined || fourth === undefined) throw new RangeError('Ids are missing')
export const [earlier, later] = [second, fourth]
export const annotators = [11, 12].map(numbered) as AnnotatorId[]

const words = ['The', 'dam', '🌊', 'broke.', 'שלום', 'עולם', 'Nobody', 'was', 'warned', '1,600']
const text = fc.array(fc.constantFrom(...words), { minLength: 3, maxLength: 30 })

export const setting = fc.record({
  words: text,
  /** What the corrected file says at these places instead; none leaves a word out. */
  corrections: fc.array(
    fc.record({ at: fc.nat(29), words: fc.array(fc.constantFrom(...words), { maxLength: 3 }) }),
    { maxLength: 4 },
  ),
  annotations: fc.array(
    fc.record({
      article: fc.constantFrom(...articles),
      annotator: fc.nat(1),
      from: fc.nat(29),
      length: fc.integer({ min: 1, max: 5 }),
    }),
    { maxLength: 10 },
  ),
  relations: fc.array(fc.record({ from: fc.nat(9), to: fc.nat(9) }), { maxLength: 5 }),
  statuses: fc.array(fc.constantFrom(...articleStatuses), { minLength: 10, maxLength: 10 }),
  /** For each article the earlier one that it is a copy of. */
  copies: fc.array(fc.option(fc.nat(3)), { minLength: 5, maxLength: 5 }),
  edits: fc.array(
    fc.option(
      fc.record(
        {
          title: fc.constantFrom('Dam', 'Wave'),
          note: fc.constantFrom('to do', 'seen'),
          tags: fc.uniqueArray(fc.constantFrom('flood', 'dam', 'emoji 🌊'), { minLength: 1 }),
        },
        { requiredKeys: [] },
      ),
    ),
    { minLength: 5, maxLength: 5 },
  ),
})
type Setting = typeof setting extends fc.Arbitrary<infer Value> ? Value : never

type World = { readonly state: ProjectState; readonly texts: ReadonlyMap<string, string> }

/** A project of five articles and two people, with what they did. */
export function worldOf(given: Setting): World {
  const corrected = [...given.words]
  for (const { at: place, words: instead } of given.corrections)
    corrected.splice(place % corrected.length, 1, ...instead, 'and')
  const texts = new Map<string, string>(
    articles.map(id => [id, (id === later ? corrected : given.words).join(' ')]),
  )
  const made = given.annotations.map(({ article, annotator, from, length }, index) => ({
    article,
    annotator: annotators[annotator] ?? annotators[0],
    annotation: annotationOn(texts.get(article) ?? '', numbered(100 + index), from, length),
  }))
  const relations = given.relations.flatMap(({ from, to }, index) => {
    const [one, other] = [made[from % made.length], made[to % made.length]]
    if (one === undefined || other === undefined) return []
    const relation: Relation = {
      id: numbered(200 + index),
      type: 'supports',
      from: { article: one.article, annotation: one.annotation.id },
      to: { article: other.article, annotation: other.annotation.id },
      createdAt: at,
    }
    return [{ annotator: one.annotator, relation }]
  })
  const sets = articles.flatMap((article, row) =>
    annotators.map((annotator, column) => {
      const isOwn = (one: { readonly annotator: AnnotatorId | undefined }) =>
        one.annotator === annotator
      return annotationSetOf({
        article,
        annotator,
        status: given.statuses[row * 2 + column] ?? 'new',
        annotations: made
          .filter(one => one.article === article && isOwn(one))
          .map(({ annotation }) => annotation),
        relations: relations
          .filter(one => one.relation.from.article === article && isOwn(one))
          .map(({ relation }) => relation),
      })
    }),
  )
  return {
    texts,
    state: {
      name: 'Dam',
      codebook: defaultCodebook,
      sources: new Map(),
      annotators: new Map(),
      edits: editsOf(given),
      sets: new Map(sets.map(set => [annotationFile(set.article, set.annotator), set])),
    },
  }
}

function annotationOn(of: string, id: string, from: number, length: number): Annotation {
  const parts = of.split(' ')
  const first = from % parts.length
  const start = parts.slice(0, first).reduce((sum, word) => sum + word.length + 1, 0)
  const covered = parts.slice(first, first + length).join(' ')
  const spans = [{ start, end: start + covered.length }]
  return createAnnotation(of, { id: id as AnnotationId, type: 'claim', spans, at })
}

/** Linked on both sides, a copy of a copy to the first, as an import links. */
function editsOf({ edits, copies }: Setting): ReadonlyMap<ArticleId, ArticleEdits> {
  const all = new Map<ArticleId, ArticleEdits>()
  articles.forEach((article, index) => {
    const own = edits[index]
    if (own !== null && own !== undefined && Object.keys(own).length > 0) all.set(article, own)
    const of = articles[copies[index] ?? index]
    if (of === undefined || of >= article) return
    const root = (copyOf(all.get(of)?.metadata ?? {}) ?? of) as ArticleId
    all.set(article, asCopyOf(all.get(article), root, '80 % of the words in a row'))
    all.set(root, withCopy(all.get(root), article))
  })
  return all
}

function readingOf({ state, texts }: World, article: ArticleId): ArticleReading {
  return {
    article: {
      id: article,
      text: texts.get(article) ?? '',
      original: { importedAt: at },
    } as unknown as Article,
    edits: state.edits.get(article),
    sets: annotators.flatMap(annotator => {
      const set = state.sets.get(annotationFile(article, annotator))
      return set === undefined
        ? []
        : [
            {
              annotator,
              status: set.status,
              annotations: [...valuesOf(set.annotations)],
              relations: [...set.relations.values()],
              lost: [],
            },
          ]
    }),
  }
}

/** The later one in the place of the earlier one. */
export function replaced(world: World): Replacement {
  const { state } = world
  const incoming = [...state.sets.values()].flatMap(({ article, annotator, relations }) =>
    article === earlier
      ? []
      : [...relations.values()]
          .filter(({ to }) => to.article === earlier)
          .map(relation => ({ annotator, relation })),
  )
  const others = new Map(
    articles
      .filter(id => id !== earlier && id !== later)
      .map(id => [id, state.edits.get(id)] as const),
  )
  const [before, after] = [earlier, later].map(id => readingOf(world, id))
  if (before === undefined || after === undefined) throw new RangeError('Articles are missing')
  return replaceArticle({ before, after, incoming, others, at })
}

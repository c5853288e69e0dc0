import type { AnnotatorId } from '../../shared/annotation/annotation'
import type { ArticleReading } from '../../shared/ipc/article-reading'
import type { Result } from '../../shared/outcome/result'
import type { PartUse } from '../../shared/project/codebook-uses'
import { codebookUses } from '../../shared/project/codebook-uses'
import type { Mention, OwnedRelation, TouchedRecords } from '../../shared/project/mention'
import type { ArticleSummary } from '../../shared/project/summary'

/** What is in a project of the parts of its codebook. Articles in the bin count, too: they can come back. */
export type CodebookRecords = {
  readonly uses: () => Promise<PartUse[]>
  /**
   * This window's annotations of these types, where their words stand, its relations of these kinds, and
   * those that have one of the annotations at an end.
   */
  readonly touchedBy: (
    types: readonly string[],
    relations: readonly string[],
  ) => Promise<TouchedRecords>
}

export function codebookRecords(given: {
  readonly annotator: AnnotatorId
  readonly mentions: () => Promise<readonly Mention[]>
  readonly summaries: () => readonly ArticleSummary[]
  readonly read: (article: string) => Result<ArticleReading>
}): CodebookRecords {
  const setsOf = (article: string): ArticleReading['sets'] => {
    const read = given.read(article)
    return read.ok ? read.value.sets : []
  }
  const allRelations = async (): Promise<OwnedRelation[]> => {
    const all: OwnedRelation[] = []
    for (const { id: article, annotators } of given.summaries()) {
      // Most articles have none, and are not read for it.
      if (Object.values(annotators).every(({ relations }) => relations === 0)) continue
      for (const { annotator, relations } of setsOf(article))
        all.push(...relations.map(relation => ({ article, annotator, relation })))
      // Lets the window be served between two articles.
      await new Promise(resolve => setImmediate(resolve))
    }
    return all
  }
  return {
    uses: async () => {
      const relations = (await allRelations()).map(({ relation: { type }, ...where }) => ({
        ...where,
        type,
      }))
      return codebookUses(await given.mentions(), relations, given.annotator)
    },
    touchedBy: async (types, kinds) => {
      const wanted = (await given.mentions()).filter(
        ({ annotator, type }) => annotator === given.annotator && types.includes(type),
      )
      const ids = new Set<string>(wanted.map(({ id }) => id))
      const annotations = [...new Set(wanted.map(({ article }) => article))].flatMap(article =>
        setsOf(article).flatMap(({ annotator, annotations }) =>
          annotations
            .filter(({ id }) => ids.has(id))
            .map(annotation => ({ article, annotator, annotation })),
        ),
      )
      const relations = (await allRelations()).filter(
        ({ annotator, relation: { type, from, to } }) =>
          annotator === given.annotator &&
          (kinds.includes(type) || ids.has(from.annotation) || ids.has(to.annotation)),
      )
      return { annotations, relations }
    },
  }
}

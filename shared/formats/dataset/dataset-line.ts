import type { ArticleStatus } from '../../annotation/annotation-set'
import type { NumberValue } from '../../annotation/annotation'
import type { Span } from '../../text/span'
import type { LooseObject } from './loose-value'

/** A value as the dataset has it: numbers may be plain JSON numbers, sources are still ids of the dataset. */
export type DatasetValue = string | boolean | number | NumberValue

/** An annotation of a line, its places in UTF-16 and verified against the words that stand there. Ids, types and keys are the dataset's. */
export type DatasetAnnotation = {
  readonly id: string
  readonly externalId?: string | undefined
  readonly type: string
  readonly annotator: string
  readonly spans: readonly Span[]
  readonly attributes: readonly (readonly [key: string, value: DatasetValue])[]
  readonly note?: string | undefined
  readonly createdAt?: string | undefined
  readonly updatedAt?: string | undefined
  /** True when another tool changed it after the export: without a time of its own it then counts as changed now. */
  readonly isEdited?: boolean | undefined
  readonly origin?: LooseObject | undefined
}

export type DatasetEnd = { readonly article: string; readonly annotation: string }

export type DatasetRelation = {
  readonly id: string
  readonly externalId?: string | undefined
  readonly type: string
  readonly annotator: string
  readonly from: DatasetEnd
  readonly to: DatasetEnd
  readonly createdAt?: string | undefined
}

export type DatasetSource = {
  readonly id: string
  readonly externalId?: string | undefined
  readonly name: string
  readonly kind: 'person' | 'organisation' | 'group' | 'unknown'
  readonly aliases: readonly string[]
}

export type DatasetAnnotator = {
  readonly id: string
  readonly externalId?: string | undefined
  readonly name: string
}

/** One line of `articles.jsonl`: an article with all that belongs to it. */
export type DatasetLine = {
  /** From 1. */
  readonly number: number
  readonly id: string
  readonly externalId?: string | undefined
  readonly title: string
  readonly text: string
  readonly metadata: readonly (readonly [field: string, value: string])[]
  readonly status: readonly (readonly [annotator: string, status: ArticleStatus])[]
  readonly annotations: readonly DatasetAnnotation[]
  readonly relations: readonly DatasetRelation[]
  readonly sources: readonly DatasetSource[]
}

/** Whose an annotation is that names nobody. */
export const unnamedAnnotator = 'unknown'

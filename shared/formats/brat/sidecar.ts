import type { Annotation, AttributeValue } from '../../annotation/annotation'

/** The file beside the .txt and .ann files that holds, one line an article, what they cannot. */
export const sidecarFile = 'documents.jsonl'

/** What no .ann line holds of an annotation. Keys as in the file; offsets count code points. */
export type SidecarAnnotation = {
  readonly external_id?: string
  readonly created_at: string
  readonly updated_at: string
  readonly origin: Annotation['origin']
  /** `fingerprintOf` its lines, as they were written. */
  readonly written: string
  /** Where its spans are not what joining its fragments gives. */
  readonly spans?: readonly (readonly [start: number, end: number])[]
  /** Attributes that would come back otherwise, such as words with a line break, by key. */
  readonly values?: Readonly<Record<string, AttributeValue>>
  readonly note?: string
}

export type SidecarRelation = { readonly external_id?: string; readonly created_at: string }

/** A line of `documents.jsonl`; keys in the order of the file. */
export type SidecarLine = {
  readonly id: string
  readonly external_id?: string
  readonly title: string
  /** Name of its files without folder and ending. */
  readonly name: string
  /** Its .ann files without their ending, by annotator id. */
  readonly files: Readonly<Record<string, string>>
  readonly metadata: Readonly<Record<string, string>>
  readonly status: Readonly<Record<string, string>>
  /** Characters that are a blank in the .txt file. */
  readonly replaced?: readonly (readonly [at: number, was: string])[]
  readonly annotations: Readonly<Record<string, SidecarAnnotation>>
  readonly relations: Readonly<Record<string, SidecarRelation>>
  /** Annotations and relations that no .ann file holds, as `articles.jsonl` has them. */
  readonly other_annotations?: readonly unknown[]
  readonly other_relations?: readonly unknown[]
}

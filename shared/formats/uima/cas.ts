/** What a feature holds that is no reference; several texts where the feature is an array of them. */
export type FeatureValue = string | number | boolean | readonly string[]

/** One feature structure: an annotation, a relation, the document’s metadata. */
export type FeatureStructure = {
  /** Positive, unique in its file. */
  readonly id: number
  /** Full name, package and all. */
  readonly type: string
  /** UTF-16 offsets into the text; absent for what is no annotation. */
  readonly begin?: number | undefined
  readonly end?: number | undefined
  readonly features: ReadonlyMap<string, FeatureValue>
  /** Ids of other feature structures, by feature. */
  readonly references: ReadonlyMap<string, number>
}

/** A text and what is indexed on it: one view of a CAS, whichever file it stands in. */
export type Cas = {
  readonly text: string
  readonly structures: readonly FeatureStructure[]
}

export type TypeDescription = {
  readonly name: string
  readonly superType: string
  readonly description?: string
  readonly features: readonly FeatureDescription[]
}

export type FeatureDescription = {
  readonly name: string
  /** Name of a primitive type or of the type referred to. */
  readonly range: string
  readonly description?: string
}

/** The view that UIMA gives to programs that ask for none. */
export const initialView = '_InitialView'

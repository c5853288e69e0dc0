import type { AnnotatorId } from '../../shared/annotation/annotation'

/** Who edits, and on which installation: together the name of a journal. */
export type Identity = {
  readonly annotator: AnnotatorId
  readonly name: string
  /** Different for each installation, so that one person's two computers never write one journal. */
  readonly instance: string
}

export function journalNameOf(identity: Identity): string {
  return `${identity.annotator}.${identity.instance}`
}

/** Time and ids come in from outside, so that tests can repeat them. */
export type Surroundings = {
  /** UTC with milliseconds. */
  readonly now: () => string
  readonly newId: () => string
}

import type { AnnotationId, SourceId } from '../../shared/annotation/annotation'
import { uuidV7 } from '../../shared/project/id'

/** A new id; ids sort by the time they were made. */
export function newId(): string {
  return uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)))
}

export function newAnnotationId(): AnnotationId {
  return newId() as AnnotationId
}

export function newSourceId(): SourceId {
  return newId() as SourceId
}

/** Now, in UTC with milliseconds. */
export function now(): string {
  return new Date().toISOString()
}

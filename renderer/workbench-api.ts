import type { Readable } from '../shared/ipc/article-calls'
import type {
  CallInput,
  CallName,
  CallOutput,
  EventName,
  EventPayload,
} from '../shared/ipc/contract'
import type { FileHandle, ProjectHandle } from '../shared/ipc/handles'
import type { PackedReading } from '../shared/ipc/packed-reading'
import type { Result } from '../shared/outcome/result'
import type { PartUse } from '../shared/project/codebook-uses'
import type { ArticleHistory } from '../shared/project/history/article-history'
import type {
  Mention,
  NamedAnnotations,
  SourceUse,
  TouchedRecords,
  UsedValue,
} from '../shared/project/mention'
import type { ArticleSummary } from '../shared/project/summary'
import type { UndoHistory } from '../shared/project/undo-history'

declare global {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- only an interface merges with the DOM's own
  interface Window {
    /** Put there by the preload: the only way out of the window. */
    readonly workbench: {
      readonly call: (name: string, input: unknown) => Promise<unknown>
      readonly on: (event: string, listener: (payload: unknown) => void) => () => void
      readonly handlesOf: (files: File[]) => Promise<FileHandle[]>
    }
  }
}

/** Ask main for something. Expected failures come back as a `Result`; a rejection is a bug. */
export function call<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
): Promise<CallOutput<Name>> {
  return window.workbench.call(name, input) as Promise<CallOutput<Name>>
}

/** Hear what main tells unasked; returns the unsubscribe. */
export function on<Name extends EventName>(
  event: Name,
  listener: (payload: EventPayload<Name>) => void,
): () => void {
  return window.workbench.on(event, payload => {
    listener(payload as EventPayload<Name>)
  })
}

/** Opaque names for files that were dropped on the window. */
export function handlesOf(files: File[]): Promise<FileHandle[]> {
  return window.workbench.handlesOf(files)
}

/** What each kind of reading gives. */
type Readings = {
  readonly summaries: ArticleSummary[]
  readonly article: PackedReading
  readonly history: UndoHistory
  readonly 'article-history': ArticleHistory
  readonly 'source-uses': SourceUse[]
  readonly mentions: Mention[]
  readonly 'annotations-of-source': NamedAnnotations
  readonly 'codebook-uses': PartUse[]
  readonly 'touched-by-codebook': TouchedRecords
  readonly 'used-values': UsedValue[]
}
type Reading<What extends Readable> = Readings[What['kind']]

/** Read something large in parts of at most a megabyte and put it together. */
export async function readJson<What extends Readable>(
  project: ProjectHandle,
  what: What,
): Promise<Result<Reading<What>>> {
  const begun = await call('beginRead', { project, what })
  if (!begun.ok) return begun
  const { read, parts } = begun.value
  // All asked for at once: main writes the next part while this one is taken in. They are answered in order.
  const answers = await Promise.all(
    Array.from({ length: parts }, (_, part) => call('readPart', { read, part })),
  )
  const texts: string[] = []
  for (const answer of answers) {
    if (!answer.ok) return answer
    texts.push(answer.value.text)
  }
  return { ok: true, value: JSON.parse(texts.join('')) as Reading<What> }
}

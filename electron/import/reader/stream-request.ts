import type { ImportableFormat } from '../../../shared/formats/formats'
import type { Failure } from '../../../shared/outcome/result'
import type { TableWish } from '../table/table-row'

/** What is read part by part, straight from the disk: no message could hold it. */
export type StreamRequest =
  /** One part: its `TableHead`. */
  | ({ readonly kind: 'table' } & TableWish)
  /** A part for each row: its name, and its bytes. */
  | ({ readonly kind: 'rows' } & TableWish)
  /** What stands beside the articles, then a part for each article. */
  /** One part: how a text reads in other encodings, `current` first. */
  | { readonly kind: 'encodings'; readonly file: string; readonly current: string }
  | {
      readonly kind: 'dataset'
      readonly given: string
      readonly format: ImportableFormat['name']
      /** Given when a process died of it before. */
      readonly again?: ReadAgain
    }

/** How to go on where a process that read a dataset died: every place is told then, so that the next death has its own. */
export type ReadAgain = {
  /** Articles that came before: they are not given again. */
  readonly after: number
  /** Places of which a process died, as they were told: they are not looked into. */
  readonly without: readonly string[]
}

/** Why something that is read part by part was not read to its end. */
export type StreamEnd = Failure & {
  /** Given when the process died of it, or was killed: the last place it told, `''` when it told none. */
  readonly diedAt?: string
}

/** A value that JSON can say, and bytes where there are some. */
export type StreamPart = { readonly value: unknown; readonly bytes?: Uint8Array }

/**
 * Told what is being read, so that a reader which hangs can be told from one that has much to do. What is
 * large is told at once, and the rest now and then.
 */
export type Notice = (place: string, isLarge?: boolean) => void

import type { ImportableFormat } from '../../../shared/formats/formats'
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
    }

/** A value that JSON can say, and bytes where there are some. */
export type StreamPart = { readonly value: unknown; readonly bytes?: Uint8Array }

/**
 * Told what is being read, so that a reader which hangs can be told from one that has much to do. What is
 * large is told at once, and the rest now and then.
 */
export type Notice = (place: string, isLarge?: boolean) => void

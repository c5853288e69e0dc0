import type { BlockWriter } from '../block-writer'
import type { ListPlace } from './office-blocks'

/** Turns the flat paragraphs of word processors, each with its place in a list, into lists in lists. */
export type ListNesting = {
  /** Opens and closes what it takes so that the next paragraph stands at `place`; `undefined` is outside of any list. */
  readonly enter: (place: ListPlace | undefined) => void
}

export function createListNesting(writer: BlockWriter): ListNesting {
  const opened: ListPlace[] = []
  const closeDeepest = (): void => {
    writer.close()
    writer.close()
    opened.pop()
  }
  return {
    enter: place => {
      if (place === undefined) {
        while (opened.length > 0) closeDeepest()
        return
      }
      for (let top = opened.at(-1); top !== undefined; top = opened.at(-1)) {
        if (top.depth < place.depth || (top.depth === place.depth && isSameList(top, place))) break
        closeDeepest()
      }
      const top = opened.at(-1)
      if (top?.depth === place.depth) {
        if (place.continues === true) return
        writer.close()
      } else {
        writer.open(
          place.isOrdered ? { type: 'orderedList', start: place.number } : { type: 'bulletList' },
        )
        opened.push(place)
      }
      writer.open({ type: 'listItem' })
    },
  }
}

function isSameList(one: ListPlace, other: ListPlace): boolean {
  return one.list === other.list && one.isOrdered === other.isOrdered
}

import { createHash } from 'node:crypto'

/** An annotation as the checker knows it: which article, which type, which words. */
export type Mark = { readonly article: string; readonly type: string; readonly words: string }

/**
 * The states a project goes through, one for each edit, each by its number and its hash. What is found on
 * the disk is state number n or it is corrupt; whether n is old or new says its number.
 */
export type ExpectedStates = {
  /** Number of the state after every edit that was made. */
  readonly last: () => number
  readonly tag: (mark: Mark) => void
  /** Undo the latest tag. */
  readonly undo: () => void
  readonly hashOf: (number: number) => string | undefined
  /** What came after this state was never written: go on from here. */
  readonly goBackTo: (number: number) => void
}

export function expectedStates(): ExpectedStates {
  const states: (readonly Mark[])[] = [[]]
  const now = (): readonly Mark[] => states.at(-1) ?? []
  return {
    last: () => states.length - 1,
    tag: mark => {
      states.push([...now(), mark])
    },
    undo: () => {
      states.push(now().slice(0, -1))
    },
    hashOf: number => {
      const marks = states[number]
      return marks === undefined ? undefined : hashOfMarks(marks)
    },
    goBackTo: number => {
      states.length = number + 1
    },
  }
}

/** SHA-256 of these annotations, whatever their order. */
export function hashOfMarks(marks: readonly Mark[]): string {
  const lines = marks.map(({ article, type, words }) => `${article} ${type} ${words}`).sort()
  return createHash('sha256').update(lines.join('\n')).digest('hex')
}

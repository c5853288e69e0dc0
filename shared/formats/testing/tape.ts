import { uuidV7 } from '../../project/id'

/** Takes numbers from a tape, one for each choice; when the tape is over, every choice is the first. */
export type Tape = {
  readonly upTo: (limit: number) => number
  readonly flip: () => boolean
  readonly pick: <Value>(values: readonly [Value, ...Value[]]) => Value
  readonly times: <Value>(most: number, make: () => Value) => Value[]
  readonly id: () => string
  readonly time: () => string
}

/** A tape of these numbers, at its beginning. */
export function tapeOf(numbers: readonly number[]): Tape {
  let at = 0
  let made = 0
  const upTo = (limit: number): number => {
    const number = numbers[at] ?? 0
    at += 1
    return number % (limit + 1)
  }
  const times = <Value>(most: number, make: () => Value): Value[] =>
    Array.from({ length: upTo(most) }, make)
  return {
    upTo,
    flip: () => upTo(1) === 1,
    pick: values => values[upTo(values.length - 1)] ?? values[0],
    times,
    // The number from the tape comes first, so that ids do not sort in the order they were made in.
    id: () => uuidV7(upTo(9), Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, (made += 1))),
    time: () =>
      new Date(Date.UTC(2020 + upTo(9), upTo(11), 1 + upTo(27), 0, 0, 0, upTo(999))).toISOString(),
  }
}

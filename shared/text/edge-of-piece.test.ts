import { expect, test } from 'vitest'
import { edgeOfPiece } from './edge-of-piece'

const arabic = 'قال إن ١٩ شخصا غرقوا'
const mixed = 'The mayor said 1,600 בתים נהרסו.'

test.each([
  { text: 'A mayor said so', words: 'mayor said', edge: 'start', run: 'm', side: 'left' },
  { text: 'A mayor said so', words: 'mayor said', edge: 'end', run: 'd', side: 'right' },
  { text: arabic, words: 'شخصا', edge: 'start', run: 'ش', side: 'right' },
  // The number stands at the right of its words, and its first digit at the left of the number.
  { text: arabic, words: '١٩ شخصا', edge: 'start', run: '١٩', side: 'right' },
  { text: arabic, words: '١٩ شخصا', edge: 'end', run: 'ا', side: 'left' },
  { text: arabic, words: 'إن ١٩', edge: 'end', run: '١٩', side: 'left' },
  { text: mixed, words: '1,600 בתים', edge: 'start', run: '1', side: 'left' },
  { text: mixed, words: '1,600 בתים', edge: 'end', run: 'בתים', side: 'right' },
  { text: '\nboats 😡', words: 'boats 😡', edge: 'end', run: '😡', side: 'right' },
] as const)('“$words” in “$text” has its $edge at the $side of “$run”', given => {
  const start = given.text.indexOf(given.words)
  const { run, side } = edgeOfPiece(
    given.text,
    { start, end: start + given.words.length },
    given.edge,
  )
  expect({ run: given.text.slice(run.start, run.end), side }).toEqual({
    run: given.run,
    side: given.side,
  })
})

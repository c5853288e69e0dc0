import fs from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { editTo, openNumbered } from './numbered-state'

/*
 * A program that saves one numbered state after another as fast as it can, and says so on standard output,
 * a line each: `sent n`, `saved n`, `failed n <what the user is told>`, `settled n`. What fails is tried
 * again, as the window does. For tests that take its disk away, fill it, or end the program.
 *
 * Arguments: folder of the project, number of the first state, number of the last, length of the note,
 * after how many edits snapshots are written, and after which state it stops itself until it is continued.
 */
const [folder = '', ...numbers] = process.argv.slice(2)
const [first = 1, last = 1, length = 1, settleEvery = 1, stopAfter = 0] = numbers.map(Number)
/** How long a failed edit waits. */
const pauseMs = 100

const say = (line: string): void => {
  // Not console.log: what was said must have left when the program is killed.
  fs.writeSync(1, `${line}\n`)
}

const store = await openNumbered(folder)
say(`opened ${first}`)
for (let number = first; number <= last; number += 1) {
  const edit = editTo(store, number, length)
  say(`sent ${number}`)
  for (;;) {
    const answer = await store.appendEdit(edit)
    if (answer.ok) break
    say(`failed ${number} ${answer.error.message}`)
    await setTimeout(pauseMs)
  }
  say(`saved ${number}`)
  if (number % settleEvery === 0) {
    await store.settle()
    say(`settled ${number}`)
  }
  if (number === stopAfter) {
    say(`stopped ${number}`)
    process.kill(process.pid, 'SIGSTOP')
  }
}
await store.close()
say(`closed ${last}`)

import { add, closingLine, nothing } from './tally.mjs'

/**
 * Run lanes of steps side by side, the steps of one lane one after the other, all of them also when
 * one fails; print each result as it comes, with everything a failed step had to say.
 * @param {import('./steps.mjs').CheckStep[][]} lanes
 * @param {(line: string) => void} print
 * @returns {Promise<import('./tally.mjs').Tally>}
 */
export async function runSteps(lanes, print) {
  const tallies = await Promise.all(lanes.map(lane => runLane(lane, print)))
  return tallies.reduce(add, nothing)
}

/**
 * @param {import('./steps.mjs').CheckStep[]} lane
 * @param {(line: string) => void} print
 */
async function runLane(lane, print) {
  let total = nothing
  for (const step of lane) {
    const { name, tally, skips = [], output, ms } = await step()
    const seconds = `${(ms / 1000).toFixed(1)} s`.padStart(8)
    // A test that passed only at its second try is not hidden either.
    const isWorthReading = tally.failed > 0 || /^\s+\d+ flaky$/m.test(output)
    if (isWorthReading) print(`\n── ${name} ──\n${output.trimEnd()}\n`)
    print(`${name.padEnd(8)} ${seconds}  ${closingLine(tally)}`)
    for (const skip of skips) print(`         left out: ${skip}`)
    total = add(total, tally)
  }
  return total
}

import { Failure } from '../run/failure.mjs'
import { noteResult } from '../results/note-result.mjs'
import { copyToBreak } from './broken-copy.mjs'
import { mutations } from './mutations.mjs'
import { runNamed } from './run-named.mjs'

/** @typedef {import('./run-named.mjs').Outcome} Outcome */

/** What is printed for a test after its promise was broken. @type {Record<Outcome, string>} */
const words = {
  red: 'red',
  green: 'NOT SEEN',
  missing: 'NOT SEEN (nothing of this name ran)',
  'left out': 'not run here',
}

/**
 * Break every promise in turn and print, for each test that must notice, whether it did. `ASSAY_PART=2/3`
 * breaks the second third of them only.
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 * @param {(line: string) => void} print
 * @returns {Promise<import('../check/tally.mjs').Tally>}
 */
export async function testMutations(root, env, print) {
  const some = partOf(mutations, process.env['ASSAY_PART'] ?? '1/1')
  const copy = copyToBreak(root)
  try {
    // A test that is red anyway would see everything.
    await expectGreen(copy.folder, some, env)
    const tally = { passed: 0, failed: 0, skipped: 0 }
    for (const mutation of some) {
      const { outcomes } = await copy.broken(mutation, () =>
        runNamed(copy.folder, mutation.tests, env),
      )
      for (const [test, outcome] of outcomes) {
        tally[outcome === 'red' ? 'passed' : outcome === 'left out' ? 'skipped' : 'failed'] += 1
        print(
          `${words[outcome].padEnd(9)} ${mutation.name} · ${mutation.file}\n          ${test.file}: ${test.title}`,
        )
      }
    }
    note(tally, some.length)
    return tally
  } finally {
    copy.remove()
  }
}

/**
 * @template Value
 * @param {readonly Value[]} all
 * @param {string} part `2/3` for every third one, from the second on
 * @returns {Value[]}
 */
function partOf(all, part) {
  const [number, of] = part.split('/').map(Number)
  if (number === undefined || of === undefined || !(number >= 1 && number <= of))
    throw new Failure('ASSAY_PART is a part of the mutations, as 2/3 for the second third.')
  return all.filter((_, index) => index % of === number - 1)
}

/**
 * @param {string} folder
 * @param {readonly import('./mutations.mjs').Mutation[]} some
 * @param {NodeJS.ProcessEnv} env
 */
async function expectGreen(folder, some, env) {
  const unique = new Map(
    some.flatMap(({ tests }) => tests).map(test => [`${test.file} ${test.title}`, test]),
  )
  const { outcomes, output } = await runNamed(folder, [...unique.values()], env)
  for (const [{ file, title }, outcome] of outcomes)
    if (outcome === 'red' || outcome === 'missing')
      throw new Failure(
        `“${title}” in ${file} is ${outcome} with nothing broken, so it can show nothing: make it pass first.\n${output}`,
      )
}

/**
 * @param {import('../check/tally.mjs').Tally} tally
 * @param {number} broken
 */
function note({ passed, failed, skipped }, broken) {
  noteResult({
    test: 'Mutations',
    count: passed + failed,
    found:
      '{broken} promises broken one at a time; {passed} tests turned red, {failed} did not notice, {skipped} not run',
    figures: { broken, passed, failed, skipped },
  })
}

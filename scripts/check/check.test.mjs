import { expect, it } from 'vitest'
import { runSteps } from './run-steps.mjs'
import { playwrightSkips, vitestSkips } from './skips.mjs'
import { closingLine, playwrightTally, tallyOfRunner, tallyOfTool, vitestTally } from './tally.mjs'

/** @param {number} passed @param {number} failed @param {number} skipped */
const tally = (passed, failed, skipped = 0) => ({ passed, failed, skipped })

it.each([
  { tally: tally(3, 0), line: '3 passed, 0 failed' },
  { tally: tally(3, 1), line: '3 passed, 1 failed' },
  { tally: tally(3, 1, 2), line: '3 passed, 1 failed, 2 skipped' },
])('closes with "$line"', ({ tally, line }) => {
  expect(closingLine(tally)).toBe(line)
})

it.each([
  { code: 0, expected: tally(1, 0) },
  { code: 2, expected: tally(0, 1) },
  { code: null, expected: tally(0, 1) },
])('counts a tool that ends with $code once', ({ code, expected }) => {
  expect(tallyOfTool(code)).toEqual(expected)
})

it.each([
  { name: 'all is well', code: 0, reported: tally(5, 0), expected: tally(5, 0) },
  { name: 'a test failed', code: 1, reported: tally(4, 1), expected: tally(4, 1) },
  { name: 'the runner crashed without a report', code: 139, reported: null, expected: tally(0, 1) },
  { name: 'it was ended', code: null, reported: tally(2, 0), expected: tally(2, 1) },
  {
    name: 'an error came outside of the tests',
    code: 1,
    reported: tally(5, 0),
    expected: tally(5, 1),
  },
  { name: 'nothing ran', code: 0, reported: tally(0, 0), expected: tally(0, 1) },
  { name: 'everything was skipped', code: 0, reported: tally(0, 0, 4), expected: tally(0, 1, 4) },
])('when $name a runner amounts to $expected', ({ code, reported, expected }) => {
  expect(tallyOfRunner(code, reported)).toEqual(expected)
})

it('counts a test file that could not be loaded as one failed test', () => {
  const counts = { numPassedTests: 2, numFailedTests: 1, numPendingTests: 1, numTodoTests: 1 }
  const testResults = [
    { status: 'failed', assertionResults: [] },
    { status: 'failed', assertionResults: [{}, {}] },
    { status: 'passed', assertionResults: [{}] },
  ]
  expect(vitestTally({ ...counts, testResults })).toEqual(tally(2, 2, 2))
})

it('counts a test that passed at its second try as passed, and an error outside of tests as failed', () => {
  const stats = { expected: 7, unexpected: 1, flaky: 1, skipped: 2 }
  expect(playwrightTally({ stats, errors: [{}] })).toEqual(tally(8, 2, 2))
})

it('goes on after a failed step, shows what it said, and adds everything up', async () => {
  /** @type {string[]} */
  const printed = []
  const step = (/** @type {string} */ name, /** @type {number} */ failed) => async () => ({
    name,
    tally: tally(1, failed),
    output: `${name} said something`,
    ms: 1234,
  })
  const total = await runSteps([[step('one', 1), step('two', 0)], [step('three', 0)]], line =>
    printed.push(line),
  )
  expect(total).toEqual(tally(3, 1))
  const text = printed.join('\n')
  expect(text).toContain('one said something')
  expect(text).not.toContain('two said something')
  expect(printed.filter(line => line.includes('1.2 s'))).toHaveLength(3)
})

it('says of each test that was left out why, also inside of other headings', () => {
  const test = (/** @type {string} */ status, /** @type {string | undefined} */ description) => ({
    status,
    annotations: description === undefined ? [] : [{ type: 'skip', description }],
  })
  const report = {
    suites: [
      {
        specs: [
          { title: 'ran', tests: [test('expected', undefined)] },
          { title: 'full disk', tests: [test('skipped', 'no mounts here')] },
        ],
        suites: [{ specs: [{ title: 'in silence', tests: [test('skipped', undefined)] }] }],
      },
    ],
  }
  expect(playwrightSkips(report)).toEqual([
    'full disk: no mounts here',
    'in silence: no reason was given',
  ])
  const assertionResults = [
    { status: 'skipped', ancestorTitles: ['LibreOffice: not run, not installed'], title: 'reads' },
    { status: 'skipped', ancestorTitles: ['LibreOffice: not run, not installed'], title: 'prints' },
    { status: 'pending', ancestorTitles: ['a'], title: 'b' },
    { status: 'passed', ancestorTitles: ['a'], title: 'c' },
  ]
  expect(vitestSkips({ testResults: [{ assertionResults }] })).toEqual([
    'LibreOffice: not run, not installed (2 tests)',
    'a, b: no reason was given',
  ])
})

it('prints what a green step left out', async () => {
  /** @type {string[]} */
  const printed = []
  const step = async () => ({
    name: 'unit',
    tally: tally(3, 0, 1),
    skips: ['LibreOffice: not run, not installed'],
    output: 'much',
    ms: 1,
  })
  await runSteps([[step]], line => printed.push(line))
  expect(printed.join('\n')).toContain('left out: LibreOffice: not run, not installed')
  expect(printed.join('\n')).not.toContain('much')
})

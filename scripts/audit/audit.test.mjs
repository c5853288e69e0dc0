import { expect, it } from 'vitest'
import { judgeElectron } from './electron-age.mjs'
import { readFindings } from './findings.mjs'

const weakness = (/** @type {string} */ name, severity = 'high', url = `https://a/${name}`) => ({
  name,
  severity,
  via: [{ title: `${name} is weak`, url }],
  nodes: [`node_modules/${name}`],
})
/** @param {ReturnType<typeof weakness>[]} all */
const report = (...all) =>
  JSON.stringify({ vulnerabilities: Object.fromEntries(all.map(one => [one.name, one])) })
const shipped = ['node_modules/zod', 'node_modules/electron']

it('counts what is high and ships; tools and lesser findings do not fail it', () => {
  const output = report(weakness('zod'), weakness('eslint'), weakness('electron', 'moderate'))
  expect(readFindings(output, shipped, {})).toEqual({
    inApp: [{ name: 'zod', severity: 'high', titles: ['zod is weak'], url: 'https://a/zod' }],
    explainedInApp: [],
    inTools: 1,
  })
})

it('takes an explanation for the advisories it names, and for no later one', () => {
  const explained = { zod: { urls: ['https://a/zod'], why: 'never called so' } }
  expect(readFindings(report(weakness('zod')), shipped, explained)).toMatchObject({
    inApp: [],
    explainedInApp: [{ name: 'zod', why: 'never called so' }],
  })
  const later = weakness('zod', 'critical', 'https://a/later')
  expect(readFindings(report(later), shipped, explained)?.inApp).toHaveLength(1)
})

it('does not take the failure to ask for a clean report', () => {
  expect(readFindings('{"message":"405 Method Not Allowed"}', shipped, {})).toBeUndefined()
  expect(readFindings('npm error ENOTFOUND', shipped, {})).toBeUndefined()
})

it.each([
  { ours: '45.4.1', latest: '45.4.1', isSupported: true },
  { ours: '45.4.1', latest: '47.0.0', isSupported: true },
  { ours: '45.4.1', latest: '48.0.0', isSupported: false },
  { ours: '33.2.1', latest: '45.5.0', isSupported: false },
])(
  'Electron $ours with $latest out is supported: $isSupported',
  ({ ours, latest, isSupported }) => {
    expect(judgeElectron(ours, latest).isSupported).toBe(isSupported)
  },
)

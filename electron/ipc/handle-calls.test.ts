import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { CallName } from '../../shared/ipc/contract'
import { calls } from '../../shared/ipc/contract'
import type { Handlers } from './handle-calls'
import { answerCall } from './handle-calls'

vi.mock('electron', () => ({ ipcMain: {}, protocol: {} }))

const names = Object.keys(calls) as CallName[]

/** Handlers that only note what reached them. */
function noting(): { readonly handlers: Handlers; readonly served: [string, unknown][] } {
  const served: [string, unknown][] = []
  const handlers = Object.fromEntries(
    names.map(name => [
      name,
      (input: unknown) => {
        served.push([name, input])
        return {}
      },
    ]),
  )
  return { handlers: handlers as unknown as Handlers, served }
}

describe('answerCall', () => {
  it('serves a call of the right shape with what was parsed', async () => {
    const { handlers, served } = noting()
    await answerCall(handlers, 'createProject', { name: 'Unrest' })
    expect(served).toEqual([['createProject', { name: 'Unrest' }]])
  })

  const refused: readonly (readonly [string, unknown, unknown])[] = [
    ['a name nobody gave', 'readFile', {}],
    ['a name every object has', 'constructor', {}],
    ['a name that is no text', 7, {}],
    ['no input', 'createProject', undefined],
    ['a path where a handle belongs', 'openProject', { project: '/etc' }],
    ['an unknown key', 'createProject', { name: 'a', path: '/etc' }],
    ['an own __proto__', 'createProject', JSON.parse('{"name":"a","__proto__":{"x":1}}')],
    ['nine megabytes', 'createProject', { name: 'x'.repeat(9_000_000) }],
  ]
  for (const [name, call, input] of refused)
    it(`refuses ${name}, and no handler sees it`, async () => {
      const { handlers, served } = noting()
      await expect(answerCall(handlers, call, input)).rejects.toThrow()
      expect(served).toEqual([])
    })

  it('lets nothing but parsed input through, whatever is sent, and serves on', async () => {
    const anything = fc.oneof(
      fc.anything(),
      fc.record({ project: fc.anything(), edit: fc.anything(), name: fc.anything() }),
    )
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), anything, async (name, input) => {
        const { handlers, served } = noting()
        await answerCall(handlers, name, input).catch(() => undefined)
        for (const [, parsed] of served)
          expect(calls[name].input.safeParse(parsed).success).toBe(true)
        await expect(answerCall(handlers, 'appInfo', {})).resolves.toEqual({})
      }),
      { numRuns: process.env['ASSAY_LONG'] === undefined ? 500 : 10_000 },
    )
    expect(Object.keys(Object.prototype)).toEqual([])
  })
})

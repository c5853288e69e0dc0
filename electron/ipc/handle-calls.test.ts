import type { IpcMainInvokeEvent } from 'electron'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { CallName } from '../../shared/ipc/contract'
import type { FileHandle } from '../../shared/ipc/handles'
import { callChannel, calls, filesChannel } from '../../shared/ipc/contract'
import type { Handlers } from './handle-calls'
import { answerCall, handleCalls } from './handle-calls'

type Listener = (event: unknown, ...given: unknown[]) => unknown
const channels = vi.hoisted(() => new Map<string, Listener>())
vi.mock('electron', () => ({
  ipcMain: {
    handle: (channel: string, listener: Listener) => {
      channels.set(channel, listener)
    },
  },
  protocol: {},
}))

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
  ]
  for (const [name, call, input] of refused)
    it(`refuses ${name}, and no handler sees it`, async () => {
      const { handlers, served } = noting()
      await expect(answerCall(handlers, call, input)).rejects.toThrow()
      expect(served).toEqual([])
    })

  it('takes eight megabytes, an edit thirty-two, and refuses more before it looks at them', async () => {
    const megabytes = (count: number): string => 'x'.repeat(count * 1_048_576 - 100)
    const tooLarge = 'The call is too large'
    const { handlers } = noting()
    const looksAt = 'was not understood'
    const answer = async (call: string, length: number): Promise<string> =>
      answerCall(handlers, call, { name: megabytes(length) }).then(String, String)
    expect(await answer('importFiles', 8)).toContain(looksAt)
    expect(await answer('importFiles', 9)).toContain(tooLarge)
    expect(await answer('appendEdit', 32)).toContain(looksAt)
    expect(await answer('appendEdit', 33)).toContain(tooLarge)
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

describe('handleCalls', () => {
  const ourPage = { url: 'assay://window/index.html' }
  const ours = { id: 1, mainFrame: ourPage }
  const foreignPage = { url: 'https://example.com/' }
  const besides = { url: 'assay://window.example.com/index.html' }
  const strangers: readonly (readonly [string, unknown])[] = [
    ['a frame inside of the page', { senderFrame: { ...ourPage }, sender: ours }],
    ['a frame that is gone', { senderFrame: null, sender: ours }],
    [
      'a foreign page in our window',
      { senderFrame: foreignPage, sender: { id: 1, mainFrame: foreignPage } },
    ],
    [
      'a page whose address only begins like ours',
      { senderFrame: besides, sender: { id: 1, mainFrame: besides } },
    ],
    [
      'another window that shows our page',
      { senderFrame: ourPage, sender: { id: 2, mainFrame: ourPage } },
    ],
  ]
  const isOurs = ({ sender }: IpcMainInvokeEvent): boolean => sender.id === ours.id
  const send = async (channel: string, event: unknown, ...given: unknown[]): Promise<unknown> =>
    channels.get(channel)?.(event, ...given)

  it('serves calls and files to the main frame of our window', async () => {
    const { handlers } = noting()
    handleCalls(handlers, path => `handle of ${path}` as unknown as FileHandle, isOurs)
    const event = { senderFrame: ourPage, sender: ours }
    expect(await send(callChannel, event, 'appInfo', {})).toEqual({})
    expect(await send(filesChannel, event, ['', '/a'])).toEqual(['handle of /a'])
  })

  for (const [who, event] of strangers)
    it(`serves nothing to ${who}`, async () => {
      const { handlers, served } = noting()
      const registered: string[] = []
      handleCalls(
        handlers,
        path => {
          registered.push(path)
          return 'a handle' as unknown as FileHandle
        },
        isOurs,
      )
      await expect(send(callChannel, event, 'appInfo', {})).rejects.toThrow('only to the window')
      await expect(send(filesChannel, event, ['/etc/passwd'])).rejects.toThrow('only to the window')
      expect([served, registered]).toEqual([[], []])
    })
})

import { describe, expect, it } from 'vitest'
import type { Failure, Result } from '../../shared/outcome/result'
import { fail, succeed } from '../../shared/outcome/result'
import type { Edit } from '../../shared/project/change'
import { createSync, longestPauseMs, shortestPauseMs } from './sync'

const edit = (id: string): Edit => ({
  id,
  label: 'rename the project',
  changes: [{ kind: 'project', before: { name: 'a' }, after: { name: 'b' } }],
})

/** A sync whose other side answers when told to. */
function rig() {
  const sent: { id: string; answer: (result: Result<unknown>) => void; refuse: () => void }[] = []
  const states: { waiting: number; failure: string | undefined }[] = []
  const pauses: { delayMs: number; then: () => void; cancelled: boolean }[] = []
  const sync = createSync({
    send: ({ id }) =>
      new Promise((answer, reject) => {
        sent.push({ id, answer, refuse: () => reject(new Error('bug')) })
      }),
    onState: (waiting, failure: Failure | undefined) =>
      states.push({ waiting, failure: failure?.kind }),
    pause: (delayMs, then) => {
      const pause = { delayMs, then, cancelled: false }
      pauses.push(pause)
      return () => {
        pause.cancelled = true
      }
    },
  })
  return { sync, sent, states, pauses }
}

const settle = () => new Promise<void>(resolve => setTimeout(resolve))

describe('sync', () => {
  it('sends one edit at a time and in order', async () => {
    const { sync, sent, states } = rig()
    sync.push(edit('1'))
    sync.push(edit('2'))
    expect(sent.map(({ id }) => id)).toEqual(['1'])
    sent[0]?.answer(succeed({ seq: 1 }))
    await settle()
    expect(sent.map(({ id }) => id)).toEqual(['1', '2'])
    expect(states.at(-1)).toEqual({ waiting: 1, failure: undefined })
    sent[1]?.answer(succeed({ seq: 2 }))
    await settle()
    expect(states.at(-1)).toEqual({ waiting: 0, failure: undefined })
  })

  it('keeps a failed edit at the head and sends it again after the pause', async () => {
    const { sync, sent, states, pauses } = rig()
    sync.push(edit('1'))
    sent[0]?.answer(fail('disk-full', 'The disk is full.'))
    await settle()
    sync.push(edit('2'))
    await settle()
    expect(sent.map(({ id }) => id)).toEqual(['1'])
    expect(states.at(-1)).toEqual({ waiting: 2, failure: 'disk-full' })
    pauses[0]?.then()
    await settle()
    expect(sent.map(({ id }) => id)).toEqual(['1', '1'])
    sent[1]?.answer(succeed({ seq: 1 }))
    await settle()
    sent[2]?.answer(succeed({ seq: 2 }))
    await settle()
    expect(states.at(-1)).toEqual({ waiting: 0, failure: undefined })
  })

  it('doubles the pause up to its limit and starts again after a success', async () => {
    const { sync, sent, pauses } = rig()
    sync.push(edit('1'))
    for (let turn = 0; turn < 6; turn += 1) {
      sent[turn]?.answer(fail('disk-full', 'The disk is full.'))
      await settle()
      pauses[turn]?.then()
      await settle()
    }
    expect(pauses.map(({ delayMs }) => delayMs)).toEqual([500, 1000, 2000, 4000, 5000, 5000])
    expect(longestPauseMs).toBe(5000)
    sent[6]?.answer(succeed({ seq: 1 }))
    await settle()
    sync.push(edit('2'))
    sent[7]?.answer(fail('disk-full', 'The disk is full.'))
    await settle()
    expect(pauses.at(-1)?.delayMs).toBe(shortestPauseMs)
  })

  it('takes a rejected call for a failure, not for a success', async () => {
    const { sync, sent, states } = rig()
    sync.push(edit('1'))
    sent[0]?.refuse()
    await settle()
    expect(states.at(-1)).toEqual({ waiting: 1, failure: 'not-saved' })
    expect(sync.waiting().map(({ id }) => id)).toEqual(['1'])
  })

  it('retries at once when asked, without a second send from the pause', async () => {
    const { sync, sent, pauses } = rig()
    sync.push(edit('1'))
    sent[0]?.answer(fail('disk-full', 'The disk is full.'))
    await settle()
    sync.retry()
    await settle()
    expect(sent).toHaveLength(2)
    expect(pauses[0]?.cancelled).toBe(true)
  })

  it('settles with true when everything is acknowledged and with false when it fails', async () => {
    const { sync, sent } = rig()
    expect(await sync.settled()).toBe(true)
    sync.push(edit('1'))
    const first = sync.settled()
    sent[0]?.answer(fail('disk-full', 'The disk is full.'))
    expect(await first).toBe(false)
    const second = sync.settled()
    await settle()
    sent[1]?.answer(succeed({ seq: 1 }))
    expect(await second).toBe(true)
  })
})

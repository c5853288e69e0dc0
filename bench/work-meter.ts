import type { CDPSession, Page } from '@playwright/test'

/** Counts the processor time of the window's main thread: unlike the clock, it stands while another program runs. */
export type WorkMeter = {
  /** Processor time of all main-thread tasks so far, in milliseconds. */
  readonly total: () => Promise<number>
  /** Processor time of all main-thread tasks from `act` until 150 ms after it, in milliseconds. */
  readonly after: (act: () => Promise<unknown>) => Promise<number>
}

export async function workMeter(page: Page): Promise<WorkMeter> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const total = (): Promise<number> => taskMs(session)
  return {
    total,
    after: async act => {
      const before = await total()
      await act()
      await page.waitForTimeout(150)
      return (await total()) - before
    },
  }
}

async function taskMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1000
}

/** Waits for the word Saved without asking for the role of every element: what that leaves behind would be cleared in the next figure. */
export async function isSaved(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector<HTMLElement>('[aria-label="Save state"]')?.innerText === 'Saved',
    undefined,
    { polling: 20 },
  )
}

/**
 * Milliseconds from a key to the frame that shows what it did, without the wait for that frame: the time of
 * the key's own task and of the frame's. By the clock, so it wants a quiet machine. Later tasks, such as the
 * word Saved and clearing memory, are not in it; `WorkMeter.after` has them.
 */
export async function untilPainted(page: Page, key: string): Promise<number> {
  const measured = page.evaluate(
    () =>
      new Promise<number>(resolve => {
        const whenDone = (then: () => void): void => {
          const channel = new MessageChannel()
          channel.port1.onmessage = then
          channel.port2.postMessage(undefined)
        }
        const begin = (): void => {
          window.removeEventListener('keydown', begin, true)
          const start = performance.now()
          let taskEnd = Infinity
          whenDone(() => {
            taskEnd = performance.now()
          })
          requestAnimationFrame(() => {
            const frame = performance.now()
            whenDone(() => {
              const waited = taskEnd < frame ? frame - taskEnd : 0
              resolve(performance.now() - start - waited)
            })
          })
        }
        window.addEventListener('keydown', begin, true)
      }),
  )
  // The listener is there before the key comes.
  await page.evaluate(() => undefined)
  await page.keyboard.press(key)
  return measured
}

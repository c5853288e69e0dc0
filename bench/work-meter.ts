import type { CDPSession, Page } from '@playwright/test'

/** Counts the processor time of the window's main thread: unlike the clock, it stands while another program runs. */
export type WorkMeter = {
  /** Processor time of all main-thread tasks so far, in milliseconds. */
  readonly total: () => Promise<number>
  /** Processor time of all main-thread tasks from `act` until 150 ms after it, or `ms`, in milliseconds. */
  readonly after: (act: () => Promise<unknown>, ms?: number) => Promise<number>
}

export async function workMeter(page: Page): Promise<WorkMeter> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const total = (): Promise<number> => taskMs(session)
  return {
    total,
    after: async (act, ms = 150) => {
      const before = await total()
      await act()
      await page.waitForTimeout(ms)
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
 * Processor time of the main thread from a key to the end of the frame that shows what it did, in
 * milliseconds: `isShown` says in the page that it is there. Waiting for main, for the disk and for the frame takes the
 * processor nothing. Later tasks, such as clearing memory, are not in it; `WorkMeter.after` has them.
 */
export async function untilPainted(
  page: Page,
  meter: WorkMeter,
  key: string,
  isShown: 'one mark more' | 'a frame',
): Promise<number> {
  const painted = page.evaluate(
    wanted =>
      new Promise<void>(resolve => {
        const marks = (): number => document.querySelectorAll('.mark').length
        const before = marks()
        const look = (): void => {
          if (wanted === 'one mark more' && marks() <= before) {
            requestAnimationFrame(look)
            return
          }
          const channel = new MessageChannel()
          channel.port1.onmessage = () => {
            resolve()
          }
          channel.port2.postMessage(undefined)
        }
        window.addEventListener('keydown', () => requestAnimationFrame(look), {
          capture: true,
          once: true,
        })
      }),
    isShown,
  )
  // The listener is there before the key comes.
  await page.evaluate(() => undefined)
  const before = await meter.total()
  await page.keyboard.press(key)
  await painted
  return (await meter.total()) - before
}

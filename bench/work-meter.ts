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

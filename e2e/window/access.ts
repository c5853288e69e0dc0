import fs from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'

const axeSource = fs.readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
)

type Finding = {
  readonly id: string
  readonly impact: string
  readonly nodes: readonly { readonly html: string; readonly any: readonly { message: string }[] }[]
}

const themes = ['light', 'dark', 'high-contrast'] as const

/**
 * What axe finds serious or critical in the window as it is now, in each of the three papers: one line for
 * each element, with the rule and the element. The paper is changed as the window itself would.
 */
export async function accessFaults(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource)
  const before = await page.evaluate(() => document.documentElement.dataset['theme'])
  const faults: string[] = []
  for (const theme of themes) {
    await showPaper(page, theme)
    const findings = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as {
        axe: { run: (options: object) => Promise<{ violations: Finding[] }> }
      }
      const { violations } = await axe.run({ resultTypes: ['violations'] })
      return violations
    })
    for (const { id, impact, nodes } of findings)
      if (impact === 'serious' || impact === 'critical')
        for (const { html, any } of nodes)
          faults.push(`${theme}: ${id}: ${html.slice(0, 160)}: ${any[0]?.message ?? ''}`)
  }
  await showPaper(page, before ?? 'light')
  return faults
}

/** Show a paper and wait until nothing is on its way to another colour; what goes away on its way counts as arrived. */
async function showPaper(page: Page, theme: string): Promise<void> {
  await page.evaluate(async name => {
    document.documentElement.dataset['theme'] = name
    await Promise.allSettled(document.getAnimations().map(animation => animation.finished))
  }, theme)
}

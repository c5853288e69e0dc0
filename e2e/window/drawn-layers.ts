import type { Page } from '@playwright/test'

/** Sizes in CSS pixels of what the browser keeps as pictures of their own, which it moves without drawing them anew. */
export async function drawnLayers(
  page: Page,
): Promise<readonly { readonly width: number; readonly height: number }[]> {
  const session = await page.context().newCDPSession(page)
  const told = new Promise<readonly { width: number; height: number; drawsContent: boolean }[]>(
    resolve => {
      session.on('LayerTree.layerTreeDidChange', ({ layers }) => {
        if (layers !== undefined) resolve(layers)
      })
    },
  )
  await session.send('DOM.enable')
  await session.send('LayerTree.enable')
  const layers = await told
  await session.detach()
  return layers.filter(({ drawsContent }) => drawsContent)
}

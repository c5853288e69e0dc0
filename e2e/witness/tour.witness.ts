import fs from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../app'
import { workbench } from '../window/workbench'
import { hostilePages } from './hostile-fragments'

test('hostile pages are only words, and the window’s processes are locked up', async ({
  folder,
  launch,
  projectWith,
}) => {
  const pages = hostilePages()
  const inbox = path.join(folder, 'hostile')
  fs.mkdirSync(inbox)
  for (const [name, page] of Object.entries(pages)) fs.writeFileSync(path.join(inbox, name), page)
  const project = projectWith({
    'links.md': `# Links\n\n[a](javascript:globalThis.broughtIn=1) ![b](http://links.canary.test/b.png)\n`,
  })
  const app = await launch({ args: [project], hasSandbox: true })
  const { page } = app
  const window = workbench(page)
  await window.isReady()
  await app.answerDialogs(inbox)
  await window.runCommand('Import articles')
  await expect(page.getByText(`${Object.keys(pages).length} articles imported`)).toBeVisible()

  await page.keyboard.press('Escape')
  // The first one that came in is open; the others follow by key.
  for (const name of Object.keys(pages)) {
    const text = page.getByRole('textbox', { name: `Text of Page ${name.slice(5, 7)}` })
    await expect(text).toContainText('Before the trap')
    await text.focus()
    await page.keyboard.press('Alt+PageDown')
  }
  await reachOutFrom(page)
  for (const key of ['k', 'e', 'Shift+F', 'Shift+S', 'Shift+K', ',']) {
    await page.keyboard.press(`ControlOrMeta+${key}`)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
  }
  expect(await page.evaluate(() => 'broughtIn' in globalThis)).toBe(false)
  expect(page.url()).toContain('assay://window/')
  expect(app.electron.windows()).toHaveLength(1)

  const pids = await app.electron.evaluate(({ app: program }) =>
    program
      .getAppMetrics()
      .filter(({ type }) => type === 'Tab')
      .map(({ pid }) => pid),
  )
  expect(pids.length).toBeGreaterThan(0)
  for (const pid of pids) {
    const status = fs.readFileSync(`/proc/${pid}/status`, 'utf8')
    expect(status).toMatch(/^Seccomp:\s+2$/m)
    expect(status).toMatch(/^NoNewPrivs:\s+1$/m)
    expect(status).toMatch(/^CapEff:\s+0+$/m)
    expect(fs.readlinkSync(`/proc/${pid}/ns/net`)).not.toBe(fs.readlinkSync('/proc/self/ns/net'))
  }
})

/** What a hole in the reading of articles would let a page do, done by hand inside the window. */
async function reachOutFrom(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const address = (name: string): string => `http://${name}.canary.test/`
    const make = (tag: string, attributes: Readonly<Record<string, string>>): void => {
      const element = document.createElement(tag)
      for (const [key, value] of Object.entries(attributes))
        try {
          element.setAttribute(key, value)
        } catch {
          // Trusted Types refuse it already here.
        }
      document.body.append(element)
    }
    make('img', { src: address('inside-img') })
    make('img', { src: 'http://198.51.100.201/' })
    make('iframe', { src: address('inside-iframe') })
    make('video', { src: address('inside-video') })
    make('link', { rel: 'stylesheet', href: address('inside-css') })
    make('link', { rel: 'dns-prefetch', href: address('inside-dns') })
    make('link', { rel: 'preconnect', href: 'http://198.51.100.202/' })
    make('script', { src: address('inside-script') })
    make('meta', { 'http-equiv': 'refresh', content: `0;url=${address('inside-refresh')}` })
    const attempts: (() => unknown)[] = [
      () => fetch(address('inside-fetch')),
      () => navigator.sendBeacon(address('inside-beacon')),
      () => new WebSocket('ws://198.51.100.203/'),
      () => new EventSource(address('inside-events')),
      () => new Worker(address('inside-worker')),
      () => window.open(address('inside-open')),
      async () => {
        const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:198.51.100.204:3478' }] })
        peer.createDataChannel('x')
        await peer.setLocalDescription(await peer.createOffer())
      },
      () => {
        location.href = 'http://198.51.100.205/'
      },
    ]
    for (const attempt of attempts)
      try {
        await attempt()
      } catch {
        // Refused, as it should be; what was not refused is seen by the canary.
      }
    await new Promise(resolve => setTimeout(resolve, 1500))
  })
}

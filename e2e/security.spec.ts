import { expect, test } from './app'
import { trapsText } from './traps'
import { workbench } from './window/workbench'

test('the window holds exactly three functions and none of Node’s', async ({
  launch,
  projectWith,
}) => {
  const app = await launch({ args: [projectWith({ 'ferry.txt': trapsText })] })
  await workbench(app.page).isReady()
  const held = await app.page.evaluate(() => ({
    workbench: Object.keys((globalThis as { workbench?: object }).workbench ?? {}).sort(),
    node: ['require', 'process', 'module', 'Buffer', 'global'].filter(name => name in globalThis),
  }))
  expect(held).toEqual({ workbench: ['call', 'handlesOf', 'on'], node: [] })
})

test('nothing in the window becomes code, leaves for another page or reaches the network', async ({
  launch,
  projectWith,
}) => {
  const app = await launch({ args: [projectWith({ 'ferry.txt': trapsText })] })
  const { page } = app
  await workbench(page).isReady()
  const address = page.url()
  const attempts = await page.evaluate(async () => {
    const outcome = async (attempt: () => unknown): Promise<string> => {
      // Later, as the page itself: what the debugger evaluates is allowed more than the page is.
      await new Promise(resolve => setTimeout(resolve))
      try {
        await attempt()
        return 'done'
      } catch {
        return 'refused'
      }
    }
    const element = document.createElement('div')
    return {
      html: await outcome(() => {
        element.innerHTML = '<img src=x onerror=alert(1)>'
      }),
      code: await outcome(() => {
        ;(0, eval)('1')
      }),
      function: await outcome(() => new Function('return 1')),
      fetch: await outcome(() => fetch('https://example.com/')),
      ownFetchOutside: await outcome(async () => {
        const answer = await fetch('assay://window/../../etc/passwd')
        if (!answer.ok) throw new Error('refused')
      }),
      window: await outcome(() => {
        if (window.open('https://example.com/') === null) throw new Error('refused')
      }),
    }
  })
  expect(attempts).toEqual({
    html: 'refused',
    code: 'refused',
    function: 'refused',
    fetch: 'refused',
    ownFetchOutside: 'refused',
    window: 'refused',
  })
  await page.evaluate(() => {
    location.href = 'https://example.com/'
  })
  await page.waitForTimeout(300)
  expect(page.url()).toBe(address)
  expect(app.electron.windows()).toHaveLength(1)
})

test('main serves no address but the window’s own files, and no stranger’s call', async ({
  launch,
  projectWith,
}) => {
  const app = await launch({ args: [projectWith({ 'ferry.txt': trapsText })] })
  await workbench(app.page).isReady()
  const answers = await app.electron.evaluate(async ({ net }) => {
    const addresses = [
      'assay://window/index.html',
      'assay://window/..%2f..%2fetc%2fpasswd',
      'assay://window/%00',
      'assay://window//etc/passwd',
      'assay://other/index.html',
      'assay://window/file:///etc/passwd',
      'assay://window/__proto__',
    ]
    return Promise.all(addresses.map(async address => (await net.fetch(address)).status))
  })
  expect(answers).toEqual([200, 404, 404, 404, 404, 404, 404])

  const preferences = await app.electron.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map(contents => {
      const held = contents as unknown as { getLastWebPreferences: () => Record<string, unknown> }
      const { sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity } =
        held.getLastWebPreferences()
      return { sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity }
    }),
  )
  expect(preferences).toEqual([
    {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
    },
  ])

  const stranger = await app.electron.evaluate(async ({ app: program, BrowserWindow }) => {
    const other = new BrowserWindow({
      show: false,
      webPreferences: {
        preload: `${program.getAppPath()}/out/preload/preload.cjs`,
        sandbox: true,
      },
    })
    await other.loadURL('assay://window/index.html')
    const answer: unknown = await other.webContents.executeJavaScript(
      'workbench.call("appInfo", {}).then(() => "served", () => "refused")',
    )
    other.destroy()
    return answer
  })
  expect(stranger).toBe('refused')
})

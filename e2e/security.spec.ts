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

test('no permission is granted, no address is followed, and no key opens the tools of developers', async ({
  launch,
  projectWith,
}) => {
  const app = await launch({ args: [projectWith({ 'ferry.txt': trapsText })] })
  const { page } = app
  await workbench(page).isReady()
  const address = page.url()
  const granted = await page.evaluate(async () => {
    const asks: Readonly<Record<string, () => Promise<unknown>>> = {
      camera: () => navigator.mediaDevices.getUserMedia({ video: true }),
      microphone: () => navigator.mediaDevices.getUserMedia({ audio: true }),
      screen: () => navigator.mediaDevices.getDisplayMedia(),
      place: () =>
        new Promise((resolve, reject) => {
          navigator.geolocation.getCurrentPosition(resolve, reject, { timeout: 2000 })
        }),
      notifications: async () => {
        if ((await Notification.requestPermission()) !== 'granted') throw new Error('refused')
      },
      clipboard: () => navigator.clipboard.readText(),
      midi: () => navigator.requestMIDIAccess({ sysex: true }),
      wakeLock: () => navigator.wakeLock.request(),
      storage: async () => {
        if (!(await navigator.storage.persist())) throw new Error('refused')
      },
      directory: () => (globalThis as unknown as Pickers).showDirectoryPicker(),
      usb: () => (navigator as unknown as Devices).usb.requestDevice({ filters: [] }),
      serial: () => (navigator as unknown as Devices).serial.requestPort(),
      hid: async () => {
        const devices = await (navigator as unknown as Devices).hid.requestDevice({ filters: [] })
        if (devices.length === 0) throw new Error('refused')
      },
      bluetooth: () =>
        (navigator as unknown as Devices).bluetooth.requestDevice({ acceptAllDevices: true }),
    }
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'push']
    const states = await Promise.all(
      names.map(async name => {
        const descriptor = { name, userVisibleOnly: true } as unknown as PermissionDescriptor
        const state = await navigator.permissions.query(descriptor).then(
          ({ state }) => state,
          () => 'denied',
        )
        return state === 'granted' ? [`state of ${name}`] : []
      }),
    )
    const outcomes = Object.entries(asks).map(async ([name, ask]) => {
      // What waits for the user to choose shows a dialog of the system: that is no refusal either.
      const waited = new Promise(resolve => setTimeout(resolve, 3000, `${name} waits`))
      const asked = Promise.resolve().then(ask)
      const outcome = await Promise.race([
        asked.then(
          () => name,
          () => undefined,
        ),
        waited,
      ])
      return outcome === undefined ? [] : [outcome]
    })
    return [...states, ...(await Promise.all(outcomes))].flat()
  })
  expect(granted).toEqual([])

  for (const target of [
    'https://example.com/',
    'file:///etc/passwd',
    'assay://other/index.html',
    'data:text/html,<p>x',
    'javascript:document.title="x"',
    'mailto:a@example.com',
    'chrome://gpu',
  ]) {
    const places = await page.evaluate(target => {
      const place = document.createElement('div')
      place.style.cssText = 'position:fixed;inset:0 auto auto 0;z-index:99999;background:white'
      place.id = 'trap'
      const links = ['', '_blank', '_top'].map(frame => {
        const link = document.createElement('a')
        link.href = target
        link.target = frame
        link.textContent = 'a link'
        link.style.cssText = 'display:block;padding:5px'
        place.append(link)
        return link
      })
      document.body.append(place)
      globalThis.open(target)
      globalThis.open(target, '_self')
      try {
        location.assign(target)
      } catch {
        // Refused at once.
      }
      return links.map(link => link.getBoundingClientRect().y + 8)
    }, target)
    // With the bare mouse: Playwright's own clicks wait for the page to arrive somewhere.
    for (const y of places) {
      await page.mouse.click(10, y)
      await page.mouse.click(10, y, { button: 'middle' })
      await page.keyboard.down('ControlOrMeta')
      await page.mouse.click(10, y)
      await page.keyboard.up('ControlOrMeta')
    }
    await page.evaluate(() => document.querySelector('#trap')?.remove())
  }
  for (const key of ['F12', 'ControlOrMeta+Shift+I', 'ControlOrMeta+Shift+J', 'ControlOrMeta+n'])
    await page.keyboard.press(key)
  await page.waitForTimeout(300)
  const shown = await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => ({
      address: webContents.getURL(),
      tools: webContents.isDevToolsOpened(),
    })),
  )
  expect(shown).toEqual([{ address, tools: false }])
  expect(await page.title()).not.toBe('x')
})

test('main serves no address but the window’s own files, and no stranger’s call', async ({
  launch,
  projectWith,
}) => {
  const app = await launch({ args: [projectWith({ 'ferry.txt': trapsText })] })
  await workbench(app.page).isReady()
  const answers = await app.electron.evaluate(async ({ net }) => {
    const served = ['assay://window/index.html', 'assay://window/./index.html?a#b']
    const strange = [
      'assay://window/..%2f..%2fetc%2fpasswd',
      'assay://window/..%5c..%5cetc%5cpasswd',
      'assay://window/%2e%2e/%2e%2e/main/main.js',
      'assay://window/../main/main.js',
      'assay://window/%00',
      'assay://window/index.html%00.js',
      'assay://window//etc/passwd',
      'assay://window/index.html/',
      'assay://window/INDEX.HTML',
      'assay://other/index.html',
      'assay://window.other/index.html',
      'assay://window/file:///etc/passwd',
      'assay://window/assets',
      'assay://window/__proto__',
      'assay://window/',
    ]
    const status = async (address: string, method = 'GET'): Promise<string> =>
      net.fetch(address, { method }).then(
        answer => String(answer.status),
        () => 'refused',
      )
    return {
      served: await Promise.all(served.map(address => status(address))),
      written: await Promise.all(
        ['POST', 'PUT', 'DELETE'].map(way => status(served[0] ?? '', way)),
      ),
      strange: [...new Set(await Promise.all(strange.map(address => status(address))))],
    }
  })
  expect(answers).toEqual({
    served: ['200', '200'],
    written: ['404', '404', '404'],
    strange: ['404'],
  })

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

/** What the page’s types do not know. */
type Devices = Readonly<
  Record<
    'usb' | 'serial' | 'hid' | 'bluetooth',
    Readonly<Record<'requestDevice' | 'requestPort', (options?: object) => Promise<unknown[]>>>
  >
>
type Pickers = { readonly showDirectoryPicker: () => Promise<unknown> }

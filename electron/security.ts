import type { App, Session, WebContents } from 'electron'
import { appOrigin, developmentAddress } from './app-scheme'

/**
 * Switches that keep Chromium itself from reaching for the network, with their values. No name resolves,
 * so whatever slips through the other layers asks nobody. Two switches that are often named beside them,
 * `dns-prefetch-disable` and `force-webrtc-ip-handling-policy`, stopped nothing when watched from outside.
 */
export const silencingSwitches: Readonly<Record<string, string>> = {
  'host-resolver-rules': 'MAP * ~NOTFOUND , EXCLUDE localhost',
  'disable-background-networking': '',
}

/** Set the switches and the sandbox; must run before the app is ready. */
export function silenceChromium(app: App): void {
  for (const [name, value] of Object.entries(silencingSwitches))
    app.commandLine.appendSwitch(name, value)
  // Together with --no-sandbox, which root needs, this would crash Chromium's network service in a loop.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
}

/** Every request but for the window's own files is cancelled; every permission is denied. */
export function lockSession(session: Session): void {
  cancelRequests(session)
  denyPermissions(session)
  stopSpellChecker(session)
}

export function cancelRequests(session: Session): void {
  session.webRequest.onBeforeRequest((details, respond) => {
    respond({ cancel: !isOwnAddress(details.url) })
  })
}

function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, respond) => {
    respond(false)
  })
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
}

/** Chromium would fetch a dictionary as soon as there is a window. */
export function stopSpellChecker(session: Session): void {
  session.setSpellCheckerEnabled(false)
  // With the spell checker off nothing is downloaded; this address goes nowhere if something tried.
  session.setSpellCheckerDictionaryDownloadURL('http://127.0.0.1:9/')
}

/** No page opens another, leaves for another, or holds a foreign one. */
export function lockContents(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    denyWindows(contents)
    stayOnPage(contents)
    keepCallsHome(contents)
    contents.on('will-attach-webview', event => {
      event.preventDefault()
    })
  })
}

export function denyWindows(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

export function stayOnPage(contents: WebContents): void {
  contents.on('will-navigate', event => {
    event.preventDefault()
  })
  contents.on('will-frame-navigate', event => {
    event.preventDefault()
  })
  contents.on('will-redirect', event => {
    event.preventDefault()
  })
}

/** A call between peers would tell the address of this computer to whoever is asked for the way. */
export function keepCallsHome(contents: WebContents): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}

function isOwnAddress(address: string): boolean {
  if (address.startsWith(`${appOrigin()}/`) || address.startsWith('data:')) return true
  if (address.startsWith('devtools:')) return true
  // Hot reload speaks to its own server, in development only.
  return developmentAddress !== undefined && /^(?:ws|http):\/\/localhost[:/]/.test(address)
}

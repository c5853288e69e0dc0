import type { App, Session } from 'electron'
import { appOrigin, developmentAddress } from './app-scheme'

/** Switches that keep Chromium itself from reaching for the network; must be set before the app is ready. */
export function silenceChromium(app: App): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND , EXCLUDE localhost')
  app.commandLine.appendSwitch('disable-background-networking')
  app.commandLine.appendSwitch('dns-prefetch-disable')
  app.commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp')
  // Together with --no-sandbox, which root needs, this would crash Chromium's network service in a loop.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
}

/** Every request but for the window's own files is cancelled; every permission is denied. */
export function lockSession(session: Session): void {
  session.webRequest.onBeforeRequest((details, respond) => {
    respond({ cancel: !isOwnAddress(details.url) })
  })
  session.setPermissionRequestHandler((_contents, _permission, respond) => {
    respond(false)
  })
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setSpellCheckerEnabled(false)
  // With the spell checker off nothing is downloaded; this address goes nowhere if something tried.
  session.setSpellCheckerDictionaryDownloadURL('http://127.0.0.1:9/')
}

/** No page opens another, leaves for another, or holds a foreign one. */
export function lockContents(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
    contents.on('will-navigate', event => {
      event.preventDefault()
    })
    contents.on('will-frame-navigate', event => {
      event.preventDefault()
    })
    contents.on('will-redirect', event => {
      event.preventDefault()
    })
    contents.on('will-attach-webview', event => {
      event.preventDefault()
    })
  })
}

function isOwnAddress(address: string): boolean {
  if (address.startsWith(`${appOrigin()}/`) || address.startsWith('data:')) return true
  if (address.startsWith('devtools:')) return true
  // Hot reload speaks to its own server, in development only.
  return developmentAddress !== undefined && /^(?:ws|http):\/\/localhost[:/]/.test(address)
}

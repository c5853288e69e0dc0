import fs from 'node:fs'
import path from 'node:path'
import type { Session } from 'electron'
import { protocol } from 'electron'

/** Name of the program’s own scheme. */
export const appScheme = 'assay'
const host = 'window'

/** Address of the window's page in development, served with hot reload; `undefined` otherwise. */
export const developmentAddress: string | undefined = process.env['ELECTRON_RENDERER_URL']

/** Where the window's page comes from; calls are served to nothing else. */
export function appOrigin(): string {
  return developmentAddress ?? `${appScheme}://${host}`
}

export function appAddress(): string {
  return developmentAddress ?? `${appScheme}://${host}/index.html`
}

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

/** Nothing from outside, no inline script, no string that becomes code or markup. */
const securityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'none'",
  "worker-src 'self'",
  "object-src 'none'",
  "frame-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types assay',
].join('; ')

const headers = {
  'Content-Security-Policy': securityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'X-DNS-Prefetch-Control': 'off',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
}

/** Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/**
 * Serve the built window from a fixed list of files made once at start: an address is looked up in it
 * and never decoded or joined to a path, so no address can reach another file.
 */
export function serveWindow(session: Session, folder: string): void {
  const files = listFiles(folder)
  session.protocol.handle(appScheme, request => {
    const address = new URL(request.url)
    const file = address.host === host ? files.get(address.pathname) : undefined
    if (file === undefined || request.method !== 'GET')
      return new Response('Not here', { status: 404, headers })
    const type = contentTypes[path.extname(file)] ?? 'application/octet-stream'
    return new Response(new Uint8Array(fs.readFileSync(file)), {
      headers: { ...headers, 'Content-Type': type },
    })
  })
}

function listFiles(folder: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>()
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = path.join(entry.parentPath, entry.name)
    const name = path.relative(folder, file).split(path.sep).join('/')
    files.set(`/${name}`, file)
  }
  return files
}

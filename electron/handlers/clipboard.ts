import { clipboard } from 'electron'
import type { Copied } from '../import/pasted-item'

/** The clipboard of the system; tests have their own. */
export type Clipboard = {
  readonly writeText: (text: string) => void | Promise<void>
  readonly read: () => Promise<Copied>
}

/** Formats in which browsers say which page something was copied from, and how they write it. */
const addressFormats = [
  { format: 'text/x-moz-url-priv', encoding: 'utf-16le' },
  { format: 'chromium/x-source-url', encoding: 'utf-8' },
  { format: 'org.chromium.source-url', encoding: 'utf-8' },
] as const

/** HTML on Windows comes with a head of lines, SourceURL among them. */
const windowsHtml = 'HTML Format'
const windowsHeadBytes = 4096

/** What both ways of asking the clipboard come to: Electron gave it another shape between the runtimes we run on. */
type ClipboardReader = {
  readonly text: () => Promise<string>
  readonly html: () => Promise<string>
  /** Bytes in a format of the system; none when there are none. */
  readonly bytes: (format: string) => Promise<Uint8Array>
}

export const systemClipboard: Clipboard = {
  writeText: text => clipboard.writeText(text),
  read: async () => {
    const reader = olderReader() ?? (await newerReader())
    const html = await reader.html()
    const address = await addressFrom(reader)
    return {
      text: await reader.text(),
      ...(html.trim() === '' ? {} : { html }),
      ...(address === undefined ? {} : { address }),
    }
  },
}

async function addressFrom(reader: ClipboardReader): Promise<string | undefined> {
  for (const { format, encoding } of addressFormats) {
    const address = webAddress(new TextDecoder(encoding).decode(await reader.bytes(format)))
    if (address !== undefined) return address
  }
  const head = (await reader.bytes(windowsHtml)).subarray(0, windowsHeadBytes)
  return webAddress(/^SourceURL:(.+)$/m.exec(new TextDecoder().decode(head))?.[1] ?? '')
}

/** The address, when it is one of the web: pages of the browser itself and files name nothing for others. */
export function webAddress(text: string): string | undefined {
  const address = text.replaceAll('\0', '').trim()
  return /^https?:\/\/[^\s<>"]+$/i.test(address) ? address : undefined
}

/** The clipboard of Electron 33, which answers at once. */
type OlderClipboard = {
  readonly readText: () => string
  readonly readHTML: () => string
  readonly readBuffer: (format: string) => Buffer
}

function olderReader(): ClipboardReader | undefined {
  if (!('readHTML' in clipboard)) return undefined
  const older = clipboard as unknown as OlderClipboard
  return {
    text: () => Promise.resolve(older.readText()),
    html: () => Promise.resolve(older.readHTML()),
    bytes: format => Promise.resolve(older.readBuffer(format)),
  }
}

async function newerReader(): Promise<ClipboardReader> {
  const items = await clipboard.read()
  const blobOf = async (type: string): Promise<Blob | undefined> => {
    for (const item of items)
      if (item.types.includes(type)) {
        const content = await item.getType(type)
        if (content instanceof Blob) return content
      }
    return undefined
  }
  return {
    text: () => clipboard.readText(),
    html: async () => (await (await blobOf('text/html'))?.text()) ?? '',
    bytes: async format => {
      const blob = await blobOf(`electron application/osclipboard;format="${format}"`)
      return new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0))
    },
  }
}

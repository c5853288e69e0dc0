import { isSafeTarget } from '../../../shared/article/blocks'
import type { Reading } from '../../../shared/article/reading'
import type { Result } from '../../../shared/outcome/result'
import { fail, succeed } from '../../../shared/outcome/result'
import { replaceLoneSurrogates } from '../../../shared/text/line-breaks'
import { readHtml } from '../html'
import type { ReadContent } from '../read-content'
import { parseMail } from './mail'
import { headerIn, isSavedPage, mailHead } from './mail-head'

/** Whether `bytes` are a web page that a browser saved as one file (MHTML). */
export function isSavedWebPage(bytes: Uint8Array): boolean {
  const head = mailHead(bytes)
  return head !== undefined && isSavedPage(head)
}

/** The words of a page saved as one file (RFC 2557), with the address it was saved from. Frames, style sheets and pictures in it are not read. */
export async function readSavedPage(
  bytes: Uint8Array,
  name: string,
  reading?: Reading,
): Promise<Result<ReadContent>> {
  const head = mailHead(bytes) ?? ''
  const address = headerIn(head, 'snapshot-content-location') ?? headerIn(head, 'content-location')
  const part = pagePart(bytes, head, address)
  const mail = await parseMail(part, name)
  if (!mail.ok) return mail
  const { html, headers } = mail.value
  if (html === undefined)
    return fail(
      'empty',
      `“${name}” was not imported: there is no page among its parts. Nothing else has changed. Open it in a browser, save it again and import that.`,
    )
  const page = readHtml(replaceLoneSurrogates(html), reading)
  const url = address ?? headers.find(({ key }) => key === 'content-location')?.value.trim()
  return succeed({
    ...page,
    metadata: {
      ...page.metadata,
      // What the page says of its own address is better than where it was opened: that may be a print view.
      ...(page.metadata['url'] === undefined && url !== undefined && isSafeTarget(url)
        ? { url: { value: url, from: 'mail-headers' as const, found: url } }
        : {}),
    },
  })
}

/** The part that is the page itself, with its headers: that of the page's address, else the first page. A file of one part is its own part. */
function pagePart(bytes: Uint8Array, head: string, address: string | undefined): Uint8Array {
  const boundary = /\bboundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(
    headerIn(head, 'content-type') ?? '',
  )
  const mark = boundary?.[1] ?? boundary?.[2]
  if (mark === undefined) return bytes
  // One character for each byte, there and back.
  const text = Buffer.from(bytes).toString('latin1')
  const pages = text
    .split(`--${mark}`)
    .slice(1)
    .map(part => part.replace(/^[ \t]*\r?\n/, ''))
    .map(part => ({ part, head: partHead(part) }))
    .filter(({ head: own }) =>
      /^content-type:\s*(?:text\/html|application\/xhtml\+xml)/im.test(own),
    )
  const page =
    pages.find(({ head: own }) => headerIn(own, 'content-location') === address) ?? pages[0]
  if (page === undefined) return bytes
  return new Uint8Array(Buffer.from(withCharset(page.part), 'latin1'))
}

function partHead(part: string): string {
  const end = /\r?\n\r?\n/.exec(part)?.index ?? part.length
  return part.slice(0, end).replace(/\r?\n[ \t]+/g, ' ')
}

/** Browsers save pages in UTF-8 and do not always say so. */
function withCharset(part: string): string {
  if (/\bcharset\s*=/i.test(partHead(part))) return part
  return part.replace(/^(content-type:\s*)[\w./+-]+/im, '$1text/html; charset=utf-8')
}

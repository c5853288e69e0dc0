import type { Email } from 'postal-mime'
import PostalMime from 'postal-mime'
import type { Metadata } from '../../../shared/article/article'
import { plainText } from '../../../shared/article/plain-text'
import { isoDateIn } from '../../../shared/article/written-date'
import type { Result } from '../../../shared/outcome/result'
import { fail, succeed } from '../../../shared/outcome/result'
import { replaceLoneSurrogates } from '../../../shared/text/line-breaks'
import { readHtml } from '../html'
import type { ReadContent } from '../read-content'
import { isSavedPage, mailHead } from './mail-head'
import { readMailText } from './mail-text'

/** Deepest nesting of parts that is read; a forwarded newsletter has five levels. */
const deepestParts = 50

/** Whether `bytes` are a mail as mail programs save it. */
export function isMail(bytes: Uint8Array): boolean {
  const head = mailHead(bytes)
  return head !== undefined && !isSavedPage(head)
}

/** The words of a mail (RFC 5322, MIME), and its headers as metadata. Attachments are left out, each with a mark at the end. */
export async function readMail(bytes: Uint8Array, name: string): Promise<Result<ReadContent>> {
  const mail = await parseMail(bytes, name)
  if (!mail.ok) return mail
  const body = bodyOf(mail.value)
  const attachments = mail.value.attachments.filter(({ related }) => related !== true)
  const subject = (mail.value.subject ?? '').replace(/\s+/g, ' ').trim()
  return succeed({
    document: {
      type: 'doc',
      content: [
        ...body.document.content,
        ...attachments.map(({ filename, mimeType }) => ({
          type: 'leftOut' as const,
          attrs: { what: 'attachment', label: replaceLoneSurrogates(filename ?? mimeType) },
        })),
      ],
    },
    title: subject === '' ? body.title : { value: subject, from: 'mail-headers' },
    metadata: { ...body.metadata, ...headersOf(mail.value) },
    remarks: body.remarks,
  })
}

/** The parts of a mail decoded, or a sentence for the user when it is damaged. */
export async function parseMail(bytes: Uint8Array, name: string): Promise<Result<Email>> {
  try {
    return succeed(
      await PostalMime.parse(bytes, {
        maxNestingDepth: deepestParts,
        attachmentEncoding: 'arraybuffer',
      }),
    )
  } catch {
    // The library rejects what nests too deep or is no mail at all; there is nothing else it can throw at.
    return fail(
      'damaged',
      `“${name}” was not imported: it is damaged, or made of more parts than a mail has. Nothing else has changed. Open it in a mail program, save it again and import that.`,
    )
  }
}

/** The page of a mail, or its plain text where there is no page, or one that says less than the text. */
function bodyOf({ html, text }: Email): ReadContent {
  const words = replaceLoneSurrogates(text ?? '')
  const page = html === undefined ? undefined : readHtml(replaceLoneSurrogates(html), 'whole')
  const shown = page === undefined ? 0 : lettersIn(plainText(page.document))
  if (page !== undefined && shown > 0 && shown * 2 >= lettersIn(words)) return page
  return { document: readMailText(words), title: undefined, metadata: {}, remarks: [] }
}

function lettersIn(text: string): number {
  return text.replace(/[^\p{L}\p{N}]/gu, '').length
}

function headersOf({ from, headers }: Email): Metadata {
  const stated = headers.find(({ key }) => key === 'date')?.value.trim() ?? ''
  const published = isoDateIn(stated)
  const author = from === undefined ? '' : (from.name || (from.address ?? '')).trim()
  return {
    ...(published === undefined
      ? {}
      : { published: { value: published, from: 'mail-headers', found: stated } }),
    ...(author === ''
      ? {}
      : {
          authors: {
            value: replaceLoneSurrogates(author),
            from: 'mail-headers',
            found: found(from),
          },
        }),
  }
}

function found(from: Email['from']): string {
  const words = [from?.name ?? '', from?.address === undefined ? '' : `<${from.address}>`]
  return replaceLoneSurrogates(words.filter(word => word !== '').join(' '))
}

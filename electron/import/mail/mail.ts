import type { Email } from 'postal-mime'
import PostalMime from 'postal-mime'
import type { Metadata } from '../../../shared/article/article'
import type { Block, Inline } from '../../../shared/article/blocks'
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

/**
 * The words of a mail (RFC 5322, MIME), and its headers as metadata. Mails attached to it are read after it,
 * each below its subject; other attachments are left out, each with a mark at the end.
 */
export async function readMail(bytes: Uint8Array, name: string): Promise<Result<ReadContent>> {
  const mail = await parseMail(bytes, name)
  if (!mail.ok) return mail
  const body = bodyOf(mail.value)
  const subject = subjectOf(mail.value)
  const attached = await attachedMails(mail.value, 0)
  return succeed({
    document: {
      type: 'doc',
      content: [...body.document.content, ...attached.blocks, ...leftOutOf(mail.value)],
    },
    title: subject === '' ? body.title : { value: subject, from: 'mail-headers' },
    metadata: { ...body.metadata, ...headersOf(mail.value) },
    remarks: [
      ...body.remarks,
      ...(attached.count === 0
        ? []
        : [
            attached.count === 1
              ? 'A mail is attached to it: it is read at the end, below its subject.'
              : `${String(attached.count)} mails are attached to it: they are read at the end, each below its subject.`,
          ]),
    ],
  })
}

/** Mails attached to one mail that are read, and how deep in each other: a digest has some dozens. */
const mostAttached = 50
const deepestAttached = 5

type Attached = { readonly blocks: readonly Block[]; readonly count: number }

/** Beyond that, and for one that is damaged, there is a mark in its place. */
async function attachedMails(mail: Email, depth: number): Promise<Attached> {
  const blocks: Block[] = []
  let count = 0
  for (const attachment of mail.attachments.filter(isAttachedMail)) {
    const isRead = depth < deepestAttached && count < mostAttached
    const content = new Uint8Array(attachment.content as ArrayBuffer)
    const inner = isRead ? await parseMail(content, '') : undefined
    if (inner?.ok !== true) {
      blocks.push(leftOut(attachment))
      continue
    }
    const further = await attachedMails(inner.value, depth + 1)
    blocks.push(
      ...headOf(inner.value),
      ...bodyOf(inner.value).document.content,
      ...further.blocks,
      ...leftOutOf(inner.value),
    )
    count += 1 + further.count
  }
  return { blocks, count }
}

type Attachment = Email['attachments'][number]

function isAttachedMail({ mimeType }: Attachment): boolean {
  return mimeType === 'message/rfc822'
}

/** What leads into a mail inside of another: its subject, who wrote it and when. */
function headOf(mail: Email): Block[] {
  const subject = subjectOf(mail)
  const { authors, published } = headersOf(mail)
  const lines = [authors?.found, published?.found].filter(line => line !== undefined)
  const content: Inline[] = lines.flatMap((text, index): Inline[] => [
    ...(index === 0 ? [] : [{ type: 'hardBreak' as const }]),
    { type: 'text', text },
  ])
  return [
    {
      type: 'heading',
      attrs: { level: 2 },
      content: [{ type: 'text', text: subject === '' ? 'Attached mail' : subject }],
    },
    ...(content.length === 0 ? [] : [{ type: 'paragraph' as const, content }]),
  ]
}

function subjectOf({ subject }: Email): string {
  return replaceLoneSurrogates((subject ?? '').replace(/\s+/g, ' ').trim())
}

function leftOutOf({ attachments }: Email): Block[] {
  return attachments
    .filter(attachment => attachment.related !== true && !isAttachedMail(attachment))
    .map(leftOut)
}

function leftOut({ filename, mimeType }: Attachment): Block {
  return {
    type: 'leftOut',
    attrs: { what: 'attachment', label: replaceLoneSurrogates(filename ?? mimeType) },
  }
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

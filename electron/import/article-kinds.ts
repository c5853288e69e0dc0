import type { Reading } from '../../shared/article/reading'
import type { Result } from '../../shared/outcome/result'
import { readDocx } from './docx/docx'
import { refuseOldWord } from './docx/old-word'
import { readEpub } from './epub/epub'
import { readHtml, readXhtml } from './html'
import { isMail, readMail } from './mail/mail'
import { isSavedWebPage, readSavedPage } from './mail/saved-page'
import { readMarkdown } from './markdown'
import { readFlatOdt, readOdt } from './odt/odt'
import { isDocx, isEpub, isFlatOdt, isOdt, isOldWord, isRtf } from './office/document-kinds'
import { isPdf, readPdf } from './pdf/pdf'
import { readPlainText } from './plain-text'
import type { ReadContent } from './read-content'
import { documentReader } from './refused-file'
import { readRtf } from './rtf/rtf'

/** A kind of file whose bytes are text in some encoding. */
export type TextKind = {
  readonly mediaType: string
  /** In lower case, with their dot. */
  readonly extensions: readonly string[]
  /** The file may name its own encoding, as web pages do. */
  readonly isPage?: true
  /** `text` has line feeds only. */
  readonly readText: (text: string, reading?: Reading) => ReadContent
}

/** A kind of file with a structure of its own: a zip of parts, a page description, a mail. */
export type ByteKind = {
  readonly mediaType: string
  readonly extensions: readonly string[]
  /** Whether the bytes are of this kind, whatever the file is called: asked before the extension is believed. */
  readonly matches: (bytes: Uint8Array) => boolean
  /** The article in `bytes`, the content of the file `name`; fails with a sentence for the user. */
  readonly readBytes: (
    bytes: Uint8Array,
    name: string,
    reading?: Reading,
  ) => Promise<Result<ReadContent>>
}

export const plain: TextKind = {
  mediaType: 'text/plain',
  extensions: ['.txt', '.text'],
  readText: text => ({
    document: readPlainText(text),
    title: undefined,
    metadata: {},
    remarks: [],
  }),
}

export const html: TextKind = {
  mediaType: 'text/html',
  extensions: ['.html', '.htm'],
  isPage: true,
  readText: readHtml,
}

const textKinds: readonly TextKind[] = [
  plain,
  { mediaType: 'text/markdown', extensions: ['.md', '.markdown'], readText: readMarkdown },
  html,
  {
    mediaType: 'application/xhtml+xml',
    extensions: ['.xhtml'],
    isPage: true,
    readText: readXhtml,
  },
]

/** Kinds told by their bytes, the most definite first. */
const byteKinds: readonly ByteKind[] = [
  {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['.docx', '.docm'],
    matches: isDocx,
    readBytes: documentReader(readDocx),
  },
  {
    mediaType: 'application/vnd.oasis.opendocument.text',
    extensions: ['.odt', '.ott'],
    matches: isOdt,
    readBytes: documentReader(readOdt),
  },
  {
    mediaType: 'application/vnd.oasis.opendocument.text-flat-xml',
    extensions: ['.fodt'],
    matches: isFlatOdt,
    readBytes: documentReader(readFlatOdt),
  },
  {
    mediaType: 'application/rtf',
    extensions: ['.rtf'],
    matches: isRtf,
    readBytes: documentReader(readRtf),
  },
  {
    mediaType: 'application/epub+zip',
    extensions: ['.epub'],
    matches: isEpub,
    readBytes: documentReader(readEpub),
  },
  {
    mediaType: 'application/msword',
    extensions: [],
    matches: isOldWord,
    readBytes: (bytes, name) => Promise.resolve(refuseOldWord(bytes, name)),
  },
  { mediaType: 'application/pdf', extensions: ['.pdf'], matches: isPdf, readBytes: readPdf },
  {
    mediaType: 'multipart/related',
    extensions: ['.mhtml', '.mht'],
    matches: isSavedWebPage,
    readBytes: readSavedPage,
  },
  { mediaType: 'message/rfc822', extensions: ['.eml'], matches: isMail, readBytes: readMail },
]

/** Extensions of the files that can be imported, with their dot, in lower case; a file with another one is read when it holds text. */
export const readableExtensions: readonly string[] = [...textKinds, ...byteKinds].flatMap(
  kind => kind.extensions,
)

/** The kind of structured file that `bytes` are, or `undefined` for text and for what is not known. */
export function byteKindOf(bytes: Uint8Array): ByteKind | undefined {
  return byteKinds.find(kind => kind.matches(bytes))
}

/** The kind of text that an extension (lower case, with its dot) promises. */
export function textKindOf(extension: string): TextKind | undefined {
  return textKinds.find(kind => kind.extensions.includes(extension))
}

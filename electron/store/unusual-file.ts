import { errorCode } from './explain-error'

const reasons: Readonly<Record<string, string>> = {
  EFTYPE: 'it is not a file, but a folder, a pipe or a device',
  ENXIO: 'it is not a file, but a socket or a device',
  ETOOBIG: 'it is larger than 256 MB',
  ELOOP: 'it is a link, which may lead out of the project',
}

/** Why something that stands where a file of the project should be was not read; `undefined` for other errors. */
export function whyUnusual(error: unknown): string | undefined {
  const code = errorCode(error)
  return code === undefined ? undefined : reasons[code]
}

const sniffs: readonly (readonly [RegExp, string])[] = [
  [/^\s*$/, 'it is empty'],
  [/^\0+$/, 'it holds nothing but zeros: the disk lost its content'],
  [/^\ufeff/, 'another program put a byte order mark before it'],
  [/^\u001f\ufffd/, 'it holds packed data (gzip)'],
  [/^PK\u0003\u0004/, 'it holds a zip archive'],
  [/^%PDF/, 'it holds a PDF'],
  [/^\s*<(?:!doctype|html)/i, 'it holds a web page'],
  [/^\ufffd\ufffd/, 'it was saved in another encoding (UTF-16)'],
  [/\0/, 'it holds zeros where text should be: the disk lost part of it'],
  [/[^\]}\s]\s*$/, 'it is not whole JSON: its end is missing'],
]

/** What is wrong with a text that is no JSON, in the words of somebody who looks at the file. */
export function whyNoJson(text: string): string {
  return sniffs.find(([pattern]) => pattern.test(text))?.[1] ?? 'it is not whole JSON'
}

import type { MetadataValue, ValueOrigin } from '../../../shared/article/article'

const origins: Readonly<Record<ValueOrigin, string>> = {
  text: 'From the text',
  'file-name': 'From the name of the file',
  'html-meta': 'From the page’s own details',
  'json-ld': 'From the page’s own details',
  heading: 'From the heading',
  'document-properties': 'From the properties of the document',
  'mail-headers': 'From the head of the mail',
  column: 'From a column of the table',
  dataset: 'From the dataset',
  person: 'Written by hand',
}

/** Where something came from, in words; nothing where that was not kept. */
export function placeOf(from: ValueOrigin | undefined): string | undefined {
  return from === undefined ? undefined : origins[from]
}

/** Where a value came from, with the words it was read from. */
export function originOf(entry: MetadataValue | undefined): string | undefined {
  if (entry === undefined) return undefined
  const words = origins[entry.from]
  return entry.found === undefined ? words : `${words}: “${entry.found.trim()}”`
}

import type { Archive } from '../../archive/open-archive'
import { RefusedFile } from '../../refused-file'
import { readXml } from '../../xml/stream-xml'
import { childNamed, elementsIn, parseXmlTree } from '../../xml/xml-tree'
import { odsRows } from './ods-rows'
import type { Workbook } from './workbook'

/** The sheets of an OpenDocument spreadsheet (ODS). Throws RefusedFile. */
export function odsWorkbook(archive: Archive): Workbook {
  refuseLocked(archive)
  const content = archive.bytes('content.xml')
  if (content === undefined) throw new RefusedFile('it has no spreadsheet in it')
  return {
    sheets: tablesIn(content).map(({ name, isHidden }, index) => ({
      name,
      isHidden,
      rows: tally => odsRows(content, index, tally),
    })),
  }
}

type NamedTable = { readonly name: string; readonly isHidden: boolean }

/** Tables of the document itself, not those inside of cells. */
function tablesIn(content: Uint8Array): NamedTable[] {
  const tables: NamedTable[] = []
  const hidden = new Set<string>()
  let style = ''
  let depth = 0
  readXml(content, 'content.xml', {
    open: (name, attributes) => {
      if (name === 'style') style = attributes.get('name') ?? ''
      if (name === 'table-properties' && attributes.get('display') === 'false') hidden.add(style)
      if (name !== 'table') return
      depth += 1
      if (depth > 1) return
      const isHidden = hidden.has(attributes.get('style-name') ?? '')
      tables.push({ name: attributes.get('name') ?? '', isHidden })
    },
    close: name => {
      if (name === 'table') depth -= 1
    },
    text: () => undefined,
  })
  return tables
}

function refuseLocked(archive: Archive): void {
  const bytes = archive.bytes('META-INF/manifest.xml')
  if (bytes === undefined) return
  for (const entry of elementsIn(parseXmlTree(bytes, 'META-INF/manifest.xml')))
    if (childNamed(entry, 'encryption-data') !== undefined)
      throw new RefusedFile('it is protected by a password, which has to be taken off first')
}

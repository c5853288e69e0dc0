import type { Archive } from '../../archive/open-archive'
import { RefusedFile } from '../../refused-file'
import type { XmlElement } from '../../xml/xml-tree'
import { childNamed, elementsIn, parseXmlTree } from '../../xml/xml-tree'
import { readXml } from '../../xml/stream-xml'
import type { DateFormat } from './date-cells'
import { builtInDateFormat, dateFormatOf } from './date-cells'
import type { Workbook } from './workbook'
import { unescapedText } from './xlsx-text'
import { xlsxRows } from './xlsx-rows'

const empty: XmlElement = { name: '', attributes: new Map(), children: [] }

/** The sheets of an Excel workbook (XLSX). Throws RefusedFile. Source: ECMA-376 part 1, 18. */
export function xlsxWorkbook(archive: Archive): Workbook {
  const root = relationsOf(archive, '')
  const at = root.find(({ type }) => type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml'
  const book = treeOf(archive, at)
  if (book?.name !== 'workbook') throw new RefusedFile('it has no workbook in it')
  const parts = relationsOf(archive, at)
  const partOf = (kind: string): string | undefined =>
    parts.find(({ type }) => type.endsWith(`/${kind}`))?.target
  const styles = treeOf(archive, partOf('styles'))
  const is1904 = isTrue(childNamed(book, 'workbookPr')?.attributes.get('date1904'))
  const dateFormats = dateFormatsOf(styles)
  let strings: readonly string[] | undefined
  const sharedStrings = (): readonly string[] =>
    (strings ??= readSharedStrings(archive, partOf('sharedStrings')))
  const targets = new Map(parts.map(({ id, target, type }) => [id, { target, type }]))
  const sheets = elementsIn(childNamed(book, 'sheets') ?? empty).flatMap(({ attributes }) => {
    const part = targets.get(attributes.get('id') ?? '')
    // A sheet may also be a chart or a macro of old.
    if (part?.type.endsWith('/worksheet') !== true) return []
    return [
      {
        name: attributes.get('name') ?? '',
        isHidden: (attributes.get('state') ?? 'visible') !== 'visible',
        rows: (tally: Parameters<Workbook['sheets'][number]['rows']>[0]) => {
          const bytes = archive.bytes(part.target)
          if (bytes === undefined)
            throw new RefusedFile(`its part “${part.target}” is not in it, though it is named`)
          const shown = { strings: sharedStrings(), dateFormats, is1904, tally }
          return xlsxRows(bytes, part.target, shown)
        },
      },
    ]
  })
  return { sheets }
}

function treeOf(archive: Archive, name: string | undefined): XmlElement | undefined {
  const bytes = name === undefined ? undefined : archive.bytes(name)
  return bytes === undefined || name === undefined ? undefined : parseXmlTree(bytes, name)
}

type Relation = { readonly id: string; readonly type: string; readonly target: string }

/** What a part refers to inside the archive. */
function relationsOf(archive: Archive, part: string): Relation[] {
  const at = part.lastIndexOf('/') + 1
  const folder = part.slice(0, at)
  const root = treeOf(archive, `${folder}_rels/${part.slice(at)}.rels`)
  return elementsIn(root ?? empty).flatMap(({ attributes }) => {
    if (attributes.get('TargetMode') === 'External') return []
    const id = attributes.get('Id') ?? ''
    const type = attributes.get('Type') ?? ''
    return [{ id, type, target: pathFrom(folder, attributes.get('Target') ?? '') }]
  })
}

function pathFrom(folder: string, target: string): string {
  const parts = target.startsWith('/') ? [] : folder.split('/').filter(part => part !== '')
  for (const part of target.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}

/** How each style of cell shows a number as a date, by the number of the style. */
function dateFormatsOf(styles: XmlElement | undefined): readonly (DateFormat | undefined)[] {
  const own = new Map(
    elementsIn(childNamed(styles, 'numFmts') ?? empty).map(({ attributes }) => [
      Number(attributes.get('numFmtId')),
      dateFormatOf(attributes.get('formatCode') ?? ''),
    ]),
  )
  return elementsIn(childNamed(styles, 'cellXfs') ?? empty).map(({ attributes }) => {
    const id = Number(attributes.get('numFmtId') ?? 0)
    return own.has(id) ? own.get(id) : builtInDateFormat(id)
  })
}

/** The texts that cells share: rich text without its formats, and without the reading aids of Japanese. */
function readSharedStrings(archive: Archive, part: string | undefined): readonly string[] {
  const bytes = part === undefined ? undefined : archive.bytes(part)
  if (bytes === undefined || part === undefined) return []
  const strings: string[] = []
  let text: string[] = []
  let isText = false
  let isAid = false
  readXml(bytes, part, {
    open: name => {
      if (name === 'si') text = []
      else if (name === 'rPh') isAid = true
      else if (name === 't') isText = !isAid
    },
    close: name => {
      if (name === 'si') strings.push(unescapedText(text.join('')))
      else if (name === 'rPh') isAid = false
      else if (name === 't') isText = false
    },
    text: piece => {
      if (isText) text.push(piece)
    },
  })
  return strings
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}

import { xmlHead, xmlText } from '../office/xml-text'

/** A sheet of the workbook: what its tab says, and the number of its file. */
export type SheetPart = { readonly name: string; readonly number: number }

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Path of a sheet inside the workbook’s archive. */
export function sheetFile(number: number): string {
  return `xl/worksheets/sheet${number}.xml`
}

/** Begins the list of what each file of the archive is; by custom it is the archive’s first member. */
export const contentTypesHead = [
  xmlHead,
  `<Types xmlns="${packaged}/content-types">`,
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
  '<Default Extension="xml" ContentType="application/xml"/>',
  `<Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/>`,
  `<Override PartName="/xl/styles.xml" ContentType="${sheetType}.styles+xml"/>`,
].join('')

/** Ends it, when all sheets are known. */
export function contentTypesTail(sheets: readonly SheetPart[]): string {
  const overrides = sheets.map(
    ({ number }) =>
      `<Override PartName="/${sheetFile(number)}" ContentType="${sheetType}.worksheet+xml"/>`,
  )
  return `${overrides.join('')}</Types>`
}

/** Which file of the archive is the workbook. */
export const packageRelations = [
  xmlHead,
  `<Relationships xmlns="${packaged}/relationships">`,
  `<Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/>`,
  '</Relationships>',
].join('')

/** The sheets in the order of their tabs. */
export function workbook(sheets: readonly SheetPart[]): string {
  const listed = sheets.map(
    ({ name, number }) =>
      `<sheet name="${xmlText(name)}" sheetId="${number}" r:id="rId${number}"/>`,
  )
  return `${xmlHead}<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets>${listed.join('')}</sheets></workbook>`
}

/** Where the sheets and the styles of the workbook are. */
export function workbookRelations(sheets: readonly SheetPart[]): string {
  const styles = Math.max(...sheets.map(({ number }) => number)) + 1
  const listed = [
    ...sheets.map(
      ({ number }) =>
        `<Relationship Id="rId${number}" Type="${relationships}/worksheet" Target="worksheets/sheet${number}.xml"/>`,
    ),
    `<Relationship Id="rId${styles}" Type="${relationships}/styles" Target="styles.xml"/>`,
  ]
  return `${xmlHead}<Relationships xmlns="${packaged}/relationships">${listed.join('')}</Relationships>`
}

/** Numbers of the cell formats in `styles`. */
export const cellStyles = { head: 1, words: 2, wrapped: 3, count: 4 } as const

/** Format 49 is “text”: what begins with `=` stays words also after somebody has edited it. */
const top = '<alignment vertical="top"/>'
const topWrapped = '<alignment vertical="top" wrapText="1"/>'
const format = (rest: string, alignment: string): string =>
  `<xf borderId="0" xfId="0" applyAlignment="1" ${rest}>${alignment}</xf>`

/** How cells look: column names bold on a tint, words as text, counts as numbers, all from the top. */
export const styles = [
  xmlHead,
  `<styleSheet xmlns="${main}">`,
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>',
  '<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>',
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FFF3F1EC"/><bgColor indexed="64"/></patternFill></fill></fills>',
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  '<cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  format(
    'numFmtId="49" fontId="1" fillId="2" applyNumberFormat="1" applyFont="1" applyFill="1"',
    top,
  ),
  format('numFmtId="49" fontId="0" fillId="0" applyNumberFormat="1"', top),
  format('numFmtId="49" fontId="0" fillId="0" applyNumberFormat="1"', topWrapped),
  format('numFmtId="0" fontId="0" fillId="0"', top),
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
  '</styleSheet>',
].join('')

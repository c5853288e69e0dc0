import { xmlHead, xmlText } from '../office/xml-text'

const packaged = 'http://schemas.openxmlformats.org/package/2006'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
export const wordNamespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

/** What each file of the archive is; by custom its first member. */
export const contentTypes = [
  xmlHead,
  `<Types xmlns="${packaged}/content-types">`,
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
  '<Default Extension="xml" ContentType="application/xml"/>',
  `<Override PartName="/word/document.xml" ContentType="${wordType}.document.main+xml"/>`,
  `<Override PartName="/word/styles.xml" ContentType="${wordType}.styles+xml"/>`,
  `<Override PartName="/word/footer1.xml" ContentType="${wordType}.footer+xml"/>`,
  '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>',
  '</Types>',
].join('')

export const packageRelations = [
  xmlHead,
  `<Relationships xmlns="${packaged}/relationships">`,
  `<Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/>`,
  `<Relationship Id="rId2" Type="${packaged}/relationships/metadata/core-properties" Target="docProps/core.xml"/>`,
  '</Relationships>',
].join('')

export const documentRelations = [
  xmlHead,
  `<Relationships xmlns="${packaged}/relationships">`,
  `<Relationship Id="rId1" Type="${office}/styles" Target="styles.xml"/>`,
  `<Relationship Id="rId2" Type="${office}/footer" Target="footer1.xml"/>`,
  '</Relationships>',
].join('')

/** Title of the document as its properties name it; no times, so that the same project gives the same bytes. */
export function coreProperties(title: string): string {
  return [
    xmlHead,
    `<cp:coreProperties xmlns:cp="${packaged}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">`,
    `<dc:title>${xmlText(title)}</dc:title>`,
    '</cp:coreProperties>',
  ].join('')
}

/** The number of each page, under it. */
export const footer = [
  xmlHead,
  `<w:ftr ${wordNamespaces}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>`,
  '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>',
  '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
  '</w:p></w:ftr>',
].join('')

const ink = '1C1B1A'
const muted = '625E57'
const line = 'E4E1DA'

const fonts = (name: string): string =>
  `<w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:cs="${name}" w:eastAsia="${name}"/>`
const sized = (halfPoints: number): string =>
  `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`

function paragraphStyle(id: string, name: string, paragraph: string, letters: string): string {
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${letters}</w:rPr></w:style>`
}

function letterStyle(id: string, letters: string): string {
  return `<w:style w:type="character" w:customStyle="1" w:styleId="${id}"><w:name w:val="Report ${id}"/><w:rPr>${letters}</w:rPr></w:style>`
}

const rule = (side: string): string =>
  `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="${line}"/>`

/** Letters and paragraphs: a serif for what was said, the rest quiet; headings are Word’s own, so that its outline shows the sources. */
export const documentStyles = [
  xmlHead,
  `<w:styles ${wordNamespaces}>`,
  `<w:docDefaults><w:rPrDefault><w:rPr>${fonts('Calibri')}<w:color w:val="${ink}"/>${sized(18)}</w:rPr></w:rPrDefault>`,
  '<w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="252" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>',
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
  paragraphStyle(
    'Title',
    'Title',
    '<w:spacing w:after="60" w:line="240" w:lineRule="auto"/>',
    `${fonts('Georgia')}<w:b/><w:bCs/>${sized(44)}`,
  ),
  paragraphStyle(
    'Subtitle',
    'Subtitle',
    '<w:spacing w:after="240"/>',
    `<w:color w:val="${muted}"/>${sized(20)}`,
  ),
  paragraphStyle(
    'Heading1',
    'heading 1',
    '<w:keepNext/><w:spacing w:before="440" w:after="0"/><w:outlineLvl w:val="0"/>',
    `${fonts('Georgia')}<w:b/><w:bCs/>${sized(30)}`,
  ),
  paragraphStyle(
    'About',
    'Report about',
    '<w:keepNext/><w:spacing w:after="120"/>',
    `<w:color w:val="${muted}"/>`,
  ),
  paragraphStyle(
    'Quotation',
    'Report quotation',
    '<w:spacing w:line="276" w:lineRule="auto"/>',
    `${fonts('Georgia')}${sized(21)}`,
  ),
  paragraphStyle(
    'Kind',
    'Report kind',
    '<w:spacing w:before="40"/>',
    `<w:color w:val="${muted}"/>${sized(16)}`,
  ),
  paragraphStyle('Cell', 'Report cell', '', ''),
  paragraphStyle(
    'ColumnHead',
    'Report column',
    '<w:keepNext/>',
    `<w:color w:val="${muted}"/>${sized(16)}`,
  ),
  paragraphStyle(
    'Footer',
    'footer',
    '<w:jc w:val="center"/>',
    `<w:color w:val="${muted}"/>${sized(16)}`,
  ),
  letterStyle('Muted', `<w:color w:val="${muted}"/>`),
  letterStyle('Type', '<w:b/><w:bCs/>'),
  letterStyle('Words', fonts('Georgia')),
  '</w:styles>',
].join('')

/** What stands before the rows of each table. */
export const tableProperties = [
  '<w:tblPr><w:tblW w:w="5000" w:type="pct"/>',
  `<w:tblBorders>${rule('bottom')}${rule('insideH')}</w:tblBorders>`,
  '<w:tblLayout w:type="fixed"/>',
  '<w:tblCellMar><w:top w:w="100" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="100" w:type="dxa"/><w:right w:w="170" w:type="dxa"/></w:tblCellMar></w:tblPr>',
].join('')

/** A4, upright, with the number below. */
export const sectionProperties =
  '<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1038" w:bottom="1134" w:left="1038" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'

import type { ExportContext } from '../format'
import { counted } from '../loss-summary'
import { dotted, htmlText } from '../reports/html-text'
import { pageHead, pageTail } from '../reports/page'
import { pageStyle, typeColours } from '../reports/page-style'
import type { QuotationGroup, QuotationRow } from './quotation-rows'

const style = `
.page{max-width:1080px;margin:0 auto;padding:56px 32px 96px}
.about{margin:12px 0 0;color:var(--muted)}
nav{margin:28px 0 0;padding:16px 0;border-block:1px solid var(--line);columns:3 220px;column-gap:40px}
nav a{display:flex;justify-content:space-between;gap:12px;padding:2px 0;text-decoration:none;break-inside:avoid}
nav a:hover span:first-child{text-decoration:underline}
nav span:last-child{color:var(--muted)}
section{margin-top:48px}
h2{font:600 22px/30px var(--serif);margin:0}
h2+.about{margin-top:2px;font-size:13px;line-height:20px}
table{width:100%;margin-top:14px;border-collapse:collapse;table-layout:fixed}
th{padding:6px 16px 6px 0;font-size:12px;font-weight:500;text-align:start;color:var(--muted);border-bottom:1px solid var(--line)}
td{padding:12px 20px 12px 0;vertical-align:top;border-bottom:1px solid var(--line);overflow-wrap:break-word}
th:last-child,td:last-child{padding-inline-end:0}
col.words{width:44%}col.article{width:22%}col.date{width:12%}
blockquote{margin:0;font:400 16px/25px var(--serif);white-space:pre-wrap}
td p{margin:0}
.kind{margin-top:4px;font-size:12px;line-height:18px;color:var(--muted)}
.muted,dt{color:var(--muted)}
dl{margin:0}dl div{display:inline}dt,dd{display:inline;margin:0}
dl div+div::before{content:'·';margin:0 4px;color:var(--muted)}
.remark{white-space:pre-wrap}
dl+.remark{margin-top:4px}
@media (max-width:760px){
.page{padding:32px 20px}
table,tbody,tr,td{display:block}thead,colgroup{display:none}
tr{padding:12px 0;border-bottom:1px solid var(--line)}td{padding:2px 0;border:0}
}
@page{size:A4;margin:18mm 16mm}
@media print{
.page{max-width:none;padding:0}
body{font-size:9pt;line-height:13pt}
blockquote{font-size:10.5pt;line-height:15.5pt}
h2{font-size:15pt;line-height:20pt;break-after:avoid}
h2+.about{break-after:avoid}
td{padding-block:7pt}
tr{break-inside:avoid}
}
`

/** The whole report as one page: the sources, and under each what it said, one row a span. */
export function reportPage(
  groups: readonly QuotationGroup[],
  articles: number,
  context: ExportContext,
): string[] {
  const rows = groups.reduce((sum, group) => sum + group.rows.length, 0)
  return [
    [
      pageHead({
        title: `${context.projectName}: quotations`,
        style: `${pageStyle}${style}${typeColours(context.codebook)}\n`,
        bodyClass: 'quotations',
      }),
      '<div class="page">',
      '<header>',
      `<p class="kicker">Quotations by source</p>`,
      `<h1 dir="auto">${htmlText(context.projectName)}</h1>`,
      `<p class="about">${counted(rows, 'passage')} from ${counted(articles, 'article')}</p>`,
      '</header>',
      contentsOf(groups),
    ].join('\n'),
    ...groups.map(sectionOf),
    `</div>\n${pageTail}`,
  ]
}

function contentsOf(groups: readonly QuotationGroup[]): string {
  if (groups.length === 0) return '<p class="about">Nothing is marked in these articles.</p>\n'
  const links = groups.map(
    ({ name, rows }, index) =>
      `<a href="#s${index + 1}"><span dir="auto">${htmlText(name)}</span><span>${rows.length}</span></a>`,
  )
  return `<nav aria-label="Sources">${links.join('\n')}</nav>\n`
}

function sectionOf({ name, about, rows }: QuotationGroup, index: number): string {
  return [
    `<section id="s${index + 1}">`,
    `<h2 dir="auto">${htmlText(name)}</h2>`,
    ...(about === undefined || about === ''
      ? []
      : [`<p class="about" dir="auto">${htmlText(about)}</p>`]),
    '<table>',
    '<colgroup><col class="words"><col class="article"><col class="date"><col></colgroup>',
    '<thead><tr><th>Words</th><th>Article</th><th>Date</th><th>Note</th></tr></thead>',
    '<tbody>',
    ...rows.map(rowOf),
    '</tbody>',
    '</table>',
    '</section>\n',
  ].join('\n')
}

function rowOf(row: QuotationRow): string {
  const rest = dotted([row.part, row.annotator])
  const publisher =
    row.publisher === undefined ? '' : `<p class="muted" dir="auto">${htmlText(row.publisher)}</p>`
  return [
    `<tr class="t-${htmlText(row.typeKey)}" data-annotation="${htmlText(row.annotation)}">`,
    `<td><blockquote dir="auto">${htmlText(row.words)}</blockquote><p class="kind"><span class="type">${htmlText(row.type)}</span> <span class="dot">·</span> ${rest}</p></td>`,
    `<td><p dir="auto">${htmlText(row.title)}</p>${publisher}</td>`,
    `<td>${htmlText(row.date ?? '')}</td>`,
    `<td>${attributesOf(row)}${row.note === undefined ? '' : `<p class="remark" dir="auto">${htmlText(row.note)}</p>`}</td>`,
    '</tr>',
  ].join('')
}

function attributesOf({ attributes }: QuotationRow): string {
  if (attributes.length === 0) return ''
  const items = attributes.map(
    ({ label, value }) =>
      `<div><dt>${htmlText(label)}</dt> <dd dir="auto">${htmlText(value)}</dd></div>`,
  )
  return `<dl>${items.join('')}</dl>`
}

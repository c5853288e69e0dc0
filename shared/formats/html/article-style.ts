import type { Codebook } from '../../codebook/codebook'
import { pageStyle, typeColours } from '../reports/page-style'

/** The style sheet of an article’s page: the reading column, marks on three channels, notes in the margin. */
export function articleStyle(codebook: Codebook): string {
  return `${pageStyle}${layout}${marks}${notes}${print}${typeColours(codebook)}\n`
}

const layout = `
.page{--column:620px;--margin:268px;--gap:44px;max-width:calc(var(--column) + var(--gap) + var(--margin) + 64px);margin:0 auto;padding:56px 32px 96px}
header{max-width:var(--column);padding-bottom:24px;margin-bottom:32px;border-bottom:1px solid var(--line)}
.byline .url{overflow-wrap:anywhere}
.legend{display:flex;flex-wrap:wrap;gap:4px 20px;margin:20px 0 0;padding:0;list-style:none;color:var(--muted)}
.legend mark{color:var(--ink)}
.article-note{margin:16px 0 0;padding-left:12px;border-left:2px solid var(--line);white-space:pre-wrap}
.tags{display:flex;flex-wrap:wrap;gap:6px;margin:12px 0 0}
.tags span{padding:0 8px;border:1px solid var(--line);border-radius:10px;font-size:12px;color:var(--muted)}
main{font:400 18px/32px var(--serif)}
.row>:not(.notes){max-width:var(--column);margin:0 0 14px}
[data-text]{white-space:pre-wrap;overflow-wrap:break-word}
[data-text]:empty{min-height:32px}
main :is(h2,h3,h4,h5,h6){font-weight:650;text-wrap:balance}
main h2{font-size:26px;line-height:38px}main h3{font-size:22px;line-height:34px}main :is(h4,h5,h6){font-size:18px}
.row:first-child>h2:first-of-type{font-size:32px;line-height:44px}
main blockquote{margin-inline:0;padding-inline-start:20px;border-inline-start:3px solid var(--line)}
main :is(ul,ol){padding-inline-start:28px}
main :is(li,blockquote)>p{margin:0 0 8px}
.left-out{font:400 13px/20px var(--sans);color:var(--muted);padding:8px 12px;border:1px dashed var(--line);border-radius:6px}
`

const underlineLanes = [0, 1, 2, 3]
  .map(lane => `.underline.l${lane}{text-underline-offset:${4 + 4 * lane}px}`)
  .join('\n')
const outlineLanes = [0, 1, 2, 3]
  .map(lane => `.outline.l${lane}{padding-block:${1 + 3 * lane}px ${2 + 3 * lane}px}`)
  .join('\n')

/** Tints lie behind the words, underlines run below them, outlines go around: so they cross without mud. */
const marks = `
mark{background:none;color:inherit}
.tint{background:light-dark(color-mix(in srgb,var(--type) 13%,transparent),color-mix(in srgb,var(--type) 22%,transparent));padding-block:2px}
.tint.begins{border-start-start-radius:4px;border-end-start-radius:4px}
.tint.ends{border-start-end-radius:4px;border-end-end-radius:4px}
.tint:not(.l0).begins{box-shadow:-1px 0 0 var(--type)}
.tint:not(.l0).ends{box-shadow:1px 0 0 var(--type)}
.underline{text-decoration:underline 2px var(--type);text-decoration-skip-ink:none}
.d1{text-decoration-style:dashed}.d2{text-decoration-style:dotted}.d3{text-decoration-style:double}
.outline{border-block:1px solid var(--type)}
.outline.begins{border-inline-start:1px solid var(--type);border-start-start-radius:3px;border-end-start-radius:3px}
.outline.ends{border-inline-end:1px solid var(--type);border-start-end-radius:3px;border-end-end-radius:3px}
${underlineLanes}
${outlineLanes}
.ref{text-decoration:none;color:var(--type)}
.ref::after{content:attr(data-n);margin-inline:2px 1px;font:600 10.5px/0 var(--sans);vertical-align:super;color:var(--type)}
`

const notes = `
.notes{font:400 13px/19px var(--sans)}
.note{float:right;clear:right;width:var(--margin);margin:5px calc(-1*(var(--margin) + var(--gap))) 12px 0;padding:0 0 0 12px;border-left:2px solid var(--type)}
.row{max-width:var(--column)}
main::after{content:'';display:block;clear:both}
.note p,.note dl{margin:0}
.note:target{outline:2px solid var(--accent);outline-offset:4px;border-radius:4px}
.number{font-weight:600;color:var(--type)}
.by{color:var(--muted);margin-left:4px}
.words{font:italic 400 13.5px/19px var(--serif)}
.note dl div{display:inline}
.note dl div+div::before{content:'·';margin:0 4px;color:var(--muted)}
.note dt,.note dd{display:inline;margin:0}
.note dt{color:var(--muted)}
.note .remark{margin-top:3px;white-space:pre-wrap}
.note .relation{color:var(--muted)}
.note .relation a{color:var(--ink)}
@media (max-width:1000px){
.page{max-width:calc(var(--column) + 64px);padding-top:32px}
.row{display:flex;flex-direction:column}
.notes{order:2;margin:0 0 20px;display:grid;gap:10px}
.note{float:none;width:auto;margin:0}
}
@media (max-width:480px){.page{padding-inline:20px}h1{font-size:26px;line-height:33px}}
`

/** On paper the margin is narrower and the notes stay beside their lines. */
const print = `
@page{size:A4;margin:18mm 14mm 18mm 18mm}
@media print{
.page{--column:112mm;--margin:56mm;--gap:8mm;max-width:none;padding:0}
body{font-size:9pt;line-height:13pt}
h1{font-size:22pt;line-height:27pt}
main{font-size:11pt;line-height:18pt}
[data-text]:empty{min-height:18pt}
.row{display:block;max-width:var(--column);padding-bottom:8pt}
.row>:not(.notes){margin-bottom:0}
.notes{display:block;font-size:8pt;line-height:11.5pt;margin:0}
.note{float:right;width:var(--margin);margin:2pt calc(-1*(var(--margin) + var(--gap))) 7pt 0;padding-left:8pt;break-inside:avoid}
.words{font-size:8.5pt;line-height:11.5pt}
.ref::after{font-size:6.5pt}
[data-text]{orphans:2;widows:2}
main :is(h2,h3,h4,h5,h6){break-after:avoid}
}
`

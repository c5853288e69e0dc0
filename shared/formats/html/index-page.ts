import type { ExportArticle, ExportContext } from '../format'
import { counted } from '../loss-summary'
import { dotted, htmlText } from '../reports/html-text'
import { pageHead, pageTail } from '../reports/page'
import { pageStyle, typeColours } from '../reports/page-style'
import { readableDate } from '../reports/readable-values'
import { untitled } from './article-page'

const style = `
.page{max-width:820px;margin:0 auto;padding:56px 32px 96px}
.about{margin:12px 0 32px;color:var(--muted)}
ol{list-style:none;margin:0;padding:0;border-top:1px solid var(--line)}
li{display:grid;grid-template-columns:1fr auto;gap:2px 24px;padding:14px 0;border-bottom:1px solid var(--line);break-inside:avoid}
li:target{background:color-mix(in srgb,var(--accent) 10%,transparent)}
li>a{font:500 18px/26px var(--serif);text-decoration:none}
li>a:hover{text-decoration:underline}
.from{grid-column:1;margin:0;color:var(--muted);font-size:13px;line-height:20px}
.counts{grid-column:2;grid-row:1/span 2;align-self:center;margin:0;display:flex;gap:14px;font-size:13px;white-space:nowrap;color:var(--muted)}
.counts b{font-weight:600;color:var(--type)}
@media (max-width:640px){.page{padding:32px 20px}li{grid-template-columns:1fr}.counts{grid-column:1;grid-row:auto}}
@media print{.page{padding:0;max-width:none}}
`

/** The beginning of the list of articles. */
export function indexHead(context: ExportContext): string {
  return [
    pageHead({
      title: context.projectName,
      style: `${pageStyle}${style}${typeColours(context.codebook)}\n`,
      bodyClass: 'index',
    }),
    '<div class="page">',
    `<h1 dir="auto">${htmlText(context.projectName)}</h1>`,
    '<p class="about">Annotated articles. Each is a page of its own that needs no other file.</p>',
    '<ol>\n',
  ].join('\n')
}

/** One article in the list, with how many marks of each type it has. */
export function indexRow(article: ExportArticle, file: string, context: ExportContext): string {
  const { metadata, annotations } = article
  const title = article.title.trim() === '' ? untitled : article.title
  const counts = context.codebook.types.flatMap(({ key, label }) => {
    const count = annotations.filter(({ type }) => type === key).length
    return count === 0 ? [] : [`<span class="t-${key}">${htmlText(label)} <b>${count}</b></span>`]
  })
  const from = dotted([
    metadata['publisher']?.value ?? metadata['agency']?.value,
    metadata['published'] === undefined ? undefined : readableDate(metadata['published'].value),
  ])
  return [
    `<li id="${htmlText(article.id)}">`,
    `<a href="${htmlText(file)}" dir="auto">${htmlText(title)}</a>`,
    ...(from === '' ? [] : [`<p class="from">${from}</p>`]),
    `<p class="counts">${counts.length === 0 ? 'no marks' : counts.join('')}</p>`,
    '</li>\n',
  ].join('')
}

/** The end of the list. */
export function indexTail(articles: number): string {
  return `</ol>\n<p class="about">${counted(articles, 'article')}</p>\n</div>\n${pageTail}`
}

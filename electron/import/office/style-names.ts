/** Styles of word processors for quotes that stand apart, by the names they are shown with. */
const quoteNames: ReadonlySet<string> = new Set([
  'quote',
  'quotes',
  'quotation',
  'quotations',
  'intense quote',
  'block quote',
  'blockquote',
  'block quotation',
  'block text',
  'pull quote',
])

/** Whether a paragraph style stands for a quote. */
export function isQuoteStyle(name: string): boolean {
  return quoteNames.has(name.toLowerCase().replaceAll('_20_', ' ').replaceAll('_', ' ').trim())
}

/**
 * The level of a heading, 1 to 6, that a style is named after. Word and LibreOffice write the names of their
 * own styles in English; what other programs and people call so is known in the usual languages.
 */
export function headingLevel(name: string): number | undefined {
  if (/^title$/i.test(name)) return 1
  const level =
    /^(?:heading|überschrift|titre|título|titolo|encabezado|kop|rubrik|overskrift|nagłówek|nadpis|заголовок|başlık|标题|見出し)[ _]?([1-9])$/iu.exec(
      name.replaceAll('_20_', ' '),
    )?.[1]
  return level === undefined ? undefined : Math.min(6, Number(level))
}

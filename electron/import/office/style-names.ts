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

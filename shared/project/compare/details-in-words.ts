import type { ArticleEdits } from '../../article/article'
import { fieldLabels } from '../../article/field-labels'
import type { Difference } from './difference'

/** How what people said of an article differs: title, details, note, tags, and whether it is in the bin. */
export function detailsInWords(before: ArticleEdits, after: ArticleEdits): Difference[] {
  const labels = new Map<string, string>(Object.entries(fieldLabels))
  const fields = [
    ...new Set([...Object.keys(before.metadata ?? {}), ...Object.keys(after.metadata ?? {})]),
  ]
  return [
    ...between('Title', before.title, after.title),
    ...fields.flatMap(key =>
      between(labels.get(key) ?? key, before.metadata?.[key]?.value, after.metadata?.[key]?.value),
    ),
    ...between('Tags', before.tags?.join(', '), after.tags?.join(', ')),
    ...between('Note', before.note, after.note),
    ...bin(before.removedAt !== undefined, after.removedAt !== undefined),
  ]
}

/** An empty text says “none”, as an absent one does. */
function between(label: string, before = '', after = ''): Difference[] {
  if (before === after) return []
  if (before === '') return [{ change: 'added', label, words: after, details: '' }]
  if (after === '') return [{ change: 'removed', label, words: before, details: '' }]
  return [{ change: 'changed', label, words: after, details: `was “${before}”` }]
}

function bin(was: boolean, is: boolean): Difference[] {
  if (was === is) return []
  const details = is ? 'it is in the bin' : 'it is out of the bin again'
  return [{ change: 'changed', label: 'Article', words: '', details }]
}

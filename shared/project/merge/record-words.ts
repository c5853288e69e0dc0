import type { Annotation, Source } from '../../annotation/annotation'
import type { ArticleEdits } from '../../article/article'
import { typeOf } from '../../codebook/codebook'
import type { HistoryWords } from '../history/describe-event'
import { describeValues } from '../history/describe-event'

const longestWords = 120

/** An annotation in words, with everything a person gave it: so that the version that does not stay can be made again. */
export function annotationInWords(annotation: Annotation, words: HistoryWords): string {
  const label = typeOf(words.codebook, annotation.type)?.label ?? annotation.type
  const values = describeValues(annotation, words)
  return `${label} “${wordsOf(annotation)}”${values === '' ? '' : `; ${values}`}`
}

/** The annotation's own words, cut when they are long. */
function wordsOf({ quote }: Annotation): string {
  return shortened(quote.map(({ exact }) => exact).join(' … '))
}

export function sourceInWords({ name, kind, aliases }: Source): string {
  return [`“${name}”`, kind, ...aliases.map(alias => `also “${alias}”`)].join(', ')
}

export function detailsInWords(edits: ArticleEdits | undefined): string {
  if (edits === undefined) return 'as imported'
  const { title, metadata, note, tags, removedAt } = edits
  const parts = [
    ...(title === undefined ? [] : [`title: ${title}`]),
    ...Object.entries(metadata ?? {}).map(([key, { value }]) => `${key}: ${value}`),
    ...(tags === undefined || tags.length === 0 ? [] : [`tags: ${tags.join(', ')}`]),
    ...(note === undefined ? [] : [`note: ${note}`]),
    ...(removedAt === undefined ? [] : ['in the bin']),
  ]
  return parts.length === 0 ? 'as imported' : parts.join('; ')
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length <= longestWords ? line : `${line.slice(0, longestWords).toWellFormed()}…`
}

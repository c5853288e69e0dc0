import type { Annotation, Relation } from '../../annotation/annotation'
import type { ExportArticle, Loss, LossSentence, Owned } from '../format'
import { counted } from '../loss-summary'
import { areSameSpans, fragmentsOf, onOneLine } from './fragments'
import { sidecarFile } from './sidecar'
import type { Replaced } from './written-text'

/** What brat itself cannot show; the sidecar keeps all of it, so that it comes back. */
export const bratLosses: Readonly<Record<string, LossSentence>> = {
  'line-break': count =>
    `${counted(count, 'annotation that crosses', 'annotations that cross')} a line break ${count === 1 ? 'is' : 'are'} written in pieces; an import joins them again.`,
  'no-words': count =>
    `${counted(count, 'annotation')} of white space alone cannot be shown by brat and ${count === 1 ? 'stands' : 'stand'} in ${sidecarFile} only.`,
  'relation-place': count =>
    `${counted(count, 'relation')} between articles, between annotators or of an annotation to itself cannot be shown by brat and ${count === 1 ? 'stands' : 'stand'} in ${sidecarFile} only.`,
  'one-line': count =>
    `${counted(count, 'note or value', 'notes or values')} with line breaks or blanks at the edges ${count === 1 ? 'is' : 'are'} on one line for brat; ${sidecarFile} keeps them as they are.`,
  'replaced-character': count =>
    `${counted(count, 'text')} have a blank where a carriage return or byte order mark stood; an import puts them back.`.replace(
      /^1 text have/,
      '1 text has',
    ),
}

export function textLosses(article: ExportArticle, replaced: readonly Replaced[]): Loss[] {
  if (replaced.length === 0) return []
  return [
    {
      kind: 'replaced-character',
      article: article.id,
      message: `The .txt file of “${article.title}” has a blank in ${replaced.length} ${replaced.length === 1 ? 'place' : 'places'} where a carriage return or byte order mark stands.`,
    },
  ]
}

/** `text` is the article's as its .txt file holds it. */
export function annotationLosses(
  article: ExportArticle,
  text: string,
  hasWords: (annotation: Owned<Annotation>) => boolean,
): Loss[] {
  return article.annotations.flatMap(annotation => {
    const loss = (kind: string, message: string): Loss => ({
      kind,
      article: article.id,
      annotation: annotation.id,
      message,
    })
    if (!hasWords(annotation))
      return [
        loss(
          'no-words',
          `The ${annotation.type} on ${wordsOf(annotation)} is no annotation in brat.`,
        ),
      ]
    const isWhole = areSameSpans(fragmentsOf(text, annotation.spans), annotation.spans)
    return [
      ...(isWhole
        ? []
        : [
            loss(
              'line-break',
              `The ${annotation.type} on ${wordsOf(annotation)} crosses a line break.`,
            ),
          ]),
      ...flattened(annotation).map(([name, words]) =>
        loss('one-line', `${name} “${words}” is written on one line.`),
      ),
    ]
  })
}

export function relationLosses(
  article: ExportArticle,
  relations: readonly Owned<Relation>[],
): Loss[] {
  return relations.map(({ id, type, from, to }) => ({
    kind: 'relation-place',
    article: article.id,
    relation: id,
    message: `Relation “${type}” from ${from.annotation} to ${to.annotation} of article ${to.article} is not drawn in brat.`,
  }))
}

function wordsOf({ quote }: Annotation): string {
  return quote.map(({ exact }) => `“${exact}”`).join(' … ')
}

function flattened({ note = '', attributes }: Annotation): [name: string, words: string][] {
  const named: [string, string][] = [
    ['The note', note],
    ...Object.entries(attributes).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' ? [[`Attribute “${key}”`, value]] : [],
    ),
  ]
  return named.filter(([, words]) => words !== onOneLine(words))
}

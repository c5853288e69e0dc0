import type { Annotation, Relation } from '../../annotation/annotation'
import type { ExportArticle, Loss, LossSentence, Owned } from '../format'
import { counted } from '../loss-summary'

/** What a column of labels cannot hold. */
export const conllLosses: Readonly<Record<string, LossSentence>> = {
  overlap: count =>
    `${counted(count, 'annotation')} left out, because a longer one of the same type and annotator covers some of the words.`,
  interrupted: count =>
    `${counted(count, 'interrupted annotation')} became an entity for each part.`,
  'no-words': count => `${counted(count, 'annotation')} of white space alone left out.`,
  'unknown-type': count =>
    `${counted(count, 'annotation')} left out, because the codebook does not know the type.`,
  attributes: count => `Attributes of ${counted(count, 'annotation')} left out.`,
  'annotation-note': count => `Notes of ${counted(count, 'annotation')} left out.`,
  relation: count => `${counted(count, 'relation')} left out.`,
  'nobody-began': count =>
    `${counted(count, 'article')} left out, because nobody has begun ${count === 1 ? 'it' : 'them'}: without labels, ${count === 1 ? 'it' : 'they'} would teach that nothing is there.`,
}

/** Why an annotation as a whole is not in its column. */
export type LeftOut = 'overlap' | 'no-words' | 'unknown-type'

const reasons: Readonly<Record<LeftOut, string>> = {
  overlap: 'because a longer one covers some of the words',
  'no-words': 'because there is no word in it',
  'unknown-type': 'because the codebook does not know this type',
}

export function leftOutLoss(
  article: ExportArticle,
  annotation: Owned<Annotation>,
  kind: LeftOut,
): Loss {
  const message = `The ${annotation.type} on ${wordsOf(annotation)} was left out, ${reasons[kind]}.`
  return { ...loss(article, annotation, kind, message), isLeftOut: true }
}

/** What is lost of an annotation that is written. */
export function writtenLosses(article: ExportArticle, annotation: Owned<Annotation>): Loss[] {
  const { type, attributes, note = '', spans } = annotation
  const words = wordsOf(annotation)
  const values = Object.entries(attributes).map(([key, value]) => `${key} ${JSON.stringify(value)}`)
  return [
    ...(spans.length < 2
      ? []
      : [
          loss(
            article,
            annotation,
            'interrupted',
            `The ${type} on ${words} is ${spans.length} entities.`,
          ),
        ]),
    ...(values.length === 0
      ? []
      : [
          loss(
            article,
            annotation,
            'attributes',
            `The ${type} on ${words} was written without ${values.join(', ')}.`,
          ),
        ]),
    ...(note === ''
      ? []
      : [loss(article, annotation, 'annotation-note', `The note “${note}” was left out.`)]),
  ]
}

export function relationLosses(
  article: ExportArticle,
  relations: readonly Owned<Relation>[],
): Loss[] {
  return relations.map(({ id, type, from, to }) => ({
    kind: 'relation',
    article: article.id,
    relation: id,
    isLeftOut: true,
    message: `Relation “${type}” from ${from.annotation} to ${to.annotation} was left out.`,
  }))
}

export function nobodyBeganLoss(article: ExportArticle): Loss {
  return {
    kind: 'nobody-began',
    article: article.id,
    isLeftOut: true,
    message: `“${article.title}” was left out, because nobody has begun it.`,
  }
}

function loss(
  article: ExportArticle,
  annotation: Owned<Annotation>,
  kind: string,
  message: string,
): Loss {
  return { kind, article: article.id, annotation: annotation.id, message }
}

function wordsOf({ quote }: Annotation): string {
  return quote.map(({ exact }) => `“${exact}”`).join(' … ')
}

import type { Annotation, Relation } from '../../annotation/annotation'
import type { Codebook } from '../../codebook/codebook'
import { typeOf } from '../../codebook/codebook'
import type { ExportContext, Owned } from '../format'
import { dotted, htmlText, linked } from '../reports/html-text'
import { readableAttributes } from '../reports/readable-values'
import { annotatorName } from '../tables/annotator-name'

/** A relation as a note says it: its name, and a link to the other annotation. */
export type NoteRelation = {
  readonly words: string
  readonly href: string | undefined
  readonly to: string
}

/** The note beside the text for one annotation: type, whose it is, attributes, what was written about it. */
export function annotationNote(
  annotation: Owned<Annotation>,
  number: number,
  relations: readonly NoteRelation[],
  context: ExportContext,
): string {
  const type = typeOf(context.codebook, annotation.type)
  const { id, externalId, note, spans, quote } = annotation
  const attributes = readableAttributes(annotation, type, context.sources)
  const data = [
    `data-annotation="${htmlText(id)}"`,
    `data-annotator="${htmlText(annotation.annotator)}"`,
    `data-updated="${htmlText(annotation.updatedAt)}"`,
    ...(externalId === undefined ? [] : [`data-external-id="${htmlText(externalId)}"`]),
  ]
  return [
    `<aside class="note t-${htmlText(annotation.type)}" id="n${number}" ${data.join(' ')}>`,
    `<p class="note-head"><span class="number">${number}</span> <span class="type">${htmlText(type?.label ?? annotation.type)}</span> <span class="by">${dotted([annotatorName(annotation.annotator, context), madeBy(annotation)])}</span></p>`,
    ...(spans.length > 1
      ? [`<p class="words" dir="auto">${htmlText(quote.map(({ exact }) => exact).join(' … '))}</p>`]
      : []),
    ...(attributes.length > 0
      ? [
          `<dl>${attributes.map(({ label, value }) => `<div><dt>${htmlText(label)}</dt> <dd dir="auto">${htmlText(value)}</dd></div>`).join('')}</dl>`,
        ]
      : []),
    ...(note === undefined || note === ''
      ? []
      : [`<p class="remark" dir="auto">${htmlText(note)}</p>`]),
    ...relations.map(
      ({ words, href, to }) => `<p class="relation">${htmlText(words)} ${linked(to, href)}</p>`,
    ),
    '</aside>',
  ].join('')
}

/** Annotations that no person made here say so. */
function madeBy({ origin: { by, from } }: Annotation): string | undefined {
  if (by === 'person') return undefined
  const words = by === 'import' ? 'imported' : 'suggested'
  return from === undefined ? words : `${words} by ${from}`
}

/**
 * The relations of each annotation of an article, by annotation id: those that go out from it, and those
 * within the article that lead to it. An annotation of another article is a link to that article.
 */
export function noteRelations(
  relations: readonly Owned<Relation>[],
  given: {
    /** Numbers of the article’s annotations on its page. */
    readonly numbers: ReadonlyMap<string, number>
    /** Address of the list of articles; absent when there is none. */
    readonly index: string | undefined
    readonly codebook: Codebook
  },
): ReadonlyMap<string, readonly NoteRelation[]> {
  const { numbers, index, codebook } = given
  const found = new Map<string, NoteRelation[]>()
  const add = (id: string, relation: NoteRelation): void => {
    found.set(id, [...(found.get(id) ?? []), relation])
  }
  for (const { type, from, to } of relations) {
    const label = codebook.relations.find(({ key }) => key === type)?.label ?? type
    const there = to.article === from.article ? numbers.get(to.annotation) : undefined
    if (there === undefined) {
      add(from.annotation, {
        words: label,
        href: index === undefined ? undefined : `${index}#${to.article}`,
        to: 'a mark in another article',
      })
      continue
    }
    add(from.annotation, { words: label, href: `#n${there}`, to: String(there) })
    const here = numbers.get(from.annotation)
    if (here !== undefined)
      add(to.annotation, { words: `← ${label}, from`, href: `#n${here}`, to: String(here) })
  }
  return found
}

import type {
  Annotation,
  AnnotationId,
  AttributeValue,
  SourceId,
} from '../../annotation/annotation'
import { createAnnotation } from '../../annotation/annotation'
import type { Article } from '../../article/article'
import type { AnnotationType, Attribute, Codebook } from '../../codebook/codebook'
import type { Span } from '../../text/span'
import { isInsideSurrogatePair } from '../../text/span'
import type { Tape } from './tape'

/**
 * An annotation of an article, with one to three spans and odd attributes; of a type that `codebook` does not know
 * now and then, unless it is sound. `undefined` when the text has no character to mark.
 */
export function annotationFrom(
  tape: Tape,
  { text }: Article,
  {
    codebook,
    sources,
    isSound,
  }: {
    readonly codebook: Codebook
    readonly sources: readonly SourceId[]
    readonly isSound: boolean
  },
): Annotation | undefined {
  const spans = [spanFrom(tape, text), ...tape.times(2, () => spanFrom(tape, text))].filter(
    span => span !== undefined,
  )
  const [first, ...others] = codebook.types
  if (spans.length === 0 || first === undefined) return undefined
  const type = tape.pick([first, ...others])
  const id = tape.id() as AnnotationId
  return {
    ...createAnnotation(text, {
      id,
      type: tape.upTo(5) === 5 && !isSound ? 'gone' : type.key,
      spans,
      at: tape.time(),
      attributes: attributesFrom(tape, type, sources),
    }),
    updatedAt: tape.time(),
    ...(tape.flip() ? { note: 'Check\u0085 “this”' } : {}),
    ...(tape.flip() ? { externalId: `T${id}` } : {}),
    ...(tape.flip()
      ? { origin: { by: 'suggestion' as const, score: [0.5, { b: 1, a: 2 }], from: 'x' } }
      : {}),
  }
}

function spanFrom(tape: Tape, text: string): Span | undefined {
  const [a, b] = [placeFrom(tape, text), placeFrom(tape, text)]
  return a === b ? undefined : { start: Math.min(a, b), end: Math.max(a, b) }
}

function placeFrom(tape: Tape, text: string): number {
  const place = tape.upTo(text.length)
  return isInsideSurrogatePair(text, place) ? place + 1 : place
}

function attributesFrom(
  tape: Tape,
  type: AnnotationType,
  sources: readonly SourceId[],
): Record<string, AttributeValue> {
  return Object.fromEntries(
    type.attributes
      .filter(() => tape.flip())
      .map(attribute => [attribute.key, valueFrom(tape, attribute, sources)]),
  )
}

function valueFrom(
  tape: Tape,
  { kind, choices }: Attribute,
  sources: readonly SourceId[],
): AttributeValue {
  const decimals = ['0', '-3', '4.50', '12345678901234567890'] as const
  switch (kind) {
    case 'number':
      return tape.flip()
        ? { min: tape.pick(decimals), max: tape.pick(decimals) }
        : { max: tape.pick(decimals) }
    case 'yes-no':
      return tape.flip()
    case 'source':
      // One that was deleted, and a name left from when the attribute was of another kind.
      return tape.pick(['b0000000-0000-7000-8000-000000000000', 'Ann', ...sources])
    case 'choice':
      return tape.pick(['odd', ...(choices ?? []).map(choice => choice.key)])
    case 'text':
    case 'date':
      return tape.pick(['2022-01', 'said', '😡\u2028', ''])
  }
}

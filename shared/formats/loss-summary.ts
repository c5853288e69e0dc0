import type { ExportFormat, Loss, LossSentence } from './format'

/** `count` with its noun: “1 note”, “2 notes”. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

/** Losses that any format may have, with their sentences. */
export const sharedLosses: Readonly<Record<string, LossSentence>> = {
  'lost-annotation': count =>
    `${counted(count, 'annotation')} left out, because the words are not at their place in the text.`,
  'relation-end': count =>
    `${counted(count, 'relation')} left out, because the other end is not in this export.`,
  attribute: count =>
    `${counted(count, 'attribute value')} left out, because the codebook does not know the attribute.`,
  'unknown-keys': count =>
    `${counted(count, 'annotation or relation', 'annotations or relations')} lose what another program added to them.`,
  'article-field': count => `Fields of the project left out of ${counted(count, 'article')}.`,
  'article-note': count => `Notes and tags of ${counted(count, 'article')} left out.`,
}

/** The losses of one kind in a sentence, for the dialog and the manifest. */
export type LossLine = { readonly kind: string; readonly count: number; readonly sentence: string }

/** Counts losses by kind. Throws RangeError for a kind that the format has not declared. */
export function lossCounter(format: ExportFormat): {
  readonly add: (losses: readonly Loss[]) => void
  /** Ordered as declared, the shared kinds first. */
  readonly lines: () => LossLine[]
} {
  const sentences = { ...sharedLosses, ...format.losses }
  const counts = new Map<string, number>(Object.keys(sentences).map(kind => [kind, 0]))
  return {
    add: losses => {
      for (const { kind } of losses) {
        const count = counts.get(kind)
        if (count === undefined)
          throw new RangeError(`Format ${format.name} has not declared the loss “${kind}”`)
        counts.set(kind, count + 1)
      }
    },
    lines: () =>
      [...counts]
        .filter(([, count]) => count > 0)
        .map(([kind, count]) => ({ kind, count, sentence: sentences[kind]?.(count) ?? kind })),
  }
}

import type { AnnotationType } from '../../shared/codebook/codebook'

/** What a type is for, with its examples, a line each; `undefined` when the codebook says nothing. */
export function typeHelp({ description, examples = [] }: AnnotationType): string | undefined {
  const lines = [...(description === undefined ? [] : [description]), ...examples]
  return lines.length === 0 ? undefined : lines.join('\n')
}

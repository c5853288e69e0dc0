import type { CSSProperties } from 'react'
import type { AnnotationType } from '../../shared/codebook/codebook'

declare module 'react' {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- only an interface merges with React's own
  interface CSSProperties {
    '--type-light'?: string | undefined
    '--type-dark'?: string | undefined
    /** How much of a progress mark is filled. */
    '--progress'?: string | undefined
  }
}

/** The colours of a type for an element with `data-typed`; which one counts is the theme's matter. */
export function typeColours(type: AnnotationType | undefined): CSSProperties {
  return {
    '--type-light': type?.colour.light ?? 'var(--muted)',
    '--type-dark': type?.colour.dark ?? 'var(--muted)',
  }
}

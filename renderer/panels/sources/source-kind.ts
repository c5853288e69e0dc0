import type { Source } from '../../../shared/annotation/annotation'

/** What a source is, as people read it. */
export const kindWords: Readonly<Record<Source['kind'], string>> = {
  unknown: 'not said',
  person: 'person',
  organisation: 'organisation',
  group: 'group',
}

import { languageTag } from '../../shared/text/numbers/number-signs'

/**
 * The `lang` of an element whose words are in an article's `language`, so that they are read aloud by the right voice
 * and drawn with its forms of shared letters. Empty, which means unknown, for none and for what is no language tag.
 */
export function langOf(language: string | undefined): string {
  const tag = languageTag(language) ?? ''
  return /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/.test(tag) ? tag : ''
}

import { foldedLetters } from '../../shared/text/fold-text'

const most = 8

/**
 * What `typed` may become: values that begin so, then those with a word that begins so, each kind in the
 * order given; case, accents and the kind of apostrophe do not matter. Nothing typed gives the first ones.
 */
export function completeText(values: readonly string[], typed: string): readonly string[] {
  const wanted = foldedLetters(typed.trim())
  const begins = values.filter(value => foldedLetters(value.trim()).startsWith(wanted))
  const hasWord = values.filter(
    value =>
      !begins.includes(value) &&
      foldedLetters(value.trim())
        .split(/[\s-]+/)
        .some(word => word.startsWith(wanted)),
  )
  return [...begins, ...hasWord].filter(value => value !== typed.trim()).slice(0, most)
}

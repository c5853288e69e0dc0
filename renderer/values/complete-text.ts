import { plainMarks } from '../../shared/search/fold-text'

const most = 8

/**
 * What `typed` may become: values that begin so, then those with a word that begins so, each kind in the
 * order given; case, accents and the kind of apostrophe do not matter. Nothing typed gives the first ones.
 */
export function completeText(values: readonly string[], typed: string): readonly string[] {
  const wanted = fold(typed)
  const begins = values.filter(value => fold(value).startsWith(wanted))
  const hasWord = values.filter(
    value =>
      !begins.includes(value) &&
      fold(value)
        .split(/[\s-]+/)
        .some(word => word.startsWith(wanted)),
  )
  return [...begins, ...hasWord].filter(value => value !== typed.trim()).slice(0, most)
}

function fold(text: string): string {
  return plainMarks(text)
    .trim()
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
}

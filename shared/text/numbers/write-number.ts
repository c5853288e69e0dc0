import { numberSignsOf } from './number-signs'

/**
 * A value as `language` writes it: `1,600`, `10–20`, `≥ 10`; what `readWrittenNumber` reads back to the
 * same value in that language. English is meant when none is asked for, '' is a language that is not known.
 */
export function writeNumber(
  value: { readonly min?: string | undefined; readonly max?: string | undefined },
  language = 'en',
): string {
  const { min, max } = value
  const write = (decimal: string): string => writeDecimalString(decimal, language)
  if (min === undefined) return max === undefined ? '' : `≤ ${write(max)}`
  if (max === undefined) return `≥ ${write(min)}`
  return min === max ? write(min) : `${write(min)}–${write(max)}`
}

const narrowBlank = '\u202f'

function writeDecimalString(value: string, language: string): string {
  const { decimal, group, isSure } = numberSignsOf(language)
  const [whole = '', fraction] = value.split('.')
  const groups = whole.replace(/\B(?=(?:\d{3})+$)/g, group === '' ? narrowBlank : group)
  if (fraction === undefined) return groups
  // Three decimals could be thousands, a fourth one cannot.
  const isDoubtful = !isSure && fraction.length === 3
  return `${groups}${decimal}${fraction}${isDoubtful ? '0' : ''}`
}

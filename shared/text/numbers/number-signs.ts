/** How numerals are written in a language. Blanks and apostrophes stand between thousands everywhere. */
export type NumberSigns = {
  readonly decimal: '.' | ','
  /** What stands between thousands beside blanks and apostrophes; '' where that is not usual. */
  readonly group: '.' | ',' | ''
  /** The language is known: what is unusual in it is not guessed at. */
  readonly isSure: boolean
}

const commaGroups =
  'en zh ja ko th he hi bn ur ta te mr gu pa my km ms fil tl sw am ar fa ga cy mt ne si yo ha zu'
const pointGroups = 'de es it pt nl tr id da el hr sl sr bs mk ro vi is ca gl eu az fo lb jv'
const blankGroups = 'fr ru kk uk be pl cs sk bg fi sv no nb nn hu lt lv et ky uz tk tg mn hy ka sq'

const byLanguage: ReadonlyMap<string, NumberSigns> = new Map([
  ...listed(commaGroups, { decimal: '.', group: ',', isSure: true }),
  ...listed(pointGroups, { decimal: ',', group: '.', isSure: true }),
  ...listed(blankGroups, { decimal: ',', group: '', isSure: true }),
])

/** Spanish of the Americas as far as it follows its northern neighbour. */
const pointDecimalSpanish = /^es-(?:mx|us|gt|hn|ni|pa|pe|pr|sv|do|419)\b/
/** Switzerland and Liechtenstein write an apostrophe between thousands and a point before decimals. */
const pointDecimalAlps = /^(?:de|it)-(?:ch|li)\b/

/** A numeral as `1,600`: 1600. `1.600` may be either, so it is not read. */
const unknownLanguage: NumberSigns = { decimal: '.', group: ',', isSure: false }

/** The signs of a language by its tag (`de`, `de-CH`); `undefined` or an unknown tag gives careful English ones. */
export function numberSignsOf(language: string | undefined): NumberSigns {
  const tag = languageTag(language)
  if (tag === undefined) return unknownLanguage
  if (pointDecimalSpanish.test(tag)) return { decimal: '.', group: ',', isSure: true }
  if (pointDecimalAlps.test(tag)) return { decimal: '.', group: '', isSure: true }
  return byLanguage.get(primaryLanguage(tag) ?? '') ?? unknownLanguage
}

/** Names people write where a tag is expected. */
const names: Readonly<Record<string, string>> = {
  english: 'en',
  german: 'de',
  deutsch: 'de',
  french: 'fr',
  français: 'fr',
  spanish: 'es',
  español: 'es',
  italian: 'it',
  italiano: 'it',
  russian: 'ru',
  русский: 'ru',
  kazakh: 'kk',
  қазақша: 'kk',
  arabic: 'ar',
}

/** `de` of `de-AT`, `DE_at` or `German`; `undefined` when no language is given. */
export function primaryLanguage(language: string | undefined): string | undefined {
  return languageTag(language)?.split('-')[0]
}

/** `de-at` of `DE_AT`, `de` of `German`; `undefined` when no language is given. Not checked to be one. */
export function languageTag(language: string | undefined): string | undefined {
  const tag = language?.trim().toLowerCase().replaceAll('_', '-')
  return tag === undefined || tag === '' ? undefined : (names[tag] ?? tag)
}

function listed(languages: string, signs: NumberSigns): [string, NumberSigns][] {
  return languages.split(' ').map(language => [language, signs])
}

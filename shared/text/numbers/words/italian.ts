import type { Vocabulary } from '../vocabulary'
import { counted, countedByTen, tensWith } from '../vocabulary'

const units = counted(1, 'uno|un|una due tre|tré quattro cinque sei sette otto nove')
const tens = countedByTen(20, 'venti trenta quaranta cinquanta sessanta settanta ottanta novanta')
const belowHundred: Record<string, number> = {
  ...units,
  ...counted(
    10,
    'dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove',
  ),
  ...tens,
  // The ten loses its vowel before the vowel of one and eight: ventuno, ventotto.
  ...tensWith(tens, units, (ten, unit) =>
    /^[uo]/.test(unit) ? `${ten.slice(0, -1)}${unit}` : `${ten}${unit}`,
  ),
}

/** Italian writes a number below a million as one word: the ones up to 999, and with “mila” behind them. */
function longWords(): Record<string, number> {
  const words: Record<string, number> = {}
  for (const [head, value] of Object.entries({
    '': 1,
    ...counted(2, 'due tre quattro cinque sei sette otto nove'),
  }))
    for (const tail of ['', ...Object.keys(belowHundred)])
      words[`${head}cento${tail}`] = value * 100 + (belowHundred[tail] ?? 0)
  const all = { ...belowHundred, ...words }
  return {
    ...words,
    ...Object.fromEntries(
      Object.entries(all).map(([word, value]) => [`${word}mila`, value * 1000]),
    ),
  }
}

/** “un” and “una” are articles far more often than numbers. */
const { un: _masculine, una: _feminine, ...plainWords } = belowHundred

export const italian: Vocabulary = {
  numbers: () => ({ zero: 0, ...plainWords, ...longWords() }),
  scales: {
    'centinaio|centinaia': 100,
    'decina|decine': 10,
    'dozzina|dozzine': 12,
    'ventina|ventine': 20,
    'trentina|trentine': 30,
    'cinquantina|cinquantine': 50,
    'mille|mila|migliaio|migliaia': 1e3,
    'milione|milioni|mln': 1e6,
    'miliardo|miliardi|mld': 1e9,
    'bilione|bilioni': 1e12,
  },
  alone: 'mille',
  one: 'un|una',
  shares: { 'mezzo|mezza': 0.5, 'un quarto di': 0.25 },
  andHalf: 'e mezzo|e mezza',
  before: {
    'more-than': 'più di|oltre|al di sopra di|superiore a|oltre i|oltre le',
    'at-least': 'almeno|come minimo|non meno di|un minimo di|perlomeno',
    'fewer-than': 'meno di|sotto|inferiore a|al di sotto di',
    'at-most': 'fino a|al massimo|non più di|un massimo di|al più',
    about: 'circa|quasi|intorno a|attorno a|pressappoco|approssimativamente|poco più di',
  },
  after: { 'at-least': 'o più|e più', 'at-most': 'o meno', about: 'circa' },
  between: 'tra|fra',
  and: 'e',
  from: 'da|dai|dalle',
  to: 'a|ai|alle',
  or: 'o',
  percent: 'per cento|percento|punti percentuali',
  money: 'euro|di euro|eur|dollaro|dollari|di dollari|usd|sterline|rubli|tenge|franchi',
}

import type { Vocabulary } from '../vocabulary'
import { counted, countedByTen, tensWith } from '../vocabulary'

const units = counted(1, 'un deux trois quatre cinq six sept huit neuf')
const teens = counted(10, 'dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf')
const tens = countedByTen(20, 'vingt trente quarante cinquante soixante')
const longTens = { septante: 70, huitante: 80, octante: 80, nonante: 90 }
const join = (ten: string, unit: string, value: number): string =>
  value === 1 || value === 11 ? `${ten} et ${unit}` : `${ten} ${unit}`

/** “un” is an article far more often than a number. */
const { un: _article, ...plainUnits } = units

export const french: Vocabulary = {
  numbers: () => ({
    zéro: 0,
    ...plainUnits,
    ...teens,
    ...tens,
    ...longTens,
    ...tensWith({ ...tens, ...longTens }, units, join),
    ...tensWith({ soixante: 60 }, teens, join),
    'quatre-vingts': 80,
    'quatre-vingt': 80,
    ...tensWith({ 'quatre-vingt': 80 }, { ...units, ...teens }, (ten, unit) => `${ten} ${unit}`),
  }),
  scales: {
    'cent|cents': 100,
    'dizaine|dizaines': 10,
    'douzaine|douzaines': 12,
    'quinzaine|quinzaines': 15,
    'vingtaine|vingtaines': 20,
    'trentaine|trentaines': 30,
    'quarantaine|quarantaines': 40,
    'cinquantaine|cinquantaines': 50,
    'soixantaine|soixantaines': 60,
    'centaine|centaines': 100,
    'mille|millier|milliers|k': 1e3,
    'million|millions|mio': 1e6,
    'milliard|milliards|mds|md|mrd': 1e9,
    'billion|billions': 1e12,
  },
  alone: 'cent|mille',
  one: 'un|une',
  shares: { 'un demi|une demi|demi|la moitié d’un': 0.5, 'un quart de|un quart d’un': 0.25 },
  andHalf: 'et demi|et demie',
  before: {
    'more-than': 'plus de|plus d’|au-dessus de|supérieur à|au-delà de',
    'at-least': 'au moins|au minimum|pas moins de|un minimum de',
    'fewer-than': 'moins de|moins d’|en dessous de|inférieur à',
    'at-most': 'jusqu’à|au plus|au maximum|pas plus de|un maximum de',
    about:
      'environ|près de|près d’|presque|autour de|quelque|quelques|à peu près|approximativement|autour d’|d’environ',
  },
  after: {
    'at-least': 'ou plus|et plus|au moins',
    'at-most': 'ou moins|au plus',
    about: 'environ',
  },
  between: 'entre',
  and: 'et',
  from: 'de',
  to: 'à',
  or: 'ou',
  percent: 'pour cent|pourcent|pourcents|points de pourcentage',
  money:
    'euro|euros|eur|dollar|dollars|usd|franc|francs|chf|livres|rouble|roubles|tenge|tenges|d’euros|de dollars|de roubles|de tenges|de francs',
}

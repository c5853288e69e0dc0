import type { Vocabulary } from '../vocabulary'
import { counted, countedByTen, tensWith } from '../vocabulary'

const units = counted(1, 'un|uno|una dos tres cuatro cinco seis siete ocho nueve')
const tens = countedByTen(30, 'treinta cuarenta cincuenta sesenta setenta ochenta noventa')

/** “un” and “una” are articles far more often than numbers. */
const { un: _masculine, una: _feminine, ...plainUnits } = units

export const spanish: Vocabulary = {
  numbers: () => ({
    cero: 0,
    ...plainUnits,
    ...counted(
      10,
      'diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte',
    ),
    ...counted(
      21,
      'veintiuno|veintiún|veintiuna veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve',
    ),
    ...tens,
    ...tensWith(tens, units, (ten, unit) => `${ten} y ${unit}`),
    ...hundreds('os'),
    ...hundreds('as'),
    ciento: 100,
    cien: 100,
  }),
  scales: {
    'centenar|centenares|centena|centenas|cientos': 100,
    'decena|decenas': 10,
    'docena|docenas': 12,
    'veintena|veintenas': 20,
    'treintena|treintenas': 30,
    'mil|millar|millares|miles': 1e3,
    'millón|millones|mill|mdd': 1e6,
    'billón|billones': 1e12,
  },
  alone: 'mil',
  one: 'un|una',
  shares: { 'medio|media|la mitad de un': 0.5, 'un cuarto de': 0.25 },
  andHalf: 'y medio|y media',
  before: {
    'more-than': 'más de|por encima de|superior a',
    'at-least': 'al menos|por lo menos|como mínimo|no menos de|un mínimo de',
    'fewer-than': 'menos de|por debajo de|inferior a',
    'at-most': 'hasta|como máximo|a lo sumo|no más de|un máximo de',
    about:
      'cerca de|alrededor de|unos|unas|aproximadamente|casi|en torno a|algo más de|aproximados',
  },
  after: { 'at-least': 'o más|y más', 'at-most': 'o menos', about: 'aproximadamente' },
  between: 'entre',
  and: 'y',
  from: 'de|desde',
  to: 'a|hasta',
  or: 'o|u',
  percent: 'por ciento|por cien|puntos porcentuales',
  money:
    'euro|euros|de euros|eur|dólar|dólares|de dólares|usd|peso|pesos|de pesos|libras|rublos|tenges',
}

function hundreds(ending: 'os' | 'as'): Record<string, number> {
  const heads = 'doscient trescient cuatrocient quinient seiscient setecient ochocient novecient'
  return Object.fromEntries(
    heads.split(' ').map((head, index) => [`${head}${ending}`, (index + 2) * 100]),
  )
}

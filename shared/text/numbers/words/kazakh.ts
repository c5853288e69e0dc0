import type { Vocabulary } from '../vocabulary'
import { counted, countedByTen, tensWith } from '../vocabulary'

const units = counted(1, 'бір екі үш төрт бес алты жеті сегіз тоғыз')
const tens = countedByTen(10, 'он жиырма отыз қырық елу алпыс жетпіс сексен тоқсан')

/** Endings of cases and of “from”: жүз, жүзден, жүзге. They hang on numbers and scales alike. */
const endings = ['', 'ден', 'дан', 'тен', 'тан', 'нан', 'нен', 'ға', 'ге', 'қа', 'ке']

export const kazakh: Vocabulary = {
  numbers: () =>
    withEndings({
      нөл: 0,
      ...units,
      ...tens,
      ...tensWith(tens, units, (ten, unit) => `${ten} ${unit}`),
    }),
  scales: withEndings({
    жүз: 100,
    жүздеген: 100,
    ондаған: 10,
    мың: 1e3,
    мыңдаған: 1e3,
    миллион: 1e6,
    млн: 1e6,
    миллиард: 1e9,
    млрд: 1e9,
    триллион: 1e12,
    трлн: 1e12,
  }),
  alone: endings.flatMap(ending => [`жүз${ending}`, `мың${ending}`]).join('|'),
  shares: { 'жарты|жартысы': 0.5, ширек: 0.25 },
  andHalf: 'жарым',
  before: { about: 'шамамен|жуықтап', 'at-least': 'кемінде|ең аз дегенде', 'at-most': 'ең көбі' },
  after: {
    'more-than': 'астам|артық|көп|асады|асты',
    'at-least': 'кем емес|кем болмайтын',
    'fewer-than': 'кем|аз|азырақ',
    'at-most': 'дейін|дейінгі|артық емес|көп емес',
    about: 'жуық|шақты|таяу|жақын|шамасында',
  },
  or: 'немесе',
  percent: 'пайыз|пайызға|пайыздан|пайызы|процент',
  money: 'теңге|теңгеге|теңгеден|доллар|еуро|рубль|тг',
}

function withEndings(words: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(words).flatMap(([word, value]) =>
      endings.map(ending => [`${word}${ending}`, value]),
    ),
  )
}

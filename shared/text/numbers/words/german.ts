import type { Vocabulary } from '../vocabulary'
import { counted, countedByTen, tensWith } from '../vocabulary'

const small: Record<string, number> = counted(
  1,
  'ein zwei|zwo drei vier fünf|fuenf sechs sieben acht neun',
)
const tens = countedByTen(
  20,
  'zwanzig dreißig|dreissig vierzig fünfzig sechzig siebzig achtzig neunzig',
)
const belowHundred: Record<string, number> = {
  ...small,
  eins: 1,
  ...counted(
    10,
    'zehn elf zwölf|zwoelf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn',
  ),
  ...tens,
  ...tensWith(tens, small, (ten, unit) => `${unit}und${ten}`),
}

/** German writes a number below a million as one word: the ones up to 999, and with “tausend” behind them. */
function longWords(): Record<string, number> {
  const words: Record<string, number> = {}
  for (const head of ['', ...Object.keys(small)])
    for (const tail of ['', ...Object.keys(belowHundred)])
      for (const link of ['', 'und'])
        words[`${head}hundert${link}${tail}`] = (small[head] ?? 1) * 100 + (belowHundred[tail] ?? 0)
  return { ...words, ...withThousand(words), ...withThousand(belowHundred) }
}

function withThousand(words: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(words).map(([word, value]) => [`${word}tausend`, value * 1000]),
  )
}

/** “ein” is an article far more often than a number. */
const { ein: _article, ...plainWords } = belowHundred

export const german: Vocabulary = {
  numbers: () => ({
    null: 0,
    ...plainWords,
    ...longWords(),
    anderthalb: 1.5,
    eineinhalb: 1.5,
    ...Object.fromEntries(
      Object.entries(small).map(([word, value]) => [`${word}einhalb`, value + 0.5]),
    ),
  }),
  scales: {
    'hunderte|hunderten': 100,
    'dutzend|dutzende|dutzenden': 12,
    'tausend|tausende|tausenden|tsd': 1e3,
    'million|millionen|mio|mill': 1e6,
    'milliarde|milliarden|mrd|md': 1e9,
    'billion|billionen|bio': 1e12,
  },
  alone: 'tausend',
  one: 'ein|eine|einem|einen|einer',
  shares: {
    'eine halbe|einer halben|halbe|ein halbes|halbes': 0.5,
    'eine viertel|einer viertel': 0.25,
    'eine dreiviertel|dreiviertel': 0.75,
  },
  before: {
    'more-than': 'mehr als|über|ueber',
    'at-least': 'mindestens|wenigstens|zumindest|nicht weniger als',
    'fewer-than': 'weniger als|unter',
    'at-most': 'höchstens|hoechstens|maximal|bis zu|nicht mehr als',
    about:
      'etwa|rund|ungefähr|ungefaehr|circa|ca|zirka|fast|knapp|nahezu|annähernd|an die|gut|schätzungsweise',
  },
  after: {
    'at-least': 'oder mehr|und mehr|oder darüber',
    'at-most': 'oder weniger|oder darunter',
  },
  between: 'zwischen',
  and: 'und',
  from: 'von',
  to: 'bis',
  or: 'oder',
  percent: 'prozent|prozentpunkte|prozentpunkten|prozentpunkt|vh',
  money: 'euro|euros|eur|dollar|usd|franken|chf|rubel|tenge|pfund|yen',
}

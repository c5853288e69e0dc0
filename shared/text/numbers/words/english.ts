import type { Vocabulary } from '../vocabulary'
import { counted, countedByTen, tensWith } from '../vocabulary'

const units = counted(1, 'one two three four five six seven eight nine')
const tens = countedByTen(20, 'twenty thirty forty|fourty fifty sixty seventy eighty ninety')

export const english: Vocabulary = {
  numbers: () => ({
    zero: 0,
    ...units,
    ...counted(
      10,
      'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
    ),
    ...tens,
    ...tensWith(tens, units, (ten, unit) => `${ten} ${unit}`),
  }),
  scales: {
    'hundred|hundreds': 100,
    'dozen|dozens': 12,
    'thousand|thousands|k': 1e3,
    'lakh|lakhs': 1e5,
    'million|millions|mn|mln|mio': 1e6,
    'crore|crores': 1e7,
    'billion|billions|bn|bln': 1e9,
    'trillion|trillions|tn|trn': 1e12,
  },
  one: 'a|an',
  shares: {
    'half a|half an|half|a half': 0.5,
    'a quarter of a|quarter of a|a quarter': 0.25,
    'three quarters of a': 0.75,
  },
  andHalf: 'and a half',
  million: 'm',
  link: 'and',
  before: {
    'more-than': 'more than|over|above|exceeding|upwards of|upward of|in excess of|greater than',
    'at-least':
      'at least|no fewer than|not fewer than|no less than|not less than|a minimum of|minimum',
    'fewer-than': 'fewer than|less than|under|below|just under',
    'at-most':
      'at most|up to|as many as|as much as|no more than|not more than|a maximum of|maximum',
    about:
      'about|around|some|roughly|approximately|approx|nearly|almost|circa|ca|an estimated|estimated|close to|more or less|just over',
  },
  after: {
    'at-least': 'or more|or above|and more|or higher|plus',
    'at-most': 'or fewer|or less|or under|or lower',
    about: 'or so',
  },
  between: 'between',
  and: 'and',
  from: 'from',
  to: 'to',
  or: 'or',
  percent: 'percent|per cent|percentage points|percentage point|pc',
  money:
    'dollar|dollars|euro|euros|pound|pounds|sterling|usd|eur|gbp|rouble|roubles|ruble|rubles|rub|tenge|kzt|yen|yuan|rupee|rupees|rs|franc|francs|chf',
}

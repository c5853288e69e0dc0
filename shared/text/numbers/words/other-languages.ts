import type { Vocabulary } from '../vocabulary'

/** Words for large numbers and signs of percent in languages without a vocabulary of their own. */
export const otherLanguages: Vocabulary = {
  numbers: () => ({}),
  scales: {
    // Portuguese, Dutch, Turkish, Ukrainian, Polish, Czech
    mil: 1e3,
    'milhão|milhões|miljoen|milyon|мільйон|мільйона|мільйонів|milion|miliony|milionów|milionů': 1e6,
    'bilhão|bilhões|miljard|milyar|мільярд|мільярда|мільярдів|miliard|miliardy|miliardów|miliarda': 1e9,
    'trilhão|trilhões|biljoen|trilyon|трильйон|трильйона|трильйонів|bilion|bilionów': 1e12,
    'duizend|bin|тисяча|тисячі|тисяч|тис|tysiąc|tysiące|tysięcy|tys|tisíc|tisíce': 1e3,
    // Arabic and Persian
    'ألف|آلاف|الف|هزار|ألفا': 1e3,
    'مليون|ملايين|میلیون|مليونا': 1e6,
    'مليار|مليارات|میلیارد|بليون': 1e9,
    'تريليون|تریلیون': 1e12,
    // Hebrew
    'אלף|אלפים|אלפי': 1e3,
    'מיליון|מיליוני': 1e6,
    'מיליארד|מיליארדי': 1e9,
    // Hindi
    'हज़ार|हजार': 1e3,
    लाख: 1e5,
    करोड़: 1e7,
  },
  before: {
    'more-than':
      'mais de|meer dan|понад|ponad|více než|أكثر من|بیش از|יותר מ|למעלה מ|超 过|超 過|逾',
    'at-least':
      'pelo menos|minstens|en az|щонайменше|co najmniej|nejméně|على الأقل|לפחות|至 少|少 なくとも|최소|적어도',
    'fewer-than': 'menos de|minder dan|менше|mniej niż|méně než|أقل من|פחות מ|不 到|不 足',
    'at-most': 'até|hoogstens|en fazla|najwyżej|nejvýše|לכל היותר|至 多|最 多|최대',
    about: 'cerca de|ongeveer|yaklaşık|близько|około|asi|نحو|حوالي|כ|約|约|大 约|大 約|약',
  },
  after: {
    'at-least': '以 上|이상',
    'at-most': '以 下|이하',
    'fewer-than': '未 満|未 满|미만',
  },
  percent:
    'por cento|procent|yüzde|відсотків|відсотки|відсотка|відсоток|procenta|بالمئة|بالمائة|في المئة|درصد|אחוז|אחוזים|パーセント|퍼센트',
  money:
    'real|reais|lira|гривень|гривні|złotych|zł|korun|دولار|ريال|تومان|שקל|שקלים|元|円|ドル|원|달러',
}

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
    // Chinese and Japanese
    十: 10,
    百: 100,
    千: 1e3,
    '万|萬': 1e4,
    '亿|億': 1e8,
    兆: 1e12,
    // Hindi
    'हज़ार|हजार': 1e3,
    लाख: 1e5,
    करोड़: 1e7,
  },
  before: {
    'more-than': 'mais de|meer dan|понад|ponad|více než|أكثر من|بیش از',
    'at-least': 'pelo menos|minstens|en az|щонайменше|co najmniej|nejméně|على الأقل',
    'fewer-than': 'menos de|minder dan|менше|mniej niż|méně než|أقل من',
    'at-most': 'até|hoogstens|en fazla|najwyżej|nejvýše',
    about: 'cerca de|ongeveer|yaklaşık|близько|około|asi|نحو|حوالي|約|约',
  },
  percent:
    'por cento|procent|yüzde|відсотків|відсотки|відсотка|відсоток|procenta|بالمئة|بالمائة|في المئة|درصد',
  money: 'real|reais|lira|гривень|гривні|złotych|zł|korun|دولار|ريال|تومان|元|円',
}

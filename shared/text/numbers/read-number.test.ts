import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findNumber, readWrittenNumber } from './read-number'
import { writeNumber } from './write-number'

/** `1600`, `10..15`, `200..` or `..20`; with a qualifier and a measure behind it, when there is one. */
function brief(reading: ReturnType<typeof findNumber>): string {
  if (reading.kind === 'none') return `none: ${reading.why}`
  const { min, max } = reading.value
  const value = min === max ? (min ?? '') : `${min ?? ''}..${max ?? ''}`
  return [value, reading.qualifier, reading.measure].filter(part => part !== undefined).join(' ')
}

const article = 'that is how the article’s language has it.'

describe('readWrittenNumber', () => {
  it.each([
    ['en', '1600', '1600'],
    ['en', '1,600', '1600'],
    ['en', '20 000', '20000'],
    ['en', '20\u00a0000', '20000'],
    ['en', '20\u202f000', '20000'],
    ['en', '20\u2009000', '20000'],
    ['en', '1’600’000', '1600000'],
    ['en', '12,345,678.90', '12345678.9'],
    ['en', '12,34,567', '1234567'],
    ['en', '1.600', '1.6'],
    ['en', '.5', '0.5'],
    ['de', ',5', '0.5'],
    ['de', 'dreihundertfünfzigtausend', '350000'],
    ['en', '4,5', 'none: Write 4.5 with a point.'],
    ['en', '1,60', 'none: Write 1.60 with a point.'],
    ['en', '1.2.3', 'none: “1.2.3” is not a number.'],
    ['en', '007', '7'],
    ['en', '−3', '-3'],
    ['en', '-5 - -2', '-5..-2'],
    ['en', '4.5 million', '4500000'],
    ['en', '4.5m', 'none: An “m” can mean million or metres: write it out.'],
    ['en', '€3m', '3000000 money'],
    ['en', '3m euros', '3000000 money'],
    ['en', 'US$1.2bn', '1200000000 money'],
    ['en', '1.2bn', '1200000000'],
    ['en', '5k', '5000'],
    ['en', '2½', '2.5'],
    ['en', 'two dozen', '24'],
    ['en', 'half a dozen', '6'],
    ['en', 'half a million', '500000'],
    ['en', 'a quarter of a million', '250000'],
    ['en', 'one and a half million', '1500000'],
    ['en', 'a million and a half', '1500000'],
    ['en', 'twenty-one', '21'],
    ['en', 'a hundred and fifty', '150'],
    ['en', 'two hundred and fifty thousand', '250000'],
    ['en', 'three million two hundred thousand and five', '3200005'],
    ['en', '3 crore', '30000000'],
    ['en', '10–15', '10..15'],
    ['en', '10-15%', '10..15 percent'],
    ['en', '10 to 15 million', '10000000..15000000'],
    ['en', 'between 10 and 15', '10..15'],
    ['en', 'between two hundred and three hundred', '200..300'],
    ['en', 'from 10 to 15', '10..15'],
    ['en', 'two or three', '2..3'],
    ['en', '900 to 1.2 million', '900..1200000'],
    ['en', '€10m–€15m', '10000000..15000000 money'],
    ['en', '20-10', 'none: The first number of a range is the smaller one.'],
    ['en', 'more than 200', '200.. more-than'],
    ['en', 'at least 200', '200.. at-least'],
    ['en', 'no fewer than 200', '200.. at-least'],
    ['en', '200 or more', '200.. at-least'],
    ['en', '200+', '200.. at-least'],
    ['en', '≥ 10', '10.. at-least'],
    ['en', '>= 10', '10.. at-least'],
    ['en', '> 10', '10.. more-than'],
    ['en', 'up to 20', '..20 at-most'],
    ['en', '<= 20', '..20 at-most'],
    ['en', 'as many as 20', '..20 at-most'],
    ['en', 'fewer than 20', '..20 fewer-than'],
    ['en', 'about 300', '300 about'],
    ['en', '12.5 %', '12.5 percent'],
    ['en', '12.5 per cent', '12.5 percent'],
    ['en', 'three four', 'none: Write the number alone: 1600, 4.5 million or 10-20.'],
    ['en', 'thousands', 'none: These words name no number.'],
    ['en', 'many', 'none: Write the number alone: 1600, 4.5 million or 10-20.'],
    ['en', '10-', 'none: Write the number alone: 1600, 4.5 million or 10-20.'],
    ['en', '--5', 'none: Write the number alone: 1600, 4.5 million or 10-20.'],
    ['en', '1600 people', 'none: Write the number alone: 1600, 4.5 million or 10-20.'],
    ['de', '1.600', '1600'],
    ['de', '1600', '1600'],
    ['de', '1.600.000', '1600000'],
    ['de', '1 600,5', '1600.5'],
    ['fr', '١٦٠٠٫٥', '1600.5'],
    ['en', '1 600 00', 'none: Write the number alone: 1600, 4.5 million or 10-20.'],
    ['de', '4,5 Millionen', '4500000'],
    ['de', '1,2 Mrd.', '1200000000'],
    ['de', '3 Billionen', '3000000000000'],
    ['de', '1.600,50', '1600.5'],
    ['de', '4.5', `none: Write 4,5 with a comma: ${article}`],
    ['de', 'eine halbe Million', '500000'],
    ['de', 'eine Million', '1000000'],
    ['de', 'anderthalb Millionen', '1500000'],
    ['de', 'zwei Dutzend', '24'],
    ['de', 'fünfundzwanzig', '25'],
    ['de', 'zweihundertfünfzig Tausend', '250000'],
    ['de', 'mehr als 200', '200.. more-than'],
    ['de', 'mindestens 200', '200.. at-least'],
    ['de', 'bis zu 200', '..200 at-most'],
    ['de', 'rund 20.000', '20000 about'],
    ['de', 'zwischen 10 und 15', '10..15'],
    ['de', '10 bis 15 Millionen', '10000000..15000000'],
    ['de', '12,5 Prozent', '12.5 percent'],
    ['de', 'Tausende', 'none: These words name no number.'],
    ['de-CH', "1'600.50", '1600.5'],
    ['fr', '1 600,5', '1600.5'],
    ['fr', '1\u202f600,5', '1600.5'],
    ['fr', '1600,5', '1600.5'],
    ['fr', '1.600', 'none: “1.600” can be 1600 or 1.6: write one of these two.'],
    ['fr', '4,5 millions', '4500000'],
    ['fr', '2 milliards', '2000000000'],
    ['fr', 'un demi-million', '500000'],
    ['fr', 'deux millions et demi', '2500000'],
    ['fr', 'deux douzaines', '24'],
    ['fr', 'quatre-vingt-dix-sept', '97'],
    ['fr', 'vingt et un', '21'],
    ['fr', 'trois cent mille', '300000'],
    ['fr', 'plus de 200', '200.. more-than'],
    ['fr', 'au moins 200', '200.. at-least'],
    ['fr', "jusqu'à 200", '..200 at-most'],
    ['fr', 'entre 10 et 15', '10..15'],
    ['fr', 'de 10 à 15 millions', '10000000..15000000'],
    ['fr', '12,5 pour cent', '12.5 percent'],
    ['fr', 'des milliers', 'none: Write the number alone: 1600, 4.5 million or 10-20.'],
    ['es', '1.600', '1600'],
    ['es', '1 600', '1600'],
    ['es', '4,5 millones', '4500000'],
    ['es', 'dos mil millones', '2000000000'],
    ['es', 'medio millón', '500000'],
    ['es', 'un millón y medio', '1500000'],
    ['es', 'dos docenas', '24'],
    ['es', 'treinta y cinco', '35'],
    ['es', 'más de 200', '200.. more-than'],
    ['es', 'al menos 200', '200.. at-least'],
    ['es', 'hasta 200', '..200 at-most'],
    ['es', 'entre 10 y 15', '10..15'],
    ['es', 'de 10 a 15', '10..15'],
    ['es', '12,5 por ciento', '12.5 percent'],
    ['es-MX', '1,600.5', '1600.5'],
    ['it', '1.600', '1600'],
    ['it', '4,5 milioni', '4500000'],
    ['it', 'mezzo milione', '500000'],
    ['it', 'due milioni e mezzo', '2500000'],
    ['it', 'ventuno', '21'],
    ['it', 'trecentomila', '300000'],
    ['it', 'più di 200', '200.. more-than'],
    ['it', 'almeno 200', '200.. at-least'],
    ['it', 'fino a 200', '..200 at-most'],
    ['it', 'tra 10 e 15', '10..15'],
    ['it', 'da 10 a 15', '10..15'],
    ['ru', '1 600,5', '1600.5'],
    ['ru', '4,5 млн', '4500000'],
    ['ru', '4.5 млн', '4500000'],
    ['ru', '20 тыс.', '20000'],
    ['ru', '1,2 миллиарда', '1200000000'],
    ['ru', 'две тысячи', '2000'],
    ['ru', 'полмиллиона', '500000'],
    ['ru', 'полтора миллиона', '1500000'],
    ['ru', 'двадцать пять', '25'],
    ['ru', 'более 200', '200.. more-than'],
    ['ru', 'не менее 200', '200.. at-least'],
    ['ru', 'до 200', '..200 at-most'],
    ['ru', 'от 200', '200.. at-least'],
    ['ru', 'от 10 до 15 миллионов', '10000000..15000000'],
    ['ru', '12,5 процента', '12.5 percent'],
    ['ru', 'тысячи', 'none: These words name no number.'],
    ['kk', '1 600', '1600'],
    ['kk', '4,5 миллион', '4500000'],
    ['kk', '20 мың', '20000'],
    ['kk', 'екі жүз елу мың', '250000'],
    ['kk', 'жарты миллион', '500000'],
    ['kk', '1600-ден астам', '1600.. more-than'],
    ['kk', '200-ге дейін', '..200 at-most'],
    ['kk', 'шамамен 300', '300 about'],
    ['kk', '12,5 пайыз', '12.5 percent'],
    ['ar', '١٬٦٠٠', '1600'],
    ['ar', '١٦٠٠٫٥', '1600.5'],
    ['ar', '٤٫٥ مليون', '4500000'],
    ['fa', '۱۲٪', '12 percent'],
    ['zh', '160万', '1600000'],
    ['pt', '4,5 milhões', '4500000'],
    ['tr', '20 bin', '20000'],
    [undefined, '1,600', '1600'],
    [undefined, '1.600', 'none: “1.600” can be 1600 or 1.6: write one of these two.'],
    [undefined, '1.234', 'none: “1.234” can be 1234 or 1.2340: write one of these two.'],
    [undefined, '1.2340', '1.234'],
    [undefined, '1.600.000', '1600000'],
    [undefined, '4,5', '4.5'],
    [undefined, '4.5', '4.5'],
    [undefined, '3 billion', '3000000000'],
    [undefined, '3 Millionen', '3000000'],
    [undefined, '3 млн', '3000000'],
    ['xx', '1,600', '1600'],
    ['German', '1.600', '1600'],
  ])('in %s reads “%s” as %s', (language, text, expected) => {
    expect(brief(readWrittenNumber(text, language))).toBe(expected)
  })
})

describe('findNumber', () => {
  it.each([
    ['en', 'more than 4,000 residents', '4000.. more-than'],
    ['en', 'some 1,600 buildings', '1600 about'],
    ['en', 'A 14-year-old', '14'],
    ['en', 'Covid-19', 'none: There is no number in these words.'],
    ['en', 'the G20', 'none: There is no number in these words.'],
    ['en', '14 of 20 passengers', 'none: There is more than one number in these words.'],
    ['en', 'thousands of people', 'none: These words name no number.'],
    ['en', 'a 3m wall', 'none: An “m” can mean million or metres: write it out.'],
    ['en', 'at 10:30', 'none: There is more than one number in these words.'],
    ['en', 'the 3rd', '3'],
    ['en', 'between 10 and 15 million people', '10000000..15000000'],
    ['en', 'cost of $4.5 million', '4500000 money'],
    ['en', '“1,450 passengers,”', '1450'],
    ['de', 'ein 14-Jähriger', '14'],
    ['de', '3 m hoch', '3'],
    ['de', 'rund 1.600 Menschen', '1600 about'],
    ['fr', 'une hausse de 12 %', '12 percent'],
    ['fr', 'plus de 3 milliards d’euros', '3000000000.. more-than money'],
    ['ru', 'свыше 4,5 тысячи человек', '4500.. more-than'],
    ['ru', '200-летний', '200'],
    ['kk', '4 мыңнан астам тұрғын', '4000.. more-than'],
    [undefined, 'погибли 164 человека', '164'],
    [undefined, 'x'.repeat(401), 'none: These words are too long for one number.'],
    [undefined, '9'.repeat(41), `none: “${'9'.repeat(41)}” is too long a number.`],
  ])('in %s finds in “%s”: %s', (language, words, expected) => {
    expect(brief(findNumber(words, language))).toBe(expected)
  })
})

const languages = ['', 'en', 'de', 'de-CH', 'fr', 'es', 'es-MX', 'it', 'ru', 'kk', 'ar', 'zh']
const language = fc.constantFrom(...languages)
/** Decimal strings as values have them: no zeros in front, none behind. */
const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.nat(999))
  .map(([whole, part]) => `${whole.toString()}.${part.toString()}`.replace(/\.?0+$/, ''))
  .filter(text => text !== '-0' && text !== '' && text !== '-')

describe('written numbers', () => {
  it('are read back to the same value in every language', () => {
    fc.assert(
      fc.property(language, decimal, decimal, (tag, a, b) => {
        const [min, max] = Number(a) <= Number(b) ? [a, b] : [b, a]
        for (const value of [{ min, max }, { min: a, max: a }, { min: a }, { max: b }]) {
          const read = readWrittenNumber(writeNumber(value, tag), tag)
          expect(read).toMatchObject({ kind: 'number', value })
        }
      }),
    )
  })

  it('are the same whatever digits and blanks they are written with', () => {
    const shifts = fc.constantFrom(0x660, 0x6f0, 0x966, 0xff10)
    const blank = fc.constantFrom(' ', '\u00a0', '\u2009', '\u202f', '\u3000')
    fc.assert(
      fc.property(fc.nat(10 ** 12), shifts, blank, language, (value, zero, gap, tag) => {
        const written = value
          .toString()
          .replace(/\B(?=(?:\d{3})+$)/g, gap)
          .replace(/\d/g, digit => String.fromCodePoint(zero + Number(digit)))
        const text = value.toString()
        expect(readWrittenNumber(written, tag)).toEqual({
          kind: 'number',
          value: { min: text, max: text },
        })
      }),
    )
  })

  it('are found among words that name no number', () => {
    const words = fc.array(
      fc.constantFrom('the', 'houses', 'were', 'lost', 'in', 'Oravna,', '“so”'),
    )
    fc.assert(
      fc.property(words, fc.nat(10 ** 9), words, (before, value, after) => {
        const text = [...before, value.toString(), ...after].join(' ')
        const digits = value.toString()
        expect(findNumber(text, 'en')).toEqual({
          kind: 'number',
          value: { min: digits, max: digits },
        })
      }),
    )
  })

  it('never throw, and a range never begins above its end', () => {
    const piece = fc.constantFrom(
      ...'1 23 456 7,8 9.5 1.600 - – + % € $ m bn million Millionen mille mil to bis and a half between or more at least two zwei тысяч жүз >= < ½ ٫'.split(
        ' ',
      ),
    )
    const text = fc.array(piece, { maxLength: 12 }).map(pieces => pieces.join(' '))
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'grapheme' })), language, (written, tag) => {
        for (const read of [findNumber(written, tag), readWrittenNumber(written, tag)]) {
          if (read.kind === 'none') expect(read.why).toMatch(/\.$/)
          else {
            const { min, max } = read.value
            expect(min ?? max).toMatch(/^-?\d+(?:\.\d*[1-9])?$/)
            if (min !== undefined && max !== undefined)
              expect(Number(min)).toBeLessThanOrEqual(Number(max))
          }
        }
      }),
      { numRuns: 400 },
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findNumber } from './read-number'

function brief(words: string, language: string): string {
  const read = findNumber(words, language)
  if (read.kind === 'none') return 'none'
  const { min, max } = read.value
  const value = min === max ? min : `${min ?? ''}..${max ?? ''}`
  return [value, read.qualifier, read.measure].filter(part => part !== undefined).join(' ')
}

describe('numbers of Chinese, Japanese and Korean', () => {
  it.each([
    ['ja', '1万2千人', '12000'],
    ['ja', '１万２０００人', '12000'],
    ['ja', '１２，０００人', '12000'],
    ['ja', '1億2000万円', '120000000 money'],
    ['ja', '約300人', '300 about'],
    ['ja', '300人以上', '300.. at-least'],
    ['ja', '20歳未満', '..20 fewer-than'],
    ['ja', '10～20人', '10..20'],
    ['ja', '10～20万人', '100000..200000'],
    ['ja', '9000～1万人', '9000..10000'],
    ['ja', '40％の家屋', '40 percent'],
    ['ja', '4割', '40 percent'],
    ['ja', '二〇二二年', '2022'],
    ['ja', '1万2人', '10002'],
    ['ja', '三千五百人', '3500'],
    ['zh', '2万5千人', '25000'],
    ['zh', '3.5万', '35000'],
    ['zh', '3亿', '300000000'],
    ['zh', '两千', '2000'],
    ['zh', '一百零五', '105'],
    ['zh', '二十三', '23'],
    ['zh', '三人', '3'],
    ['zh', '百分之四十', '40 percent'],
    ['zh', '超过300人', '300.. more-than'],
    ['zh', '至少2万人', '20000.. at-least'],
    ['ko', '1만 2천 명', '12000'],
    ['ko', '1만2000명', '12000'],
    ['ko', '20만 명', '200000'],
    ['ko', '1,600만 원', '16000000 money'],
    ['ko', '약 300명 이상', '300.. at-least'],
    ['ko', '10~20만 명', '100000..200000'],
    ['ko', '3억 5천만 달러', '350000000 money'],
  ])('in %s finds in “%s”: %s', (language, words, expected) => {
    expect(brief(words, language)).toBe(expected)
  })

  it.each([
    ['zh', '一万二'],
    ['zh', '二三十人'],
    ['zh', '万一'],
    ['zh', '三菱'],
    ['zh', '四川'],
    ['zh', '一部分'],
    ['ja', '千葉'],
    ['ja', '十分'],
    ['ja', '数千人'],
    ['ja', '三分の一'],
    ['ko', '만세'],
  ])('in %s finds none in “%s”', (language, words) => {
    expect(brief(words, language)).toBe('none')
  })

  it('are the same whichever signs they are written with', () => {
    const han = '〇一二三四五六七八九'
    const inHan = (value: number): string => {
      const places = [...value.toString()].map(Number)
      return places
        .map((digit, at) =>
          digit === 0
            ? ''
            : `${han[digit] ?? ''}${['千', '百', '十', ''][4 - places.length + at] ?? ''}`,
        )
        .join('')
    }
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 9999 }), (a, b) => {
        const value = (a * 10_000 + b).toString()
        expect(brief(`${a.toString()}万${b.toString()}`, 'ja')).toBe(value)
        expect(brief(`${a.toString()}만 ${b.toString()}`, 'ko')).toBe(value)
        const isClear = !/[百千万][一二三四五六七八九]$/.test(`${inHan(a)}万${inHan(b)}`)
        if (isClear) expect(brief(`${inHan(a)}万${inHan(b)}人`, 'ja')).toBe(value)
      }),
    )
  })
})

describe('numbers of Hebrew and Arabic', () => {
  it.each([
    ['he', 'כ־12,000 איש', '12000 about'],
    ['he', 'כ-12,000 איש', '12000 about'],
    ['he', '3 מיליון', '3000000'],
    ['he', 'יותר מ-200 איש', '200.. more-than'],
    ['he', 'לפחות 40 אחוז', '40.. at-least percent'],
    ['ar', 'نحو ١٢٬٠٠٠ شخص', '12000 about'],
    ['ar', '٤٠٪', '40 percent'],
    ['ar', '10 آلاف', '10000'],
  ])('in %s finds in “%s”: %s', (language, words, expected) => {
    expect(brief(words, language)).toBe(expected)
  })
})

import { describe, expect, test } from 'vitest'
import { dateFromEvidence } from './date-evidence'
import { readArticle } from './read-article'

const at = (url: string) => ({ url: { value: url, from: 'html-meta' as const } })

describe('dateFromEvidence', () => {
  test.each([
    { words: 'January 29', url: 'https://tass.example/world/2022/01/29/1394', date: '2022-01-29' },
    { words: 'January 29', url: 'https://tass.example/2022/a-title', date: '2022-01-29' },
    { words: '31 December', url: 'https://tass.example/2023-01-02-title', date: '2022-12-31' },
    { words: '29 января', name: 'kz_20220131.txt', date: '2022-01-29' },
    { words: 'Jan. 3', name: 'protests 2022.pdf', date: '2022-01-03' },
    { words: 'February 29', name: 'note-2022.txt', date: undefined },
    { words: 'January 29', name: 'article-120220.txt', date: undefined },
    { words: 'January 29', name: '000_f3-c2022e.txt', date: undefined },
    { words: 'January 29', url: 'https://tass.example/a2022b', date: undefined },
    { words: 'January 29', url: 'https://2022.example/news', date: undefined },
    { words: undefined, name: '2022-01-29 unrest.txt', date: '2022-01-29' },
    { words: undefined, name: '20220129.txt', date: '2022-01-29' },
    { words: undefined, name: '2022.txt', date: undefined },
    { words: undefined, name: '2022-13-29.txt', date: undefined },
    { words: undefined, url: 'https://tass.example/2022/01/29/x', date: undefined },
  ])('$words with $url and $name gives $date', ({ words, url, name = 'a.txt', date }) => {
    const { published } = dateFromEvidence(words, url === undefined ? {} : at(url), name)
    expect(published?.value).toBe(date)
  })

  test('the properties of the document give the year where nothing better does', () => {
    const made = { value: '2022-02-03', from: 'document-properties' as const }
    expect(dateFromEvidence('January 29', { published: made }, 'a.pdf')).toEqual({
      published: { value: '2022-01-29', from: 'text', found: 'January 29' },
      remarks: [
        'Its date, “January 29”, has no year: 2022 was taken from the properties of the document (“2022-02-03”).',
      ],
    })
  })

  test('a year that was inferred is said, with its evidence', async () => {
    const words = 'NUR-SULTAN, January 29. /TASS/. The president met the government on Saturday.'
    const article = await readArticle(new TextEncoder().encode(words), '013_2022-01-30.txt')
    expect(article.ok && article.value.metadata['published']).toEqual({
      value: '2022-01-29',
      from: 'text',
      found: 'January 29',
    })
    expect(article.ok && article.value.remarks).toEqual([
      'Its date, “January 29”, has no year: 2022 was taken from the name of its file (“2022-01-30”).',
    ])
  })

  test('a date in the text is better than one in the name', async () => {
    const words = 'date 2022-06-05 NUR-SULTAN – The president met the government on Saturday.'
    const article = await readArticle(new TextEncoder().encode(words), '2021-01-30.txt')
    expect(article.ok && article.value.metadata['published']?.value).toBe('2022-06-05')
  })
})

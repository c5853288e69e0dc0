import { describe, expect, test } from 'vitest'
import { readArticle } from '../import/read-article'
import { sampleArticles } from './sample-articles'

const articles = await Promise.all(
  sampleArticles.map(async ({ name, text }) => {
    const read = await readArticle(new TextEncoder().encode(text), name)
    if (!read.ok) throw new Error(read.error.message)
    return read.value
  }),
)

describe('the sample articles', () => {
  test('are read with their titles and what they say of themselves', () => {
    const summary = articles.map(({ title, metadata, mediaType, remarks }) => ({
      title,
      mediaType,
      remarks,
      metadata: Object.fromEntries(
        Object.entries(metadata).map(([field, { value, from }]) => [field, `${from}: ${value}`]),
      ),
    }))
    expect(summary).toEqual([
      {
        title: 'A wall of the Oravna dam gave way before dawn on Friday after three days of…',
        mediaType: 'text/plain',
        remarks: [],
        metadata: {
          published: 'text: 2031-03-14',
          place: 'text: HALVIK',
          agency: 'text: KESTRA WIRE',
        },
      },
      {
        title: '“We shouted from the roofs”: Lower Miren counts its missing',
        mediaType: 'text/markdown',
        remarks: [],
        metadata: {
          published: 'text: 2031-03-15',
          place: 'text: LOWER MIREN',
          publisher: 'text: The Halvik Courier',
          authors: 'text: Ines Brandal and Tomas Weir',
          url: 'text: https://courier.example/2031/03/15/lower-miren',
          language: 'text: en',
        },
      },
      {
        title: 'Minister corrects flood figures as dam chief steps down',
        mediaType: 'text/html',
        remarks: ['Left out, with a mark where it stood: 1 image.'],
        metadata: {
          published: 'html-meta: 2031-03-18',
          place: 'text: ARVANA, Kestria',
          agency: 'text: Meridian Desk',
          publisher: 'html-meta: Meridian Desk',
          authors: 'html-meta: Clara Oduya',
          url: 'html-meta: https://desk.example/kestria/dam-figures',
          language: 'html-meta: en',
        },
      },
    ])
  })

  test.each([
    { name: 'an emoji outside the basic plane', sign: '😡' },
    { name: 'a decomposed accent', sign: 'Rene\u0301 Alvarsen' },
    { name: 'a sentence from right to left', sign: 'איבדנו את הבית' },
    { name: 'a no-break space in a number', sign: '1\u00a0450' },
    { name: 'an interrupted quote', sign: '” he said, “' },
  ])('hold $name', ({ sign }) => {
    expect(articles.some(({ text }) => text.includes(sign))).toBe(true)
  })

  test('disagree about the missing and the houses', () => {
    const texts = articles.map(({ text }) => text)
    expect(texts.map(text => /(\w+) people (?:are|were still) missing/.exec(text)?.[1])).toEqual([
      'Fourteen',
      'Nineteen',
      undefined,
    ])
    expect(texts[0]).toContain('houses at 1,600')
    expect(texts[1]).toContain('1\u00a0450 houses')
  })

  test('are between 250 and 450 words long', () => {
    for (const { text } of articles) {
      const { length } = text.split(/\s+/)
      expect(length).toBeGreaterThan(250)
      expect(length).toBeLessThan(450)
    }
  })
})

import { describe, expect, it } from 'vitest'
import type { ArticleId } from '../../shared/article/article'
import { signatureOf } from '../../shared/text/near-copies'
import type { CameFrom } from './earlier-articles'
import { earlierArticles } from './earlier-articles'

const dam =
  'The dam above Halvik broke at dawn and the water reached the lower town within an hour, the mayor said'
const ferry =
  'No ferry crossed the sound on Tuesday because nobody had paid for the fuel since spring'
const known: readonly (CameFrom & { readonly id: string; readonly text: string })[] = [
  { id: 'dam', title: 'Dam', name: 'dam.txt', address: undefined, text: dam },
  { id: 'page', title: 'Dam', name: 'x.html', address: 'https://a.example/dam#top', text: dam },
  { id: 'home', title: 'News', name: 'index.html', address: 'https://a.example/', text: ferry },
  { id: 'other', title: 'Else', name: 'index.html', address: undefined, text: dam },
]
const before = earlierArticles()
for (const { id, text, ...from } of known)
  before.add({ id: id as ArticleId, ...from, signature: signatureOf(text) })

describe('the article that a file may be a corrected version of', () => {
  const longer = `${dam} on Monday after she had walked along the river with the engineers`
  it.each([
    {
      name: 'is the one of the same name and title, whatever its text',
      later: { title: 'Dam', name: 'dam.txt', address: undefined, text: ferry },
      expected: { article: 'dam', title: 'Dam', because: 'name' },
    },
    {
      name: 'is the one of the same name when much of the text is the same',
      later: { title: 'Dam breaks', name: 'dam.txt', address: undefined, text: longer },
      expected: { article: 'dam', title: 'Dam', because: 'name' },
    },
    {
      name: 'is none that has the name only',
      later: { title: 'Ferries', name: 'dam.txt', address: undefined, text: ferry },
      expected: undefined,
    },
    {
      name: 'is the one from the same page, whatever else differs',
      later: { title: 'Q', name: 'q.html', address: 'https://a.example/dam', text: ferry },
      expected: { article: 'page', title: 'Dam', because: 'address' },
    },
    {
      name: 'is none that names the first page of a site as its own',
      later: { title: 'Q', name: 'q.html', address: 'https://a.example/', text: ferry },
      expected: undefined,
    },
    {
      name: 'is the most alike of several of one name',
      later: { title: 'Q', name: 'index.html', address: 'no address', text: longer },
      expected: { article: 'other', title: 'Else', because: 'name' },
    },
  ])('$name', ({ later: { text, ...from }, expected }) => {
    expect(before.fromSamePlace(from, signatureOf(text))).toEqual(expected)
  })
})

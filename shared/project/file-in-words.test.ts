import { describe, expect, it } from 'vitest'
import { contentInWords } from './file-in-words'

const known = {
  title: (id: string) => (id === 'a' ? 'Ferry' : undefined),
  person: (id: string) => (id === 'p' ? 'Ben' : undefined),
  source: (id: string) => (id === 's' ? 'Ana Tor' : undefined),
  you: 'me',
}

describe('what a file holds', () => {
  it.each([
    ['annotations/a.me.json', 'your annotations of “Ferry”'],
    ['annotations/a.p.json', 'Ben’s annotations of “Ferry”'],
    ['annotations/b.q.json', 'somebody’s annotations of an article whose title cannot be read'],
    ['articles/a.json', 'the text of “Ferry”'],
    ['metadata/a.json', 'the details of “Ferry”'],
    ['originals/a.txt', 'what “Ferry” was imported from'],
    ['sources/s.json', 'the source “Ana Tor”'],
    ['sources/t.json', 'a source whose name cannot be read'],
    ['annotators/p.json', 'the name of Ben'],
    ['journal/me.0000aaaa/0000000001.log', 'your record of edits'],
    ['codebook.json', 'the codebook'],
    ['project.json', 'the name of the project'],
    ['notes.txt', 'the name “notes.txt”'],
  ])('%s', (file, words) => {
    expect(contentInWords(file, known)).toBe(words)
  })
})

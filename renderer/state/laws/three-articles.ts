import type { Annotator } from '../../../shared/annotation/annotation'
import type { Article } from '../../../shared/article/article'

/** Whose edits the window makes. */
export const annotator: Annotator = {
  format: 'assay-annotator',
  version: 1,
  minReader: 1,
  id: '01950000-0000-7000-8000-00000000bbbb' as Annotator['id'],
  name: 'Ada',
}

function article(number: number, title: string, text: string): Article {
  const paragraphs = text.split('\n').map(words => ({
    type: 'paragraph' as const,
    content: [{ type: 'text' as const, text: words }],
  }))
  return {
    format: 'assay-article',
    version: 1,
    minReader: 1,
    id: `01950000-0000-7000-8000-00000000000${String(number)}` as Article['id'],
    title,
    metadata: number === 1 ? { place: { value: 'Miren', from: 'text' } } : {},
    text,
    textSha256: '0'.repeat(64),
    document: { type: 'doc', content: paragraphs },
    original: {
      name: `${title}.txt`,
      sha256: '0'.repeat(64),
      mediaType: 'text/plain',
      encoding: 'utf-8',
      importedAt: '2026-01-01T00:00:00.000Z',
    },
  }
}

/** Short ones with every trap: emoji, quotes across, spaces in a row, the same words in two of them. */
export const articles = [
  article(1, 'Ferry', '“We lost 😡,” he said, “and it was a lie.”\nSome 1,600 people left.'),
  article(2, 'Dam', 'The dam   held\nuntil nine; 14 never came 😡 back.'),
  article(3, 'Echo', 'A dam, a lie.'),
]

import type { AnnotationId } from '../shared/annotation/annotation'
import { createAnnotation } from '../shared/annotation/annotation'
import type { ArticleId } from '../shared/article/article'
import { isInsideSurrogatePair } from '../shared/text/span'
import type { ProjectStore } from '../electron/store/project-store'
import type { TestProject } from '../electron/store/test-project'
import { addTestArticle, testIdentity, testProject } from '../electron/store/test-project'

/** A small generator of pseudo-random numbers, so that every run measures the same article. Source: mulberry32, public domain. */
export function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296
  }
}

const usualWords =
  'the of harbour council said that after storm officials reported people boats were missing and a night search went on until morning when figures changed again 14 19 1,600 per cent “never” told reporters minister denied bridge closed'.split(
    ' ',
  )

const syllables = 'ka mer to lin vas or pel dun shi ra no gre ti bal fen sul wic hol ya est'.split(
  ' ',
)

/** Names and the like: 8,000 words of three syllables, the first ones more often than the last. */
function rareWord(random: () => number): string {
  const rank = Math.floor(syllables.length ** 3 * random() ** 3)
  const digits = [rank, rank / syllables.length, rank / syllables.length ** 2]
  return digits.map(digit => syllables[Math.floor(digit) % syllables.length] ?? '').join('')
}

/**
 * News-like text of about `length` characters: paragraphs of two to five sentences, some 380 characters each. A few
 * words are most of it and thousands come rarely, as in real ones: what filters and searches does depends on it.
 */
export function madeUpText(length: number, random: () => number): string {
  const pick = (): string =>
    random() < 0.4 ? rareWord(random) : (usualWords[Math.floor(random() * usualWords.length)] ?? '')
  const sentence = (): string => {
    const count = 8 + Math.floor(random() * 18)
    const line = Array.from({ length: count }, pick).join(' ')
    return `${line.charAt(0).toUpperCase()}${line.slice(1)}.`
  }
  const paragraphs: string[] = []
  for (let total = 0; total < length;) {
    const count = 2 + Math.floor(random() * 4)
    const paragraph = Array.from({ length: count }, sentence).join(' ')
    paragraphs.push(paragraph)
    total += paragraph.length + 1
  }
  return paragraphs.join('\n')
}

/** 70 % of 8 to 80 characters, 25 % up to 250, 5 % up to 800, anywhere in the text. */
export function madeUpSpan(text: string, random: () => number): { start: number; end: number } {
  const kind = random()
  const [least, most] = kind < 0.7 ? [8, 80] : kind < 0.95 ? [80, 250] : [250, 800]
  const length = Math.floor(least + random() * (most - least))
  const start = Math.floor(random() * Math.max(1, text.length - length))
  const end = Math.min(text.length, start + length)
  return isInsideSurrogatePair(text, start) || isInsideSurrogatePair(text, end)
    ? { start: 0, end: 8 }
    : { start, end }
}

export type MadeUpArticle = {
  readonly characters: number
  readonly annotations: number
}

/** A real project on disk with one article for each of `articles`; close the store before the app opens it. */
export async function madeUpProject(articles: readonly MadeUpArticle[]): Promise<{
  readonly project: TestProject
  readonly store: ProjectStore
  readonly ids: readonly ArticleId[]
}> {
  const project = await testProject()
  const store = await project.open()
  const random = seededRandom(7)
  const ids: ArticleId[] = []
  for (const { characters, annotations } of articles) {
    const text = madeUpText(characters, random)
    const id = await addTestArticle(store, project.surroundings, text)
    ids.push(id)
    await addAnnotations(store, project, id, text, annotations, random)
  }
  return { project, store, ids }
}

async function addAnnotations(
  store: ProjectStore,
  { surroundings }: TestProject,
  article: ArticleId,
  text: string,
  count: number,
  random: () => number,
): Promise<void> {
  const types = ['claim', 'quote', 'figure']
  const changes = Array.from({ length: count }, (_, index) => {
    const annotation = createAnnotation(text, {
      id: surroundings.newId() as AnnotationId,
      type: types[index % 3] ?? 'claim',
      spans: [madeUpSpan(text, random)],
      at: surroundings.now(),
    })
    return {
      kind: 'annotation' as const,
      article,
      annotator: testIdentity.annotator,
      id: annotation.id,
      after: annotation,
    }
  })
  if (changes.length === 0) return
  const edit = { id: surroundings.newId(), label: 'made up', changes }
  const appended = await store.appendEdit(edit)
  if (!appended.ok) throw new Error(appended.error.message)
}

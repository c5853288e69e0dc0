import type { ArticleDocument } from '../../../shared/article/blocks'
import { plainText } from '../../../shared/article/plain-text'
import type { Reading } from '../../../shared/article/reading'

/** A page read both ways, and what it says of its own words. */
type Readings = {
  readonly whole: ArticleDocument
  /** `undefined` when the whole page was asked for, or no article was found in it. */
  readonly article: ArticleDocument | undefined
  readonly isMarked: boolean
  readonly hasPaywall: boolean
  /** The article's words as the page's linked data give them. */
  readonly said: readonly string[]
}

/** Words from which on a text is believed to be an article. */
const leastWords = 40
/** Share of the words of all paragraphs below which an article that the page does not mark is not believed. */
const leastShare = 0.4
/** Words of a line that make it a paragraph. */
const paragraphWords = 12
/** Share of what the linked data say that may be missing from the article while it stands on the page. */
const mostMissing = 0.1

/** How to read a page that was read both ways, with what to tell the user. */
export function judgeReduction({ whole, article, isMarked, hasPaywall, said }: Readings): {
  readonly chosen: Reading
  readonly remarks: readonly string[]
  readonly leftOutWords?: number
} {
  if (article === undefined) return { chosen: 'whole', remarks: [] }
  const all = plainText(whole)
  const kept = plainText(article)
  const left = countWords(all) - countWords(kept)
  if (left <= 0) return { chosen: 'whole', remarks: [] }
  if (countWords(kept) < leastWords)
    return wholeBecause('too few words would be left without what stands around them')
  const share = paragraphs(kept) / Math.max(paragraphs(all), 1)
  if (!isMarked && share < leastShare)
    return wholeBecause('less than half of its paragraphs were found to be the article')
  if (said.some(body => losesWords(body, all, kept)))
    return wholeBecause('the page says that more of it belongs to the article than was found')
  return {
    chosen: 'article',
    leftOutWords: left,
    remarks: [
      `Only the article was read; ${String(left)} ${left === 1 ? 'word' : 'words'} around it (menus, links, comments) ${left === 1 ? 'was' : 'were'} left out.`,
      ...(hasPaywall
        ? ['The page says that the rest is for subscribers: the article may end early.']
        : []),
    ],
  }
}

function wholeBecause(why: string): ReturnType<typeof judgeReduction> {
  return {
    chosen: 'whole',
    remarks: [`The whole page was read, with what stands around its article: ${why}.`],
  }
}

/** Words, or letters in scripts that write without spaces. */
export function countWords(text: string): number {
  return (
    text.match(/[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]|[\p{L}\p{N}][^\s\u3040-\u9fff]*/gu) ?? []
  ).length
}

function paragraphs(text: string): number {
  let words = 0
  for (const line of text.split('\n')) {
    const count = countWords(line)
    if (count >= paragraphWords) words += count
  }
  return words
}

/** Whether words of `body` that stand on the page are missing from the article. */
function losesWords(body: string, all: string, kept: string): boolean {
  const onPage = lettersOf(all)
  const inArticle = lettersOf(kept)
  const sentences = body
    .split(/(?<=[.!?。！？])\s*/u)
    .slice(0, 500)
    .map(lettersOf)
    .filter(letters => letters.length > 20 && onPage.includes(letters))
  const missing = sentences.filter(letters => !inArticle.includes(letters))
  const sizeOf = (some: readonly string[]): number =>
    some.reduce((sum, letters) => sum + letters.length, 0)
  return sizeOf(missing) > mostMissing * sizeOf(sentences)
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

import type { Article } from '../../../shared/article/article'
import { textBlocks } from '../../../shared/article/plain-text'

/**
 * How the text says the title itself, so that the page does not say it a second time: it opens with it as a
 * heading, or as a line of its own that looks like one; or the title is no more than the beginning of a sentence.
 */
export type TitleInText = 'heading' | 'line' | 'excerpt'

/** Characters at the beginning of the text that are looked through for an excerpt: its header and its first sentence. */
const beginning = 3_000

/** How the text says `title`, or `undefined` when the page has to say it. */
export function titleInText(
  { document, text, title: found, titleFrom }: TitledArticle,
  title: string,
): TitleInText | undefined {
  const wanted = collapsed(title)
  if (wanted === '') return undefined
  const [first] = textBlocks(document)
  if (collapsed(text.split('\n', 1)[0] ?? '') === wanted) {
    if (first?.type === 'heading') return 'heading'
    // The only line is what there is to read.
    return document.content[0] === first && text.includes('\n') ? 'line' : 'excerpt'
  }
  const isOwn = title === found && (titleFrom === 'text' || titleFrom === undefined)
  return isOwn && collapsed(text.slice(0, beginning)).includes(wanted.replace(/…$/, ''))
    ? 'excerpt'
    : undefined
}

type TitledArticle = Pick<Article, 'document' | 'text' | 'title' | 'titleFrom'>

function collapsed(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

import type { Article } from '../../../shared/article/article'
import { collapsed } from '../../../shared/article/text-title'

/**
 * How the text says the title itself, so that the page does not say it a second time: it opens with it as a
 * heading, or as a line of its own that looks like one; or the title is no more than the beginning of its first sentence.
 */
export type TitleInText = 'heading' | 'line' | 'excerpt'

/** Characters of the first line that are looked at: more than a title has. */
const longest = 1_000

/** How the text says `title`, or `undefined` when the page has to say it. */
export function titleInText(
  { document, text, title: found, titleFrom }: TitledArticle,
  title: string,
): TitleInText | undefined {
  const wanted = collapsed(title)
  if (wanted === '') return undefined
  const [first] = document.content
  const line = collapsed(text.slice(0, longest).split('\n', 1)[0] ?? '')
  if (line === wanted) {
    if (first?.type === 'heading') return 'heading'
    // The only line is what there is to read.
    return first?.type === 'paragraph' && text.includes('\n') ? 'line' : 'excerpt'
  }
  const isOwn = title === found && (titleFrom === 'text' || titleFrom === undefined)
  return isOwn && isBeginning(wanted, line) ? 'excerpt' : undefined
}

/** As `titleFromText` makes an excerpt: a sentence without its full stop, or as many words as there is room for. */
function isBeginning(title: string, line: string): boolean {
  const cut = title.replace(/…$/, '')
  if (!line.startsWith(cut)) return false
  return cut !== title || line.charAt(cut.length) === '.' || /[!?。]["”’»)]*$/u.test(cut)
}

type TitledArticle = Pick<Article, 'document' | 'text' | 'title' | 'titleFrom'>

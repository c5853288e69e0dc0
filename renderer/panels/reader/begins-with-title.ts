import type { Article } from '../../../shared/article/article'
import { textBlocks } from '../../../shared/article/plain-text'

/** True when the text opens with its title as a heading: then the page does not say it a second time. */
export function beginsWithTitle(
  { document, text }: Pick<Article, 'document' | 'text'>,
  title: string,
): boolean {
  const [first] = textBlocks(document)
  return first?.type === 'heading' && text.split('\n', 1)[0]?.trim() === title.trim()
}

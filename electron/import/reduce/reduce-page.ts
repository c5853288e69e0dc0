import { blockElements } from '../html-elements'
import type { Element, Node } from '../html-tree'
import { attribute, innerText } from '../html-tree'
import type { Outline, Part } from './page-outline'
import { isRunningText, outlinePage, sumUp } from './page-outline'
import {
  announcesOthers,
  announcesSources,
  isCalledByline,
  isCalledPaywall,
  isCalledPullQuote,
  isCalledSurroundings,
  isCalledTeaser,
} from './surroundings-of-articles'

/** What of a page is its article. */
export type ReducedPage = {
  /** What is read, in this order: often one element, or the headline and the element with the words. */
  readonly roots: readonly Node[]
  /** What is passed over inside of them. */
  readonly without: ReadonlySet<Element>
  /** The page itself marks an element as an article or as its main part. */
  readonly isMarked: boolean
  /** The page says that the rest is for those who pay. */
  readonly hasPaywall: boolean
}

/** Share of a page's running text from which on an element is not believed to stand around the article. */
const articleShare = 0.4
/** Share of the running text that leads from an element into one of its children. */
const descentShare = 0.8

/** Pull quotes that are looked for in the text: an article has a handful. */
const mostQuotes = 20

/** Elements in a quote that say whose it is. */
const speakers: ReadonlySet<string> = new Set(['cite', 'figcaption', 'footer'])

/** Elements that are parts of a text: the article is never one of them alone. */
const textElements: ReadonlySet<string> = new Set(
  'p blockquote pre ul ol dl li figure h1 h2 h3 h4 h5 h6'.split(' '),
)

/**
 * Find the article of a page: leave out what the page calls or marks as standing around it, go down to the
 * element that holds the running text, up again to the element that also holds its headline, and leave out
 * lists of links at its ends. `undefined` when the page has no running text to go by.
 */
export function reducePage(page: Node): ReducedPage | undefined {
  const outline = outlinePage(page)
  const without = new Set<Part>()
  const skipped = leaveOutSurroundings(outline, without)
  const body = outline.findIndex(({ element }) => element.tagName === 'body')
  if ((outline[body]?.prose ?? 0) === 0) return undefined
  const core = findCore(outline, skipped, body)
  const headline = outline.findIndex(
    ({ element }, at) => element.tagName === 'h1' && !skipped.has(at),
  )
  const root = findRoot(outline, core, headline, body)
  leaveOutLinks(outline, skipped, root, without)
  const rootPart = outline[root]
  if (rootPart === undefined) return undefined
  const isInside = headline >= root && headline < rootPart.end
  const above = headline === -1 || isInside ? undefined : outline[headline]
  return {
    roots: [...(above === undefined ? [] : [above.element]), rootPart.element],
    without: new Set([...without].map(({ element }) => element)),
    isMarked: outline.some(part => isMarkedArticle(part) && part.prose > 0),
    hasPaywall: [...without].some(({ element }) => isCalledPaywall(element)),
  }
}

/** Take what stands around the article out of the sums above it; gives the positions that are passed over. */
function leaveOutSurroundings(outline: Outline, without: Set<Part>): Set<number> {
  const skipped = new Set<number>()
  const total = outline[0]?.prose ?? 0
  let said: string | undefined
  let quotes = 0
  for (let at = 0; at < outline.length; at += 1) {
    const part = outline[at]
    if (part === undefined || !isBlock(part.element) || isCentral(part)) continue
    const isQuote = quotes < mostQuotes && isCalledPullQuote(part.element)
    if (isQuote) {
      quotes += 1
      said ??= lettersOf(outline[0] === undefined ? '' : innerText(outline[0].element))
    }
    const isSurrounding = isQuote
      ? repeats(said ?? '', lettersOf(quotedText(part.element)))
      : isAround(outline, part) && part.prose < Math.max(articleShare * total, 1)
    if (!isSurrounding) continue
    without.add(part)
    for (let inner = at; inner < part.end; inner += 1) skipped.add(inner)
    at = part.end - 1
  }
  sumUp(outline, without)
  return skipped
}

function isBlock(element: Element): boolean {
  return blockElements.has(element.tagName) || element.tagName === 'button'
}

function isCentral({ element }: Part): boolean {
  return /^(?:html|body|main|h1)$/.test(element.tagName)
}

function isAround(outline: Outline, part: Part): boolean {
  const { element } = part
  const above = outline[part.parent]?.element.tagName
  if (element.tagName === 'footer' && above === 'blockquote') return false
  if (element.tagName === 'aside' && part.linked > 0.4 * part.letters) return true
  if (isCalledTeaser(element) && (part.links > 0 || part.linked > 0)) return true
  return isCalledSurroundings(element)
}

/** What a quote in large letters quotes, without who said it. */
function quotedText(element: Element): string {
  return innerText(element, speakers)
}

function repeats(all: string, words: string): boolean {
  return words !== '' && all.indexOf(words) !== all.lastIndexOf(words)
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

/** The smallest element that holds the running text of the article. */
function findCore(outline: Outline, skipped: ReadonlySet<number>, body: number): number {
  const total = outline[body]?.prose ?? 0
  let at = markedCore(outline, skipped, total) ?? body
  for (;;) {
    const part = outline[at]
    if (part === undefined) return at
    const next = wayDown(outline, skipped, at, part)
    if (next === undefined) return at
    at = next
  }
}

/** The element that the page marks as the article, when one of them holds most of its running text. */
function markedCore(
  outline: Outline,
  skipped: ReadonlySet<number>,
  total: number,
): number | undefined {
  let best: number | undefined
  for (const [at, part] of outline.entries())
    if (!skipped.has(at) && isMarkedArticle(part) && part.prose >= 0.5 * total) best = at
  return best
}

function isMarkedArticle({ element }: Part): boolean {
  return (
    element.tagName === 'article' ||
    element.tagName === 'main' ||
    /^(?:main|article)$/.test(attribute(element, 'role') ?? '') ||
    /\barticlebody\b/i.test(attribute(element, 'itemprop') ?? '')
  )
}

function wayDown(
  outline: Outline,
  skipped: ReadonlySet<number>,
  at: number,
  part: Part,
): number | undefined {
  // A paragraph directly in it belongs to the article as much as what is further in.
  if (isRunningText(part)) return undefined
  let best: number | undefined
  for (let child = at + 1; child < part.end; child = outline[child]?.end ?? part.end) {
    if (skipped.has(child)) continue
    if (proseAt(outline, child) > 0 && textElements.has(outline[child]?.element.tagName ?? ''))
      return undefined
    if (proseAt(outline, child) > proseAt(outline, best)) best = child
  }
  const found = best === undefined ? undefined : outline[best]
  if (found === undefined) return undefined
  if (found.prose >= descentShare * part.prose && found.paragraphs > 1) return best
  // Beside the article stand short texts about others: their paragraphs are much shorter than its own.
  const others = part.paragraphs - found.paragraphs
  const isLonger =
    others > 0 &&
    (part.prose - found.prose) / others < 0.6 * (found.prose / Math.max(found.paragraphs, 1))
  return isLonger && found.prose >= 0.5 * part.prose && found.paragraphs > 1 ? best : undefined
}

function proseAt(outline: Outline, at: number | undefined): number {
  return at === undefined ? 0 : (outline[at]?.prose ?? 0)
}

/** The element around the core that also holds its headline, its first lines and its captions. */
function findRoot(outline: Outline, core: number, headline: number, body: number): number {
  const prose = proseAt(outline, core)
  for (let up = core; up > body; up = outline[up]?.parent ?? -1) {
    const part = outline[up]
    if (part === undefined || part.prose > 1.25 * prose + 200) break
    const holdsHeadline = headline >= up && headline < part.end
    if (holdsHeadline || (part.element.tagName === 'article' && headline < up)) return up
  }
  return core
}

/** Lists of links before the first and after the last running text, and what announces other articles. */
function leaveOutLinks(
  outline: Outline,
  skipped: ReadonlySet<number>,
  root: number,
  without: Set<Part>,
): void {
  const end = outline[root]?.end ?? 0
  const [first, last] = proseBounds(outline, skipped, root, end)
  let announced = false
  let keepsSources = false
  for (let at = root + 1; at < end; at += 1) {
    const part = outline[at]
    if (part === undefined) break
    if (skipped.has(at)) {
      at = part.end - 1
      continue
    }
    if (!isBlock(part.element) || part.letters === 0 || part.prose > 0.8 * part.letters) continue
    const isTitle = /^h[2-6]$/.test(part.element.tagName)
    if (isTitle || (part.element.tagName === 'p' && part.letters < 120)) {
      const text = innerText(part.element)
      announced = announcesOthers(text)
      keepsSources = !announced && isTitle && announcesSources(text)
      if (announced) without.add(part)
      at = part.end - 1
      continue
    }
    const isOutside = at < first || at > last
    const isLinks = part.prose === 0 && part.links > 1 && part.linked > 0.6 * part.letters
    if (isLinks && !isCalledByline(part.element) && (announced || (isOutside && !keepsSources))) {
      without.add(part)
      at = part.end - 1
    }
  }
}

/** Positions of the first and the last element with running text of its own. */
function proseBounds(
  outline: Outline,
  skipped: ReadonlySet<number>,
  root: number,
  end: number,
): readonly [number, number] {
  let first = end
  let last = root
  for (let at = root; at < end; at += 1) {
    const part = outline[at]
    if (part === undefined || skipped.has(at) || !isRunningText(part)) continue
    first = Math.min(first, at)
    last = at
  }
  return [first, last]
}

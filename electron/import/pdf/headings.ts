import type { PageLook } from './page-look'
import type { Paragraph } from './paragraphs'

/** Longest heading in characters: what is longer and larger is a lead paragraph or a quote set large. */
const longestHeading = 220
const longestBoldHeading = 140

/** Letters this much larger than most make a heading. */
const largerThanBody = 1.12

/** The level of each paragraph that is a heading: the largest letters are level 1, bold ones of the body's size the last. */
export function findHeadings(
  paragraphs: readonly Paragraph[],
  look: PageLook,
  isTagged: boolean,
): ReadonlyMap<Paragraph, number> {
  const tagged = isTagged ? taggedHeadings(paragraphs) : new Map<Paragraph, number>()
  if (tagged.size > 0) return tagged
  const looks = new Map<Paragraph, number>()
  paragraphs.forEach((paragraph, index) => {
    const rank = headingRank(paragraph, paragraphs[index + 1], look)
    if (rank !== undefined) looks.set(paragraph, rank)
  })
  const ranks = [...new Set(looks.values())].sort((a, b) => b - a)
  return new Map(
    [...looks].map(([paragraph, rank]) => [paragraph, Math.min(6, ranks.indexOf(rank) + 1)]),
  )
}

function taggedHeadings(paragraphs: readonly Paragraph[]): Map<Paragraph, number> {
  return new Map(
    paragraphs.flatMap(paragraph => {
      const level = paragraph.lines[0]?.tag?.level
      return level === undefined ? [] : [[paragraph, level] as const]
    }),
  )
}

/** A number that is greater the more important a heading looks, or `undefined`. */
function headingRank(
  paragraph: Paragraph,
  next: Paragraph | undefined,
  look: PageLook,
): number | undefined {
  const { lines, marker } = paragraph
  const [first] = lines
  if (first === undefined || marker !== undefined || first.isRow) return undefined
  const text = lines.map(line => line.text).join(' ')
  if (!/\p{L}/u.test(text)) return undefined
  const isBold = allBold(paragraph)
  const size = Math.round(first.size * 2)
  if (first.size >= largerThanBody * look.bodySize)
    return text.length <= longestHeading ? size + (isBold ? 0.5 : 0) : undefined
  const standsOut = isBold && !look.isBodyBold && first.size >= 0.95 * look.bodySize
  const isFollowed = next !== undefined && !allBold(next) && next.lines[0]?.isRow !== true
  return standsOut && isFollowed && text.length <= longestBoldHeading && !/[.,;]$/.test(text)
    ? size + 0.5
    : undefined
}

function allBold({ lines }: Paragraph): boolean {
  return lines.every(({ runs }) => runs.every(({ bold, text }) => bold || text.trim() === ''))
}

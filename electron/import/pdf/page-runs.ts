import { isSafeTarget } from '../../../shared/article/blocks'
import type { FontLook, TaggedItem, TextItem } from './page-items'
import type { PdfRun } from './pdf-page'

type Box = {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}
type LinkBox = Box & { readonly href: string }

type Matrix = readonly [number, number, number, number, number, number]

/**
 * The pieces of text of a page in points from its upper left corner, links cut out as pieces of their
 * own. Words set on their side (stamps, names of photographers) come apart: they have no line to stand in.
 */
export function pageRuns(
  items: readonly TaggedItem[],
  looks: ReadonlyMap<string, FontLook>,
  viewport: readonly number[],
  annotations: readonly unknown[],
): { readonly runs: PdfRun[]; readonly turned: string[] } {
  const toPage = matrixOf(viewport)
  const links = annotations.flatMap(annotation => linkBox(annotation, toPage))
  const runs: PdfRun[] = []
  const turned: string[] = []
  const seen = new Set<string>()
  for (const { item, tag } of items) {
    if (item.str === '' || isTracking(item)) continue
    const [a, b, c, d, left, y] = product(toPage, matrixOf(item.transform))
    const size = Math.hypot(c, d)
    if (!Number.isFinite(left + y + size + item.width) || size === 0) continue
    if (Math.abs(b) > 0.2 * Math.abs(a)) {
      if (item.str.trim() !== '') turned.push(readable(item.str))
      continue
    }
    // Shadows and false bold print the same word twice in one place.
    const place = `${String(Math.round(left))} ${String(Math.round(y))} ${item.str}`
    if (item.str.trim() !== '' && seen.has(place)) continue
    seen.add(place)
    const { bold = false, italic = false } = looks.get(item.fontName) ?? {}
    const run: PdfRun = {
      text: readable(item.str),
      left,
      right: left + item.width,
      y,
      size,
      bold,
      italic,
      isRightToLeft: item.dir === 'rtl',
      tag,
    }
    runs.push(...cutAtLinks(run, links))
  }
  return { runs, turned }
}

/** A blank that the engine saw where letters stand a little apart: no blank is as narrow as that. */
function isTracking({ str, width, transform }: TextItem): boolean {
  const [a, b] = matrixOf(transform)
  return str === ' ' && width < 0.17 * Math.hypot(a, b)
}

/** Letters in the shapes they have inside a word, and ligatures, are written as the letters they stand for; what Unicode has no sign for is left out. */
function readable(text: string): string {
  return text
    .replace(/[\ufb00-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]/g, shape => shape.normalize('NFKC'))
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufeff]/g, '')
    .replace(/\p{Cs}/gu, '\ufffd')
}

function matrixOf(values: readonly unknown[]): Matrix {
  const [a, b, c, d, e, f] = values.map(Number)
  return [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f ?? 0]
}

function product([a, b, c, d, e, f]: Matrix, inner: Matrix): Matrix {
  const [g, h, i, j, k, l] = inner
  return [
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * k + c * l + e,
    b * k + d * l + f,
  ]
}

function linkBox(annotation: unknown, toPage: Matrix): LinkBox[] {
  const { subtype, url, rect } = annotation as { subtype?: unknown; url?: unknown; rect?: unknown }
  if (subtype !== 'Link' || typeof url !== 'string' || !Array.isArray(rect)) return []
  if (!isSafeTarget(url)) return []
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = rect.map(Number)
  const [, , , , left, top] = product(toPage, [1, 0, 0, 1, x1, y1])
  const [, , , , right, bottom] = product(toPage, [1, 0, 0, 1, x2, y2])
  const box = {
    left: Math.min(left, right),
    right: Math.max(left, right),
    top: Math.min(top, bottom),
    bottom: Math.max(top, bottom),
    href: url.trim(),
  }
  return [box.left, box.right, box.top, box.bottom].every(Number.isFinite) ? [box] : []
}

/** A run is cut where a link begins and ends inside it, between words: the place inside a run is an estimate. */
function cutAtLinks(run: PdfRun, links: readonly LinkBox[]): PdfRun[] {
  const middle = run.y - run.size * 0.3
  const link = links.find(
    box =>
      box.top <= middle && middle <= box.bottom && box.left < run.right && box.right > run.left,
  )
  if (link === undefined || run.text.trim() === '') return [run]
  const overlap = Math.min(link.right, run.right) - Math.max(link.left, run.left)
  if (overlap < run.size * 0.2) return [run]
  if (run.isRightToLeft)
    return [overlap > (run.right - run.left) / 2 ? { ...run, href: link.href } : run]
  const from = wordEdge(run, link.left)
  const to = Math.max(from, wordEdge(run, link.right))
  const parts = [
    part(run, 0, from),
    { ...part(run, from, to), href: link.href },
    ...cutAtLinks(
      part(run, to, run.text.length),
      links.filter(other => other !== link),
    ),
  ]
  return parts.filter(({ text }) => text !== '')
}

function part(run: PdfRun, from: number, to: number): PdfRun {
  const width = run.right - run.left
  const places = letterPlaces(run.text)
  const share = (index: number): number => run.left + width * (places[index] ?? 1)
  return { ...run, text: run.text.slice(from, to), left: share(from), right: share(to) }
}

/** The index of the edge of a word that is nearest to `x`. */
function wordEdge(run: PdfRun, x: number): number {
  const places = letterPlaces(run.text)
  const wanted = (x - run.left) / Math.max(run.right - run.left, 0.001)
  let best = 0
  for (let index = 0; index <= run.text.length; index += 1) {
    const isEdge =
      index === 0 ||
      index === run.text.length ||
      /[\p{L}\p{N}]/u.test(run.text.charAt(index - 1)) !==
        /[\p{L}\p{N}]/u.test(run.text.charAt(index))
    if (isEdge && Math.abs((places[index] ?? 1) - wanted) < Math.abs((places[best] ?? 0) - wanted))
      best = index
  }
  return best
}

/** Where each letter of `text` begins, as a share of its width, and its end: from the usual widths of letters. */
function letterPlaces(text: string): number[] {
  const places = [0]
  for (const letter of text.split('')) places.push((places.at(-1) ?? 0) + letterWidth(letter))
  const whole = places.at(-1) ?? 1
  return places.map(place => place / (whole === 0 ? 1 : whole))
}

function letterWidth(letter: string): number {
  if (/[ijl.,:;'’!|]/.test(letter)) return 0.5
  if (/[ftr\s()\-“”"]/.test(letter)) return 0.65
  if (/[mwMW—@]/.test(letter)) return 1.6
  return /\p{Lu}/u.test(letter) ? 1.3 : 1
}

import { directionWithin, runsOf } from './section-runs'
import type { Fragment } from './line-fragments'
import { classOfLook, writeLooks } from './look-sheet'
import type { MarkEnds, MarkLayer, MarkShape } from './mark-shapes'
import { markLayers, shapesOf } from './mark-shapes'
import type { PaintedSpan } from './painted-spans'
import type { SectionLayer } from './section-groups'
import { createSectionGroups } from './section-groups'
import type { TextFragments } from './text-fragments'
import type { SectionExtent } from './text-positions'

type Group = {
  readonly element: HTMLElement
  readonly layers: Readonly<Record<MarkLayer, SVGGElement>>
  readonly marks: Map<string, Mark>
  /** The same marks by the spans that they were drawn from last. */
  readonly drawn: WeakMap<PaintedSpan, Mark>
}

/** A mark as it is drawn: what it was drawn from, and its paths in the order of its shapes. */
type Mark = {
  readonly span: PaintedSpan
  readonly look: string
  readonly fragments: readonly Fragment[]
  readonly paths: readonly SVGPathElement[]
}

const svgNamespace = 'http://www.w3.org/2000/svg'

/** Marks in `parent`, which lies behind the text. */
export function createMarksLayer(parent: HTMLElement, fragments: TextFragments): SectionLayer {
  const groups = createSectionGroups(parent, 'article-marks-section', createGroup)
  return {
    erase: groups.erase,
    move: groups.move,
    prepare: (section, top, spans) => {
      const wanted = spans
        .filter(({ start, end }) => end > section.start && start < section.end)
        .map(span => ({ span, places: fragments.of(section, span) }))
      return () => {
        drawMarks(groups.at(section.index, top), section, wanted)
      }
    },
  }
}

type WantedMark = { readonly span: PaintedSpan; readonly places: readonly Fragment[] }

function drawMarks(
  { layers, marks, drawn }: Group,
  section: SectionExtent,
  wanted: readonly WantedMark[],
): void {
  const kept = new Set<Mark>()
  for (const { span, places } of wanted) {
    // The same span as before needs no look at what it is made of: most marks are none of this change.
    const same = drawn.get(span)
    if (same?.fragments === places) {
      kept.add(same)
      continue
    }
    const key = keyOf(span)
    const known = marks.get(key)
    const look = lookOf(span)
    const isSame = known?.look === look && known.fragments === places
    const paths = isSame
      ? known.paths
      : draw(layers, span, shapesOf(span, places, endsOf(section, span)), known?.paths ?? [])
    const mark: Mark = { span, look, fragments: places, paths }
    if (known !== undefined) drawn.delete(known.span)
    marks.set(key, mark)
    drawn.set(span, mark)
    kept.add(mark)
  }
  writeLooks()
  for (const [key, mark] of marks) {
    if (kept.has(mark)) continue
    for (const path of mark.paths) path.remove()
    marks.delete(key)
    drawn.delete(mark.span)
  }
}

function createGroup(element: HTMLElement): Group {
  const svg = document.createElementNS(svgNamespace, 'svg')
  const layers = Object.fromEntries(
    markLayers.map(layer => {
      const group = document.createElementNS(svgNamespace, 'g')
      svg.append(group)
      return [layer, group]
    }),
  ) as Record<MarkLayer, SVGGElement>
  element.append(svg)
  return { element, layers, marks: new Map(), drawn: new WeakMap() }
}

/** Draw `shapes` with the paths that are there, with new ones, and without those that are too many. */
function draw(
  layers: Group['layers'],
  span: PaintedSpan,
  shapes: readonly MarkShape[],
  known: readonly SVGPathElement[],
): SVGPathElement[] {
  const paths = shapes.map(({ layer, path, style }, index) => {
    const element = known[index] ?? document.createElementNS(svgNamespace, 'path')
    const look = classOfLook(style, true)
    const state = span.focused ? (span.channel === 'hit' ? ' is-current' : ' is-focused') : ''
    element.setAttribute('class', `mark mark-${layer}${state} ${look ?? ''}`)
    if (look === undefined) element.setAttribute('style', style)
    if (span.id !== '') element.setAttribute('data-mark', span.id)
    element.setAttribute('d', path)
    if (element.parentNode !== layers[layer]) layers[layer].append(element)
    return element
  })
  for (const path of known.slice(shapes.length)) path.remove()
  return paths
}

function keyOf({ channel, id, start, end }: PaintedSpan): string {
  return `${channel} ${id} ${start.toString()} ${end.toString()}`
}

function lookOf({
  type,
  lane,
  dash,
  isOthers,
  focused,
  continuesBefore,
  continuesAfter,
}: PaintedSpan): string {
  const flags = [isOthers, focused, continuesBefore, continuesAfter].map(Number).join('')
  return `${type} ${lane.toString()} ${dash.toString()} ${flags}`
}

/** The directions of the first and the last words of `span`, as far as they stand in `section`. */
function endsOf(section: SectionExtent, span: PaintedSpan): MarkEnds {
  const runs = runsOf(section).filter(({ start, end }) => end > span.start && start < span.end)
  const [first] = runs
  const last = runs.at(-1)
  const directionIn = (run: typeof first): MarkEnds['start'] =>
    run &&
    directionWithin(run, {
      start: Math.max(run.start, span.start),
      end: Math.min(run.end, span.end),
    })
  return {
    start: span.start >= section.start ? directionIn(first) : undefined,
    end: span.end <= section.end ? directionIn(last) : undefined,
  }
}

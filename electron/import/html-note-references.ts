import { hasType } from './epub/epub-tree'
import { blockElements } from './html-elements'
import type { Element, Node } from './html-tree'
import { attribute, childrenOf, elementsOf, innerText, isElement, isText } from './html-tree'

/** What stands for one note or several: `1`, `12`, `1,2`, `3–5`. */
const numbers = /^\d{1,3}(?:\s?[,–-]\s?\d{1,3})*$/
/** What a link to a note may show beside numbers: `*`, `†`, `a`, `iv`. */
const signs = /^(?:[a-z]{1,4}|[*†‡§]{1,3})$/i
/** Raised after a word or a bracket, these are powers at least as often as notes. */
const powers = /^[23]$/
const units = /(?:miles?|met(?:er|re)s?|mètres?|metros?|feet|inch(?:es)?|yards?)$/i

/** A raised sign, the words right before it in its block, and whether a link leads from it to its note. */
type Sign = {
  readonly element: Element
  readonly label: string
  readonly before: string
  readonly isLinked: boolean
}

/**
 * Put the raised signs that stand for notes in brackets, as the notes of every other kind of file have
 * them: `back<sup>1</sup>` would read `back1`. Powers (`km<sup>2</sup>`) and endings (`1<sup>st</sup>`)
 * stay as they are. Changes `page`.
 */
export function bracketNoteReferences(page: Node): void {
  const found = signsIn(page)
  const beginsNote = ({ before, label }: Sign): boolean => before === '' && numbers.test(label)
  const noted = new Set(found.filter(beginsNote).map(({ label }) => label))
  const references = found.filter(
    sign => sign.before !== '' && (sign.isLinked || isNote(sign, noted.has(sign.label))),
  )
  const referred = new Set(references.map(({ label }) => label))
  const begins = found.filter(sign => beginsNote(sign) && referred.has(sign.label))
  for (const { element } of new Set([...references, ...begins])) bracket(element)
}

function signsIn(page: Node): Sign[] {
  const found: Sign[] = []
  const ids = new Set<string>()
  const within = new Set<Element>()
  let before = ''
  const stack: Node[] = [page]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (isText(node)) before = `${before}${node.value}`.replace(/\s+/g, ' ').trimStart().slice(-16)
    if (isElement(node)) {
      ids.add(attribute(node, 'id') ?? attribute(node, 'name') ?? '')
      if (blockElements.has(node.tagName) || node.tagName === 'br') before = ''
      const isSign = node.tagName === 'sup' || hasType(node, ['noteref'])
      if (isSign && !within.has(node) && !/[[(]$/.test(before)) {
        for (const inner of elementsOf(node)) within.add(inner)
        found.push(...signsOf(node, before, ids))
      }
    }
    const children = childrenOf(node)
    for (let index = children.length - 1; index >= 0; index -= 1) {
      const child = children[index]
      if (child !== undefined) stack.push(child)
    }
  }
  return found
}

/** The signs of one raised element: each of its links, else all of it. A link back to what came before is none. */
function signsOf(raised: Element, before: string, ids: ReadonlySet<string>): Sign[] {
  const whole = innerText(raised)
  if (/[[\](){}]/.test(whole)) return []
  const inside = [...elementsOf(raised)].filter(({ tagName }) => tagName === 'a')
  const around = inside.length > 0 ? undefined : linkAround(raised)
  const links = inside.length > 0 ? inside : around === undefined ? [] : [around]
  if (links.length === 0)
    return numbers.test(whole) ? [{ element: raised, label: whole, before, isLinked: false }] : []
  return links.flatMap((link): Sign[] => {
    const label = around === undefined ? innerText(link) : whole
    const [, fragment] = (attribute(link, 'href') ?? '').split('#')
    const isWayBack = fragment !== undefined && ids.has(fragment) && before !== ''
    const isLinked = fragment !== undefined && fragment !== ''
    if (isWayBack || !(numbers.test(label) || (isLinked && signs.test(label)))) return []
    return [{ element: around === undefined ? link : raised, label, before, isLinked }]
  })
}

/** The link that a raised sign stands in, with nothing else. */
function linkAround(raised: Element): Element | undefined {
  let node: Node | null = raised.parentNode
  for (let depth = 0; depth < 3 && node !== null && isElement(node); depth += 1) {
    // Also keeps a link that is a page full of raised signs from being read once for each.
    if (node.childNodes.length > 3) return undefined
    if (node.tagName === 'a') return innerText(node) === innerText(raised) ? node : undefined
    node = node.parentNode
  }
  return undefined
}

/** Whether a raised number without a link is a note and no power; `hasNote` when a block begins with the same. */
function isNote({ label, before }: Sign, hasNote: boolean): boolean {
  if (/[.,;:!?…”"»]$/.test(before)) return true
  if (/\d$/.test(before)) return hasNote && !/(?:^|\D)10$/.test(before)
  const isPower = powers.test(label)
  if (/[)\]’']$|[\p{L}\p{M}]{4}$/u.test(before)) return !isPower || (hasNote && !units.test(before))
  return /\p{L}$/u.test(before) && (label === '1' || (hasNote && !isPower))
}

function bracket(element: Element): void {
  element.childNodes.unshift({ nodeName: '#text', value: '[', parentNode: element })
  element.childNodes.push({ nodeName: '#text', value: ']', parentNode: element })
}

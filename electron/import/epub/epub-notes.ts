import { posix } from 'node:path'
import { blockElements } from '../html-elements'
import type { Element, Node } from '../html-tree'
import { attribute, elementsOf, innerText, isElement } from '../html-tree'
import { noteLabels } from '../office/write-office-blocks'
import { decoded } from './epub-package'
import { hasType, labelFirstWords, removeNode, setText } from './epub-tree'

/** A document of a book: its name in the archive and its tree. */
export type EpubDocument = { readonly name: string; readonly tree: Node }

type Reference = { readonly element: Element; readonly note: Element; readonly label: string }

/** Longest sign that stands for a note: `12`, `*`, `[iv]`. */
const longestSign = 6

/**
 * Take the notes out of where they stand in `documents` and give them in the order of their references, each
 * with the label that now stands in the text: as notes of all documents come in.
 */
export function takeNotes(documents: readonly EpubDocument[]): readonly Element[] {
  const references = findReferences(documents)
  const notes = [...new Set(references.map(({ note }) => note))]
  const shown = notes.map(note => references.find(entry => entry.note === note)?.label ?? '')
  const labels = noteLabels(shown)
  for (const { element, note } of references) {
    setText(element, `[${labels[notes.indexOf(note)] ?? '?'}]`)
    element.attrs = []
  }
  notes.forEach((note, index) => {
    removeBacklinks(note)
    removeNode(note)
    labelFirstWords(note, `[${labels[index] ?? '?'}] `, element =>
      blockElements.has(element.tagName),
    )
  })
  return notes
}

function findReferences(documents: readonly EpubDocument[]): Reference[] {
  const targets = new Map<string, Element>()
  for (const { name, tree } of documents)
    for (const element of elementsOf(tree)) {
      const id = attribute(element, 'id')
      if (id !== undefined) targets.set(`${name}#${id}`, element)
    }
  const references: Reference[] = []
  const inNotes = new Set<Element>()
  for (const { name, tree } of documents)
    for (const element of elementsOf(tree)) {
      if (element.tagName !== 'a' || inNotes.has(element)) continue
      const target = targets.get(targetOf(name, attribute(element, 'href') ?? ''))
      const label = innerText(element).replace(/^[[(]|[\])]$/g, '')
      if (target === undefined || !isReference(element, label)) continue
      const note = noteAround(target)
      if (note === undefined || isInside(element, note)) continue
      // What a note links to inside itself is the way back.
      for (const inner of elementsOf(note)) inNotes.add(inner)
      references.push({ element, note, label })
    }
  return references
}

function targetOf(name: string, href: string): string {
  const [file = '', fragment = ''] = href.split('#')
  const path = file === '' ? name : posix.join(posix.dirname(name), decoded(file))
  return fragment === '' ? '' : `${path}#${decoded(fragment)}`
}

/** A link to a note says so, or it is a short raised sign. */
function isReference(link: Element, label: string): boolean {
  if (hasType(link, ['noteref'])) return true
  if (hasType(link, ['backlink', 'referrer'])) return false
  const parent = link.parentNode
  const isRaised =
    (parent !== null && isElement(parent) && parent.tagName === 'sup') ||
    [...elementsOf(link)].some(({ tagName }) => tagName === 'sup')
  return isRaised && label.length > 0 && label.length <= longestSign
}

/** The note that an anchor stands in: what says that it is one, else the paragraph, item or aside around it. */
function noteAround(anchor: Element): Element | undefined {
  let nearest: Element | undefined
  for (let node: Element | undefined = anchor; node !== undefined; node = parentOf(node)) {
    if (hasType(node, ['footnote', 'endnote', 'rearnote', 'note'])) return node
    if (nearest === undefined && ['p', 'li', 'aside', 'div', 'dd'].includes(node.tagName))
      nearest = node
  }
  return nearest
}

function parentOf(element: Element): Element | undefined {
  const parent = element.parentNode
  return parent !== null && isElement(parent) && parent.tagName !== 'body' ? parent : undefined
}

function isInside(element: Element, ancestor: Element): boolean {
  for (let node: Element | undefined = element; node !== undefined; node = parentOf(node))
    if (node === ancestor) return true
  return false
}

/** The way back to the text, which repeats the sign of the note or is an arrow. */
function removeBacklinks(note: Element): void {
  for (const element of [...elementsOf(note)]) {
    const isLocal = element.tagName === 'a' && (attribute(element, 'href') ?? '').includes('#')
    if (isLocal && innerText(element).length <= longestSign) removeNode(element)
  }
}

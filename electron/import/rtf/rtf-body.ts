import type { Mark } from '../../../shared/article/blocks'
import { fieldLink } from '../office/field-link'
import { leftOutLabel } from '../office/left-out-label'
import { numeral } from '../office/numeral'
import type { OfficeBlock } from '../office/office-blocks'
import { endCell, endFlow, endParagraph, endRow } from './rtf-paragraphs'
import { applyWord } from './rtf-properties'
import type { Flow, GroupState, RtfReading } from './rtf-state'
import { createFlow, plainLetters, plainParagraph } from './rtf-state'
import { plainWords, textCollector } from './rtf-text'
import type { RtfGroup, RtfNode, RtfWord } from './rtf-tree'
import { destinationOf, groupsFor, groupsIn, wordIn } from './rtf-tree'

/** The blocks of the text in `group`, which is the file, a note or a text box. */
export function readRtfBlocks(
  reading: RtfReading,
  group: RtfGroup,
  nodes: readonly RtfNode[] = group.nodes,
  isNote = false,
): OfficeBlock[] {
  const flow = createFlow(isNote)
  const state: GroupState = {
    paragraph: plainParagraph,
    letters: plainLetters,
    fallbackLength: 1,
    link: undefined,
  }
  readNodes(reading, flow, nodes, state)
  return endFlow(reading, flow, { ...state.paragraph, isInTable: false })
}

function readNodes(
  reading: RtfReading,
  flow: Flow,
  nodes: readonly RtfNode[],
  state: GroupState,
): void {
  const collector = textCollector(reading.codePage)
  for (const node of nodes) {
    const font = reading.tables.fonts.get(state.letters.font)
    addText(reading, flow, state, collector.addNode(node, font, state.fallbackLength))
    if (node.kind === 'group') readGroup(reading, flow, node, state)
    else if (node.kind === 'word' && !endSomething(reading, flow, node, state))
      applyWord(node, state)
  }
}

function addText(
  reading: RtfReading,
  flow: Flow,
  { letters, link, paragraph }: GroupState,
  text: string,
): void {
  if (text === '') return
  if (letters.deleted) {
    reading.tally.deletions += 1
    return
  }
  if (letters.hidden) {
    if (text.trim() !== '') reading.tally.hidden += 1
    return
  }
  // The look of a paragraph's style is written out again with its letters.
  const style = reading.tables.paragraphStyles.get(paragraph.style)
  const isBold = letters.bold && style?.bold !== true
  const isItalic = letters.italic && style?.italic !== true
  const look = `${isBold} ${isItalic} ${letters.struck} ${link ?? ''}`
  if (flow.look.key !== look)
    flow.look = {
      key: look,
      marks: marksOf({ bold: isBold, italic: isItalic, strike: letters.struck }, link),
    }
  const last = flow.pieces.at(-1)
  // Halves of a character beyond the first 65,536 come one by one and are joined again here.
  if (last?.kind === 'text' && last.marks === flow.look.marks)
    flow.pieces[flow.pieces.length - 1] = { ...last, text: last.text + text }
  else flow.pieces.push({ kind: 'text', text, marks: flow.look.marks })
}

function marksOf(
  look: Readonly<Record<'bold' | 'italic' | 'strike', boolean>>,
  link: string | undefined,
): readonly Mark[] {
  return [
    ...(['bold', 'italic', 'strike'] as const).flatMap(type => (look[type] ? [{ type }] : [])),
    ...(link === undefined ? [] : [{ type: 'link', attrs: { href: link } } as const]),
  ]
}

/** True when the word ended a line, a paragraph, a cell or a row. */
function endSomething(reading: RtfReading, flow: Flow, word: RtfWord, state: GroupState): boolean {
  switch (word.name) {
    case 'line':
    case 'lbr':
    case 'page':
    case 'column':
      flow.pieces.push({ kind: 'break' })
      return true
    case 'par':
    case 'sect':
      // A paragraph whose end was deleted goes on in the next one.
      if (state.letters.deleted) reading.tally.deletions += 1
      else endParagraph(reading, flow, state.paragraph)
      return true
    case 'nestcell':
      endParagraph(reading, flow, { ...state.paragraph, isInTable: true })
      return true
    case 'cell':
      endCell(reading, flow, state.paragraph)
      return true
    case 'row':
      endRow(flow)
      return true
    case 'chftn':
      flow.awaitsNote = true
      return true
    case 'revised':
      if (word.value !== 0) reading.tally.insertions += 1
      return true
    default:
      return false
  }
}

/** Destinations whose words are read where they stand. */
const readInPlace: ReadonlySet<string> = new Set(['fldrslt', 'shppict', 'ud', 'listpicture'])

/** Destinations that a reader knows without the star, and that hold no text of the document. */
const unread: ReadonlySet<string> = new Set(
  `fonttbl colortbl stylesheet listtable listoverridetable info filetbl revtbl rsidtbl pntext listtext
  nonshppict nonesttables fldinst datafield xe tc rxe bkmkstart bkmkend shprslt atnid atnauthor atntime
  atnicn atnref atndate generator ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn template private
  background shpinst sp pgdsctbl`.split(/\s+/),
)

function readGroup(reading: RtfReading, flow: Flow, group: RtfGroup, outer: GroupState): void {
  const { name, isOptional } = destinationOf(group)
  const inner = { ...outer }
  switch (name) {
    case 'footnote':
      readNote(reading, flow, group)
      return
    case 'field':
      readField(reading, flow, group, inner)
      return
    case 'annotation':
      reading.tally.comments += 1
      return
    case 'pict':
      leaveOut(flow, 'image', shapeProperty(reading, group, 'wzDescription'))
      return
    case 'object':
      leaveOut(flow, 'embedded file', '')
      return
    case 'shp':
    case 'shpgrp':
    case 'do':
      readShape(reading, flow, group)
      return
    case 'moMath':
    case 'moMathPara':
    case 'mmath':
      leaveOut(flow, 'formula', formulaWords(reading, group))
      return
    case 'upr':
      for (const unicode of groupsFor(group, 'ud')) readNodes(reading, flow, unicode.nodes, inner)
      return
    case 'pn':
      outer.paragraph = { ...outer.paragraph, oldList: oldListOf(group) }
      return
  }
  if (/^(?:header|footer)[lrf]?$/.test(name)) {
    if (plainWords(group, reading.codePage).trim() !== '') reading.tally.pageHeads += 1
    return
  }
  if (unread.has(name) || (isOptional && !readInPlace.has(name))) return
  readNodes(reading, flow, group.nodes, inner)
}

function readNote(reading: RtfReading, flow: Flow, group: RtfGroup): void {
  if (flow.isNote) return
  const kind = wordIn(group, 'ftnalt') === undefined ? 'footnote' : 'endnote'
  const label = flow.awaitsNote ? nextLabel(reading, kind) : takeSign(flow)
  flow.awaitsNote = false
  const index = reading.notes.length
  reading.notes.push({ label, blocks: [] })
  flow.pieces.push({ kind: 'note', note: index })
  const nodes = group.nodes.filter(node => !(node.kind === 'word' && node.name === 'chftn'))
  reading.notes[index] = { label, blocks: readRtfBlocks(reading, group, nodes, true) }
}

function nextLabel(reading: RtfReading, kind: 'footnote' | 'endnote'): string {
  reading.noteCounts[kind] += 1
  return numeral(reading.noteCounts[kind], reading.noteNumerals[kind])
}

/** The sign that somebody typed for a note stands right before it. */
function takeSign({ pieces }: Flow): string {
  const last = pieces.at(-1)
  const sign = last?.kind === 'text' ? /[^\p{L}\s]{1,3}$/u.exec(last.text)?.[0] : undefined
  if (last?.kind !== 'text' || sign === undefined) return ''
  pieces[pieces.length - 1] = { ...last, text: last.text.slice(0, -sign.length) }
  return sign
}

function readField(reading: RtfReading, flow: Flow, group: RtfGroup, state: GroupState): void {
  const instruction = groupsIn(group)
    .filter(inner => destinationOf(inner).name === 'fldinst')
    .map(inner => plainWords(inner, reading.codePage))
    .join('')
  const link = fieldLink(instruction)
  for (const inner of groupsIn(group))
    if (destinationOf(inner).name === 'fldrslt')
      readNodes(reading, flow, inner.nodes, { ...state, link: link ?? state.link })
}

/** A shape is a text box, a picture or a drawing; a box that frames a picture with its caption is read. */
function readShape(reading: RtfReading, flow: Flow, group: RtfGroup): void {
  const boxes = [...groupsFor(group, 'shptxt'), ...groupsFor(group, 'dptxbxtext')]
  for (const box of boxes) {
    const blocks = readRtfBlocks(reading, box)
    if (hasCaption(reading, box)) flow.after.push(...blocks)
    else leaveOut(flow, 'text box', wordsOf(blocks))
  }
  if (boxes.length > 0) return
  const isPicture = groupsFor(group, 'pict').length > 0
  leaveOut(flow, isPicture ? 'image' : 'drawing', shapeProperty(reading, group, 'wzDescription'))
}

function hasCaption(reading: RtfReading, group: RtfGroup): boolean {
  return group.nodes.some(node =>
    node.kind === 'group'
      ? hasCaption(reading, node)
      : node.kind === 'word' &&
        node.name === 's' &&
        reading.tables.paragraphStyles
          .get(node.value ?? 0)
          ?.names.some(name => /^caption$/i.test(name)) === true,
  )
}

function wordsOf(blocks: readonly OfficeBlock[]): string {
  return blocks
    .map(block =>
      block.kind === 'paragraph'
        ? block.pieces.map(piece => (piece.kind === 'text' ? piece.text : ' ')).join('')
        : block.rows.map(row => row.map(wordsOf).join(' ')).join(' '),
    )
    .join(' ')
}

/** The value of a shape's property `name`: `{\sp{\sn name}{\sv value}}`. */
function shapeProperty(reading: RtfReading, group: RtfGroup, name: string): string {
  for (const property of groupsFor(group, 'sp')) {
    const [key, value] = groupsIn(property)
    if (key !== undefined && plainWords(key, reading.codePage).trim() === name)
      return value === undefined ? '' : plainWords(value, reading.codePage)
  }
  return ''
}

function formulaWords(reading: RtfReading, group: RtfGroup): string {
  return groupsFor(group, 'mr')
    .map(part => plainWords(part, reading.codePage))
    .join('')
}

function oldListOf(group: RtfGroup): GroupState['paragraph']['oldList'] {
  const start = wordIn(group, 'pnstart') ?? 1
  return { isOrdered: wordIn(group, 'pnlvlblt') === undefined, start: start < 0 ? 1 : start }
}

function leaveOut(flow: Flow, what: string, label: string): void {
  flow.pieces.push({ kind: 'left-out', what, label: leftOutLabel(label) })
}

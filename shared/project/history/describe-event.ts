import type { Annotation, AttributeValue, Source } from '../../annotation/annotation'
import { currentSource } from '../../annotation/current-source'
import type { Codebook } from '../../codebook/codebook'
import { fieldLabels } from '../../article/field-labels'
import { copyOfField } from '../../article/copies'
import { writeFieldValue } from '../../article/field-value'
import { fieldsOf, typeOf } from '../../codebook/codebook'
import { relationLabel } from '../../codebook/relation-kinds'
import { writeNumber } from '../../text/numbers/write-number'
import type { HistoryEvent, HistoryFact } from './history-event'

/** What keys and ids mean in words. */
export type HistoryWords = {
  readonly codebook: Codebook
  readonly sources: ReadonlyMap<string, Source>
}

/** What an event did, in plain words: “status changed from unchecked to supported”. */
export function describeEvent(event: HistoryEvent, words: HistoryWords): string {
  const said = event.facts.map(fact => describeFact(fact, event, words)).join('; ')
  if (event.step === 'did') return said
  return `${said}, by ${event.step === 'undid' ? 'undo' : 'redo'}`
}

/** How an annotation, as it is now, differs from what it was. */
export function describeFacts(
  facts: readonly HistoryFact[],
  annotation: Annotation,
  words: HistoryWords,
): string {
  return facts.map(fact => describeFact(fact, { step: 'did', annotation }, words)).join('; ')
}

/** Everything a person gave an annotation beside its words: “stance: denied; note: …”. */
export function describeValues(annotation: Annotation, words: HistoryWords): string {
  const values = Object.entries(annotation.attributes).map(([key, value]) => {
    const { label, written } = attributeWords(key, annotation.type, words)
    return `${label}: ${written(value)}`
  })
  const note = annotation.note === undefined ? [] : [`note: ${annotation.note}`]
  return [...values, ...note].join('; ')
}

type Described = Pick<HistoryEvent, 'step' | 'annotation'>

function describeFact(fact: HistoryFact, event: Described, words: HistoryWords): string {
  const { codebook } = words
  const typeLabel = (key: string): string => (typeOf(codebook, key)?.label ?? key).toLowerCase()
  switch (fact.kind) {
    case 'made':
      return event.step === 'undid'
        ? 'brought back'
        : `tagged as ${typeLabel(event.annotation?.type ?? '')}`
    case 'deleted':
      return event.step === 'undid' ? 'taken back' : 'deleted'
    case 'type':
      return `type changed from ${typeLabel(fact.from)} to ${typeLabel(fact.to)}`
    case 'words':
      return `boundary moved, from “${fact.from}” to “${fact.to}”`
    case 'attribute':
      return describeAttribute(fact, event, words)
    case 'note':
      if (fact.to === undefined) return 'note deleted'
      return `${fact.from === undefined ? 'note written' : 'note changed'}: “${fact.to}”`
    case 'linked':
      return `linked: ${relationLabel(codebook, fact.relation)}`
    case 'unlinked':
      return `link removed: ${relationLabel(codebook, fact.relation)}`
    case 'carried':
      return 'taken over with another version of the article'
    case 'detail':
      return describeDetail(fact, codebook)
    case 'article-note':
      if (fact.to === undefined) return 'note on the article deleted'
      return `${fact.from === undefined ? 'note on the article written' : 'note on the article changed'}: “${fact.to}”`
    case 'binned':
      return 'article put into the bin'
    case 'brought':
      return 'article brought into the project'
    case 'other':
      return 'changed'
  }
}

/** An emptied detail has an empty value; one taken back has none, and the file's own holds again. */
function describeDetail(
  { field: key, from, to }: Extract<HistoryFact, { kind: 'detail' }>,
  codebook: Codebook,
): string {
  const field = fieldsOf(codebook).find(known => known.key === key)
  const label = field?.label ?? detailName(key)
  if (key === copyOfField)
    return to === undefined
      ? 'no copy of another article any more'
      : 'linked as a copy of another article'
  const written = (value: string): string =>
    value === '' ? 'nothing' : field === undefined ? value : writeFieldValue(field, value)
  if (to === undefined)
    return `${label} taken back${from === undefined ? '' : `, was ${written(from)}`}`
  if (to === '') return `${label} cleared${from === undefined ? '' : `, was ${written(from)}`}`
  return from === undefined
    ? `${label} set to ${written(to)}`
    : `${label} changed from ${written(from)} to ${written(to)}`
}

/** As the window calls it, inside a sentence. */
function detailName(key: string): string {
  const known: ReadonlyMap<string, string> = new Map(Object.entries(fieldLabels))
  return known.get(key)?.toLowerCase() ?? key
}

function describeAttribute(
  { key, from, to }: Extract<HistoryFact, { kind: 'attribute' }>,
  { annotation }: Described,
  words: HistoryWords,
): string {
  const { label, written } = attributeWords(key, annotation?.type ?? '', words)
  if (to === undefined)
    return `${label} cleared${from === undefined ? '' : `, was ${written(from)}`}`
  return from === undefined
    ? `${label} set to ${written(to)}`
    : `${label} changed from ${written(from)} to ${written(to)}`
}

function attributeWords(
  key: string,
  type: string,
  { codebook, sources }: HistoryWords,
): { readonly label: string; readonly written: (value: AttributeValue) => string } {
  const attribute = typeOf(codebook, type)?.attributes.find(known => known.key === key)
  return {
    label: (attribute?.label ?? key).toLowerCase(),
    written: value => {
      if (typeof value === 'boolean') return value ? 'yes' : 'no'
      if (typeof value === 'object') return writeNumber(value)
      const choice = attribute?.choices?.find(known => known.key === value)
      return choice?.label ?? currentSource(sources, value)?.name ?? value
    },
  }
}

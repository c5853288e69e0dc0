import type { Annotation, AttributeValue, Source } from '../../annotation/annotation'
import { currentSource } from '../../annotation/current-source'
import type { Codebook } from '../../codebook/codebook'
import { typeOf } from '../../codebook/codebook'
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
    case 'other':
      return 'changed'
  }
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

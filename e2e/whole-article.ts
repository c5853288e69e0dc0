import type { AttributeValue, Source } from '../shared/annotation/annotation'
import { defaultCodebook } from '../shared/codebook/default-codebook'
import type { AnnotationsFile } from '../shared/project/files'
import { readFolder, withoutIdsAndTimes } from './project-files'

/** An article in which everything occurs: nested and interrupted quotes, claims, figures, links. */
export const wholeArticle = [
  '# The night ferry',
  'The night ferry from Kesmir sank on Tuesday with 140 passengers on board, the harbour office said.',
  '“We counted 112 survivors,” said Ana Tor, who leads the rescue. “The others are still in the water.”',
  'The owner denied that the hull was cracked. A mechanic had written in May that the pump was broken.',
  '“Nobody asked me,” he said, “and nobody listened.” The company has 3 more ferries of that kind.',
  'By Wednesday 28 bodies were found, and the storm was over. Ilya Marn, the minister, called it an accident nobody could foresee.',
  'His own office had warned of 7 old ships. “They should never have sailed,” wrote the inspector.',
].join('\n\n')

/** One annotation to be made: its words, its type, a further part, the values typed or chosen, and a link to the one before. */
export type Task = {
  readonly words: string
  readonly type: 'claim' | 'quote' | 'figure'
  readonly more?: string
  /** By attribute key: what is typed, or the label of the choice. */
  readonly values?: Readonly<Record<string, string>>
  /** Label of the kind of link that leads to the annotation that stands before it. */
  readonly link?: string
}

export const tasks: readonly Task[] = [
  {
    words: 'The night ferry from Kesmir sank on Tuesday',
    type: 'claim',
    values: { claimant: 'Harbour office', stance: 'asserted', checkable: 'yes' },
  },
  { words: '140 passengers', type: 'figure', values: { value: '140', counted: 'passengers' } },
  {
    words: '“We counted 112 survivors,”',
    type: 'quote',
    more: '“The others are still in the water.”',
    values: { speaker: 'Ana Tor', cue: 'said', mode: 'direct' },
  },
  {
    words: 'We counted 112 survivors',
    type: 'claim',
    values: { claimant: 'Ana Tor' },
    link: 'part of',
  },
  {
    words: '112 survivors',
    type: 'figure',
    values: { value: '112', qualifier: 'exact', kind: 'count' },
    link: 'supports',
  },
  { words: 'The others are still in the water', type: 'claim', values: { stance: 'asserted' } },
  {
    words: 'the hull was cracked',
    type: 'claim',
    values: { claimant: 'Owner of the ferry', stance: 'denied' },
  },
  { words: 'the pump was broken', type: 'claim', link: 'contradicts' },
  {
    words: '“Nobody asked me,”',
    type: 'quote',
    more: '“and nobody listened.”',
    values: { speaker: 'A mechanic', mode: 'direct' },
  },
  { words: 'Nobody asked me', type: 'claim' },
  { words: 'The company has 3 more ferries of that kind', type: 'claim' },
  { words: '3 more ferries', type: 'figure', values: { value: '3', unit: 'ferries' } },
  {
    words: '28 bodies',
    type: 'figure',
    values: { value: '28', counted: 'bodies', 'as-of': '2031-03-12' },
  },
  { words: 'the storm was over', type: 'claim', values: { checkable: 'yes', status: 'supported' } },
  {
    words: 'an accident nobody could foresee',
    type: 'quote',
    values: { speaker: 'Ilya Marn', cue: 'called it', mode: 'indirect' },
  },
  { words: 'nobody could foresee', type: 'claim', values: { claimant: 'Ilya Marn' } },
  { words: 'His own office had warned of 7 old ships', type: 'claim', link: 'contradicts' },
  { words: '7 old ships', type: 'figure', values: { value: '7' }, link: 'part of' },
  { words: '“They should never have sailed,”', type: 'quote', values: { mode: 'direct' } },
  { words: 'They should never have sailed', type: 'claim' },
]

/** The attributes of a type in the order of the fields on its card. */
export function fieldsOf(type: string) {
  return defaultCodebook.types.find(({ key }) => key === type)?.attributes ?? []
}

/** What is on the disk of annotations, links and sources, the same on every run and however it came there. */
export function wholeResult(project: string): string {
  const sources = readFolder<Source>(project, 'sources').map(({ id, name, kind }) => ({
    id,
    name,
    kind,
  }))
  const [file] = readFolder<AnnotationsFile>(project, 'annotations')
  const annotations = file?.annotations.map(({ id, type, spans, quote, attributes, note }) => ({
    id,
    type,
    spans,
    words: quote.map(({ exact }) => exact),
    attributes: sortedByKey(attributes),
    ...(note === undefined ? {} : { note }),
  }))
  const relations = file?.relations.map(({ type, from, to }) => ({
    type,
    from: from.annotation,
    to: to.annotation,
  }))
  const result = { status: file?.status, annotations, relations, sources }
  return `${withoutIdsAndTimes(JSON.stringify(result, undefined, 2))}\n`
}

function sortedByKey(
  attributes: Readonly<Record<string, AttributeValue>>,
): Record<string, AttributeValue> {
  return Object.fromEntries(Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1)))
}

import type { Attribute, Choice, Codebook } from './codebook'

const choices = (...labels: string[]): Choice[] =>
  labels.map(label => ({ key: label.replaceAll(' ', '-'), label }))

const choice = (key: string, label: string, ...labels: string[]): Attribute => ({
  key,
  label,
  kind: 'choice',
  choices: choices(...labels),
})

/** What a new project starts with: the claims, quotes and figures of news. Projects change it freely. */
export const defaultCodebook: Codebook = {
  format: 'assay-codebook',
  version: 1,
  minReader: 1,
  revision: 1,
  types: [
    {
      key: 'claim',
      label: 'Claim',
      channel: 'underline',
      colour: { light: '#b45309', dark: '#f5b45b' },
      shortcut: '1',
      description: 'A statement that is said to be true and could be checked.',
      examples: ['“The bridge was safe in May” is a claim; “What a bridge” is not.'],
      attributes: [
        { key: 'claimant', label: 'Claimant', kind: 'source' },
        choice('stance', 'Stance', 'asserted', 'denied', 'questioned', 'hedged'),
        choice('checkable', 'Checkable', 'yes', 'no', 'unsure'),
        choice('status', 'Status', 'unchecked', 'supported', 'disputed', 'refuted'),
      ],
    },
    {
      key: 'quote',
      label: 'Quote',
      channel: 'tint',
      colour: { light: '#1d4ed8', dark: '#93b4ff' },
      shortcut: '2',
      description: 'Words given as somebody’s own, with or without quotation marks.',
      examples: ['An interrupted quote is one quote with two parts.'],
      attributes: [
        { key: 'speaker', label: 'Speaker', kind: 'source', required: true },
        {
          key: 'cue',
          label: 'Cue',
          kind: 'text',
          description: 'The words that introduce it: said, according to.',
        },
        choice('mode', 'Mode', 'direct', 'indirect', 'mixed'),
      ],
    },
    {
      key: 'figure',
      label: 'Figure',
      channel: 'outline',
      colour: { light: '#047857', dark: '#5ad1a5' },
      shortcut: '3',
      description: 'A number with what it counts or measures.',
      examples: ['Mark “some 1,600 buildings”, not the digits alone.'],
      attributes: [
        { key: 'value', label: 'Value', kind: 'number', required: true },
        { key: 'unit', label: 'Unit', kind: 'text' },
        { key: 'counted', label: 'Counted', kind: 'text', description: 'What is counted.' },
        choice(
          'qualifier',
          'Qualifier',
          'exact',
          'about',
          'at least',
          'at most',
          'more than',
          'fewer than',
          'range',
        ),
        choice('kind', 'Kind', 'count', 'percent', 'money', 'measure', 'ordinal'),
        { key: 'as-of', label: 'As of', kind: 'date' },
      ],
    },
  ],
  relations: [
    ...(['supports', 'contradicts', 'repeats', 'updates'] as const).map(key => ({
      key,
      label: key,
      from: ['claim', 'figure'],
      to: ['claim', 'figure'],
    })),
    { key: 'part-of', label: 'part of' },
  ],
}

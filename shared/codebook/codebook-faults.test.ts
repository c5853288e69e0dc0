import { describe, expect, it } from 'vitest'
import type { AnnotationType, Attribute } from './codebook'
import { attributeFault, codebookFaults, labelFault, shortcutFault } from './codebook-faults'
import { defaultCodebook } from './default-codebook'

const { types } = defaultCodebook
const [claim] = types as [AnnotationType]
const ownerOfKey = (key: string): string | undefined =>
  key === 'N' ? 'Write a note on the annotation' : undefined

describe('the key of a type', () => {
  it.each([
    { shortcut: '1', fault: undefined },
    { shortcut: '', fault: undefined },
    { shortcut: 'Q', fault: undefined },
    { shortcut: 'ж', fault: undefined },
    { shortcut: '2', fault: '2 already tags as Quote.' },
    { shortcut: 'N', fault: 'N is already the key of “Write a note on the annotation”.' },
    { shortcut: ' ', fault: 'A key is one letter, digit or sign that a single press types.' },
    { shortcut: '😀', fault: 'A key is one letter, digit or sign that a single press types.' },
    { shortcut: '12', fault: 'A key is one letter, digit or sign that a single press types.' },
  ])('“$shortcut”: $fault', ({ shortcut, fault }) => {
    expect(shortcutFault({ ...claim, shortcut }, types, ownerOfKey)).toBe(fault)
  })
})

describe('a name', () => {
  it.each([
    { label: 'Assertion', fault: undefined },
    { label: '  ', fault: 'It needs a name.' },
    { label: ' quote ', fault: 'Another one is called “Quote” already.' },
  ])('“$label”: $fault', ({ label, fault }) => {
    expect(labelFault({ ...claim, label }, types)).toBe(fault)
  })
})

describe('an attribute of choices', () => {
  const choice = (...labels: string[]): Attribute => ({
    key: 'mode',
    label: 'Mode',
    kind: 'choice',
    choices: labels.map((label, index) => ({ key: String(index), label })),
  })

  it.each([
    { labels: ['a', 'b', ''], fault: undefined },
    { labels: [' '], fault: 'It needs at least one choice.' },
    { labels: ['a', 'A '], fault: 'The choice “a” is there twice.' },
  ])('with $labels: $fault', ({ labels, fault }) => {
    expect(attributeFault(choice(...labels), [])).toBe(fault)
  })
})

describe('a codebook', () => {
  it('has no fault as it comes', () => {
    expect(codebookFaults(defaultCodebook, ownerOfKey)).toEqual([])
  })

  it('says where each fault is', () => {
    const [attribute, ...attributes] = claim.attributes as [Attribute]
    const draft = {
      ...defaultCodebook,
      types: [
        {
          ...claim,
          colour: { light: 'teal', dark: '#f5b45b' },
          attributes: [{ ...attribute, label: '' }, ...attributes],
        },
        ...types.slice(1),
      ],
      relations: [{ key: 'supports', label: '' }],
    }
    expect(codebookFaults(draft, ownerOfKey)).toEqual([
      { where: 'Claim', why: 'Write the colour like #1d4ed8.' },
      { where: 'Claim, without a name', why: 'It needs a name.' },
      { where: 'Relation without a name', why: 'It needs a name.' },
    ])
  })
})

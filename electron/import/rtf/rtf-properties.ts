import type { GroupState } from './rtf-state'
import { plainLetters, plainParagraph } from './rtf-state'
import type { RtfWord } from './rtf-tree'

/** Change `state` as a control word about the look of letters or paragraphs says; other words say nothing here. */
export function applyWord({ name, value }: RtfWord, state: GroupState): void {
  const { letters, paragraph } = state
  const isOn = value !== 0
  switch (name) {
    case 'plain':
      state.letters = { ...plainLetters, deleted: letters.deleted }
      break
    case 'b':
      state.letters = { ...letters, bold: isOn }
      break
    case 'i':
      state.letters = { ...letters, italic: isOn }
      break
    case 'strike':
    case 'striked':
      state.letters = { ...letters, struck: isOn }
      break
    case 'v':
      state.letters = { ...letters, hidden: isOn }
      break
    case 'deleted':
      state.letters = { ...letters, deleted: isOn }
      break
    case 'f':
      state.letters = { ...letters, font: value ?? 0 }
      break
    case 'uc':
      state.fallbackLength = Math.max(0, value ?? 1)
      break
    case 'pard':
      state.paragraph = plainParagraph
      break
    case 's':
      state.paragraph = { ...paragraph, style: value ?? 0 }
      break
    case 'outlinelevel':
      state.paragraph = { ...paragraph, outline: value ?? 0 }
      break
    case 'ls':
      state.paragraph = { ...paragraph, list: value === 0 ? undefined : value }
      break
    case 'ilvl':
      state.paragraph = { ...paragraph, depth: Math.min(8, Math.max(0, value ?? 0)) }
      break
    case 'intbl':
      state.paragraph = { ...paragraph, isInTable: isOn }
      break
  }
}

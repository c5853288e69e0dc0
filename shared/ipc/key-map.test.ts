import { describe, expect, it } from 'vitest'
import { keyMapSchema } from './key-map'

describe('keyMapSchema', () => {
  it.each([['Mod+Shift+Z'], ['F6'], ['Mod++'], ['?'], ['Alt+ArrowDown'], ['Я'], ['Mod+Alt+1']])(
    'takes %s',
    key => {
      expect(keyMapSchema.safeParse({ find: [key] }).success).toBe(true)
    },
  )

  it.each([[''], [' '], ['Shift+Mod+Z'], ['Mod+'], ['Mod+Tab'], ['two'], ['\n'], ['F25']])(
    'refuses %j',
    key => {
      expect(keyMapSchema.safeParse({ find: [key] }).success).toBe(false)
    },
  )

  it('refuses what is no name of a command', () => {
    expect(keyMapSchema.safeParse({ 'Find it': ['F2'] }).success).toBe(false)
    expect(keyMapSchema.safeParse({ find: 'F2' }).success).toBe(false)
  })
})

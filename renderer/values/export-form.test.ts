import { describe, expect, it } from 'vitest'
import { exportWishSchema } from '../../shared/formats/export-wish'
import type { ExportForm, ExportGround } from './export-form'
import { emptyExportForm, wishOf } from './export-form'

const ground: ExportGround = {
  format: {
    name: 'csv',
    label: 'Tables',
    description: '',
    offsetUnit: 'codepoint',
    hasOffsetChoice: true,
    canOmitText: true,
    hasSpreadsheetOption: true,
    canImport: false,
  },
  types: ['claim', 'quote'],
  annotators: ['ada', 'ben'],
  articles: [
    { id: 'one', isDone: true },
    { id: 'two', isDone: false },
  ],
  openArticle: 'two',
}

const wish = (form: Partial<ExportForm>, over: Partial<ExportGround> = {}) =>
  wishOf({ ...emptyExportForm, ...form }, { ...ground, ...over })

describe('the wish of the export dialog', () => {
  it('asks for nothing but the format when nothing was changed', () => {
    expect(wish({}).wish).toEqual({ format: 'csv' })
  })

  it.each([
    ['this', ['two']],
    ['done', ['one']],
    ['chosen', ['one']],
  ] as const)('takes %s articles', (scope, articles) => {
    expect(wish({ scope, articles: new Set(['one', 'gone']) }).wish).toEqual({
      format: 'csv',
      articles,
    })
  })

  it('holds everything that was chosen, in a form main takes', () => {
    const { wish: asked } = wish({
      types: new Set(['quote']),
      annotators: new Set(['ada']),
      offsets: 'utf16',
      withText: false,
      withoutMetadata: new Set(['url']),
      pseudonyms: true,
      spreadsheets: true,
      isSplit: true,
      shares: { train: '70', dev: '', test: '30' },
      seed: '7',
    })
    expect(asked).toEqual({
      format: 'csv',
      types: ['claim'],
      annotators: ['ben'],
      offsets: 'utf16',
      text: false,
      withoutMetadata: ['url'],
      pseudonyms: true,
      spreadsheets: true,
      splits: { train: 70, dev: 0, test: 30, seed: 7 },
    })
    expect(exportWishSchema.safeParse(asked).success).toBe(true)
  })

  it('leaves out what the format has no place for', () => {
    const format = {
      ...ground.format,
      hasOffsetChoice: false,
      canOmitText: false,
      hasSpreadsheetOption: false,
    }
    expect(
      wish({ offsets: 'utf16', withText: false, spreadsheets: true }, { format }).wish,
    ).toEqual({ format: 'csv' })
  })

  it.each([
    [{ scope: 'this' as const }, { openArticle: undefined }],
    [{ scope: 'chosen' as const }, {}],
    [{ types: new Set(['claim', 'quote']) }, {}],
    [{ annotators: new Set(['ada', 'ben']) }, {}],
    [{ isSplit: true, shares: { train: '0', dev: '', test: '0' } }, {}],
    [{ isSplit: true, shares: { train: 'x', dev: '1', test: '1' } }, {}],
    [{ isSplit: true, seed: '1.5' }, {}],
  ])('says what is missing in %j', (form, over) => {
    expect(wish(form, over).fault).toMatch(/\.$/)
  })
})

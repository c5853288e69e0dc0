import type { ExportWish } from '../../shared/formats/export-wish'
import type { OffsetUnit } from '../../shared/formats/format'
import type { ExportFormatInfo } from '../../shared/ipc/export-calls'

/** What the export dialog holds while it is filled in; choices a format has no place for are kept for the next. */
export type ExportForm = {
  readonly format: string
  readonly scope: 'all' | 'this' | 'done' | 'chosen'
  /** Articles ticked under “chosen”. */
  readonly articles: ReadonlySet<string>
  /** Types and annotators that are left out. */
  readonly types: ReadonlySet<string>
  readonly annotators: ReadonlySet<string>
  readonly offsets: OffsetUnit | undefined
  readonly withText: boolean
  readonly withoutMetadata: ReadonlySet<string>
  readonly pseudonyms: boolean
  readonly spreadsheets: boolean
  readonly isSplit: boolean
  /** As they were typed. */
  readonly shares: { readonly train: string; readonly dev: string; readonly test: string }
  readonly seed: string
}

export const emptyExportForm: ExportForm = {
  format: 'jsonl',
  scope: 'all',
  articles: new Set(),
  types: new Set(),
  annotators: new Set(),
  offsets: undefined,
  withText: true,
  withoutMetadata: new Set(),
  pseudonyms: false,
  spreadsheets: false,
  isSplit: false,
  shares: { train: '80', dev: '10', test: '10' },
  seed: '1',
}

/** What the form is filled in over. */
export type ExportGround = {
  readonly format: ExportFormatInfo
  readonly types: readonly string[]
  readonly annotators: readonly string[]
  /** Articles that are not in the bin. */
  readonly articles: readonly { readonly id: string; readonly isDone: boolean }[]
  readonly openArticle: string | undefined
}

/** The wish of a form, or a sentence that says what is still missing. */
export function wishOf(
  form: ExportForm,
  ground: ExportGround,
):
  | { readonly wish: ExportWish; readonly fault?: undefined }
  | { readonly wish?: undefined; readonly fault: string } {
  const articles = articlesOf(form, ground)
  if (articles?.length === 0) return { fault: 'No article is chosen.' }
  const types = ground.types.filter(type => !form.types.has(type))
  if (ground.types.length > 0 && types.length === 0) return { fault: 'No type is chosen.' }
  const annotators = ground.annotators.filter(annotator => !form.annotators.has(annotator))
  if (ground.annotators.length > 0 && annotators.length === 0)
    return { fault: 'No annotator is chosen.' }
  const splits = form.isSplit ? splitOf(form) : undefined
  if (form.isSplit && splits === undefined)
    return {
      fault:
        'The shares are numbers of 0 or more, one of them above 0; the seed is a whole number.',
    }
  const { format } = ground
  return {
    wish: {
      format: format.name,
      ...(articles === undefined ? {} : { articles }),
      ...(types.length === ground.types.length ? {} : { types }),
      ...(annotators.length === ground.annotators.length ? {} : { annotators }),
      ...(format.hasOffsetChoice && form.offsets !== undefined ? { offsets: form.offsets } : {}),
      ...(format.canOmitText && !form.withText ? { text: false } : {}),
      ...(form.withoutMetadata.size === 0 ? {} : { withoutMetadata: [...form.withoutMetadata] }),
      ...(form.pseudonyms ? { pseudonyms: true } : {}),
      ...(format.hasSpreadsheetOption && form.spreadsheets ? { spreadsheets: true } : {}),
      ...(splits === undefined ? {} : { splits }),
    },
  }
}

function articlesOf(
  { scope, articles }: ExportForm,
  { articles: all, openArticle }: ExportGround,
): string[] | undefined {
  switch (scope) {
    case 'all':
      return undefined
    case 'this':
      return openArticle === undefined ? [] : [openArticle]
    case 'done':
      return all.filter(({ isDone }) => isDone).map(({ id }) => id)
    case 'chosen':
      return all.filter(({ id }) => articles.has(id)).map(({ id }) => id)
  }
}

function splitOf({ shares, seed }: ExportForm): ExportWish['splits'] {
  const share = (typed: string): number => (typed.trim() === '' ? 0 : Number(typed))
  const split = {
    train: share(shares.train),
    dev: share(shares.dev),
    test: share(shares.test),
    seed: Number(seed),
  }
  const { train, dev, test } = split
  const isFine =
    [train, dev, test].every(value => Number.isFinite(value) && value >= 0) &&
    train + dev + test > 0 &&
    Number.isSafeInteger(split.seed) &&
    split.seed >= 0
  return isFine ? split : undefined
}

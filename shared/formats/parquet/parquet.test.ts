import fc from 'fast-check'
import { parquetMetadata, parquetReadObjects } from 'hyparquet'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { AttributeValue } from '../../annotation/annotation'
import type { ExportArticle, ExportContext, ExportPiece, Split } from '../format'
import { jsonl } from '../jsonl'
import { goldProject } from '../testing/gold-project'
import type { Files, MemoryProject } from '../testing/memory-project'
import { exportArticles, exportContext, exportFiles, linesOf } from '../testing/memory-project'
import { projectFromTape } from '../testing/project-from-tape'
import { parquet } from './parquet'
import type { TableName } from './tables'

type Read = Record<string, unknown>

const pathOf = (table: TableName, split = 'train'): string =>
  `${table}/${split}-00000-of-00001.parquet`

const bufferOf = (latin1: string): ArrayBuffer =>
  Uint8Array.from(latin1, character => character.charCodeAt(0)).buffer

function joined(parts: readonly Uint8Array[]): ArrayBuffer {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all.buffer
}

/** The rows of a table as another library reads them; none when the export has no such file. */
async function rowsIn(files: Files, table: TableName, split?: string): Promise<Read[]> {
  const content = files.get(pathOf(table, split))
  return content === undefined ? [] : parquetReadObjects({ file: bufferOf(content) })
}

function filesOf(
  context: ExportContext,
  articles: readonly ExportArticle[],
): { readonly files: Files; readonly kinds: readonly string[] } {
  const writer = parquet.start(context)
  const files = new Map<string, string>()
  const kinds: string[] = []
  const take = (pieces: readonly ExportPiece[]): void => {
    for (const { file, text, bytes } of pieces)
      files.set(
        file,
        (files.get(file) ?? '') +
          (text ?? [...bytes].map(byte => String.fromCharCode(byte)).join('')),
      )
  }
  take(writer.begin())
  for (const article of articles) {
    const { pieces, losses } = writer.article(article)
    take(pieces)
    kinds.push(...losses.map(({ kind }) => kind))
  }
  take(writer.end(new Set()))
  return { files, kinds }
}

const gold = (changes: Partial<ExportContext> = {}) => {
  const project = goldProject()
  return {
    context: { ...exportContext(project, 'codepoint'), ...changes },
    articles: exportArticles(project),
  }
}

/** The project as the dataset writes it, whose own round trip is proven elsewhere. */
const datasetLines = (project: MemoryProject, unit: 'codepoint' | 'utf16'): Line[] =>
  linesOf(exportFiles(project, jsonl, unit).get('articles.jsonl') ?? '').map(
    line => JSON.parse(line) as Line,
  )

type Line = {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly annotations: readonly {
    readonly id: string
    readonly external_id?: string
    readonly type: string
    readonly annotator: string
    readonly spans: readonly {
      readonly start: number
      readonly end: number
      readonly text: string
    }[]
    readonly attributes: Readonly<Record<string, AttributeValue>>
    readonly note?: string
    readonly created_at: string
    readonly updated_at: string
    readonly origin: Read
  }[]
  readonly relations: readonly { readonly id: string; readonly from: Read; readonly to: Read }[]
}

/** Attributes put together again from the columns of a row, as somebody would who has the codebook. */
function attributesOf(row: Read, { codebook }: MemoryProject['state']): Read {
  const found: Read = JSON.parse((row['other_attributes'] as string | null) ?? '{}') as Read
  const type = codebook.types.find(({ key }) => key === row['type'])
  for (const { key, kind } of type?.attributes ?? []) {
    const name = `${row['type'] as string}_${key}`.replaceAll('-', '_')
    if (kind === 'number') {
      const [min, max] = [row[`${name}_min`] ?? undefined, row[`${name}_max`] ?? undefined]
      if (min !== undefined || max !== undefined)
        found[key] = { ...(min !== undefined && { min }), ...(max !== undefined && { max }) }
    } else {
      const value = kind === 'source' ? (row[`${name}_id`] ?? row[name]) : row[name]
      if (value !== null && value !== undefined) found[key] = value
    }
  }
  return found
}

describe('the Parquet dataset', () => {
  it('has every annotation of the dataset with its words, attributes, note and origin', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(), { maxLength: 250, size: 'max' }),
        fc.constantFrom('codepoint' as const, 'utf16' as const),
        async (tape, unit) => {
          const project = projectFromTape(tape, { isSound: false })
          const files = exportFiles(project, parquet, unit)
          const spans = await rowsIn(files, 'spans')
          const lines = datasetLines(project, unit)
          const expected = lines.flatMap(line =>
            line.annotations.flatMap(({ spans: own, annotator, external_id, ...rest }) =>
              own.map(span => ({
                article: line.id,
                ...rest,
                annotator_id: annotator,
                external_id: external_id ?? null,
                note: rest.note ?? null,
                span,
              })),
            ),
          )
          expect(
            spans.map(row => ({
              article: row['article_id'],
              id: row['annotation_id'],
              external_id: row['annotation_external_id'],
              type: row['type'],
              annotator_id: row['annotator_id'],
              attributes: attributesOf(row, project.state),
              note: row['note'],
              created_at: row['created_at'],
              updated_at: row['updated_at'],
              origin: {
                by: row['origin'],
                ...(JSON.parse((row['origin_details'] as string | null) ?? '{}') as Read),
              },
              span: { start: row['start'], end: row['end'], text: row['text'] },
            })),
          ).toEqual(expected)
          const articles = await rowsIn(files, 'articles')
          expect(articles.map(row => [row['article_id'], row['title'], row['text']])).toEqual(
            lines.map(({ id, title, text }) => [id, title, text]),
          )
          expect(articles.flatMap(row => row['spans'] as Read[])).toEqual(
            expected.map(({ id, type, annotator_id, span }) => ({
              annotation_id: id,
              type,
              ...span,
              annotator_id,
            })),
          )
          expect(
            (await rowsIn(files, 'relations')).map(row => [
              row['relation_id'],
              row['to_annotation'],
            ]),
          ).toEqual(
            lines.flatMap(line => line.relations.map(({ id, to }) => [id, to['annotation']])),
          )
        },
      ),
    )
  })

  it('places articles, spans and relations in the files of their split', async () => {
    const { context, articles } = gold({ splits: ['train', 'dev', 'test'] })
    const splits: readonly Split[] = ['train', 'dev', 'test']
    const { files } = filesOf(
      context,
      articles.map((article, index) => ({ ...article, split: splits[index] })),
    )
    const idsIn = async (table: TableName, split: string): Promise<number> =>
      (await rowsIn(files, table, split)).length
    expect(await idsIn('articles', 'train')).toBe(1)
    expect(await idsIn('articles', 'validation')).toBe(1)
    expect(await idsIn('articles', 'test')).toBe(1)
    expect(await idsIn('spans', 'train')).toBe(9)
    expect(await idsIn('spans', 'validation')).toBe(2)
    // The blank article has no spans: no file, and nothing in the card that would not load.
    expect(files.has(pathOf('spans', 'test'))).toBe(false)
    const card = parse(files.get('README.md')?.split('---\n')[1] ?? '') as {
      configs: { config_name: string; data_files: { split: string; path: string }[] }[]
    }
    expect(card.configs.find(({ config_name }) => config_name === 'spans')?.data_files).toEqual([
      { split: 'train', path: pathOf('spans') },
      { split: 'validation', path: pathOf('spans', 'validation') },
    ])
  })

  it('refuses an article without a split in a split export', () => {
    const { context, articles } = gold({ splits: ['train', 'test'] })
    expect(() => filesOf(context, articles)).toThrow(RangeError)
  })

  it('leaves the text out when it is asked to, but not the words of the spans', async () => {
    const { context, articles } = gold({ includesText: false })
    const { files } = filesOf(context, articles)
    const [first] = await rowsIn(files, 'articles')
    expect(first?.['text']).toBeNull()
    expect((await rowsIn(files, 'spans'))[0]?.['text']).toBe('“We lost €2.5 million 😡,”')
    expect(files.get('README.md')).toContain('The text of the articles was left out.')
  })

  it('keeps notes and tags of articles, and lists a relation to what is not exported', async () => {
    const { context, articles } = gold()
    const noted = articles.map(article => ({ ...article, note: 'See\nlog', tags: ['sea', ''] }))
    const { files, kinds } = filesOf(context, noted)
    expect((await rowsIn(files, 'articles'))[0]).toMatchObject({
      note: 'See\nlog',
      tags: ['sea', ''],
    })
    expect(kinds).toEqual(['relation-end'])
  })

  it('gives no two columns one name', async () => {
    const { context, articles } = gold()
    const attribute = { key: 'index', label: '', kind: 'text' as const }
    const type = context.codebook.types[0]
    if (type === undefined) throw new RangeError('The codebook has no type')
    const types = [
      { ...type, key: 'span', attributes: [attribute] },
      { ...type, key: 'a-b', attributes: [attribute, { ...attribute, key: 'c-d' }] },
      { ...type, key: 'a', attributes: [{ ...attribute, key: 'b_index' }] },
      { ...type, key: '1', attributes: [{ ...attribute, key: '2' }] },
    ]
    const { files } = filesOf({ ...context, codebook: { ...context.codebook, types } }, articles)
    const names = Object.keys((await rowsIn(files, 'spans'))[0] ?? {})
    expect(names).toEqual(expect.arrayContaining(['span_index', 'span_index_2', 'a_b_c_d', '1_2']))
    expect(names).toEqual(expect.arrayContaining(['a_b_index', 'a_b_index_2']))
    expect(new Set(names).size).toBe(names.length)
    const head = files.get('README.md')?.split('---\n')[1] ?? ''
    expect(parse(head, { version: '1.1' })).toEqual(parse(head))
  })

  it('writes a card for a project without articles and with any name', () => {
    const projectName = '# "Ferry": *late*\u2028\n- x'
    const { context } = gold({ projectName, sources: new Map() })
    const { files } = filesOf(context, [])
    const [, head = '', body = ''] =
      /^---\n([^]*?)\n---\n([^]*)$/.exec(files.get('README.md') ?? '') ?? []
    expect(parse(head)).toEqual({
      pretty_name: projectName,
      task_categories: ['token-classification'],
    })
    expect(body).toContain('# \\# "Ferry": \\*late\\* - x\n')
    expect([...files.keys()]).toEqual(['codebook.json', 'README.md'])
  })

  it('says in each file what its offsets count and what the datasets library finds in it', () => {
    const { context, articles } = gold({ offsetUnit: 'utf16' })
    const { files } = filesOf(context, articles)
    const card = parse(files.get('README.md')?.split('---\n')[1] ?? '') as {
      dataset_info: { config_name: TableName; features: { name: string }[] }[]
    }
    expect(card.dataset_info).toHaveLength(4)
    for (const { config_name, features } of card.dataset_info) {
      const { key_value_metadata = [] } = parquetMetadata(
        bufferOf(files.get(pathOf(config_name)) ?? ''),
      )
      const pairs = new Map(key_value_metadata.map(({ key, value }) => [key, value]))
      expect(pairs.get('offset_unit')).toBe('utf16')
      const { info } = JSON.parse(pairs.get('huggingface') ?? '') as {
        info: { features: Record<string, unknown> }
      }
      expect(Object.keys(info.features)).toEqual(features.map(({ name }) => name))
    }
  })

  it('writes row groups as they fill, and all of them are read back', async () => {
    const { context, articles } = gold()
    const [long] = articles
    if (long === undefined) throw new RangeError('No article')
    const writer = parquet.start(context)
    const parts: Uint8Array[] = []
    const take = (pieces: readonly ExportPiece[]): void => {
      for (const { file, bytes } of pieces)
        if (file === pathOf('articles') && bytes !== undefined) parts.push(bytes)
    }
    const texts = Array.from(
      { length: 60 },
      (_, index) => `${long.text}${index}${' word'.repeat(40_000)}`,
    )
    for (const text of texts) take(writer.article({ ...long, text }).pieces)
    const before = parts.length
    take(writer.end(new Set()))
    expect(before).toBeGreaterThan(1)
    const file = joined(parts)
    expect(parquetMetadata(file).row_groups.length).toBe(before + 1)
    const rows = await parquetReadObjects({ file, columns: ['text'] })
    expect(rows.map(({ text }) => text as string)).toEqual(texts)
  })
})

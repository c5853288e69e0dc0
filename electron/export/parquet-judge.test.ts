import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { DuckDBConnection } from '@duckdb/node-api'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/*
 * The judge of the Parquet dataset: DuckDB, an engine of its own in C++, reads the committed files. What it must
 * find is taken from the committed dataset of the same project, which Python judges.
 */

const golden = path.join(
  path.dirname(fileURLToPath(import.meta.url)),
  '../../shared/formats/golden',
)
let folder: string
let duck: DuckDBConnection

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'assay-duckdb-'))
  duck = await (await DuckDBInstance.create(':memory:')).connect()
})
afterAll(() => {
  duck.closeSync()
  fs.rmSync(folder, { recursive: true, force: true })
})

type Read = Record<string, unknown>

async function ask(query: string): Promise<Read[]> {
  return (await duck.runAndReadAll(query)).getRowObjectsJson()
}

/** A table of an export as DuckDB names it. */
const table = (where: string, name: string): string => `'${where}/${name}/*.parquet'`

const isCovered = `substring(a.text, s.start + 1, s."end" - s.start) = s.text`

/** Every span whose words do not stand where it says, as a reader that counts code points finds them. */
async function spansElsewhere(where: string): Promise<Read[]> {
  return ask(
    `select s.annotation_id, s.text from ${table(where, 'spans')} s
     join ${table(where, 'articles')} a using (article_id) where not (${isCovered})`,
  )
}

type Line = {
  readonly annotations: readonly {
    readonly id: string
    readonly type: string
    readonly spans: readonly { readonly text: string }[]
    readonly attributes: Readonly<
      Record<string, string | { readonly min?: string; readonly max?: string }>
    >
    readonly note?: string
  }[]
}

/** Annotations of the committed dataset, one for each span as the table has them. */
function expectedSpans(): Read[] {
  const names = new Map(
    (
      JSON.parse(fs.readFileSync(path.join(golden, 'jsonl-codepoint/sources.json'), 'utf8')) as {
        id: string
        name: string
      }[]
    ).map(({ id, name }) => [id, name]),
  )
  return fs
    .readFileSync(path.join(golden, 'jsonl-codepoint/articles.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .flatMap(line => (JSON.parse(line) as Line).annotations)
    .flatMap(({ id, type, spans, attributes, note }) => {
      const { speaker, value } = attributes
      return spans.map(({ text }) => ({
        annotation_id: id,
        type,
        text,
        speaker: typeof speaker === 'string' ? names.get(speaker) : null,
        least: typeof value === 'object' ? (value.min ?? null) : null,
        most: typeof value === 'object' ? (value.max ?? null) : null,
        cue: attributes['cue'] ?? null,
        as_of: attributes['as-of'] ?? null,
        note: note ?? null,
      }))
    })
}

describe('DuckDB, reading the Parquet dataset', () => {
  it('finds the words of every span where it says, in the table and in the nested list', async () => {
    const where = path.join(golden, 'parquet-codepoint')
    expect(await spansElsewhere(where)).toEqual([])
    expect(
      await ask(
        `select count(*)::int as spans from
         (select unnest(spans) s, text from ${table(where, 'articles')}) a where ${isCovered}`,
      ),
    ).toEqual([{ spans: expectedSpans().length }])
  })

  it.each(['parquet-codepoint', 'parquet-utf16'])(
    'finds the annotations with their attributes in %s',
    async name => {
      expect(
        await ask(
          `select annotation_id, type, text, quote_speaker as speaker, figure_value_min as least,
           figure_value_max as most, quote_cue as cue, figure_as_of as as_of, note
           from ${table(path.join(golden, name), 'spans')}`,
        ),
      ).toEqual(expectedSpans())
    },
  )

  it('joins relations and sources to what they are about', async () => {
    const where = path.join(golden, 'parquet-codepoint')
    expect(
      await ask(
        `select r.type, f.text as words, t.text as other from ${table(where, 'relations')} r
         join ${table(where, 'spans')} f on f.annotation_id = r.from_annotation
         join ${table(where, 'spans')} t on t.annotation_id = r.to_annotation order by relation_id`,
      ),
    ).toEqual([
      { type: 'part-of', words: '€2.5 million', other: 'We lost €2.5 million 😡' },
      { type: 'contradicts', words: 'Some 40 to 45 people', other: 'At most 52' },
      { type: 'updates', words: 'At most 52', other: 'Some 40 to 45 people' },
    ])
    expect(
      await ask(
        `select distinct name, aliases from ${table(where, 'sources')} join ${table(where, 'spans')} s
         on quote_speaker_id = source_id order by name`,
      ),
    ).toEqual([
      { name: 'Harbour office', aliases: [] },
      { name: 'Rene\u0301e Okafor', aliases: ['Renée Okafor', 'R. O.'] },
    ])
  })

  it('is loaded by the lines that its documentation gives', async () => {
    const page = fs.readFileSync(path.join(golden, '../../../docs/formats/parquet.md'), 'utf8')
    const query = /```sql\n([^`]+)```/.exec(page)?.[1] ?? ''
    const inFolder = query.replaceAll(
      "'spans/",
      `'${path.join(golden, 'parquet-codepoint')}/spans/`,
    )
    expect(inFolder).not.toBe(query)
    expect(await ask(inFolder)).toEqual([
      { quote_speaker: 'Harbour office', quotes: '1' },
      { quote_speaker: 'Rene\u0301e Okafor', quotes: '1' },
    ])
  })

  it('refuses offsets that count another unit', async () => {
    const elsewhere = await spansElsewhere(path.join(golden, 'parquet-utf16'))
    expect(elsewhere.map(({ text }) => text)).toContain('“and it was a lie.”')
  })

  it('refuses a file that lost its end, and one with a changed byte', async () => {
    const file = path.join(golden, 'parquet-codepoint/spans/train-00000-of-00001.parquet')
    const bytes = fs.readFileSync(file)
    const judged = async (content: Buffer): Promise<unknown> => {
      fs.mkdirSync(path.join(folder, 'spans'), { recursive: true })
      fs.writeFileSync(path.join(folder, 'spans/x.parquet'), content)
      return ask(`select * from ${table(folder, 'spans')}`)
    }
    await expect(judged(bytes)).resolves.toHaveLength(11)
    await expect(judged(bytes.subarray(0, -40))).rejects.toThrow(/magic bytes|Parquet/i)
    const changed = Buffer.from(bytes)
    changed.write('XXXX', changed.indexOf('PAR1') + 4, 'latin1')
    await expect(judged(changed)).rejects.toThrow()
  })
})

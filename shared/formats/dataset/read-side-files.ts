import { codebookSchema } from '../../codebook/codebook'
import type { Codebook } from '../../codebook/codebook'
import { repeatedKeys } from '../../codebook/codebook'
import { nestsTooDeep } from '../../article/blocks'
import type { DatasetAnnotator, DatasetSource } from './dataset-line'
import type { ImportItem } from './import-item'
import { foreignIdOf, isObject, objectsOf, textOf } from './loose-value'

/** What stands beside `articles.jsonl`; a lone file has none of it. */
export type DatasetSide = {
  readonly codebook?: Codebook | undefined
  readonly annotators: readonly DatasetAnnotator[]
  readonly sources: readonly DatasetSource[]
  readonly items: readonly ImportItem[]
}

/** The texts of the files beside `articles.jsonl`; a file that is not there is absent. */
export type SideFiles = {
  readonly codebook?: string | undefined
  readonly annotators?: string | undefined
  readonly sources?: string | undefined
}

/** Read what stands beside the articles. A file that cannot be used is as good as absent, and listed. */
export function readDatasetSide(files: SideFiles): DatasetSide {
  const items: ImportItem[] = []
  const note = (message: string): void => {
    items.push({ kind: 'remark', message })
  }
  return {
    codebook: readCodebook(files.codebook, note),
    annotators: readAnnotators(parsedFile('annotators.json', files.annotators, note), note),
    sources: readSources(parsedFile('sources.json', files.sources, note), note),
    items,
  }
}

type Note = (message: string) => void

function parsedFile(name: string, json: string | undefined, note: Note): unknown {
  if (json === undefined) return undefined
  try {
    const value: unknown = JSON.parse(json)
    if (!nestsTooDeep(value)) return value
    note(`${name} nests deeper than any dataset does and was not used.`)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    note(`${name} is not JSON and was not used.`)
  }
  return undefined
}

function readCodebook(json: string | undefined, note: Note): Codebook | undefined {
  const value = parsedFile('codebook.json', json, note)
  if (value === undefined) return undefined
  const read = codebookSchema.safeParse(value)
  if (read.success && repeatedKeys(read.data).length === 0) return read.data
  note(
    'codebook.json is not a codebook of Assay and was not used; types are made from the annotations.',
  )
  return undefined
}

function readAnnotators(value: unknown, note: Note): DatasetAnnotator[] {
  return listed('annotators.json', value, note).flatMap(given => {
    const id = foreignIdOf(given['id'])
    if (id === undefined) {
      note('An annotator without an id was left out of annotators.json.')
      return []
    }
    return [{ id, externalId: textOf(given['external_id']), name: nameOf(given['name']) ?? id }]
  })
}

/** Sources as they stand in `sources.json` and on every line. One without an id is listed and left out. */
export function readSources(value: unknown, note: Note): DatasetSource[] {
  return listed('sources', value, note).flatMap(given => {
    const id = foreignIdOf(given['id'])
    if (id === undefined) {
      note('A source without an id was left out.')
      return []
    }
    const kinds = ['person', 'organisation', 'group'] as const
    const aliases = Array.isArray(given['aliases']) ? given['aliases'] : []
    return [
      {
        id,
        externalId: textOf(given['external_id']),
        name: nameOf(given['name']) ?? id,
        kind: kinds.find(kind => kind === given['kind']) ?? 'unknown',
        aliases: aliases.map(textOf).filter(alias => alias !== undefined),
      },
    ]
  })
}

function nameOf(value: unknown): string | undefined {
  const name = textOf(value)
  return name === '' ? undefined : name
}

function listed(name: string, value: unknown, note: Note) {
  const list = objectsOf(value)
  if (list === undefined || list.others > 0)
    note(`Part of ${name} is no list of objects and was left out.`)
  return (list?.objects ?? []).filter(isObject)
}

import { documentFromText } from '../../article/plain-text'
import { titleFromText } from '../../article/text-title'
import type { DatasetAnnotator } from '../dataset/dataset-line'
import type { ImportItem } from '../dataset/import-item'
import type { LooseObject } from '../dataset/loose-value'
import { foreignIdOf, isObject } from '../dataset/loose-value'
import { parsedJson } from '../json-text'
import type { FoundArticle, ImportFolder, ReadFormat } from '../read-format'
import { baseName, textsOf } from '../read-side'
import type { GivenLine } from './lines-by-article'
import { articleKey, linesByArticle } from './lines-by-article'
import { metadataOf, readDoccanoLine, unitOf } from './read-doccano-line'

/** Our own export, or what doccano gives as JSONL: one file for each annotator, or one for all. */
export function readDoccano(folder: ImportFolder): ReturnType<ReadFormat> {
  const files = folder.names.filter(name => /\.jsonl$/i.test(name))
  // An export of ours without articles has only the types.
  if (files.length === 0 && textsOf(folder, 'span-types.json').length === 0)
    return { refused: 'there is no .jsonl file. Export as JSONL from doccano and unpack it.' }
  return {
    found: {
      side: { annotators: annotatorsOf(folder, files), sources: [], items: [] },
      articles: articlesOf(folder, files),
    },
  }
}

/** Names of annotators stand on every line of an export of ours, beside the id. */
function annotatorsOf(folder: ImportFolder, files: readonly string[]): DatasetAnnotator[] {
  const names = new Map<string, string>()
  for (const file of files)
    for (const line of folder.lines(file)) {
      const value = line === undefined ? undefined : parsedJson(line)
      if (!isObject(value)) continue
      const id = foreignIdOf(value['annotator_id'])
      const name = foreignIdOf(value['annotator'])
      if (id !== undefined && name !== undefined) names.set(id, name)
    }
  return [...names].map(([id, name]) => ({ id, name }))
}

function* articlesOf(folder: ImportFolder, files: readonly string[]): Generator<FoundArticle> {
  let number = 0
  for (const found of linesByArticle(folder, files)) {
    number += 1
    if (!('length' in found)) {
      const message = `Line ${found.number} of ${found.file} is no JSON object, so it was left out.`
      yield { items: [{ kind: 'refused', line: found.number, message }] }
      continue
    }
    for (const article of articlesIn(found))
      yield article.line === undefined ? article : { ...article, number }
  }
}

/** One article for each text: the same number in files of two projects is not the same article. */
function* articlesIn(lines: readonly GivenLine[]): Generator<FoundArticle> {
  const byText = new Map<unknown, GivenLine[]>()
  for (const line of lines) {
    const { text = line.value['data'], ...rest } = line.value
    const key = JSON.stringify([text, unitOf(rest).unit])
    byText.set(key, [...(byText.get(key) ?? []), line])
  }
  let count = 0
  for (const group of byText.values()) {
    count += 1
    yield articleOf(group, count)
  }
}

function articleOf(lines: readonly GivenLine[], count: number): FoundArticle {
  const [first] = lines
  if (first === undefined) return { items: [] }
  const { value, file, number } = first
  const text = value['text'] ?? value['data']
  const id = `${articleId(first)}${count === 1 ? '' : ` (${baseName(file)})`}`
  if (typeof text !== 'string') {
    const message = `Line ${number} of ${file} has no text, so it was left out.`
    return { items: [{ kind: 'refused', line: number, article: id, message }] }
  }
  const read = lines.map(line => readDoccanoLine(line, text))
  const title = value['title']
  const external = foreignIdOf(value['external_id'])
  return {
    line: {
      id,
      external_id: external,
      title:
        typeof title === 'string' ? title : titleFromText(documentFromText(text), '').value || id,
      text,
      offset_unit: unitOf(value).unit,
      metadata: metadataOf(value),
      status: Object.assign({}, ...read.map(({ status }) => status)) as LooseObject,
      annotations: read.flatMap(({ annotations }) => annotations),
      relations: read.flatMap(({ relations }) => relations),
    },
    items: read.flatMap(({ items }) => items).map((item): ImportItem => ({ ...item, article: id })),
  }
}

function articleId({ value, file, number }: GivenLine): string {
  const own = foreignIdOf(value['article_id'])
  if (own !== undefined) return own
  const id = foreignIdOf(value['id'])
  if (id !== undefined) return `doccano ${id}`
  const key = articleKey(value)
  return key.length < 60 ? key : `${baseName(file)} line ${number}`
}

import { documentFromText } from '../../article/plain-text'
import { titleFromText } from '../../article/text-title'
import type { ImportItem } from '../dataset/import-item'
import type { LooseObject } from '../dataset/loose-value'
import { foreignIdOf, isObject, objectsOf } from '../dataset/loose-value'
import type { DatasetSide } from '../dataset/read-side-files'
import { jsonElements } from '../json-elements'
import { parsedJson } from '../json-text'
import { offsetReader } from '../offset-units'
import type { FoundArticle, ImportFolder, ReadFormat } from '../read-format'
import { baseName, isSideFile, sideOf, textsOf } from '../read-side'
import { readRegions, resultsOf } from './read-regions'
import type { Work } from './read-work'
import { readWork } from './read-work'
import { readTaskData } from './task-data'

/** Our own export, or what Label Studio gives under Export, JSON: every `.json` file of the folder. */
export function readLabelStudio(folder: ImportFolder): ReturnType<ReadFormat> {
  const files = folder.names.filter(
    name => name.toLowerCase().endsWith('.json') && !isSideFile(name),
  )
  if (files.length === 0)
    return { refused: 'there is no .json file with tasks. Export as “JSON” from Label Studio.' }
  const [first] = tasksOf(folder, files)
  if (first !== undefined && !(isObject(first.value) && isObject(first.value['data'])))
    return {
      refused: `${first.file} has no tasks with “data”. Export as “JSON” from Label Studio, not as “JSON-MIN” or another format.`,
    }
  const side = sideOf(folder)
  return { found: { side, articles: articlesOf(folder, files, side) } }
}

type GivenTask = { readonly file: string; readonly number: number; readonly value: unknown }

function* tasksOf(folder: ImportFolder, files: readonly string[]): Generator<GivenTask> {
  for (const file of files) {
    let number = 0
    for (const json of jsonElements(folder.lines(file))) {
      number += 1
      yield { file, number, value: json === undefined ? undefined : parsedJson(json) }
    }
  }
}

function* articlesOf(
  folder: ImportFolder,
  files: readonly string[],
  side: DatasetSide,
): Generator<FoundArticle> {
  const people = peopleOf(folder)
  let number = 0
  for (const task of tasksOf(folder, files)) {
    number += 1
    const { value } = task
    if (!isObject(value) || !isObject(value['data'])) {
      const message = `Task ${task.number} of ${task.file} is damaged or cut off, so it was left out.`
      yield { items: [{ kind: 'refused', line: number, message }] }
      continue
    }
    const found = articleOf(task, value, value['data'], side, people)
    yield found.line === undefined ? found : { ...found, number }
  }
}

/** Whose a number or a model’s name is, in an export of ours. */
type People = ReadonlyMap<unknown, string>

function peopleOf(folder: ImportFolder): People {
  const listed = textsOf(folder, 'annotators.json')
    .map(parsedJson)
    .flatMap(list => objectsOf(list)?.objects ?? [])
  return new Map(
    listed.flatMap(({ id, completed_by: number, model_version: model }) => {
      const name = foreignIdOf(id)
      return name === undefined ? [] : [[number, name] as const, [model, name] as const]
    }),
  )
}

function articleOf(
  { file, number }: GivenTask,
  task: LooseObject,
  data: LooseObject,
  side: DatasetSide,
  people: People,
): FoundArticle {
  const items: ImportItem[] = []
  const works = worksOf(task, people, items)
  const key = textKeyOf(data, works)
  const said = readTaskData(data, key ?? '')
  const id = said.id ?? taskName(task, file, number)
  const text = key === undefined ? undefined : data[key]
  if (typeof text !== 'string')
    return {
      items: [
        {
          kind: 'refused',
          article: id,
          words: works.flatMap(wordsOf),
          message: `Task ${number} of ${baseName(file)} has no text in its data, so it was left out.`,
        },
      ],
    }
  const reading = { slice: sliceOf(text), sources: side.sources, taken: new Set<string>() }
  const read = works.map(work => readWork(work, reading))
  const wordless = read.reduce((sum, { wordless: count }) => sum + count, 0)
  if (wordless > 0)
    items.push({
      kind: 'remark',
      message: `${wordless} regions have no words beside their places; they were taken to be where they point.`,
    })
  return {
    line: {
      id,
      external_id: said.externalId,
      title: said.title ?? (titleFromText(documentFromText(text), '').value || id),
      text,
      offset_unit: 'codepoint',
      metadata: said.metadata,
      status: said.status ?? Object.fromEntries(works.flatMap(doneBy)),
      annotations: read.flatMap(({ annotations }) => annotations),
      relations: read.flatMap(({ relations }) => relations),
      sources: read.flatMap(({ sources }) => sources),
    },
    items: [...items, ...read.flatMap(part => part.items)].map(item => ({ article: id, ...item })),
  }
}

/** Annotations that were not cancelled; predictions only where there are none, because annotations begin as their copies. */
function worksOf(task: LooseObject, people: People, items: ImportItem[]): Work[] {
  const annotations = objectsOf(task['annotations'])?.objects ?? []
  const cancelled = annotations.filter(value => value['was_cancelled'] === true)
  const valid = annotations.filter(value => value['was_cancelled'] !== true)
  const predictions = objectsOf(task['predictions'])?.objects ?? []
  const drafts = objectsOf(task['drafts'])?.objects ?? []
  for (const value of cancelled) {
    const annotator = annotatorOf(value, people)
    items.push({
      kind: 'refused',
      words: wordsOf({ annotator, value, origin: {} }),
      message: `${annotator} skipped this task, so what they marked in it was left out.`,
    })
  }
  if (drafts.length > 0)
    items.push({
      kind: 'refused',
      words: drafts.flatMap(value => wordsOf({ annotator: '', value, origin: {} })),
      message: 'Drafts that were never submitted were left out.',
    })
  if (valid.length > 0) {
    if (predictions.length > 0)
      items.push({
        kind: 'remark',
        message: `Predictions were left out (${predictions.length}), because the task has annotations.`,
      })
    return valid.map(value => ({
      annotator: annotatorOf(value, people),
      value,
      origin: { by: 'import', from: 'Label Studio' },
    }))
  }
  return predictions.map(value => {
    const model = foreignIdOf(value['model_version']) ?? 'Label Studio'
    const annotator = people.get(model) ?? model
    return { annotator, value, origin: { by: 'suggestion', from: model } }
  })
}

function annotatorOf({ completed_by: by }: LooseObject, people: People): string {
  if (isObject(by)) {
    const email = foreignIdOf(by['email'])
    return email ?? people.get(by['id']) ?? userName(by['id'])
  }
  return people.get(by) ?? userName(by)
}

function userName(id: unknown): string {
  return `Label Studio user ${foreignIdOf(id) ?? 'unknown'}`
}

/** Other programs’ annotations are submitted, which is to say done. */
function doneBy({ annotator, origin }: Work): (readonly [string, 'done'])[] {
  return origin['by'] === 'import' ? [[annotator, 'done']] : []
}

function taskName(task: LooseObject, file: string, number: number): string {
  const id = foreignIdOf(task['id'])
  if (id === undefined) return `${baseName(file)} task ${number}`
  const project = foreignIdOf(task['project'])
  return `Label Studio ${project === undefined ? '' : `project ${project} `}task ${id}`
}

function wordsOf({ value }: Work): string[] {
  return readRegions(resultsOf(value)).regions.flatMap(({ words }) => words ?? [])
}

/** The key of the text: the one in which the regions’ words stand where they point; else `text`, else the longest. */
function textKeyOf(data: LooseObject, works: readonly Work[]): string | undefined {
  const texts = Object.entries(data)
    .filter((entry): entry is [string, string] => typeof entry[1] === 'string')
    .sort(([a, first], [b, second]) =>
      a === 'text' ? -1 : b === 'text' ? 1 : second.length - first.length,
    )
  if (texts.length < 2) return texts[0]?.[0]
  const regions = works
    .flatMap(({ value }) => readRegions(resultsOf(value)).regions)
    .filter(({ words }) => words !== undefined)
    .slice(0, 20)
  const fitting = texts.find(([, text]) => {
    const slice = sliceOf(text)
    return regions.every(({ start, end, words }) => slice(start, end) === words)
  })
  return (fitting ?? texts[0])?.[0]
}

function sliceOf(text: string): (start: number, end: number) => string | undefined {
  const toUtf16 = offsetReader(text, 'codepoint')
  return (start, end) => {
    const [from, to] = [toUtf16(start), toUtf16(end)]
    return from === undefined || to === undefined ? undefined : text.slice(from, to)
  }
}

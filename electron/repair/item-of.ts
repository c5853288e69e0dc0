import { pathOfFile, schemaOfFile } from '../store/project-files'
import { readSnapshot } from '../store/snapshot'

const idPattern = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/

type Item = {
  readonly id: string
  readonly quote?: readonly { readonly exact: string }[]
}

/** The annotation or relation that a problem of an annotation file speaks of, as it stands there. */
export function itemOf(projectFolder: string, file: string, problem: string): unknown {
  const [id] = idPattern.exec(problem) ?? []
  return id === undefined ? undefined : itemsIn(projectFolder, file).get(id)
}

const longestWords = 120

/**
 * Says the words of the annotation that a problem speaks of; `undefined` when it speaks of none that can
 * be read. Keeps the file it read last, because problems come file by file.
 */
export function wordsOfItems(
  projectFolder: string,
): (problem: { readonly file: string; readonly problem: string }) => string | undefined {
  let last: { readonly file: string; readonly items: ReadonlyMap<string, Item> } | undefined
  return ({ file, problem }) => {
    const [id] = idPattern.exec(problem) ?? []
    if (id === undefined) return undefined
    if (last?.file !== file) last = { file, items: itemsIn(projectFolder, file) }
    const quote = last.items.get(id)?.quote
    if (quote === undefined) return undefined
    const words = quote.map(({ exact }) => exact).join(' … ')
    const line = words.replace(/\s+/g, ' ')
    return line.length <= longestWords ? line : `${line.slice(0, longestWords).toWellFormed()}…`
  }
}

function itemsIn(projectFolder: string, file: string): ReadonlyMap<string, Item> {
  const schema = schemaOfFile(file)
  if (schema === undefined || !file.startsWith('annotations/')) return new Map()
  const reading = readSnapshot(pathOfFile(projectFolder, file), schema)
  if (!('snapshot' in reading)) return new Map()
  const { annotations = [], relations = [] } = reading.snapshot.content as {
    readonly annotations?: readonly Item[]
    readonly relations?: readonly Item[]
  }
  // The first of two with one id is the one that is shown.
  return new Map([...annotations, ...relations].reverse().map(item => [item.id, item]))
}

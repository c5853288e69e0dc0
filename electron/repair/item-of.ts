import { pathOfFile, schemaOfFile } from '../store/project-files'
import { readSnapshot } from '../store/snapshot'

const idPattern = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/

/** The annotation or relation that a problem of an annotation file speaks of, as it stands there. */
export function itemOf(projectFolder: string, file: string, problem: string): unknown {
  const [id] = idPattern.exec(problem) ?? []
  const schema = schemaOfFile(file)
  if (id === undefined || schema === undefined || !file.startsWith('annotations/')) return undefined
  const reading = readSnapshot(pathOfFile(projectFolder, file), schema)
  if (!('snapshot' in reading)) return undefined
  const { annotations = [], relations = [] } = reading.snapshot.content as {
    readonly annotations?: readonly { readonly id: string }[]
    readonly relations?: readonly { readonly id: string }[]
  }
  return [...annotations, ...relations].find(item => item.id === id)
}

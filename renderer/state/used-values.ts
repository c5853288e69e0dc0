import { readJson } from '../workbench-api'
import { store } from './store'

/** The values annotations of `type` have for `attribute` anywhere in the project, the most used first. */
export async function readUsedValues(type: string, attribute: string): Promise<readonly string[]> {
  const { opened } = store.getState()
  if (opened === undefined) return []
  const read = await readJson(opened.project, { kind: 'used-values', type, attribute })
  // Only a help for typing: without it the field works as before.
  return read.ok ? read.value.map(({ value }) => value) : []
}

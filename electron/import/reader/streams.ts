import { importFormats } from '../../../shared/formats/formats'
import type { Failure, Result } from '../../../shared/outcome/result'
import { fail } from '../../../shared/outcome/result'
import { readDataset } from '../dataset/read-dataset'
import { openTable, tableRows } from '../table/open-table'
import type { Notice, StreamPart, StreamRequest } from './stream-request'

/** The parts that are asked for; what ended them before their end is returned. */
export function* readStream(
  request: StreamRequest,
  at: Notice,
): Generator<StreamPart, Failure | undefined, undefined> {
  switch (request.kind) {
    case 'table': {
      const head = openTable(request, at)
      if (!head.ok) return head.error
      yield { value: head.value }
      return undefined
    }
    case 'rows': {
      const rows = tableRows(request, at)
      for (;;) {
        const next = rows.next()
        if (next.done === true) return failureOf(next.value)
        const { name, bytes } = next.value
        yield { value: name, bytes }
      }
    }
    case 'dataset': {
      const format = importFormats.find(({ name }) => name === request.format)
      if (format === undefined)
        return fail('unknown-format', `The format “${request.format}” cannot be imported.`).error
      return yield* readDataset(request.given, format, at)
    }
  }
}

function failureOf(result: Result<object>): Failure | undefined {
  return result.ok ? undefined : result.error
}

import { importFormats } from '../../../shared/formats/formats'
import type { Failure, Result } from '../../../shared/outcome/result'
import { fail } from '../../../shared/outcome/result'
import { readOwnFile } from '../../store/read-regular-file'
import { readDataset } from '../dataset/read-dataset'
import { encodingChoices } from '../encoding-choices'
import { largestArticleBytes } from '../read-article'
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
    case 'encodings': {
      const bytes = readOwnFile(request.file, largestArticleBytes)
      yield { value: encodingChoices(bytes, request.current) }
      return undefined
    }
    case 'dataset': {
      const format = importFormats.find(({ name }) => name === request.format)
      if (format === undefined)
        return fail('unknown-format', `The format “${request.format}” cannot be imported.`).error
      return yield* readDataset(request.given, format, at, request.again)
    }
  }
}

function failureOf(result: Result<object>): Failure | undefined {
  return result.ok ? undefined : result.error
}

import type { Result } from '../../../shared/outcome/result'
import type { HowToRead, ReadArticle } from '../read-article'
import { readArticle } from '../read-article'
import { readRow } from '../table/read-row'
import type { ArticleReader } from './article-reader'
import { readStream } from './streams'

/** The article in a file, or in a row of a table when its columns are given. */
export async function readWhole(
  bytes: Uint8Array,
  name: string,
  how: HowToRead = {},
): Promise<Result<ReadArticle>> {
  return how.columns === undefined
    ? await readArticle(bytes, name, how)
    : readRow(bytes, name, how.columns, how.fields)
}

/** Reads in this process: for files that are our own, and for tests. */
export const readHere: ArticleReader = {
  read: readWhole,
  // eslint-disable-next-line @typescript-eslint/require-await -- as one that waits for a process
  stream: async function* (request) {
    return yield* readStream(request, () => undefined)
  },
  width: 1,
  stop: () => undefined,
}

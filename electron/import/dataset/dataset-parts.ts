import type { ImportableFormat } from '../../../shared/formats/formats'
import type { FoundArticle } from '../../../shared/formats/read-format'
import type { Failure } from '../../../shared/outcome/result'
import type { ArticleReader } from '../reader/article-reader'
import type { ReadAgain, StreamEnd, StreamPart } from '../reader/stream-request'

/** Articles of one dataset that may kill their reader before the import stops: each costs its time limit. */
const mostDeaths = 10

/**
 * The parts of a dataset: what stands beside its articles, then each article. An article that kills its
 * reader (by time, by memory, or by breaking it) is given as refused, with the reason, and a new process
 * goes on after it. Ends with why, when that does not help.
 */
export async function* datasetParts(
  { stream }: Pick<ArticleReader, 'stream'>,
  given: string,
  format: ImportableFormat['name'],
): AsyncGenerator<StreamPart, Failure | undefined, undefined> {
  let after = 0
  let again: ReadAgain | undefined
  for (;;) {
    const parts = stream({
      kind: 'dataset',
      given,
      format,
      ...(again === undefined ? {} : { again }),
    })
    let isSide = true
    let end: StreamEnd | undefined
    try {
      for (;;) {
        const next = await parts.next()
        if (next.done === true) {
          end = next.value
          break
        }
        if (!isSide) after += 1
        if (!isSide || again === undefined) yield next.value
        isSide = false
      }
    } finally {
      await parts.return(undefined)
    }
    if (end?.diedAt === undefined) return end
    const without = again?.without ?? []
    const place = end.diedAt
    if (isSide || place === '' || without.includes(place) || without.length >= mostDeaths)
      return end
    // The place is only certain once every place is told.
    if (again === undefined) again = { after, without }
    else {
      const refused: FoundArticle = { items: [{ kind: 'refused', message: end.message }] }
      yield { value: refused }
      again = { after, without: [...without, place] }
    }
  }
}

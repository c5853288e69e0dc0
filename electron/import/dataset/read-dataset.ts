import path from 'node:path'
import { nestsTooDeep } from '../../../shared/article/blocks'
import type { ImportableFormat } from '../../../shared/formats/formats'
import type { FoundArticle, ImportFolder } from '../../../shared/formats/read-format'
import type { Failure } from '../../../shared/outcome/result'
import { fail } from '../../../shared/outcome/result'
import { explainFileError } from '../../store/explain-error'
import { openImportFolder } from '../open-import-folder'
import { LineTooLong } from '../read-lines'
import type { Notice, ReadAgain, StreamPart } from '../reader/stream-request'
import { RefusedFile } from '../refused-file'

/** A line longer than this, in characters, may take its time. */
const largeLine = 64 * 1024

/**
 * An annotated dataset as a stream: the side files' content, then each article as the format has it, before
 * anything is checked against the project. When it is read again, what came before is not given again, and
 * the places that its reader died of are passed over.
 */
export function* readDataset(
  given: string,
  format: ImportableFormat,
  at: Notice,
  again?: ReadAgain,
): Generator<StreamPart, Failure | undefined, undefined> {
  const what = `The dataset “${path.basename(given)}” was not imported`
  try {
    const { found, refused } = format.read(noticing(openImportFolder(given), at, again))
    if (found === undefined) return fail('refused', `${what}: ${refused}`).error
    yield { value: found.side }
    let number = 0
    for (const article of found.articles) {
      number += 1
      if (number > (again?.after ?? 0)) yield { value: flat(article, number) }
    }
    return undefined
  } catch (error) {
    if (error instanceof RefusedFile)
      return fail('refused', `${what}: ${error.message}. Unpack it and import the folder.`).error
    if (error instanceof LineTooLong)
      return fail('too-large', `${what}: ${error.message}. Split the file and import the parts.`)
        .error
    return explainFileError(error, what).error
  }
}

/** An article nested deeper than any is refused here: as JSON it could not even be written. */
function flat(article: FoundArticle, number: number): FoundArticle {
  if (!nestsTooDeep(article.line)) return article
  const line = article.number ?? number
  const message = `Line ${line} is not an article of a dataset, so it was left out: it nests deeper than any dataset does.`
  return { items: [{ kind: 'refused', line, message }] }
}

/** The folder, saying which file and which line is looked into, and without those that a reader died of. */
function noticing(folder: ImportFolder, at: Notice, again: ReadAgain | undefined): ImportFolder {
  const without = new Set(again?.without)
  const isExact = again !== undefined
  return {
    names: folder.names.filter(name => !without.has(name)),
    bytes: name => {
      at(name, true)
      return folder.bytes(name)
    },
    text: name => {
      at(name, true)
      return folder.text(name)
    },
    lines: function* (name) {
      at(name, true)
      let number = 0
      for (const line of folder.lines(name)) {
        number += 1
        const place = `line ${number} of ${name}`
        at(place, isExact || (line?.length ?? 0) > largeLine)
        yield without.has(place) ? '' : line
      }
    },
  }
}

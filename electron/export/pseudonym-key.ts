import fs from 'node:fs'
import path from 'node:path'
import * as z from 'zod'
import type { Source } from '../../shared/annotation/annotation'
import { jsonFile } from '../../shared/formats/json-text'
import type { Pseudonyms } from '../../shared/formats/protection'
import { fail, succeed } from '../../shared/outcome/result'
import type { Result } from '../../shared/outcome/result'
import { writeDurably } from '../store/durable-write'
import { explainFileError } from '../store/explain-error'

const keyHead = z.looseObject({ tool: z.literal('assay'), kind: z.literal('pseudonym-key') })

/** Where the key of an export lies: beside its folder, never in it. */
function pseudonymKeyFile(out: string): string {
  const folder = path.resolve(out)
  return path.join(path.dirname(folder), `${path.basename(folder)} key to sources.json`)
}

/** Fails when something else than an earlier key has the key's name. */
export function checkKeyPlace(out: string): Result<object> {
  const file = pseudonymKeyFile(out)
  try {
    if (keyHead.safeParse(JSON.parse(fs.readFileSync(file, 'utf8'))).success) return succeed({})
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return succeed({})
    if (!(error instanceof SyntaxError))
      return explainFileError(
        error,
        'The key to the sources cannot be written, so nothing was exported',
      )
  }
  return fail(
    'refused',
    `“${path.basename(file)}” beside the export is no key of Assay and was not replaced. Nothing was exported; choose another name.`,
  )
}

/** Write who is behind each pseudonym, so that it survives a power cut. */
export function writePseudonymKey(
  out: string,
  project: string,
  sources: Iterable<Source>,
  pseudonyms: Pseudonyms,
): Result<{ readonly file: string }> {
  const file = pseudonymKeyFile(out)
  const entries = [...sources].flatMap(({ id, name, kind, aliases }) => {
    const pseudonym = pseudonyms.get(id)
    return pseudonym === undefined
      ? []
      : [{ pseudonym: pseudonym.name, pseudonym_id: pseudonym.id, id, name, kind, aliases }]
  })
  try {
    writeDurably(
      file,
      jsonFile({ tool: 'assay', kind: 'pseudonym-key', project, sources: entries }),
    )
    return succeed({ file: path.basename(file) })
  } catch (error) {
    return explainFileError(error, 'The export is written, but the key to its sources is not')
  }
}

import fs from 'node:fs'
import path from 'node:path'
import type { Codebook } from '../../shared/codebook/codebook'
import type { Result } from '../../shared/outcome/result'
import { fail, succeed } from '../../shared/outcome/result'
import { stableJson } from '../../shared/project/stable-json'
import { writeDurably } from '../store/durable-write'
import { explainFileError } from '../store/explain-error'

/** Write a codebook to a file of its own, for another project to take in. The answer has the file's name, never its path. */
export function writeCodebook(file: string, codebook: Codebook): Result<{ file: string }> {
  const target = path.extname(file) === '' ? `${file}.json` : file
  // A project's own codebook.json carries more than the codebook: in its place this would read as damaged.
  if (fs.existsSync(path.join(path.dirname(target), 'project.json')))
    return fail(
      'refused',
      'This folder is a project, whose files only Assay writes. Choose another place for the codebook.',
    )
  try {
    writeDurably(target, stableJson(codebook))
    return succeed({ file: path.basename(target) })
  } catch (error) {
    return explainFileError(error, 'The codebook was not written')
  }
}

import type { AnnotationType, Codebook } from '../../shared/codebook/codebook'
import { codebookSchema, repeatedKeys } from '../../shared/codebook/codebook'
import type { OwnerOfKey } from '../../shared/codebook/codebook-faults'
import { shortcutFault } from '../../shared/codebook/codebook-faults'
import { joinCodebooks } from '../../shared/codebook/join-codebooks'
import type { Result } from '../../shared/outcome/result'
import { fail, succeed } from '../../shared/outcome/result'

/**
 * `draft` with what the codebook in `text` has beyond it: types, attributes, choices, relations. What both
 * have stays as it is here. A type that comes in loses its key when that is taken.
 */
export function takenIn(draft: Codebook, text: string, ownerOfKey: OwnerOfKey): Result<Codebook> {
  const incoming = readCodebook(text)
  if (!incoming.ok) return incoming
  const joined = joinCodebooks(draft, incoming.value)
  const here = new Set(draft.types.map(({ key }) => key))
  const types = joined.types.map(type =>
    !here.has(type.key) && shortcutFault(type, joined.types, ownerOfKey) !== undefined
      ? withoutShortcut(type)
      : type,
  )
  return succeed({ ...joined, revision: draft.revision, types })
}

function readCodebook(text: string): Result<Codebook> {
  const read = codebookSchema.safeParse(parseJson(text))
  if (!read.success)
    return fail(
      'unknown-format',
      'This is no codebook, so nothing was taken in. Choose the codebook.json of a project or of an exported dataset.',
    )
  const [repeated] = repeatedKeys(read.data)
  return repeated === undefined
    ? succeed(read.data)
    : fail(
        'damaged',
        `This codebook has the key “${repeated}” twice, so nothing was taken in. Give one of them another key in the file.`,
      )
}

/** `undefined` for what is no JSON, which no schema takes. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function withoutShortcut(type: AnnotationType): AnnotationType {
  const { shortcut: _, ...rest } = type
  return rest
}

import type { Result } from '../../../shared/outcome/result'
import { fail } from '../../../shared/outcome/result'
import { isLockedOffice } from '../office/document-kinds'

/** Why a file of Word before 2007, or one with a password, is not read, and what to do. */
export function refuseOldWord(bytes: Uint8Array, name: string): Result<never> {
  const [reason, whatToDo] = isLockedOffice(bytes)
    ? ['it is protected by a password', 'Open it in Word, take the password off and save it']
    : [
        'it is a document of Word before 2007 (.doc)',
        'Open it in Word or LibreOffice and save it as .docx or .odt',
      ]
  return fail(
    'refused',
    `“${name}” was not imported: ${reason}. Nothing else has changed. ${whatToDo}, then import that file.`,
  )
}

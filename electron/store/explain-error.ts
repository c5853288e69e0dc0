import path from 'node:path'
import type { FailureKind } from '../../shared/outcome/result'
import { fail } from '../../shared/outcome/result'

type Explanation = { readonly kind: FailureKind; readonly reason: string; readonly remedy: string }

const explanations: Readonly<Record<string, Explanation>> = {
  ENOSPC: {
    kind: 'disk-full',
    reason: 'the disk is full',
    remedy: 'Free some space and try again.',
  },
  EDQUOT: {
    kind: 'disk-full',
    reason: 'your share of the disk is used up',
    remedy: 'Free some space and try again.',
  },
  EFBIG: {
    kind: 'disk-full',
    reason: 'the file would be larger than this disk allows',
    remedy: 'Move the project to another disk.',
  },
  EACCES: {
    kind: 'read-only',
    reason: 'this folder may not be written to',
    remedy: 'Change its permissions or choose another folder.',
  },
  EPERM: {
    kind: 'read-only',
    reason: 'this file may not be changed',
    remedy: 'Another program may be holding it; close that and try again.',
  },
  EROFS: {
    kind: 'read-only',
    reason: 'this disk can only be read',
    remedy: 'Copy the project to another disk.',
  },
  ENXIO: {
    kind: 'damaged',
    reason: 'a socket or a device stands in its place',
    remedy: 'Look at the folder, then try again.',
  },
  ENOENT: {
    kind: 'vanished',
    reason: 'the file or folder is not there any more',
    remedy: 'Put it back or reconnect the disk, then try again.',
  },
  ENOTDIR: {
    kind: 'vanished',
    reason: 'a file stands where a folder should be',
    remedy: 'Look at the project folder, then try again.',
  },
  EIO: {
    kind: 'not-saved',
    reason: 'the disk reported an error',
    remedy: 'Copy the project to another disk and check this one.',
  },
  EMFILE: {
    kind: 'not-saved',
    reason: 'too many files are open',
    remedy: 'Close other programs and try again.',
  },
  EFTYPE: {
    kind: 'damaged',
    reason: 'something else than a file stands in its place',
    remedy: 'Look at the folder, then try again.',
  },
  ETOOBIG: {
    kind: 'too-large',
    reason: 'the file is larger than 256 MB',
    remedy: 'Put it back from a backup or a copy.',
  },
  ELOOP: {
    kind: 'refused',
    reason: 'it is a link, which may lead out of the project',
    remedy: 'Put the file itself in the place of the link.',
  },
  EBUSY: {
    kind: 'not-saved',
    reason: 'another program is using the file',
    remedy: 'Close that program and try again.',
  },
}

/**
 * A failure the user can read, for an error of the file system. `what` says what could not be done and
 * what it means, as a sentence without its full stop: "“a.txt” could not be read, so it was not imported".
 * Errors that are not of the file system are bugs and are thrown on.
 */
export function explainFileError(error: unknown, what: string): ReturnType<typeof fail> {
  const code = errorCode(error)
  if (code === undefined) throw error
  const known = explanations[code]
  if (known === undefined) return fail('unreadable', `${what}: the system says ${code}.`)
  return fail(known.kind, `${what}: ${known.reason}. ${known.remedy}`)
}

/** Why a project could not be opened, naming the file that something is wrong with when it is known. */
export function explainOpening(error: unknown, folder: string): ReturnType<typeof fail> {
  const name = path.basename(folder)
  const at = error instanceof Error ? (error as NodeJS.ErrnoException).path : undefined
  const code = errorCode(error) ?? ''
  const reason = { ...explanations, ENOTDIR: explanations['EFTYPE'] }[code]?.reason
  if (at === undefined || reason === undefined || !unusual.includes(code))
    return explainFileError(error, `The project “${name}” could not be opened`)
  return fail(
    'damaged',
    `The project “${name}” could not be opened because of ${path.relative(folder, at)}: ${reason}. ` +
      'Nothing in the folder was changed. Check and mend the project, or open a backup of it.',
  )
}

const unusual = ['EFTYPE', 'ETOOBIG', 'ELOOP', 'ENOTDIR', 'ENXIO']

/** The system's short name for an error, such as ENOENT, or `undefined` for any other error. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const { code } = error as NodeJS.ErrnoException
  return typeof code === 'string' && /^E[A-Z0-9]+$/.test(code) ? code : undefined
}

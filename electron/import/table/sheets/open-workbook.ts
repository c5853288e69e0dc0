import { openArchive } from '../../archive/open-archive'
import type { ArchiveLimits } from '../../archive/zip-directory'
import { isZip } from '../../archive/zip-names'
import { isLockedOffice } from '../../office/document-kinds'
import { RefusedFile } from '../../refused-file'
import { odsWorkbook } from './ods-workbook'
import type { Workbook } from './workbook'
import { xlsxWorkbook } from './xlsx-workbook'

/** A sheet is read piece by piece: it may be larger than a part of a document. */
const workbookLimits: ArchiveLimits = {
  bytes: 512 * 1024 * 1024,
  entryBytes: 256 * 1024 * 1024,
  entries: 20_000,
}

/** Open a file of a spreadsheet program, XLSX or ODS by what is in it. Throws RefusedFile. */
export function openWorkbook(bytes: Uint8Array): Workbook {
  if (isLockedOffice(bytes))
    throw new RefusedFile('it is protected by a password, which has to be taken off first')
  if (!isZip(bytes))
    throw new RefusedFile(
      'it is no workbook of Excel (.xlsx) or OpenDocument (.ods), or is damaged',
    )
  const archive = openArchive(bytes, workbookLimits)
  return archive.names.includes('content.xml') ? odsWorkbook(archive) : xlsxWorkbook(archive)
}

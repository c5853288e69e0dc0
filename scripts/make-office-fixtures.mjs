import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './root.mjs'

/**
 * `node scripts/make-office-fixtures.mjs`: let LibreOffice write the article of
 * electron/import/fixtures/office/bridge-report.fodt as DOCX, ODT, RTF and EPUB beside it. The files are
 * committed, so that tests need no LibreOffice; run this after a change of the article.
 */
const folder = join(root, 'electron', 'import', 'fixtures', 'office')
const profile = mkdtempSync(join(tmpdir(), 'assay-fixtures-'))
try {
  for (const format of ['docx', 'odt', 'rtf', 'epub']) {
    const { status, stderr } = spawnSync(
      'soffice',
      [
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        '--headless',
        '--convert-to',
        format,
        '--outdir',
        folder,
        join(folder, 'bridge-report.fodt'),
      ],
      { encoding: 'utf8', timeout: 120_000 },
    )
    if (status !== 0) throw new Error(`LibreOffice did not write ${format}: ${stderr}`)
    console.log(`bridge-report.${format}`)
  }
} finally {
  rmSync(profile, { recursive: true, force: true })
}

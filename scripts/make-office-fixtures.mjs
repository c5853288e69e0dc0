import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './root.mjs'

/**
 * `node scripts/make-office-fixtures.mjs`: let LibreOffice write the article of
 * electron/import/fixtures/office/bridge-report.fodt as DOCX, ODT, RTF and EPUB beside it, and the tables of
 * electron/import/fixtures/sheets as XLSX and ODS. The files are committed, so that tests need no
 * LibreOffice; run this after a change of the article or of a table.
 */
const fixtures = join(root, 'electron', 'import', 'fixtures')
const made = [
  { source: join('office', 'bridge-report.fodt'), formats: ['docx', 'odt', 'rtf', 'epub'] },
  { source: join('sheets', 'reports.fods'), formats: ['xlsx', 'ods'] },
  { source: join('sheets', 'days-since-1904.fods'), formats: ['xlsx'] },
]
const profile = mkdtempSync(join(tmpdir(), 'assay-fixtures-'))
try {
  for (const { source, formats } of made)
    for (const format of formats) {
      const { status, stderr } = spawnSync(
        'soffice',
        [
          `-env:UserInstallation=${pathToFileURL(profile).href}`,
          '--headless',
          '--convert-to',
          format,
          '--outdir',
          dirname(join(fixtures, source)),
          join(fixtures, source),
        ],
        { encoding: 'utf8', timeout: 120_000 },
      )
      if (status !== 0) throw new Error(`LibreOffice did not write ${format}: ${stderr}`)
      console.log(`${source} as ${format}`)
    }
} finally {
  rmSync(profile, { recursive: true, force: true })
}

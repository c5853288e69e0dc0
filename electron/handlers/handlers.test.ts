import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import Conf from 'conf'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { OpenedProject } from '../../shared/ipc/project-calls'
import type { Fault } from '../../shared/outcome/fault'
import type { Result } from '../../shared/outcome/result'
import { readHere } from '../import/reader/read-here'
import type { Handlers } from '../ipc/handle-calls'
import { openSettings } from '../settings'
import { compact } from '../store/compact'
import type { RunCompaction } from '../store/compaction'
import { realSurroundings } from '../surroundings'
import type { Dialogs } from './dialogs'
import { fileHandles } from './file-handles'
import { createHandlers } from './handlers'
import type { OpenProjects } from './open-projects'
import { projectSearch } from '../search/project-search'
import { runBackupHere } from '../backup/backup-job'
import { backupRoots } from '../backup/backup-roots'
import { backupsIn } from '../backup/backups'
import { openProjects } from './open-projects'

vi.mock('electron', () => ({ dialog: {}, ipcMain: {}, protocol: {} }))

let folder: string
let handlers: Handlers
let projects: OpenProjects
/** What the user answers to the dialogs of a test. */
let answers: { folder?: string; files?: string[]; mayReplace: boolean; asked: number }
const copied: string[] = []
const files = fileHandles()

const faults: Fault[] = []
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'assay-handlers-'))
  answers = { mayReplace: false, asked: 0 }
  const dialogs: Dialogs = {
    chooseProjectFolder: () => Promise.resolve(answers.folder),
    chooseNewFolder: () => Promise.resolve(answers.folder),
    chooseNewFile: () => Promise.resolve(answers.files?.[0]),
    chooseBackupFolder: () => Promise.resolve(answers.folder),
    chooseHistoryFile: () => Promise.resolve(answers.files?.[0]),
    chooseFiles: () => Promise.resolve(answers.files),
    chooseCopy: () => Promise.resolve(answers.folder),
    chooseDataset: () => Promise.resolve(answers.files?.[0]),
    mayReplace: () => {
      answers.asked += 1
      return Promise.resolve(answers.mayReplace)
    },
  }
  const settings = openSettings(
    path.join(folder, 'config.json'),
    () => new Conf({ cwd: folder, configName: 'config', projectName: 'assay' }),
  )
  const runCompaction: RunCompaction = job => Promise.resolve(compact(job))
  const backups = backupsIn({
    ...backupRoots(settings, folder),
    run: runBackupHere,
    now: realSurroundings.now,
  })
  projects = openProjects({
    settings,
    surroundings: realSurroundings,
    runCompaction,
    backups,
    onNotice: sentence => expect.unreachable(sentence),
  })
  handlers = createHandlers(
    {
      settings,
      projects,
      backups,
      dialogs,
      surroundings: realSurroundings,
      runCompaction,
      reader: readHere,
      clipboard: {
        writeText: text => {
          copied.push(text)
        },
        read: () => Promise.resolve({ text: '' }),
      },
      search: projectSearch(new URL('file:///never-started.js')),
      userData: folder,
      about: { version: '0', electron: '0', platform: 'linux' },
      openFirst: () => undefined,
      onImportProgress: () => undefined,
      onColumnsWanted: () => undefined,
      onExportProgress: () => undefined,
      onFirstPaint: () => undefined,
      onWindowFault: fault => {
        faults.push(fault)
      },
      saveFaultReport: () => Promise.resolve(),
    },
    files,
  )
})
afterEach(async () => {
  await projects.closeAll()
  fs.rmSync(folder, { recursive: true, force: true })
})

const valueOf = <Value>(result: Result<Value>): Value => {
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

const newProject = async (name = 'Unrest'): Promise<OpenedProject> => {
  answers.folder = path.join(folder, name)
  return valueOf(await handlers.createProject({ name }))
}

const articleFile = (name: string, text = 'Two words.'): string => {
  const file = path.join(folder, name)
  fs.writeFileSync(file, text)
  return file
}

describe('the calls of the window', () => {
  it('hand a fault of the window to the log', async () => {
    const fault = { kind: 'TypeError', frames: ['draw@index.js:1:20'] }
    await handlers.reportFault({ fault })
    expect(faults).toEqual([fault])
  })

  it('do nothing when a dialog is cancelled', async () => {
    expect(await handlers.createProject({ name: 'x' })).toMatchObject({
      error: { kind: 'cancelled' },
    })
    expect(await handlers.chooseProject({})).toMatchObject({ error: { kind: 'cancelled' } })
    expect(fs.readdirSync(folder).filter(name => name !== 'config.json')).toEqual([])
  })

  it('remember a project and open it again by its handle, never telling a path', async () => {
    const opened = await newProject()
    await handlers.closeProject({ project: opened.project })
    const info = await handlers.appInfo({})
    expect(info.recent).toMatchObject([{ name: 'Unrest', folder: 'Unrest' }])
    expect(JSON.stringify([opened, info])).not.toContain(folder)
    const [recent] = info.recent
    if (recent === undefined) throw new Error('Nothing was remembered')
    expect(valueOf(await handlers.openProject({ project: recent.project })).id).toBe(opened.id)
    await handlers.forgetProject({ project: recent.project })
    expect((await handlers.appInfo({})).recent).toEqual([])
  })

  it('refuse a project that is not open and files nobody dropped', async () => {
    const opened = await newProject()
    await handlers.closeProject({ project: opened.project })
    expect(
      await handlers.beginRead({ project: opened.project, what: { kind: 'summaries' } }),
    ).toMatchObject({ ok: false, error: { kind: 'vanished' } })
    const again = valueOf(await handlers.openProject({ project: opened.project }))
    const nobody = fileHandles().register('/etc/passwd')
    const report = valueOf(await handlers.importFiles({ project: again.project, files: [nobody] }))
    expect(report).toMatchObject({ imported: [], failed: [], present: [] })
  })

  it('write a codebook to a file, but never into a project', async () => {
    const { project, codebook } = await newProject()
    answers.files = [path.join(folder, 'Unrest', 'codebook.json')]
    const before = fs.readFileSync(path.join(folder, 'Unrest', 'codebook.json'), 'utf8')
    expect(await handlers.exportCodebook({ project, codebook })).toMatchObject({
      ok: false,
      error: { kind: 'refused' },
    })
    expect(fs.readFileSync(path.join(folder, 'Unrest', 'codebook.json'), 'utf8')).toBe(before)
    answers.files = [path.join(folder, 'codes')]
    expect(await handlers.exportCodebook({ project, codebook })).toEqual({
      ok: true,
      value: { file: 'codes.json' },
    })
    expect(JSON.parse(fs.readFileSync(path.join(folder, 'codes.json'), 'utf8'))).toEqual(codebook)
  })

  it('import what was dropped, each file complete or named with its reason', async () => {
    const { project } = await newProject()
    const dropped = [
      articleFile('good.txt'),
      articleFile('empty.txt', ''),
      path.join(folder, 'gone.txt'),
    ].map(files.register)
    const report = valueOf(await handlers.importFiles({ project, files: dropped }))
    expect(report.imported).toHaveLength(1)
    expect(report.failed.map(({ name }) => name).sort()).toEqual(['empty.txt', 'gone.txt'])
    for (const { message } of report.failed) {
      expect(message).toMatch(/was not imported/)
      expect(message).not.toContain(folder)
    }
  })

  it('ask before an earlier export is replaced, and never replace anything else', async () => {
    const { project } = await newProject()
    answers.files = [articleFile('good.txt')]
    await handlers.chooseImport({ project })
    answers.folder = path.join(folder, 'dataset')
    const wish = { project, wish: { format: 'jsonl' } }
    expect(valueOf(await handlers.exportDataset(wish))).toMatchObject({ articles: 1 })
    const manifest = path.join(answers.folder, 'manifest.json')
    const first = fs.readFileSync(manifest, 'utf8')
    expect(await handlers.exportDataset(wish)).toMatchObject({ error: { kind: 'cancelled' } })
    expect(fs.readFileSync(manifest, 'utf8')).toBe(first)
    answers.mayReplace = true
    valueOf(await handlers.exportDataset(wish))
    expect(fs.readFileSync(manifest, 'utf8')).not.toBe(first)
    expect(answers.asked).toBe(2)

    answers.folder = path.join(folder, 'Unrest')
    expect(await handlers.exportDataset(wish)).toMatchObject({ error: { kind: 'refused' } })
    expect(fs.existsSync(path.join(folder, 'Unrest', 'project.json'))).toBe(true)
    expect(answers.asked).toBe(2)
  })

  it('duplicate a project with its history, under a new id', async () => {
    const opened = await newProject()
    answers.files = [articleFile('good.txt')]
    await handlers.chooseImport({ project: opened.project })
    answers.folder = path.join(folder, 'copy')
    const copy = valueOf(await handlers.duplicateProject({ project: opened.project, name: 'Copy' }))
    expect(copy).toMatchObject({ name: 'Copy', folder: 'copy' })
    expect(copy.readOnly).toBeUndefined()
    expect(copy.id).not.toBe(opened.id)
    const store = valueOf(projects.get(copy.project))
    expect(store.summaries()).toHaveLength(1)
    expect(store.history().done.map(({ label }) => label)).toEqual(['import “Two words”'])
    answers.folder = path.join(folder, 'Unrest', 'inside')
    expect(
      await handlers.duplicateProject({ project: opened.project, name: 'Inside' }),
    ).toMatchObject({ error: { kind: 'refused' } })
  })

  it('go on in a copy elsewhere that is the same project, and writes an edit that was sent before once', async () => {
    const opened = await newProject()
    answers.files = [articleFile('good.txt')]
    await handlers.chooseImport({ project: opened.project })
    const [imported] = valueOf(projects.get(opened.project)).history().done
    answers.folder = path.join(folder, 'elsewhere')
    const copy = valueOf(await handlers.saveElsewhere({ project: opened.project }))
    expect(copy).toMatchObject({ id: opened.id, name: opened.name, folder: 'elsewhere' })
    expect(copy.readOnly).toBeUndefined()
    if (imported !== undefined)
      valueOf(await handlers.appendEdit({ project: copy.project, edit: imported }))
    expect(valueOf(projects.get(copy.project)).history().done).toEqual([imported])
  })

  it('write the annotator’s new name into the open project', async () => {
    const { project } = await newProject()
    await handlers.setAnnotatorName({ name: 'Ana' })
    expect(valueOf(projects.get(project)).annotators()).toMatchObject([{ name: 'Ana' }])
    expect(valueOf(projects.get(project)).history().done).toEqual([])
  })

  it('make the sample project once', async () => {
    const first = valueOf(await handlers.openSample({}))
    expect(valueOf(projects.get(first.project)).summaries()).toHaveLength(3)
    await handlers.closeProject({ project: first.project })
    expect(valueOf(await handlers.openSample({})).id).toBe(first.id)
    expect(fs.readdirSync(folder).filter(name => name.startsWith('sample-'))).toEqual([
      'sample-project',
    ])
  })
})

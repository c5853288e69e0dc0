import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import Conf from 'conf'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { AnnotationId } from '../../shared/annotation/annotation'
import { createAnnotation } from '../../shared/annotation/annotation'
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
import { upkeepHere } from '../upkeep/run-upkeep'
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
  const roots = backupRoots(settings, folder)
  const backups = backupsIn({
    ...roots,
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
      backupRoots: roots,
      upkeep: upkeepHere,
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
      takeNamedArticles: () => [],
      onImportProgress: () => undefined,
      onColumnsWanted: () => undefined,
      onExportProgress: () => undefined,
      onUpkeepProgress: () => undefined,
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

describe('looking after a project', () => {
  const tagIn = async (opened: OpenedProject, start: number, end: number): Promise<void> => {
    const [summary] = valueOf(projects.get(opened.project)).summaries()
    if (summary === undefined) throw new Error('No article')
    const text = 'Two words.'
    const annotation = createAnnotation(text, {
      id: realSurroundings.newId() as AnnotationId,
      type: 'claim',
      spans: [{ start, end }],
      at: realSurroundings.now(),
    })
    const { id } = annotation
    const change = {
      kind: 'annotation' as const,
      article: summary.id,
      annotator: opened.annotator.id,
      id,
      after: annotation,
    }
    const edit = { id: realSurroundings.newId(), label: 'tag', changes: [change] }
    valueOf(await handlers.appendEdit({ project: opened.project, edit }))
  }
  const projectWithArticle = async (): Promise<OpenedProject> => {
    const opened = await newProject()
    answers.files = [articleFile('a.txt')]
    valueOf(await handlers.chooseImport({ project: opened.project }))
    return opened
  }
  const fileIn = (child: string): string => {
    const [name = ''] = fs.readdirSync(path.join(folder, 'Unrest', child))
    return path.join(folder, 'Unrest', child, name)
  }

  it('checks and mends a project that is open, and one that cannot be opened', async () => {
    const { project } = await projectWithArticle()
    expect(valueOf(await handlers.checkProject({ project }))).toMatchObject({ isSound: true })
    valueOf(await handlers.makeBackup({ project }))
    fs.truncateSync(fileIn('articles'), 50)
    const { found } = valueOf(await handlers.checkProject({ project }))
    expect(found.map(({ mending }) => mending)).toContain('mends')
    expect(valueOf(await handlers.repairProject({ project }))).toMatchObject({
      left: 0,
      checked: { isSound: true },
    })
    expect(projects.get(project).ok).toBe(false)
    await handlers.copyUpkeepReport({})
    expect(copied.at(-1)).toContain('put back from a backup')

    fs.writeFileSync(path.join(folder, 'Unrest', 'project.json'), '{')
    expect(await handlers.openProject({ project })).toMatchObject({ error: { kind: 'damaged' } })
    const { backups } = valueOf(await handlers.listBackups({ project }))
    expect(backups.map(({ reason }) => reason)).toEqual(['before-repair', 'before-restore'])
    expect(valueOf(await handlers.checkProject({ project })).sums.mends).toBe(1)
    valueOf(await handlers.repairProject({ project }))
    expect(valueOf(await handlers.openProject({ project })).name).toBe('Unrest')
  })

  it('says what differs from a backup, and goes back to an earlier version of a file', async () => {
    const opened = await projectWithArticle()
    const { project } = opened
    await tagIn(opened, 0, 3)
    const { backups } = valueOf(await handlers.makeBackup({ project }))
    const [{ serial, at } = { serial: 0, at: '' }] = backups
    await tagIn(opened, 4, 9)
    const compared = valueOf(await handlers.compareBackup({ project, serial, at }))
    expect(compared.sums.annotations).toEqual({ added: 1, removed: 0, changed: 0 })
    expect(compared.articles[0]?.differences).toMatchObject([{ change: 'added', words: 'words' }])

    const [summary] = valueOf(projects.get(project)).summaries()
    const asked = { project, ...(summary === undefined ? {} : { article: summary.id }) }
    const [file] = valueOf(await handlers.listVersions(asked)).files
    const version = file?.versions[0]?.version ?? ''
    const of = file?.of ?? { kind: 'codebook' as const }
    expect(valueOf(await handlers.compareVersion({ project, of, version }))).toMatchObject({
      what: 'your annotations of “Two words”',
      differences: [{ change: 'removed', words: 'words' }],
    })
    expect(valueOf(await handlers.useVersion({ project, of, version }))).toEqual({ changes: 1 })
    expect(valueOf(await handlers.listVersions(asked)).files[0]?.versions).not.toHaveLength(0)
    expect(await handlers.useVersion({ project, of, version: 'other' })).toMatchObject({
      error: { kind: 'vanished' },
    })
  })
})

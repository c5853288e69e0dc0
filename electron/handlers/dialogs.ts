import type { BrowserWindow, OpenDialogOptions } from 'electron'
import { dialog } from 'electron'
import path from 'node:path'
import { readableExtensions } from '../import/article-kinds'
import { tableExtensions } from '../import/table/row-values'

/** Questions that the system's own dialogs ask; `undefined` when they were cancelled. Tests answer them otherwise. */
export type Dialogs = {
  readonly chooseProjectFolder: () => Promise<string | undefined>
  /** A folder that does not exist yet, for a project or an export of this name. */
  readonly chooseNewFolder: (title: string, name: string) => Promise<string | undefined>
  /** A file to write to, for something of this name; the system asks before it replaces one. */
  readonly chooseNewFile: (title: string, name: string) => Promise<string | undefined>
  /** A folder for all backups. */
  readonly chooseBackupFolder: () => Promise<string | undefined>
  /** A file to write a history to, as CSV or JSON; the system asks before it replaces one. */
  readonly chooseHistoryFile: (name: string) => Promise<string | undefined>
  readonly chooseFiles: () => Promise<readonly string[] | undefined>
  /** An annotated dataset: one file (a zip file, too) or a folder. */
  readonly chooseDataset: (from: 'file' | 'folder') => Promise<string | undefined>
  /** Another copy of the project: its folder, or a zip file of it. */
  readonly chooseCopy: (from: 'file' | 'folder') => Promise<string | undefined>
  /** Whether the earlier export in the folder of this name may be replaced. */
  readonly mayReplace: (folder: string) => Promise<boolean>
}

export function systemDialogs(window: () => BrowserWindow | undefined): Dialogs {
  const open = async (options: OpenDialogOptions): Promise<readonly string[] | undefined> => {
    const parent = window()
    const answer =
      parent === undefined
        ? await dialog.showOpenDialog(options)
        : await dialog.showOpenDialog(parent, options)
    return answer.canceled || answer.filePaths.length === 0 ? undefined : answer.filePaths
  }
  return {
    chooseProjectFolder: async () =>
      (await open({ title: 'Open a project', properties: ['openDirectory'] }))?.[0],
    chooseBackupFolder: async () =>
      (
        await open({
          title: 'A folder for backups, best on another disk',
          properties: ['openDirectory', 'createDirectory'],
        })
      )?.[0],
    chooseNewFolder: async (title, name) => {
      const parent = window()
      const options = {
        title,
        defaultPath: safeFolderName(name),
        buttonLabel: 'Use this folder',
        nameFieldLabel: 'Folder name',
        properties: ['createDirectory' as const],
      }
      const answer =
        parent === undefined
          ? await dialog.showSaveDialog(options)
          : await dialog.showSaveDialog(parent, options)
      return answer.canceled || answer.filePath === '' ? undefined : answer.filePath
    },
    chooseNewFile: async (title, name) => {
      const parent = window()
      const options = {
        title,
        defaultPath: `${safeFolderName(name)}.json`,
        filters: [{ name: 'JSON', extensions: ['json'] }],
        properties: ['createDirectory' as const, 'showOverwriteConfirmation' as const],
      }
      const answer =
        parent === undefined
          ? await dialog.showSaveDialog(options)
          : await dialog.showSaveDialog(parent, options)
      return answer.canceled || answer.filePath === '' ? undefined : answer.filePath
    },
    chooseHistoryFile: async name => {
      const parent = window()
      const options = {
        title: 'Save the history as a file',
        defaultPath: `${safeFolderName(name)}.csv`,
        filters: [
          { name: 'Table (CSV)', extensions: ['csv'] },
          { name: 'JSON', extensions: ['json'] },
        ],
        properties: ['createDirectory' as const, 'showOverwriteConfirmation' as const],
      }
      const answer =
        parent === undefined
          ? await dialog.showSaveDialog(options)
          : await dialog.showSaveDialog(parent, options)
      return answer.canceled || answer.filePath === '' ? undefined : answer.filePath
    },
    mayReplace: async folder => {
      const parent = window()
      const question = {
        type: 'question' as const,
        message: `“${folder}” holds an earlier export.`,
        detail: 'Replace it with this one? The earlier export stays until the new one is complete.',
        buttons: ['Replace it', 'Cancel'],
        defaultId: 1,
        cancelId: 1,
      }
      const answer =
        parent === undefined
          ? await dialog.showMessageBox(question)
          : await dialog.showMessageBox(parent, question)
      return answer.response === 0
    },
    chooseDataset: async from =>
      (
        await open({
          title: 'Import an annotated dataset',
          properties: [from === 'file' ? 'openFile' : 'openDirectory'],
        })
      )?.[0],
    chooseCopy: async from =>
      (
        await open({
          title: 'Merge another copy of this project',
          ...(from === 'folder'
            ? { properties: ['openDirectory' as const] }
            : {
                properties: ['openFile' as const],
                filters: [{ name: 'Zip files', extensions: ['zip'] }],
              }),
        })
      )?.[0],
    chooseFiles: () =>
      open({
        title: 'Import articles',
        properties: ['openFile', 'multiSelections'],
        filters: [
          {
            name: 'Articles',
            extensions: [...readableExtensions, ...tableExtensions].map(extension =>
              extension.slice(1),
            ),
          },
          { name: 'All files', extensions: ['*'] },
        ],
      }),
  }
}

/** A folder name that every system accepts, made from a project's name. */
export function safeFolderName(name: string): string {
  const safe = name
    .normalize('NFC')
    .replace(/[<>:"/\\|?*\u0000-\u001f\u202a-\u202e\u2066-\u2069]+/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 80)
    .trim()
  const isReserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(safe)
  return safe === '' || isReserved ? 'Assay project' : path.basename(safe)
}

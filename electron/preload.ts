import { contextBridge, ipcRenderer, webUtils } from 'electron'

/*
 * All that the window can reach of the outside. Main checks every call; nothing is decided here, and
 * nothing but Electron is imported, so that these lines never need to change.
 */
contextBridge.exposeInMainWorld('workbench', {
  call: (name: string, input: unknown): Promise<unknown> =>
    ipcRenderer.invoke('assay:call', name, input),
  on: (event: string, listener: (payload: unknown) => void): (() => void) => {
    const relay = (_event: unknown, name: string, payload: unknown): void => {
      if (name === event) listener(payload)
    }
    ipcRenderer.on('assay:event', relay)
    return () => {
      ipcRenderer.removeListener('assay:event', relay)
    }
  },
  handlesOf: (files: File[]): Promise<unknown> =>
    ipcRenderer.invoke(
      'assay:files',
      files.map(file => webUtils.getPathForFile(file)),
    ),
})

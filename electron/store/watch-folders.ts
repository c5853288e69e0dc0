import fs from 'node:fs'
import path from 'node:path'

/** Folders of a project whose files other programs change: edits by hand, git, a syncing folder. */
const watched = ['.', 'sources', 'annotators', 'metadata', 'annotations']
/** Changes come in bursts; the look waits until this long after the last of them. */
const quietMs = 300

/**
 * Call `look` when something in the project's folders may have changed. Only a hint, which may never come
 * on a network disk: every save looks for itself. Returns what ends it.
 */
export function watchFolders(projectFolder: string, look: () => void): () => void {
  let timer: NodeJS.Timeout | undefined
  const soon = (): void => {
    clearTimeout(timer)
    timer = setTimeout(look, quietMs)
    timer.unref()
  }
  const watchers = watched.flatMap(folder => {
    try {
      const watcher = fs.watch(path.join(projectFolder, folder), { persistent: false }, soon)
      watcher.on('error', soon)
      return [watcher]
    } catch {
      // The folder is not there, or the system has no more watches.
      return []
    }
  })
  return () => {
    clearTimeout(timer)
    for (const watcher of watchers) watcher.close()
  }
}

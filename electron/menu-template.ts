import type { MenuItemConstructorOptions } from 'electron'
import type { KeyMap } from '../shared/ipc/key-map'
import { acceleratorOf } from './accelerator'

/** What the application menu of a platform is made from. Every entry of ours is a command of the window, which does it and knows its key. */
export function menuTemplate(
  platform: NodeJS.Platform,
  keys: KeyMap,
  command: (id: string) => void,
): MenuItemConstructorOptions[] {
  const entry = (label: string, id: string, usualKey?: string): MenuItemConstructorOptions => ({
    label,
    // The window itself listens for the keys; the menu only shows them.
    ...shownKey(keys[id] === undefined ? usualKey : keys[id][0]),
    click: () => {
      command(id)
    },
  })
  const line: MenuItemConstructorOptions = { type: 'separator' }
  const isMac = platform === 'darwin'
  return [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    {
      label: 'Project',
      submenu: [
        entry('New project…', 'new-project'),
        entry('Open project…', 'open-project'),
        entry('Open the sample project', 'open-sample'),
        line,
        entry('Rename project…', 'rename-project'),
        entry('Duplicate project…', 'duplicate-project'),
        entry('Backups…', 'backups', 'Mod+Shift+U'),
        entry('Check the project…', 'check-project'),
        entry('Edit the codebook…', 'edit-codebook', 'Mod+Shift+K'),
        line,
        entry('Import articles…', 'import', 'Mod+I'),
        entry('Paste as a new article', 'paste-article'),
        entry('Import an annotated dataset…', 'import-annotated'),
        entry('Merge another copy…', 'merge-copy'),
        entry('Export…', 'export', 'Mod+E'),
        line,
        entry('Close project', 'close-project'),
        { role: isMac ? 'close' : 'quit' },
      ],
    },
    {
      label: 'Edit',
      submenu: [
        entry('Undo', 'undo', 'Mod+Z'),
        entry('Redo', 'redo', 'Mod+Shift+Z'),
        line,
        // macOS edits fields through the menu alone; elsewhere the keys go to the window first.
        { role: 'cut', registerAccelerator: isMac },
        { role: 'copy', registerAccelerator: isMac },
        { role: 'paste', registerAccelerator: isMac },
        { role: 'selectAll', registerAccelerator: isMac },
        line,
        entry('Find in the article', 'find', 'Mod+F'),
        entry('Find in the project…', 'find-in-project', 'Mod+Shift+F'),
      ],
    },
    {
      label: 'View',
      submenu: [
        entry('Next article', 'next-article', 'Alt+PageDown'),
        entry('Previous article', 'previous-article', 'Alt+PageUp'),
        line,
        entry('Open an article beside…', 'open-beside', 'Mod+Shift+B'),
        entry('The other article', 'other-article', 'F6'),
        entry('Close this one of two articles', 'close-article', 'Mod+Shift+W'),
        line,
        entry('Articles', 'toggle-articles', 'Mod+B'),
        entry('Line of keys', 'toggle-keys'),
        entry('Bin', 'bin'),
        line,
        {
          label: 'Theme',
          submenu: [
            entry('As the system', 'theme-system'),
            entry('Light', 'theme-light'),
            entry('Dark', 'theme-dark'),
            entry('High contrast', 'theme-high-contrast'),
          ],
        },
        line,
        entry('Larger', 'zoom-in', 'Mod++'),
        entry('Smaller', 'zoom-out', 'Mod+-'),
        entry('Usual size', 'zoom-usual', 'Mod+0'),
        { role: 'togglefullscreen' },
      ],
    },
    {
      label: 'Help',
      submenu: [
        entry('All keys…', 'show-keys', '?'),
        entry('Save a report about faults…', 'save-fault-report'),
      ],
    },
  ]
}

function shownKey(
  key: string | undefined,
): Pick<MenuItemConstructorOptions, 'accelerator' | 'registerAccelerator'> {
  const accelerator = key === undefined ? undefined : acceleratorOf(key)
  return accelerator === undefined ? {} : { accelerator, registerAccelerator: false }
}

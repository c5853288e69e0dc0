import type { Theme } from '../../shared/ipc/preferences'
import { saveFaultReport } from '../state/faults'
import { showDialog } from '../state/notices'
import { noRoomForArticlesBeside } from '../theme'
import { setPreferences } from '../state/settings'
import type { WorkbenchState } from '../state/store'
import { store } from '../state/store'
import { shownView } from '../state/view'
import { zoom, zoomUsual } from '../state/zooming'
import type { Command } from './command'

const isAlways = (): boolean => true
const hasProject = (state: WorkbenchState): boolean => state.opened !== undefined

const themeNames: Readonly<Record<Theme, string>> = {
  light: 'Light paper',
  dark: 'Dark paper',
  'high-contrast': 'High contrast',
  system: 'Paper as the system has it',
}

function themeCommand(theme: Theme): Command {
  return {
    id: `theme-${theme}`,
    label: themeNames[theme],
    group: 'View',
    keys: [],
    scope: 'anywhere',
    when: isAlways,
    run: () => void setPreferences({ theme }),
  }
}

function zoomCommand(id: string, label: string, keys: readonly string[], run: () => void): Command {
  return { id, label, group: 'View', keys, scope: 'anywhere', when: isAlways, run }
}

function toggle(preference: 'showArticles' | 'showKeyLine'): void {
  const { info } = store.getState()
  if (info !== undefined) void setPreferences({ [preference]: !info.preferences[preference] })
}

function toggleArticles(): void {
  if (window.matchMedia(noRoomForArticlesBeside(store.getState())).matches)
    store.setState(state => ({ articlesLieOver: !state.articlesLieOver }))
  else toggle('showArticles')
}

/** From the text the keyboard goes to the list first, also when it is there already; from the list back to the text. */
function toggleList(): void {
  const { marginShows } = store.getState()
  const text = document.activeElement?.closest('[contenteditable]') ?? undefined
  if (marginShows === 'list' && text === undefined) {
    store.setState({ marginShows: 'cards' })
    shownView()?.focus()
  } else store.setState({ marginShows: 'list', wantsList: true })
}

export const viewCommands: readonly Command[] = [
  {
    id: 'palette',
    label: 'All commands',
    group: 'View',
    keys: ['Mod+K'],
    scope: 'anywhere',
    when: isAlways,
    run: () => {
      showDialog({ kind: 'palette' })
    },
  },
  {
    id: 'save-fault-report',
    label: 'Save a report about faults…',
    group: 'View',
    keys: [],
    scope: 'anywhere',
    when: isAlways,
    run: () => void saveFaultReport(),
  },
  {
    id: 'show-keys',
    label: 'Show and change all keys…',
    short: 'all keys',
    group: 'View',
    keys: ['?'],
    scope: 'reading',
    when: isAlways,
    run: () => {
      showDialog({ kind: 'keys' })
    },
  },
  {
    id: 'toggle-articles',
    label: 'Show or hide the list of articles',
    group: 'View',
    keys: ['Mod+B'],
    scope: 'anywhere',
    when: hasProject,
    run: toggleArticles,
  },
  {
    id: 'toggle-list',
    label: 'Show annotations as cards or as a list',
    group: 'View',
    keys: ['Mod+L'],
    scope: 'anywhere',
    when: hasProject,
    run: toggleList,
  },
  {
    id: 'sources',
    label: 'Show or hide the sources',
    short: 'sources',
    group: 'View',
    keys: ['Mod+Shift+S'],
    scope: 'anywhere',
    when: hasProject,
    run: () => {
      const { marginShows } = store.getState()
      store.setState({
        marginShows: marginShows === 'sources' ? 'cards' : 'sources',
        shownSource: undefined,
      })
      if (marginShows === 'sources') shownView()?.focus()
    },
  },
  {
    id: 'toggle-keys',
    label: 'Show or hide the line of keys',
    group: 'View',
    keys: [],
    scope: 'anywhere',
    when: isAlways,
    run: () => {
      toggle('showKeyLine')
    },
  },
  {
    id: 'bin',
    label: 'Show the bin or the articles',
    group: 'View',
    keys: [],
    scope: 'anywhere',
    when: hasProject,
    run: () => {
      store.setState(state => ({ articlesShow: state.articlesShow === 'bin' ? 'articles' : 'bin' }))
      void setPreferences({ showArticles: true })
    },
  },
  zoomCommand('zoom-in', 'Everything larger', ['Mod++', 'Mod+='], () => {
    zoom(1)
  }),
  zoomCommand('zoom-out', 'Everything smaller', ['Mod+-'], () => {
    zoom(-1)
  }),
  zoomCommand('zoom-usual', 'Everything at its usual size', ['Mod+0'], zoomUsual),
  themeCommand('light'),
  themeCommand('dark'),
  themeCommand('high-contrast'),
  themeCommand('system'),
]

import './without-eval'
import '@fontsource-variable/inter'
import '@fontsource-variable/literata/opsz.css'
import '@fontsource-variable/literata/opsz-italic.css'
import { createRoot } from 'react-dom/client'
import './styles/tokens.css'
import './styles/base.css'
import { runCommand } from './commands/commands'
import { listenToKeys } from './commands/keyboard'
import { watchForDamage } from './state/checking'
import { catchFaults } from './state/faults'
import { notify, showDialog } from './state/notices'
import { showNews } from './state/outside'
import { openNamed, startWithNamed, takeNamedArticles } from './state/named-articles'
import { refreshArticles } from './state/refreshing'
import { noteProgress } from './state/progress'
import { guardClosing } from './state/saving'
import { store } from './state/store'
import { Workbench } from './workbench'
import { watchFarRelations } from './state/relating'
import { on } from './workbench-api'

const place = document.getElementById('workbench')
if (place === null) throw new RangeError('The page has no place for the workbench')

catchFaults()

on('command', ({ command }) => {
  runCommand(command)
})
on('importProgress', importing => {
  noteProgress('importing', importing)
})
on('columnsWanted', question => {
  showDialog({ kind: 'table-columns', question })
})
on('exportProgress', exporting => {
  noteProgress('exporting', exporting)
})
on('upkeepProgress', upkeep => {
  store.setState({ upkeep })
})
on('openRequested', ({ project }) => {
  void openNamed(project)
})
on('articlesNamed', () => {
  void takeNamedArticles()
})
on('notice', ({ text }) => {
  notify(text, 'problem')
})
on('projectNews', showNews)
on('articlesChanged', ({ project }) => {
  if (store.getState().opened?.project === project) void refreshArticles()
})
listenToKeys()
guardClosing()
watchFarRelations()
watchForDamage()

createRoot(place).render(<Workbench />)
void startWithNamed()

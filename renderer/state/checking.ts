import type { CallOutput } from '../../shared/ipc/contract'
import type { ProjectHandle } from '../../shared/ipc/handles'
import type { Checked } from '../../shared/project/damage/checked'
import { countOf } from '../values/count-text'
import { call } from '../workbench-api'
import { dismissTopic, notify, notifyFailure, showDialog } from './notices'
import { openProject, reopenProject } from './opening'
import type { NoticeChoice } from './store'
import { store } from './store'

/** A project is looked through when it has been open for this long, so that opening has the disk to itself, in milliseconds. */
const quietAfterMs = 4_000
/** Larger projects are looked through only when somebody asks: it takes a while, and the computer is in use. */
const mostLookedThroughUnasked = 50_000

const topic = 'damage'

/** Look through each project that is opened, and say quietly when something is wrong. */
export function watchForDamage(): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  store.subscribe(({ opened }, before) => {
    if (opened === before.opened) return
    clearTimeout(timer)
    if (opened === undefined) return
    const look = (): void => {
      const { dialog, importing } = store.getState()
      // Somebody is looking through it or compares it with a backup, or files are being written.
      if (dialog?.kind === 'check' || dialog?.kind === 'backups' || importing !== undefined)
        timer = setTimeout(look, quietAfterMs)
      else void lookQuietly(opened.project)
    }
    timer = setTimeout(look, quietAfterMs)
  })
}

async function lookQuietly(project: ProjectHandle): Promise<void> {
  if (annotationsInAll() > mostLookedThroughUnasked) return
  const answer = await call('checkProject', { project })
  if (!answer.ok || store.getState().opened?.project !== project) return
  const text = whatIsWrong(answer.value)
  if (text === undefined) dismissTopic(topic)
  else notify(text, 'note', topic, [showIt(project, answer.value)])
}

function annotationsInAll(): number {
  let sum = 0
  for (const { annotators } of store.getState().summaries)
    for (const { counts } of Object.values(annotators))
      for (const count of Object.values(counts)) sum += count
  return sum
}

function whatIsWrong({ sums }: Checked): string | undefined {
  if (sums.problem > 0)
    return `${countOf(sums.problem, 'thing', 'things')} in this project ${sums.problem === 1 ? 'is' : 'are'} damaged or not as ${sums.problem === 1 ? 'it' : 'they'} should be.`
  if (sums.listed > 0)
    return `${countOf(sums.listed, 'thing', 'things')} that could not be mended ${sums.listed === 1 ? 'is' : 'are'} kept as ${sums.listed === 1 ? 'it is' : 'they are'} in this project.`
  return undefined
}

function showIt(project: ProjectHandle, checked: Checked): NoticeChoice {
  return {
    label: 'Show',
    choose: () => {
      dismissTopic(topic)
      showDialog({ kind: 'check', project, checked })
    },
  }
}

/** Look through the project on screen. */
export function checkOpenProject(): void {
  const { opened } = store.getState()
  if (opened !== undefined) showDialog({ kind: 'check', project: opened.project })
}

/** End a check or a comparison that nobody waits for any more. */
export function cancelUpkeep(): void {
  store.setState({ upkeep: undefined })
  void call('cancelUpkeep', {})
}

/** The whole report of the last check or repair on the clipboard. */
export function copyUpkeepReport(): void {
  void call('copyUpkeepReport', {})
}

/** Mend a project after a backup of it, open or not, and show what was done. One that was open is open again afterwards. */
export async function mendProject(project: ProjectHandle): Promise<void> {
  store.setState({ upkeep: undefined })
  const isOpen = store.getState().opened?.project === project
  let mended: CallOutput<'repairProject'> | undefined
  const mend = async (): Promise<CallOutput<'repairProject'>> => {
    mended = await call('repairProject', { project })
    return mended
  }
  if (isOpen) await reopenProject(mend)
  else await mend()
  if (mended?.ok === true) {
    dismissTopic('opening')
    showDialog({ kind: 'mended', project, mended: mended.value })
    return
  }
  showDialog(undefined)
  // What went wrong with an open project was said when it was opened again.
  if (!isOpen && mended !== undefined) notifyFailure(mended.error)
}

/** Open a project that was mended and is not open. */
export function openMended(project: ProjectHandle): void {
  void openProject(project)
}

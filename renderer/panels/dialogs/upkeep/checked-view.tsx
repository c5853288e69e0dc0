import type { ProjectHandle } from '../../../../shared/ipc/handles'
import type { Checked } from '../../../../shared/project/damage/checked'
import { Button } from '../../../controls/button'
import { ModalActions } from '../../../controls/modal'
import { closeDialog } from '../../../state/notices'
import { useWorkbench } from '../../../state/store'
import { countOf } from '../../../values/count-text'
import dialogs from '../dialogs.module.css'
import { CopyReportButton } from './copy-report-button'
import { Scrolled } from './scrolled'
import { ToldThings } from './told-things'
import styles from './upkeep.module.css'

const noNotices: readonly string[] = []

const groups = [
  { weight: 'problem', title: 'Damaged, or not as it should be' },
  { weight: 'listed', title: 'Could not be mended, kept as it is' },
  { weight: 'note', title: 'Only to know' },
] as const

/** What was found in a project, in three groups, and what can be done about it. */
export function CheckedView({
  project,
  checked,
  onAgain,
  onMend,
}: {
  readonly project: ProjectHandle
  readonly checked: Checked
  readonly onAgain: () => void
  readonly onMend: () => void
}) {
  const opened = useWorkbench(state =>
    state.opened?.project === project ? state.opened : undefined,
  )
  const notices = opened?.notices ?? noNotices
  const { sums, found, more, keptAside, isBehind } = checked
  const isReadOnly = opened?.readOnly !== undefined
  return (
    <>
      <p className={dialogs['sum']}>
        {summary(checked)}
        {isBehind &&
          ' What was done last is in the record of edits, and not in the files yet, so it is not counted.'}
      </p>
      <Scrolled label="What was found">
        {groups.map(({ weight, title }) => (
          <ToldThings
            key={weight}
            title={title}
            things={found
              .filter(one => one.weight === weight)
              .map(one => ({ ...one, follows: one.meaning }))}
          />
        ))}
        {more > 0 && <p className={styles['remark']}>and {countOf(more, 'more', 'more')}</p>}
        {notices.length > 0 && (
          <section className={styles['group']} aria-label="Found when it was opened">
            <h3 className={styles['title']}>Found when it was opened</h3>
            <ul>
              {notices.map(sentence => (
                <li key={sentence} className={styles['found']}>
                  {sentence}
                </li>
              ))}
            </ul>
          </section>
        )}
        {keptAside > 0 && (
          <p className={styles['remark']}>
            Earlier repairs have put {countOf(keptAside, 'thing')} aside. They are in the folder
            “quarantine” of the project, with a list of what was done.
          </p>
        )}
      </Scrolled>
      {isReadOnly && sums.problem > 0 && (
        <p className={styles['remark']}>
          This project is open for reading only, so it can be looked at here, but not mended.
        </p>
      )}
      <ModalActions>
        {found.length > 0 && <CopyReportButton />}
        <Button tone="quiet" onClick={onAgain}>
          Look again
        </Button>
        {sums.problem > 0 && (
          <Button disabled={isReadOnly} onClick={onMend}>
            Mend…
          </Button>
        )}
        <Button tone="primary" onClick={closeDialog}>
          Close
        </Button>
      </ModalActions>
    </>
  )
}

function summary({ isSound, counts, sums }: Checked): string {
  const read = `${countOf(counts.articles, 'article')}, ${countOf(counts.annotations, 'annotation')} and ${countOf(counts.records, 'recorded edit')} were read and verified`
  if (!isSound)
    return `${countOf(sums.problem, 'thing')} ${sums.problem === 1 ? 'is' : 'are'} not as ${sums.problem === 1 ? 'it' : 'they'} should be. ${read}.`
  return sums.listed > 0
    ? `${read}. What could not be mended is listed here.`
    : `Everything is in order: ${read}.`
}

import { Command } from 'cmdk'
import { useState } from 'react'
import { fieldsOf } from '../../../shared/codebook/codebook'
import { Modal } from '../../controls/modal'
import { presentArticles } from '../../state/articles'
import { closeDialog } from '../../state/notices'
import { openBeside } from '../../state/side-by-side'
import { codebookOf } from '../../state/selectors'
import { useWorkbench } from '../../state/store'
import { filterArticles, smallLine } from '../../values/filter-articles'
import styles from './dialogs.module.css'

/** More than these are narrowed down by typing. */
const mostShown = 50

/** Which article to open beside the one in use; found by the same words as in the list of articles. */
export function OpenBesideDialog() {
  const summaries = useWorkbench(state => state.summaries)
  const annotator = useWorkbench(state => state.opened?.annotator.id)
  const [filter, setFilter] = useState('')
  const inUse = useWorkbench(state => state.article?.article.id)
  const fields = fieldsOf(useWorkbench(codebookOf))
  const fitting = filterArticles(presentArticles(summaries), filter, annotator, fields)
  // An article beside itself is possible, but seldom what is meant.
  const found = [
    ...fitting.filter(({ id }) => id !== inUse),
    ...fitting.filter(({ id }) => id === inUse),
  ]
  return (
    <Modal title="Open an article beside this one" isBare onClose={closeDialog}>
      <Command label="Articles" className={styles['palette']} shouldFilter={false} loop>
        <Command.Input
          className={styles['paletteInput']}
          placeholder="Which article?"
          value={filter}
          onValueChange={setFilter}
        />
        <Command.List className={styles['paletteList']} label="Articles">
          <Command.Empty className={styles['paletteEmpty']}>
            No article fits these words.
          </Command.Empty>
          {found.slice(0, mostShown).map(summary => (
            <Command.Item
              key={summary.id}
              value={summary.id}
              className={styles['paletteItem']}
              onSelect={() => {
                closeDialog()
                void openBeside(summary.id)
              }}
            >
              {summary.title}
              <span className={styles['paletteRemark']}>{smallLine(summary)}</span>
            </Command.Item>
          ))}
        </Command.List>
      </Command>
    </Modal>
  )
}

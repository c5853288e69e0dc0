import { useState } from 'react'
import type { Codebook } from '../../../shared/codebook/codebook'
import type { OwnerOfKey } from '../../../shared/codebook/codebook-faults'
import { codebookFaults } from '../../../shared/codebook/codebook-faults'
import { replacedIn } from '../../../shared/codebook/edit-codebook'
import { allCommands } from '../../commands/commands'
import { ownerOfBinding } from '../../commands/key-press'
import { Button } from '../../controls/button'
import { Modal, ModalActions } from '../../controls/modal'
import { annotationCounts, saveCodebook } from '../../state/codebook-editing'
import { closeDialog } from '../../state/notices'
import { codebookOf } from '../../state/selectors'
import { store, useWorkbench } from '../../state/store'
import styles from './codebook.module.css'
import { relationsPart } from './parts'
import { RelationKinds } from './relation-kinds'
import { TypeForm } from './type-form'
import { TypeList } from './type-list'

/** Types with their attributes, and relations. What is edited is a draft until it is saved as one step. */
export function CodebookDialog() {
  const before = useWorkbench(codebookOf)
  if (before === undefined) return null
  return (
    <Modal title="Codebook" isBroad onClose={closeDialog}>
      <CodebookForm before={before} />
    </Modal>
  )
}

function CodebookForm({ before }: { readonly before: Codebook }) {
  const [draft, setDraft] = useState(before)
  const [shown, setShown] = useState<string>(before.types[0]?.key ?? relationsPart)
  const counts = annotationCounts(useWorkbench(state => state.summaries))
  const type = draft.types.find(({ key }) => key === shown)
  const [fault] = codebookFaults(draft, commandWithKey)
  return (
    <form
      className={styles['form']}
      onSubmit={event => {
        event.preventDefault()
        if (fault !== undefined) return
        closeDialog()
        saveCodebook(draft)
      }}
    >
      <div className={styles['columns']}>
        <TypeList
          draft={draft}
          before={before}
          counts={counts}
          ownerOfKey={commandWithKey}
          shown={type === undefined ? relationsPart : shown}
          onShow={setShown}
          onChange={setDraft}
        />
        <div className={styles['part']} key={shown}>
          {type === undefined ? (
            <RelationKinds codebook={draft} onChange={setDraft} />
          ) : (
            <TypeForm
              type={type}
              before={before.types.find(({ key }) => key === type.key)}
              types={draft.types}
              count={counts.get(type.key) ?? 0}
              ownerOfKey={commandWithKey}
              onChange={after => {
                setDraft({ ...draft, types: replacedIn(draft.types, after) })
              }}
            />
          )}
        </div>
      </div>
      <p className={styles['fault']} role="status" aria-label="What is missing">
        {fault !== undefined && `${fault.where}: ${fault.why}`}
      </p>
      <ModalActions>
        <Button tone="quiet" onClick={closeDialog}>
          Cancel
        </Button>
        <Button tone="primary" type="submit" disabled={fault !== undefined}>
          Save
        </Button>
      </ModalActions>
    </form>
  )
}

/** The command that a key runs already; the keys of types are compared with each other. */
const commandWithKey: OwnerOfKey = key => {
  const fixed = allCommands(store.getState()).filter(({ id }) => !id.startsWith('tag-'))
  return ownerOfBinding(fixed, key)?.label
}

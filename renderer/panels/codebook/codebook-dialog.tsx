import { useRef, useState } from 'react'
import type { Codebook } from '../../../shared/codebook/codebook'
import type { OwnerOfKey } from '../../../shared/codebook/codebook-faults'
import { codebookFaults } from '../../../shared/codebook/codebook-faults'
import { replacedIn } from '../../../shared/codebook/edit-codebook'
import { stableJson } from '../../../shared/project/stable-json'
import { commandsAsGiven } from '../../commands/commands'
import { ownerOfBinding } from '../../commands/key-press'
import { Button } from '../../controls/button'
import { Modal, ModalActions } from '../../controls/modal'
import { annotationCounts, saveCodebook } from '../../state/codebook-editing'
import { closeDialog } from '../../state/notices'
import { codebookOf } from '../../state/selectors'
import { store, useWorkbench } from '../../state/store'
import styles from './codebook.module.css'
import { fieldsPart, relationsPart } from './parts'
import { ArticleFields } from './article-fields'
import { fieldsInUse } from './fields-in-use'
import type { FieldInUse } from './fields-in-use'
import { RelationKinds } from './relation-kinds'
import type { MigrationPlan } from '../../../shared/project/migrate-codebook'
import { MigrationForm } from './migration-form'
import type { PartInUse, PartUses } from './part-in-use'
import { partsInUse } from './part-in-use'
import { TypeForm } from './type-form'
import { TypeList } from './type-list'
import { useCodebookUses } from './use-codebook-uses'

const noUses: PartUses = new Map()

/** Types with their attributes, relations, and own fields of articles. What is edited is a draft until it is saved as one step. */
export function CodebookDialog({ part }: { readonly part?: 'fields' | undefined }) {
  const before = useWorkbench(codebookOf)
  return before === undefined ? null : <Editor before={before} part={part} />
}

function Editor({
  before,
  part,
}: {
  readonly before: Codebook
  readonly part: 'fields' | undefined
}) {
  const [draft, setAsDraft] = useState(before)
  /** It was to be closed while something in it is edited. */
  const [isLeaving, setLeaving] = useState(false)
  const cameFrom = useRef<HTMLElement>(null)
  const setDraft = (after: Codebook): void => {
    setAsDraft(after)
    setLeaving(false)
  }
  const goOn = (): void => {
    setLeaving(false)
    cameFrom.current?.focus()
  }
  // Esc and a press beside the dialog may be a slip.
  const leave = (): void => {
    if (stableJson(draft) === stableJson(before)) closeDialog()
    else if (isLeaving) goOn()
    else setLeaving(true)
  }
  const [shown, setShown] = useState<string>(
    part === 'fields' ? fieldsPart : (before.types[0]?.key ?? relationsPart),
  )
  const summaries = useWorkbench(state => state.summaries)
  const counts = annotationCounts(summaries)
  const type = draft.types.find(({ key }) => key === shown)
  const [fault] = codebookFaults(draft, commandWithKey)
  const uses = useCodebookUses()
  /** What is asked about before this is saved; absent while the codebook itself is shown. */
  const [asked, setAsked] = useState<{
    readonly parts: readonly PartInUse[]
    readonly fields: readonly FieldInUse[]
  }>()
  const [plan, setPlan] = useState<MigrationPlan>(new Map())
  const save = (): void => {
    closeDialog()
    void saveCodebook(draft, plan)
  }
  return (
    <Modal title="Codebook" isBroad onClose={leave}>
      <form
        className={styles['form']}
        onFocus={event => {
          // A press beside the dialog takes the keyboard out of it.
          if (!isLeaving) cameFrom.current = event.target
        }}
        onSubmit={event => {
          event.preventDefault()
          if (fault !== undefined) return
          const parts = partsInUse(before, draft, uses ?? noUses)
          const fields = fieldsInUse(before, draft, summaries)
          if (parts.length + fields.length === 0 || asked !== undefined) save()
          else setAsked({ parts, fields })
        }}
      >
        {asked !== undefined ? (
          <MigrationForm
            before={before}
            draft={draft}
            parts={asked.parts}
            fields={asked.fields}
            uses={uses ?? noUses}
            plan={plan}
            onPlan={setPlan}
          />
        ) : (
          <div className={styles['columns']}>
            <TypeList
              draft={draft}
              before={before}
              counts={counts}
              isFaulty={fault !== undefined}
              ownerOfKey={commandWithKey}
              shown={type === undefined && shown !== fieldsPart ? relationsPart : shown}
              onShow={setShown}
              onChange={setDraft}
            />
            <div className={styles['part']} key={shown}>
              {shown === fieldsPart ? (
                <ArticleFields
                  codebook={draft}
                  before={before}
                  summaries={summaries}
                  onChange={setDraft}
                />
              ) : type === undefined ? (
                <RelationKinds codebook={draft} uses={uses} onChange={setDraft} />
              ) : (
                <TypeForm
                  type={type}
                  before={before.types.find(({ key }) => key === type.key)}
                  types={draft.types}
                  count={counts.get(type.key) ?? 0}
                  uses={uses}
                  ownerOfKey={commandWithKey}
                  onChange={after => {
                    setDraft({ ...draft, types: replacedIn(draft.types, after) })
                  }}
                />
              )}
            </div>
          </div>
        )}
        <p className={styles['fault']} role="status" aria-label="What is missing">
          {fault !== undefined && `${fault.where}: ${fault.why}`}
        </p>
        {isLeaving && (
          <p role="alert" className={styles['leaving']}>
            What you changed in the codebook is not saved yet.
          </p>
        )}
        <ModalActions>
          {asked !== undefined && (
            <Button
              tone="quiet"
              onClick={() => {
                setAsked(undefined)
                setPlan(new Map())
              }}
            >
              Back
            </Button>
          )}
          {isLeaving ? (
            <>
              <Button tone="danger" onClick={closeDialog}>
                Discard the changes
              </Button>
              <Button autoFocus onClick={goOn}>
                Go on editing
              </Button>
            </>
          ) : (
            <Button tone="quiet" onClick={closeDialog}>
              Cancel
            </Button>
          )}
          <Button
            key={asked === undefined ? 'codebook' : 'plan'}
            tone="primary"
            type="submit"
            disabled={fault !== undefined || uses === undefined}
          >
            Save
          </Button>
        </ModalActions>
      </form>
    </Modal>
  )
}

/** The command that a key runs already; the keys of types are compared with each other. */
const commandWithKey: OwnerOfKey = key => {
  const fixed = commandsAsGiven(store.getState()).filter(({ id }) => !id.startsWith('tag-'))
  return ownerOfBinding(fixed, key)?.label
}

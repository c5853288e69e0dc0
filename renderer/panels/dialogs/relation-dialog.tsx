import type { RelationKind } from '../../../shared/codebook/relation-kinds'
import { relationKindsFor } from '../../../shared/codebook/relation-kinds'
import { KeyCap } from '../../controls/key-cap'
import { Modal } from '../../controls/modal'
import { closeDialog } from '../../state/notices'
import { relate } from '../../state/relating'
import { codebookOf } from '../../state/selectors'
import type { LinkEnd } from '../../state/store'
import { useWorkbench } from '../../state/store'
import { firstWords } from '../../values/count-text'
import styles from './dialogs.module.css'

/** Which relation leads from one annotation to the other: a digit, or arrows and Enter. */
export function RelationDialog({ from, to }: { readonly from: LinkEnd; readonly to: LinkEnd }) {
  const codebook = useWorkbench(codebookOf)
  const kinds = codebook === undefined ? [] : relationKindsFor(codebook, from.type, to.type)
  const choose = (kind: RelationKind | undefined): void => {
    if (kind === undefined) return
    closeDialog()
    relate(from, to, kind)
  }
  return (
    <Modal title="How are they linked?" onClose={closeDialog}>
      <div
        role="group"
        aria-label="Kinds of relations"
        onKeyDown={event => {
          if (/^[1-9]$/.test(event.key)) choose(kinds[Number(event.key) - 1])
          else if (event.key === 'ArrowDown') step(event.currentTarget, 1)
          else if (event.key === 'ArrowUp') step(event.currentTarget, -1)
          else return
          event.preventDefault()
        }}
      >
        <p className={styles['sum']} dir="auto">
          “{firstWords(from.words)}”
        </p>
        <div className={styles['kinds']}>
          {kinds.map((kind, index) => (
            <button
              key={kind.key}
              type="button"
              className={styles['kind']}
              title={kind.description}
              autoFocus={index === 0}
              onClick={() => {
                choose(kind)
              }}
            >
              {kind.label}
              <KeyCap>{(index + 1).toString()}</KeyCap>
            </button>
          ))}
        </div>
        <p className={styles['sum']} dir="auto">
          “{firstWords(to.words)}”
        </p>
      </div>
    </Modal>
  )
}

function step(group: HTMLElement, by: 1 | -1): void {
  const buttons = [...group.querySelectorAll('button')]
  const at = buttons.findIndex(button => button === document.activeElement)
  buttons[Math.min(buttons.length - 1, Math.max(0, at + by))]?.focus()
}

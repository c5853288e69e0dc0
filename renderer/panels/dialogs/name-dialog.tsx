import { useState } from 'react'
import { Button } from '../../controls/button'
import { Modal, ModalActions } from '../../controls/modal'
import { TextField } from '../../controls/text-field'
import { closeDialog } from '../../state/notices'

/** Ask for one name. */
export function NameDialog({
  title,
  label,
  name,
  help,
  action,
  onDone,
}: {
  readonly title: string
  readonly label: string
  readonly name: string
  readonly help: string
  readonly action: string
  readonly onDone: (name: string) => void
}) {
  const [typed, setTyped] = useState(name)
  const trimmed = typed.trim()
  return (
    <Modal title={title} onClose={closeDialog}>
      <form
        onSubmit={event => {
          event.preventDefault()
          if (trimmed === '') return
          closeDialog()
          onDone(trimmed)
        }}
      >
        <TextField
          label={label}
          help={help}
          value={typed}
          maxLength={200}
          onChange={setTyped}
          onFocus={event => {
            event.target.select()
          }}
        />
        <ModalActions>
          <Button tone="quiet" onClick={closeDialog}>
            Cancel
          </Button>
          <Button tone="primary" type="submit" disabled={trimmed === ''}>
            {action}
          </Button>
        </ModalActions>
      </form>
    </Modal>
  )
}

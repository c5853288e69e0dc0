import * as Popover from '@radix-ui/react-popover'
import { UserRound } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../controls/button'
import { TextField } from '../../controls/text-field'
import { setAnnotatorName } from '../../state/settings'
import { useWorkbench } from '../../state/store'
import styles from './bars.module.css'

/** Whose annotations this window makes, and a small form to change the name. */
export function AnnotatorButton() {
  const name = useWorkbench(state => state.opened?.annotator.name ?? '')
  const [isOpen, setOpen] = useState(false)
  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      <Popover.Trigger className={styles['annotator']} aria-label={`Annotator: ${name}`}>
        <UserRound size={15} strokeWidth={1.75} aria-hidden />
        {name}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className={styles['popover']}
          align="end"
          sideOffset={6}
          aria-label="Annotator"
        >
          <NameForm
            name={name}
            onDone={() => {
              setOpen(false)
            }}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

function NameForm({ name, onDone }: { readonly name: string; readonly onDone: () => void }) {
  const [typed, setTyped] = useState(name)
  const trimmed = typed.trim()
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        if (trimmed === '') return
        if (trimmed !== name) void setAnnotatorName(trimmed)
        onDone()
      }}
    >
      <TextField
        label="Your name"
        help="Stands beside every annotation you make in this project."
        value={typed}
        maxLength={200}
        onChange={setTyped}
      />
      <Button
        tone="primary"
        type="submit"
        disabled={trimmed === ''}
        style={{ marginTop: 'var(--space-3)' }}
      >
        Keep this name
      </Button>
    </form>
  )
}

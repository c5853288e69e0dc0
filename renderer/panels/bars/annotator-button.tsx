import * as Popover from '@radix-ui/react-popover'
import { UserRound } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../controls/button'
import { TextField } from '../../controls/text-field'
import { workAs } from '../../state/opening'
import { setAnnotatorName } from '../../state/settings'
import { useWorkbench } from '../../state/store'
import styles from './bars.module.css'

/** Whose annotations this window makes: the name can be changed, and somebody else can take over. */
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
            label="Your name"
            help="Stands beside every annotation you make, in every project on this computer. What you made before carries the new name, too."
            action="Keep this name"
            name={name}
            onDone={typed => {
              setOpen(false)
              if (typed !== name) void setAnnotatorName(typed)
            }}
          />
          <People
            onDone={() => {
              setOpen(false)
            }}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

/** Who else works on this computer: each has annotations of their own that nobody else changes. */
function People({ onDone }: { readonly onDone: () => void }) {
  const self = useWorkbench(state => state.opened?.annotator.id)
  const people = useWorkbench(state => state.info?.people)
  const [isAdding, setAdding] = useState(false)
  return (
    <section className={styles['people']} aria-label="Somebody else works here">
      <p>
        Somebody else works here now? Then what is made from now on is theirs, and yours stays as it
        is.
      </p>
      <ul>
        {people
          ?.filter(({ id }) => id !== self)
          .map(({ id, name }) => (
            <li key={id}>
              <button
                type="button"
                className={styles['person']}
                onClick={() => {
                  onDone()
                  void workAs(name, id)
                }}
              >
                {name}
              </button>
            </li>
          ))}
      </ul>
      {isAdding ? (
        <NameForm
          label="Their name"
          action="Work as them"
          name=""
          onDone={typed => {
            onDone()
            void workAs(typed)
          }}
        />
      ) : (
        <Button
          onClick={() => {
            setAdding(true)
          }}
        >
          Somebody new…
        </Button>
      )}
    </section>
  )
}

function NameForm({
  label,
  help,
  action,
  name,
  onDone,
}: {
  readonly label: string
  readonly help?: string
  readonly action: string
  readonly name: string
  readonly onDone: (typed: string) => void
}) {
  const [typed, setTyped] = useState(name)
  const trimmed = typed.trim()
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        if (trimmed !== '') onDone(trimmed)
      }}
    >
      <TextField
        label={label}
        {...(help === undefined ? {} : { help })}
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
        {action}
      </Button>
    </form>
  )
}

import { useEffect, useRef, useState } from 'react'
import type { Source } from '../../../shared/annotation/annotation'
import type { Mention } from '../../../shared/project/mention'
import { Button } from '../../controls/button'
import { TextField } from '../../controls/text-field'
import { splitOff } from '../../state/sources'
import { store, useWorkbench } from '../../state/store'
import { countOf } from '../../values/count-text'
import { MentionList } from './mention-list'
import styles from './sources.module.css'

/** Choose the annotations that belong to somebody else, and say to whom. Only one's own can be chosen. */
export function SplitSource({
  source,
  mentions,
  onDone,
}: {
  readonly source: Source
  readonly mentions: readonly Mention[]
  readonly onDone: () => void
}) {
  const [name, setName] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const field = useRef<HTMLDivElement>(null)
  useEffect(() => {
    field.current?.querySelector('input')?.focus()
  }, [])
  const annotator = useWorkbench(state => state.opened?.annotator.id)
  const own = mentions.filter(mention => mention.annotator === annotator)
  const isReady = name.trim() !== '' && chosen.size > 0
  const split = async (): Promise<void> => {
    const created = await splitOff(source, name.trim(), chosen)
    if (created === undefined) onDone()
    else store.setState({ shownSource: created })
  }
  return (
    <form
      className={styles['split']}
      onSubmit={event => {
        event.preventDefault()
        if (isReady) void split()
      }}
    >
      <div className={styles['form']}>
        <div ref={field}>
          <TextField
            label="Name of the new source"
            value={name}
            onChange={setName}
            help="Tick below what it said. Space ticks, Enter splits."
          />
        </div>
        <div className={styles['actions']}>
          <Button type="submit" tone="primary" disabled={!isReady}>
            Split off {countOf(chosen.size, 'annotation')}
          </Button>
          <Button onClick={onDone}>Cancel</Button>
        </div>
      </div>
      <MentionList
        mentions={own}
        chosen={chosen}
        onToggle={id => {
          const next = new Set(chosen)
          if (!next.delete(id)) next.add(id)
          setChosen(next)
        }}
      />
    </form>
  )
}

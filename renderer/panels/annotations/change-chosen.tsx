import { useId, useRef, useState } from 'react'
import type { Annotation, Source } from '../../../shared/annotation/annotation'
import type { Codebook } from '../../../shared/codebook/codebook'
import { typeOf } from '../../../shared/codebook/codebook'
import { Button } from '../../controls/button'
import { removeAll, retagAll, setAttributeOfAll } from '../../state/bulk-editing'
import { copyToMine } from '../../state/others'
import { isReadOnly, ownAnnotationOf } from '../../state/selectors'
import { useWorkbench } from '../../state/store'
import { writeCount } from '../../values/count-text'
import styles from './annotations.module.css'
import { askableOf } from './askable'
import type { NewValue } from './value-field'
import { ValueField } from './value-field'

const theType = 'type'

/** What is done with the chosen annotations: another type, a value for all of them, deleting them. One step of undo each. */
export function ChangeChosen({
  annotations,
  codebook,
  sources,
  onDone,
}: {
  readonly annotations: readonly Annotation[]
  readonly codebook: Codebook
  readonly sources: ReadonlyMap<string, Source>
  /** Nothing is chosen any more. */
  readonly onDone: () => void
}) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const [what, setWhat] = useState(theType)
  const [wanted, setWanted] = useState<string>()
  // The codebook may have lost the type meanwhile.
  const type = (wanted === undefined ? undefined : typeOf(codebook, wanted)) ?? codebook.types[0]
  const [given, setGiven] = useState<NewValue>({ value: undefined })
  const cannotWrite = useWorkbench(isReadOnly)
  const others = useWorkbench(
    state => annotations.filter(({ id }) => ownAnnotationOf(state, id) === undefined).length,
  )
  const askable = askableOf(annotations, codebook)
  const asked = askable.find(({ id }) => id === what)
  const own = annotations.length - others
  const isClearing = asked !== undefined && given.value === undefined
  const apply = (): void => {
    if (asked !== undefined)
      setAttributeOfAll(annotations, asked.attribute, asked.types, given.value, given.source)
    else if (type !== undefined) retagAll(annotations, type)
  }
  return (
    <section
      className={styles['change']}
      aria-label="Chosen annotations"
      data-others={others > 0 ? '' : undefined}
    >
      <p className={styles['changeHead']}>
        <span role="status">{writeCount(annotations.length)} chosen</span>
        <button type="button" className={styles['link']} onClick={onDone}>
          Choose none
        </button>
      </p>
      {others > 0 && (
        <p className={styles['note']}>
          {writeCount(others)} of them {others === 1 ? 'is' : 'are'} somebody else’s and{' '}
          {others === 1 ? 'stays' : 'stay'} as {others === 1 ? 'it is' : 'they are'}.{' '}
          {!cannotWrite && (
            <button
              type="button"
              className={styles['link']}
              onClick={() => {
                copyToMine(annotations.map(({ id }) => id))
                onDone()
              }}
            >
              Copy to mine
            </button>
          )}
        </p>
      )}
      <div className={styles['form']}>
        <label htmlFor={id} className={styles['label']}>
          Change
        </label>
        <select
          id={id}
          value={asked === undefined ? theType : what}
          onChange={event => {
            setWhat(event.target.value)
            setGiven({ value: undefined })
          }}
        >
          <option value={theType}>type</option>
          {askable.map(({ id, label }) => (
            <option key={id} value={id}>
              {label.toLowerCase()}
            </option>
          ))}
        </select>
        {asked === undefined ? (
          <>
            <label htmlFor={`${id}-type`} className={styles['label']}>
              to
            </label>
            <select
              id={`${id}-type`}
              value={type?.key ?? ''}
              onChange={event => {
                setWanted(event.target.value)
              }}
            >
              {codebook.types.map(({ key, label }) => (
                <option key={key} value={key}>
                  {label}
                </option>
              ))}
            </select>
          </>
        ) : (
          <ValueField
            key={asked.id}
            asked={asked}
            sources={sources}
            given={given}
            onGiven={setGiven}
            onDone={() => {
              // Not before the key is through: it would press the button, too.
              requestAnimationFrame(() => button.current?.focus())
            }}
          />
        )}
      </div>
      <div className={styles['changeActions']}>
        <Button
          tone="danger"
          disabled={cannotWrite || own === 0}
          onClick={() => {
            removeAll(annotations)
            onDone()
          }}
        >
          Delete {writeCount(own)}
        </Button>
        <Button
          ref={button}
          tone={isClearing ? 'plain' : 'primary'}
          disabled={cannotWrite || own === 0}
          onClick={apply}
        >
          {isClearing ? 'Clear' : 'Change'} {writeCount(own)}
        </Button>
      </div>
    </section>
  )
}

import type { KeyboardEvent } from 'react'
import { useId, useState } from 'react'
import { readUsedValues } from '../../../state/used-values'
import { useDraft } from '../../../state/use-draft'
import { completeText } from '../../../values/complete-text'
import styles from '../margin.module.css'
import { ComboInput } from './combo-input'
import type { FieldProps } from './line-field'

const noValues: readonly string[] = []

/**
 * A line of text; values that the project has for the same attribute are offered while typing. What is
 * typed counts unless one of them is marked with Down.
 */
export function TextField({
  field,
  label,
  type,
  attribute,
  saved,
  save,
  onDone,
}: FieldProps & {
  /** Keys of the annotation's type and of the attribute. */
  readonly type: string
  readonly attribute: string
  readonly saved: string
  readonly save: (text: string) => string | undefined
}) {
  const id = useId()
  const draft = useDraft({ field, saved, save })
  const [used, setUsed] = useState<readonly string[]>()
  const [isOpen, setOpen] = useState(false)
  const [marked, setMarked] = useState<number>()
  const options = isOpen ? completeText(used ?? noValues, draft.text) : noValues

  const open = (): void => {
    setOpen(true)
    setMarked(undefined)
    if (used !== undefined) return
    setUsed(noValues)
    void readUsedValues(type, attribute).then(setUsed)
  }
  const close = (): void => {
    setOpen(false)
    setMarked(undefined)
    // Read again the next time: others have come by then.
    setUsed(undefined)
  }
  const choose = (value: string | undefined): boolean => {
    close()
    return draft.finish(value)
  }
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    const chosen = marked === undefined ? undefined : options[marked]
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!isOpen) open()
      if (options.length > 0) setMarked(markAfter(marked, event.key, options.length))
    } else if (event.key === 'Enter') {
      if (choose(chosen)) onDone()
    } else if (event.key === 'Tab' && chosen !== undefined) choose(chosen)
  }

  return (
    <>
      <label htmlFor={id} className={styles['label']}>
        {label}
      </label>
      <div className={styles['control']}>
        <ComboInput
          id={id}
          text={draft.text}
          optionsName={`Values of ${label}`}
          isOpen={options.length > 0}
          markedId={marked === undefined ? undefined : `${id}-${marked.toString()}`}
          onText={text => {
            draft.setText(text)
            open()
          }}
          onOpen={() => undefined}
          onLeave={() => {
            choose(undefined)
          }}
          onPress={press}
        >
          {options.map((value, index) => (
            <li
              key={value}
              id={`${id}-${index.toString()}`}
              role="option"
              aria-selected={index === marked}
              className={styles['option']}
              // The field keeps the keyboard, so that choosing does not also leave it.
              onMouseDown={event => {
                event.preventDefault()
                choose(value)
              }}
            >
              {value}
            </li>
          ))}
        </ComboInput>
      </div>
    </>
  )
}

function markAfter(marked: number | undefined, key: string, count: number): number {
  if (marked === undefined) return key === 'ArrowDown' ? 0 : count - 1
  return (marked + (key === 'ArrowDown' ? 1 : -1) + count) % count
}

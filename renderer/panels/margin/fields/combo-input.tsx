import { autoUpdate, flip, offset, size, useFloating } from '@floating-ui/react'
import type { KeyboardEvent, ReactNode } from 'react'
import styles from '../margin.module.css'

/** A line to type into with a list of options below it; what the options are and mean is the caller's matter. */
export function ComboInput({
  id,
  text,
  optionsName,
  isOpen,
  markedId,
  describedBy,
  onText,
  onOpen,
  onLeave,
  onPress,
  children,
}: {
  readonly id: string
  readonly text: string
  /** What the list of options is called. */
  readonly optionsName: string
  readonly isOpen: boolean
  readonly markedId: string | undefined
  readonly describedBy?: string | undefined
  readonly onText: (text: string) => void
  readonly onOpen: () => void
  readonly onLeave: () => void
  readonly onPress: (event: KeyboardEvent) => void
  readonly children: ReactNode
}) {
  const { refs, floatingStyles } = useFloating({
    open: isOpen,
    strategy: 'fixed',
    placement: 'bottom-start',
    whileElementsMounted: autoUpdate,
    middleware: [
      offset(4),
      flip({ padding: 8 }),
      size({
        apply: ({ rects, elements }) => {
          elements.floating.style.width = `${rects.reference.width.toString()}px`
        },
      }),
    ],
  })
  /* eslint-disable react-hooks/refs -- setters that React calls, not values that are read */
  return (
    <>
      <input
        ref={refs.setReference}
        id={id}
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={`${id}-options`}
        aria-autocomplete="list"
        aria-activedescendant={isOpen ? markedId : undefined}
        aria-describedby={describedBy}
        className={styles['input']}
        value={text}
        spellCheck={false}
        autoComplete="off"
        dir="auto"
        onChange={event => {
          onText(event.target.value)
        }}
        onClick={onOpen}
        onBlur={onLeave}
        onKeyDown={onPress}
      />
      {isOpen && (
        <ul
          ref={refs.setFloating}
          id={`${id}-options`}
          role="listbox"
          aria-label={optionsName}
          className={styles['options']}
          style={floatingStyles}
        >
          {children}
        </ul>
      )}
    </>
  )
  /* eslint-enable react-hooks/refs */
}

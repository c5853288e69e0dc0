import { Command } from 'cmdk'
import { useEffect } from 'react'
import type { AnnotationType } from '../../../shared/codebook/codebook'
import type { Span } from '../../../shared/text/span'
import { selectedSpan } from '../../state/selectors'
import { useWorkbench } from '../../state/store'
import { stopPicking, tagSelection } from '../../state/tagging'
import { usePane, usePaneId } from '../../state/use-pane'
import { shownView } from '../../state/view'
import { recentFirst } from '../../values/recent-first'
import { typeColours } from '../../values/type-colours'
import { KeyOf } from './key-of'
import styles from './reader.module.css'
import { useAtWords } from './use-at-words'

const noTypes: readonly AnnotationType[] = []

/** All types at the selected words, those used last first, found by typing. */
export function TypePicker() {
  const isOpen = usePane(state => state.isPickingType)
  const start = usePane(state => selectedSpan(state)?.start)
  const end = usePane(state => selectedSpan(state)?.end)
  if (!isOpen || start === undefined || end === undefined) return null
  return <Picker start={start} end={end} />
}

function Picker({ start, end }: Span) {
  const types = useWorkbench(state => state.project?.codebook.types ?? noTypes)
  const recent = useWorkbench(state => state.recentTypes)
  const { setFloating, style } = useAtWords({ start, end }, 'bottom-start')
  const pane = usePaneId()
  useEffect(() => {
    const view = shownView(pane)
    // The browser shows no selection in the text while the keyboard is in the field.
    view?.showMeant({ start, end })
    return () => {
      view?.showMeant(undefined)
    }
  }, [start, end, pane])
  return (
    <div
      ref={setFloating}
      role="dialog"
      aria-label="Tag with a type"
      className={styles['picker']}
      style={style}
      onBlur={event => {
        if (!event.currentTarget.contains(event.relatedTarget)) stopPicking()
      }}
      onKeyDown={event => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        event.preventDefault()
        stopPicking()
      }}
    >
      <Command label="Types" loop>
        <Command.Input autoFocus className={styles['pickerInput']} placeholder="Which type?" />
        <Command.List className={styles['pickerList']} label="Types">
          <Command.Empty className={styles['pickerEmpty']}>No type of that name.</Command.Empty>
          {recentFirst(types, recent).map(type => (
            <Command.Item
              key={type.key}
              value={type.key}
              keywords={[type.label, type.description ?? '']}
              className={styles['pickerItem']}
              data-typed=""
              style={typeColours(type)}
              onSelect={() => {
                stopPicking()
                tagSelection(type)
              }}
            >
              <span className={styles['pickerName']}>{type.label}</span>
              <KeyOf command={`tag-${type.key}`} />
            </Command.Item>
          ))}
        </Command.List>
      </Command>
    </div>
  )
}

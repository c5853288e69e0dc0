import * as Menu from '@radix-ui/react-dropdown-menu'
import { Check, Eye, EyeOff } from 'lucide-react'
import { useMemo } from 'react'
import { runCommand } from '../../commands/commands'
import { useKeyOf } from '../../commands/use-key-of'
import { IconButton } from '../../controls/icon-button'
import { KeyCap } from '../../controls/key-cap'
import { showAllMarks, toggleMarks } from '../../state/hiding'
import type { OtherHere } from '../../state/others'
import { othersHere, toggleAnnotator } from '../../state/others'
import { store, useWorkbench } from '../../state/store'
import { writeCount } from '../../values/count-text'
import { typeColours } from '../../values/type-colours'
import styles from './bars.module.css'

/** Which types are marked in the text, and whose: each can be hidden, and all of them at once. */
export function MarksMenu() {
  const types = useWorkbench(state => state.project?.codebook.types)
  const hidden = useWorkbench(state => state.hiddenTypes)
  const hidesAll = useWorkbench(state => state.hidesMarks)
  const hasArticle = useWorkbench(state => state.article !== undefined)
  const key = useKeyOf()('toggle-marks')
  const isPartial = hidesAll || hidden.size > 0
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger asChild>
        <IconButton
          icon={isPartial ? EyeOff : Eye}
          label={isPartial ? 'Marks: some are hidden' : 'Marks: all are shown'}
          keys={key}
          disabled={!hasArticle}
        />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Content className={styles['menu']} align="end" sideOffset={6}>
          {types?.map(type => (
            <Tick
              key={type.key}
              isOn={!hidesAll && !hidden.has(type.key)}
              onToggle={() => runCommand(`hide-${type.key}`)}
            >
              <span className={styles['menuType']} data-typed="" style={typeColours(type)}>
                {type.label}
              </span>
            </Tick>
          ))}
          <Menu.Separator className={styles['menuLine']} />
          <Tick isOn={!isPartial} onToggle={isPartial ? showAllMarks : toggleMarks}>
            <span className={styles['menuAll']}>All marks</span>
            {key !== undefined && <KeyCap>{key}</KeyCap>}
          </Tick>
          <OthersMenu />
        </Menu.Content>
      </Menu.Portal>
    </Menu.Root>
  )
}

/** The annotations of other annotators: all of them by a switch, and each one by name. */
function OthersMenu() {
  const others = useOthersHere()
  const shows = useWorkbench(state => state.info?.preferences.showsOthers ?? true)
  const hidden = useWorkbench(state => state.hiddenAnnotators)
  const key = useKeyOf()('toggle-others')
  return (
    <>
      <Menu.Separator className={styles['menuLine']} />
      <Tick isOn={shows} onToggle={() => runCommand('toggle-others')}>
        <span className={styles['menuAll']}>Annotations of others</span>
        {key !== undefined && <KeyCap>{key}</KeyCap>}
      </Tick>
      {others.length === 0 && (
        <p className={styles['menuNote']}>Nobody else has marked this article.</p>
      )}
      {others.map(({ id, name, count }) => (
        <Tick
          key={id}
          isOn={shows && !hidden.has(id)}
          onToggle={() => {
            toggleAnnotator(id)
          }}
        >
          <span className={styles['menuAll']}>{name}</span>
          <span className={styles['menuCount']}>{writeCount(count)}</span>
        </Tick>
      ))}
    </>
  )
}

function useOthersHere(): readonly OtherHere[] {
  const sets = useWorkbench(state => state.project?.sets)
  const annotators = useWorkbench(state => state.project?.annotators)
  const article = useWorkbench(state => state.article)
  // Asked only while the menu is open, and again when one of these is another.
  return useMemo(
    () => (sets && annotators && article ? othersHere(store.getState()) : []),
    [sets, annotators, article],
  )
}

function Tick({
  isOn,
  onToggle,
  children,
}: {
  readonly isOn: boolean
  readonly onToggle: () => void
  readonly children: React.ReactNode
}) {
  return (
    <Menu.CheckboxItem
      checked={isOn}
      className={styles['menuItem']}
      onSelect={event => {
        // Several can be chosen one after another.
        event.preventDefault()
        onToggle()
      }}
    >
      <span className={styles['tick']}>{isOn && <Check size={14} aria-hidden />}</span>
      {children}
    </Menu.CheckboxItem>
  )
}

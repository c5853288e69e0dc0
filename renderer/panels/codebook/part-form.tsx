import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useEffect, useRef } from 'react'
import type { Choice } from '../../../shared/codebook/codebook'
import type { PartUse } from '../../../shared/project/codebook-uses'
import { IconButton } from '../../controls/icon-button'
import { SelectField } from '../../controls/select-field'
import { TextField } from '../../controls/text-field'
import { ChoiceList } from './choice-list'
import styles from './codebook.module.css'

/** An attribute of a type, or a field of articles: something that has a name and holds values of one kind. */
type Part<Kind extends string> = {
  readonly label: string
  readonly kind: Kind
  readonly choices?: Choice[] | undefined
}

/** Where a part stands in its list, and what is done to it. */
export type PartFormActions<P> = {
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onChange: (part: P) => void
  readonly onMove: (step: -1 | 1) => void
  readonly onDelete: () => void
}

/** What attributes and fields of articles have in common: a name, what they hold, their choices and their place. */
export function PartForm<Kind extends string, P extends Part<Kind>>({
  part,
  unnamed,
  fault,
  kinds,
  keepsKind = false,
  help,
  choiceUsedAs,
  choiceUsedBy,
  isFirst,
  isLast,
  onChange,
  onMove,
  onDelete,
  children,
}: PartFormActions<P> & {
  readonly part: P & Part<Kind>
  /** What it is called as long as it has no name. */
  readonly unnamed: string
  readonly fault: string | undefined
  /** In the order in which they are offered. */
  readonly kinds: readonly { readonly key: Kind; readonly label: string }[]
  readonly keepsKind?: boolean
  readonly help: string | undefined
  readonly choiceUsedAs: (choice: string) => PartUse | undefined
  readonly choiceUsedBy?: (use: PartUse) => string
  readonly children?: ReactNode
}) {
  const group = useRef<HTMLDivElement>(null)
  const isUnnamed = useRef(part.label === '')
  useEffect(() => {
    if (isUnnamed.current) group.current?.querySelector('input')?.focus()
  }, [])
  const name = part.label === '' ? unnamed : part.label
  return (
    <div ref={group} role="group" aria-label={name} className={styles['attribute']}>
      <div className={styles['attributeHead']}>
        <TextField
          label="Name"
          value={part.label}
          message={fault}
          maxLength={100}
          onChange={label => {
            onChange({ ...part, label })
          }}
        />
        <SelectField
          label="Holds"
          value={part.kind}
          options={kinds}
          isDisabled={keepsKind}
          help={help}
          onChange={kind => {
            onChange({ ...part, kind })
          }}
        />
        <div className={styles['attributeTools']}>
          <IconButton
            label={`Move ${name} up`}
            icon={ArrowUp}
            disabled={isFirst}
            onClick={() => {
              onMove(-1)
            }}
          />
          <IconButton
            label={`Move ${name} down`}
            icon={ArrowDown}
            disabled={isLast}
            onClick={() => {
              onMove(1)
            }}
          />
          <IconButton label={`Delete ${name}`} icon={Trash2} onClick={onDelete} />
        </div>
      </div>
      {part.kind === 'choice' && (
        <ChoiceList
          choices={part.choices ?? []}
          usedAs={choiceUsedAs}
          {...(choiceUsedBy === undefined ? {} : { usedBy: choiceUsedBy })}
          onChange={choices => {
            onChange({ ...part, choices })
          }}
        />
      )}
      {children}
    </div>
  )
}

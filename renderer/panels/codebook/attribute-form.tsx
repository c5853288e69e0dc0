import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { useEffect, useId, useRef } from 'react'
import type { Attribute, AttributeKind } from '../../../shared/codebook/codebook'
import { attributeKinds } from '../../../shared/codebook/codebook'
import { attributeFault } from '../../../shared/codebook/codebook-faults'
import { IconButton } from '../../controls/icon-button'
import { SelectField } from '../../controls/select-field'
import { TextField } from '../../controls/text-field'
import type { PartUse } from '../../../shared/project/codebook-uses'
import { wordsOfUse } from './part-in-use'
import { ChoiceList } from './choice-list'
import styles from './codebook.module.css'

const kindNames: Readonly<Record<AttributeKind, string>> = {
  choice: 'One of some choices',
  text: 'Text',
  number: 'Number or range',
  'yes-no': 'Yes or no',
  date: 'Date',
  source: 'Source',
}

/** One attribute: what it is called, what it holds, and whether an annotation is finished without it. */
export function AttributeForm({
  attribute,
  others,
  keepsKind,
  use,
  choiceUsedAs,
  isFirst,
  isLast,
  onChange,
  onMove,
  onDelete,
}: {
  readonly attribute: Attribute
  readonly others: readonly Attribute[]
  /** Annotations may have values, which another kind could not read. */
  readonly keepsKind: boolean
  /** How many annotations have a value; absent for none. */
  readonly use: PartUse | undefined
  readonly choiceUsedAs: (choice: string) => PartUse | undefined
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onChange: (attribute: Attribute) => void
  readonly onMove: (step: -1 | 1) => void
  readonly onDelete: () => void
}) {
  const id = useId()
  const group = useRef<HTMLDivElement>(null)
  const isUnnamed = useRef(attribute.label === '')
  useEffect(() => {
    if (isUnnamed.current) group.current?.querySelector('input')?.focus()
  }, [])
  const name = attribute.label === '' ? 'the new attribute' : attribute.label
  return (
    <div ref={group} role="group" aria-label={name} className={styles['attribute']}>
      <div className={styles['attributeHead']}>
        <TextField
          label="Name"
          value={attribute.label}
          message={attributeFault(attribute, others)}
          maxLength={100}
          onChange={label => {
            onChange({ ...attribute, label })
          }}
        />
        <SelectField
          label="Holds"
          value={attribute.kind}
          options={attributeKinds.map(key => ({ key, label: kindNames[key] }))}
          isDisabled={keepsKind}
          help={keepsKind ? wordsOfUse(use, 'value') : undefined}
          onChange={kind => {
            onChange({ ...attribute, kind })
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
      {attribute.kind === 'choice' && (
        <ChoiceList
          choices={attribute.choices ?? []}
          usedAs={choiceUsedAs}
          onChange={choices => {
            onChange({ ...attribute, choices })
          }}
        />
      )}
      <label className={styles['tick']} htmlFor={id}>
        <input
          id={id}
          type="checkbox"
          checked={attribute.required ?? false}
          onChange={event => {
            onChange({ ...attribute, required: event.target.checked })
          }}
        />
        Required: an annotation without it is not finished
      </label>
    </div>
  )
}

import { useId } from 'react'
import type { Attribute, AttributeKind } from '../../../shared/codebook/codebook'
import { attributeKinds } from '../../../shared/codebook/codebook'
import { attributeFault } from '../../../shared/codebook/codebook-faults'
import type { PartUse } from '../../../shared/project/codebook-uses'
import styles from './codebook.module.css'
import type { PartFormActions } from './part-form'
import { PartForm } from './part-form'
import { wordsOfUse } from './part-in-use'

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
  ...actions
}: PartFormActions<Attribute> & {
  readonly attribute: Attribute
  readonly others: readonly Attribute[]
  /** Annotations may have values, which another kind could not read. */
  readonly keepsKind: boolean
  /** How many annotations have a value; absent for none. */
  readonly use: PartUse | undefined
  readonly choiceUsedAs: (choice: string) => PartUse | undefined
}) {
  const id = useId()
  return (
    <PartForm
      {...actions}
      part={attribute}
      unnamed="the new attribute"
      fault={attributeFault(attribute, others)}
      kinds={attributeKinds.map(key => ({ key, label: kindNames[key] }))}
      keepsKind={keepsKind}
      help={keepsKind ? wordsOfUse(use, 'value') : undefined}
      choiceUsedAs={choiceUsedAs}
    >
      <label className={styles['tick']} htmlFor={id}>
        <input
          id={id}
          type="checkbox"
          checked={attribute.required ?? false}
          onChange={event => {
            actions.onChange({ ...attribute, required: event.target.checked })
          }}
        />
        Required: an annotation without it is not finished
      </label>
    </PartForm>
  )
}

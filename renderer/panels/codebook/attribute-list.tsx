import { Plus } from 'lucide-react'
import type { Attribute } from '../../../shared/codebook/codebook'
import {
  movedBy,
  passingKey,
  removedFrom,
  replacedIn,
} from '../../../shared/codebook/edit-codebook'
import { Button } from '../../controls/button'
import { newId } from '../../state/new-id'
import { nameOfPart } from '../../../shared/codebook/removed-parts'
import type { PartUse } from '../../../shared/project/codebook-uses'
import type { PartUses } from './part-in-use'
import { wordsOfUse } from './part-in-use'
import { AttributeForm } from './attribute-form'
import styles from './codebook.module.css'

/** What is asked about each annotation of a type, in the order of the fields. */
export function AttributeList({
  attributes,
  before,
  count,
  uses,
  type,
  onChange,
}: {
  readonly attributes: readonly Attribute[]
  /** As the project has them: those that are missing were deleted in this draft. */
  readonly before: readonly Attribute[]
  /** How many annotations have the type. */
  readonly count: number
  /** Absent until it is known. */
  readonly uses: PartUses | undefined
  /** Key of the type. */
  readonly type: string
  readonly onChange: (attributes: Attribute[]) => void
}) {
  const usedAs = ({ key }: Attribute): PartUse | undefined =>
    uses?.get(nameOfPart({ kind: 'attribute', type, attribute: key }))
  const deleted = before.filter(({ key }) => !attributes.some(kept => kept.key === key))
  return (
    <section className={styles['attributes']} aria-label="Attributes">
      <h3 className={styles['title']}>Attributes</h3>
      {attributes.map((attribute, index) => (
        <AttributeForm
          key={attribute.key}
          attribute={attribute}
          others={attributes}
          keepsKind={
            (uses === undefined ? count > 0 : usedAs(attribute) !== undefined) &&
            before.some(({ key }) => key === attribute.key)
          }
          use={usedAs(attribute)}
          choiceUsedAs={choice =>
            uses?.get(nameOfPart({ kind: 'choice', type, attribute: attribute.key, choice }))
          }
          isFirst={index === 0}
          isLast={index === attributes.length - 1}
          onChange={after => {
            onChange(replacedIn(attributes, after))
          }}
          onMove={step => {
            onChange(movedBy(attributes, index, step))
          }}
          onDelete={() => {
            onChange(removedFrom(attributes, attribute.key))
          }}
        />
      ))}
      {deleted.map(attribute => (
        <div key={attribute.key} className={styles['deletedRow']}>
          <p>
            {attribute.label} is deleted
            {usedAs(attribute) === undefined ? '.' : `: ${wordsOfUse(usedAs(attribute), 'value')}.`}
          </p>
          <Button
            tone="quiet"
            aria-label={`Bring back ${attribute.label}`}
            onClick={() => {
              onChange([...attributes, attribute])
            }}
          >
            Bring back
          </Button>
        </div>
      ))}
      <Button
        onClick={() => {
          onChange([...attributes, { key: passingKey(newId()), label: '', kind: 'text' }])
        }}
      >
        <Plus size={16} aria-hidden /> Add an attribute
      </Button>
    </section>
  )
}

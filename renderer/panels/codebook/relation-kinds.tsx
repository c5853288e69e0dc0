import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react'
import type { Codebook } from '../../../shared/codebook/codebook'
import { labelFault } from '../../../shared/codebook/codebook-faults'
import {
  movedBy,
  passingKey,
  removedFrom,
  replacedIn,
} from '../../../shared/codebook/edit-codebook'
import type { RelationKind } from '../../../shared/codebook/relation-kinds'
import { Button } from '../../controls/button'
import { IconButton } from '../../controls/icon-button'
import { TextField } from '../../controls/text-field'
import { nameOfPart } from '../../../shared/codebook/removed-parts'
import type { PartUses } from './part-in-use'
import { wordsOfUse } from './part-in-use'
import { newId } from '../../state/new-id'
import styles from './codebook.module.css'

/** The kinds of relations, each with the types it may lead from and to. */
export function RelationKinds({
  codebook,
  uses,
  onChange,
}: {
  readonly codebook: Codebook
  /** Absent until it is known. */
  readonly uses: PartUses | undefined
  readonly onChange: (codebook: Codebook) => void
}) {
  const { relations } = codebook
  const withKinds = (kinds: RelationKind[]): void => {
    onChange({ ...codebook, relations: kinds })
  }
  return (
    <section aria-label="Relations">
      <p className={styles['help']}>
        What one annotation may say about another. With no type ticked, any type fits.
      </p>
      {relations.map((kind, index) => {
        const name = kind.label === '' ? 'the new relation' : kind.label
        return (
          <div key={kind.key} role="group" aria-label={name} className={styles['attribute']}>
            <div className={styles['attributeHead']}>
              <TextField
                label="Name"
                value={kind.label}
                message={labelFault(kind, relations)}
                help={
                  wordsOfUse(
                    uses?.get(nameOfPart({ kind: 'relation', relation: kind.key })),
                    'link',
                  ) || undefined
                }
                maxLength={100}
                onChange={label => {
                  withKinds(replacedIn(relations, { ...kind, label }))
                }}
              />
              <div className={styles['attributeTools']}>
                <IconButton
                  label={`Move ${name} up`}
                  icon={ArrowUp}
                  disabled={index === 0}
                  onClick={() => {
                    withKinds(movedBy(relations, index, -1))
                  }}
                />
                <IconButton
                  label={`Move ${name} down`}
                  icon={ArrowDown}
                  disabled={index === relations.length - 1}
                  onClick={() => {
                    withKinds(movedBy(relations, index, 1))
                  }}
                />
                <IconButton
                  label={`Delete ${name}`}
                  icon={Trash2}
                  onClick={() => {
                    withKinds(removedFrom(relations, kind.key))
                  }}
                />
              </div>
            </div>
            {(['from', 'to'] as const).map(end => (
              <EndTypes
                key={end}
                legend={end === 'from' ? 'Leads from' : 'Leads to'}
                types={codebook.types}
                ticked={kind[end] ?? []}
                onChange={keys => {
                  withKinds(replacedIn(relations, { ...kind, [end]: keys }))
                }}
              />
            ))}
          </div>
        )
      })}
      <Button
        onClick={() => {
          withKinds([...relations, { key: passingKey(newId()), label: '' }])
        }}
      >
        <Plus size={16} aria-hidden /> Add a relation
      </Button>
    </section>
  )
}

function EndTypes({
  legend,
  types,
  ticked,
  onChange,
}: {
  readonly legend: string
  readonly types: Codebook['types']
  readonly ticked: readonly string[]
  readonly onChange: (keys: string[]) => void
}) {
  return (
    <fieldset className={styles['ends']}>
      <legend className={styles['legend']}>{legend}</legend>
      {types.map(({ key, label }) => (
        <label key={key} className={styles['tick']}>
          <input
            type="checkbox"
            checked={ticked.includes(key)}
            onChange={event => {
              onChange(
                event.target.checked ? [...ticked, key] : ticked.filter(other => other !== key),
              )
            }}
          />
          {label === '' ? 'New type' : label}
        </label>
      ))}
    </fieldset>
  )
}

import { useEffect, useId, useRef } from 'react'
import { sharedAttributes } from '../../../shared/annotation/retag'
import type { AnnotationType, Codebook } from '../../../shared/codebook/codebook'
import { typeOf } from '../../../shared/codebook/codebook'
import { nameOfPart } from '../../../shared/codebook/removed-parts'
import type { MigrationPlan, PartPlan } from '../../../shared/project/migrate-codebook'
import { countOf } from '../../values/count-text'
import styles from './codebook.module.css'
import type { FieldInUse } from './fields-in-use'
import type { PartInUse, PartUses } from './part-in-use'
import { wordsOfUse } from './part-in-use'

/** What becomes of the annotations and links that have what is deleted: asked once, before it is saved. */
export function MigrationForm({
  before,
  draft,
  parts,
  fields,
  uses,
  plan,
  onPlan,
}: {
  readonly before: Codebook
  readonly draft: Codebook
  readonly parts: readonly PartInUse[]
  readonly fields: readonly FieldInUse[]
  readonly uses: PartUses
  readonly plan: MigrationPlan
  readonly onPlan: (plan: MigrationPlan) => void
}) {
  const form = useRef<HTMLElement>(null)
  useEffect(() => {
    form.current?.querySelector('select')?.focus()
  }, [])
  return (
    <section ref={form} className={styles['migration']} aria-label="What becomes of what is in use">
      <p className={styles['help']}>
        You deleted what {parts.length === 0 ? 'articles' : 'annotations'} have. Nothing of it goes
        unless you say so, and one undo takes all of this back.
      </p>
      {parts.map(part => (
        <PartRow
          key={part.name}
          inUse={part}
          before={before}
          draft={draft}
          uses={uses}
          planned={plan.get(part.name) ?? { do: 'keep' }}
          onPlanned={planned => {
            onPlan(new Map(plan).set(part.name, planned))
          }}
        />
      ))}
      {fields.map(({ name, label, isChoice, articles }) => (
        <div key={name} role="group" aria-label={label} className={styles['attribute']}>
          <h3 className={styles['migrationName']}>{label}</h3>
          <p className={styles['help']}>
            {countOf(articles, 'article')} {articles === 1 ? 'has' : 'have'} it and{' '}
            {articles === 1 ? 'keeps' : 'keep'} it:{' '}
            {isChoice
              ? 'it is shown as a value that is none of the choices any more, and exported as before.'
              : 'it is shown with the article’s other details, exported as before, and a field that is brought back has it again.'}
          </p>
        </div>
      ))}
    </section>
  )
}

type RowProps = {
  readonly inUse: PartInUse
  readonly before: Codebook
  readonly draft: Codebook
  readonly uses: PartUses
  readonly planned: PartPlan
  readonly onPlanned: (planned: PartPlan) => void
}

function PartRow({ inUse, before, draft, uses, planned, onPlanned }: RowProps) {
  const id = useId()
  const { part, label, use, targets } = inUse
  const from = part.kind === 'type' ? typeOf(before, part.type) : undefined
  const to = planned.do === 'move' ? typeOf(draft, planned.to) : undefined
  const words = wordsFor(inUse)
  return (
    <div role="group" aria-labelledby={`${id}-name`} className={styles['attribute']}>
      <div className={styles['migrationHead']}>
        <div>
          <h3 id={`${id}-name`} className={styles['migrationName']}>
            {label}
          </h3>
          <p className={styles['help']}>
            {wordsOfUse(use, words.what)}
            {use.others > 0 &&
              `, ${countOf(use.others, 'of them somebody else’s and left as it is', 'of them somebody else’s and left as they are')}`}
          </p>
        </div>
        {use.own > 0 && (
          <select
            className={styles['input']}
            aria-label={`What becomes of ${label}`}
            value={planned.do === 'move' ? `>${planned.to}` : planned.do}
            onChange={event => {
              onPlanned(planOf(event.target.value, from, draft))
            }}
          >
            <option value="keep">{words.keep}</option>
            {targets.map(target => (
              <option key={target.key} value={`>${target.key}`}>
                {words.move} {target.label}
              </option>
            ))}
            <option value="delete">{words.remove}</option>
          </select>
        )}
      </div>
      {planned.do === 'move' && from !== undefined && to !== undefined && (
        <AttributeRows
          from={from}
          to={to}
          uses={uses}
          mapped={planned.attributes ?? {}}
          onMapped={attributes => {
            onPlanned({ ...planned, attributes })
          }}
        />
      )}
    </div>
  )
}

function planOf(choice: string, from: AnnotationType | undefined, draft: Codebook): PartPlan {
  if (choice === 'delete') return { do: 'delete' }
  if (!choice.startsWith('>')) return { do: 'keep' }
  const key = choice.slice(1)
  const to = typeOf(draft, key)
  if (from === undefined || to === undefined) return { do: 'move', to: key }
  return { do: 'move', to: key, attributes: sharedAttributes(from, to) }
}

/** Which attribute of the new type takes the values of which of the old one. */
function AttributeRows({
  from,
  to,
  uses,
  mapped,
  onMapped,
}: {
  readonly from: AnnotationType
  readonly to: AnnotationType
  readonly uses: PartUses
  readonly mapped: Readonly<Record<string, string>>
  readonly onMapped: (mapped: Readonly<Record<string, string>>) => void
}) {
  const used = from.attributes.flatMap(attribute => {
    const part = { kind: 'attribute' as const, type: from.key, attribute: attribute.key }
    const use = uses.get(nameOfPart(part))
    return use === undefined ? [] : [{ attribute, use }]
  })
  return (
    <>
      {used.map(({ attribute, use }) => {
        const targets = to.attributes.filter(({ kind }) => kind === attribute.kind)
        const isClash = to.attributes.some(({ key }) => key === attribute.key)
        return (
          <label key={attribute.key} className={styles['migrationLine']}>
            <span>
              {attribute.label}{' '}
              <span className={styles['help']}>{countOf(use.own + use.others, 'value')}</span>
            </span>
            <select
              className={styles['input']}
              aria-label={`Values of ${attribute.label}`}
              value={mapped[attribute.key] ?? ''}
              onChange={event => {
                const { [attribute.key]: _, ...others } = mapped
                const key = event.target.value
                onMapped(key === '' ? others : { ...others, [attribute.key]: key })
              }}
            >
              <option value="">
                {isClash ? 'go into the note' : 'stay, but are not asked for'}
              </option>
              {targets.map(target => (
                <option key={target.key} value={target.key}>
                  become {target.label}
                </option>
              ))}
            </select>
          </label>
        )
      })}
    </>
  )
}

/** What can be chosen, in the words that fit the part. */
function wordsFor({ part }: PartInUse): {
  readonly what: string
  readonly keep: string
  readonly move: string
  readonly remove: string
} {
  switch (part.kind) {
    case 'type':
      return {
        what: 'annotation',
        keep: 'Keep them as they are, in grey',
        move: 'Make them',
        remove: 'Delete them',
      }
    case 'attribute':
      return {
        what: 'value',
        keep: 'Keep the values, unasked',
        move: 'Make them values of',
        remove: 'Clear the values',
      }
    case 'choice':
      return {
        what: 'annotation',
        keep: 'Keep it where it is',
        move: 'Make it',
        remove: 'Clear it',
      }
    case 'relation':
      return {
        what: 'link',
        keep: 'Keep the links as they are',
        move: 'Make them',
        remove: 'Delete the links',
      }
  }
}

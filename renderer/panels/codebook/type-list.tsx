import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react'
import type { AnnotationType, Codebook } from '../../../shared/codebook/codebook'
import type { OwnerOfKey } from '../../../shared/codebook/codebook-faults'
import { movedBy, passingKey, removedFrom } from '../../../shared/codebook/edit-codebook'
import { colourFor } from '../../../shared/codebook/offered-colours'
import { Button } from '../../controls/button'
import { IconButton } from '../../controls/icon-button'
import { KeyCap } from '../../controls/key-cap'
import { newId } from '../../state/new-id'
import { countOf } from '../../values/count-text'
import { typeColours } from '../../values/type-colours'
import styles from './codebook.module.css'
import { fieldsPart, relationsPart } from './parts'
import { GiveOut } from './give-out'
import { TakeIn } from './take-in'

type Props = {
  readonly draft: Codebook
  readonly before: Codebook
  /** By type key. */
  readonly counts: ReadonlyMap<string, number>
  /** It could not be saved as it is. */
  readonly isFaulty: boolean
  readonly ownerOfKey: OwnerOfKey
  readonly shown: string
  readonly onShow: (key: string) => void
  readonly onChange: (draft: Codebook) => void
}

/** All types in their order, the relations, the fields of articles, and what annotations still have of deleted types. */
export function TypeList({
  draft,
  before,
  counts,
  isFaulty,
  ownerOfKey,
  shown,
  onShow,
  onChange,
}: Props) {
  const index = draft.types.findIndex(({ key }) => key === shown)
  const type = draft.types[index]
  const withTypes = (types: AnnotationType[]): void => {
    onChange({ ...draft, types })
  }
  const add = (): void => {
    const added = newType(draft.types)
    withTypes([...draft.types, added])
    onShow(added.key)
  }
  return (
    <nav className={styles['list']} aria-label="Parts of the codebook">
      <ul className={styles['types']}>
        {draft.types.map(({ key, label, shortcut, ...rest }) => (
          <li key={key}>
            <button
              type="button"
              className={styles['type']}
              aria-current={key === shown}
              data-typed=""
              style={typeColours({ key, label, ...rest })}
              onClick={() => {
                onShow(key)
              }}
            >
              <span className={styles['dot']} aria-hidden />
              <span className={styles['typeName']}>{label === '' ? 'New type' : label}</span>
              {shortcut !== undefined && shortcut !== '' && <KeyCap>{shortcut}</KeyCap>}
            </button>
          </li>
        ))}
      </ul>
      <div className={styles['tools']}>
        <IconButton label="Add a type" icon={Plus} onClick={add} />
        <IconButton
          label="Move the type up"
          icon={ArrowUp}
          disabled={index <= 0}
          onClick={() => {
            withTypes(movedBy(draft.types, index, -1))
          }}
        />
        <IconButton
          label="Move the type down"
          icon={ArrowDown}
          disabled={index === -1 || index === draft.types.length - 1}
          onClick={() => {
            withTypes(movedBy(draft.types, index, 1))
          }}
        />
        <IconButton
          label="Delete the type"
          icon={Trash2}
          disabled={type === undefined}
          onClick={() => {
            withTypes(removedFrom(draft.types, shown))
            onShow((draft.types[index + 1] ?? draft.types[index - 1])?.key ?? relationsPart)
          }}
        />
      </div>
      <button
        type="button"
        className={styles['type']}
        aria-current={shown === relationsPart}
        onClick={() => {
          onShow(relationsPart)
        }}
      >
        Relations
      </button>
      <button
        type="button"
        className={styles['type']}
        aria-current={shown === fieldsPart}
        onClick={() => {
          onShow(fieldsPart)
        }}
      >
        Fields of articles
      </button>
      <Deleted
        draft={draft}
        before={before}
        counts={counts}
        onBringBack={back => {
          withTypes([...draft.types, back])
          onShow(back.key)
        }}
      />
      <GiveOut draft={draft} isFaulty={isFaulty} />
      <TakeIn draft={draft} ownerOfKey={ownerOfKey} onChange={onChange} />
    </nav>
  )
}

/** Types that are not in the codebook (any more) but on annotations, or were deleted just now. */
function Deleted({
  draft,
  before,
  counts,
  onBringBack,
}: Pick<Props, 'draft' | 'before' | 'counts'> & {
  readonly onBringBack: (type: AnnotationType) => void
}) {
  const keys = new Set(draft.types.map(({ key }) => key))
  const deleted = before.types.filter(({ key }) => !keys.has(key))
  const known = new Set(before.types.map(({ key }) => key))
  const lost = [...counts.keys()]
    .filter(key => !known.has(key) && !keys.has(key))
    .map(key => ({ ...newType(draft.types), key, label: key }))
  if (deleted.length + lost.length === 0) return null
  return (
    <section className={styles['deleted']} aria-label="Deleted types">
      <h3 className={styles['legend']}>Deleted</h3>
      {[...deleted, ...lost].map(type => (
        <div key={type.key} className={styles['deletedRow']}>
          <p>
            {type.label}: {whatStays(counts.get(type.key) ?? 0)}
          </p>
          <Button
            tone="quiet"
            aria-label={`Bring back ${type.label}`}
            onClick={() => {
              onBringBack(type)
            }}
          >
            Bring back
          </Button>
        </div>
      ))}
    </section>
  )
}

/** What becomes of the annotations of a deleted type. */
function whatStays(count: number): string {
  if (count === 0) return 'no annotation has it.'
  const annotations = countOf(count, 'annotation')
  return `${annotations} ${count === 1 ? 'has' : 'have'} it.`
}

/** A type beside `types`, in a colour of its own. */
function newType(types: readonly AnnotationType[]): AnnotationType {
  return {
    key: passingKey(newId()),
    label: '',
    channel: 'underline',
    colour: colourFor(types),
    attributes: [],
  }
}

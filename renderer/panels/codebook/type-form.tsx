import { useEffect, useRef } from 'react'
import type { AnnotationType, Channel } from '../../../shared/codebook/codebook'
import { channels } from '../../../shared/codebook/codebook'
import type { OwnerOfKey } from '../../../shared/codebook/codebook-faults'
import { labelFault, shortcutFault } from '../../../shared/codebook/codebook-faults'
import { SelectField } from '../../controls/select-field'
import { TextField } from '../../controls/text-field'
import { countOf } from '../../values/count-text'
import { nameOfPart } from '../../../shared/codebook/removed-parts'
import type { PartUse } from '../../../shared/project/codebook-uses'
import type { PartUses } from './part-in-use'
import { wordsOfUse } from './part-in-use'
import { alikeTypes } from './alike-types'
import { AttributeList } from './attribute-list'
import styles from './codebook.module.css'
import { ColourField } from './colour-field'
import { LinesField } from './fields'

const channelNames: Readonly<Record<Channel, string>> = {
  tint: 'Tint behind the words',
  underline: 'Line under the words',
  outline: 'Line around the words',
}

/** One type: what it is called and for, how it looks, its key, what is asked about each annotation. */
export function TypeForm({
  type,
  before,
  types,
  count,
  uses,
  ownerOfKey,
  onChange,
}: {
  readonly type: AnnotationType
  /** As it is in the project; absent for a new one. */
  readonly before: AnnotationType | undefined
  readonly types: readonly AnnotationType[]
  /** How many annotations have it. */
  readonly count: number
  /** Absent until it is known. */
  readonly uses: PartUses | undefined
  readonly ownerOfKey: OwnerOfKey
  readonly onChange: (type: AnnotationType) => void
}) {
  const form = useRef<HTMLDivElement>(null)
  const isUnnamed = useRef(type.label === '')
  useEffect(() => {
    // A new type waits for its name.
    if (isUnnamed.current) form.current?.querySelector('input')?.focus()
  }, [])
  const change = (changed: Partial<AnnotationType>): void => {
    onChange({ ...type, ...changed })
  }
  return (
    <div ref={form}>
      <div className={styles['row']}>
        <TextField
          label="Name of the type"
          value={type.label}
          message={labelFault(type, types)}
          help={helpOf(count, uses?.get(nameOfPart({ kind: 'type', type: type.key })))}
          maxLength={100}
          onChange={label => {
            change({ label })
          }}
        />
        <TextField
          label="Key that tags"
          value={type.shortcut ?? ''}
          message={shortcutFault(type, types, ownerOfKey)}
          onChange={typed => {
            // The last one typed counts, so that a key can be typed over another.
            const last = [...typed.trim()].at(-1)
            change({ shortcut: last?.replace(/[a-z]/, letter => letter.toUpperCase()) })
          }}
        />
      </div>
      <TextField
        label="What it is for"
        value={type.description ?? ''}
        maxLength={1000}
        onChange={description => {
          change({ description })
        }}
      />
      <LinesField
        label="Examples, one a line"
        help="Shown with the description on the buttons that tag."
        lines={type.examples ?? []}
        onChange={examples => {
          change({ examples })
        }}
      />
      <div className={styles['row']}>
        <SelectField
          label="Drawn as"
          value={type.channel}
          options={channels.map(key => ({ key, label: channelNames[key] }))}
          onChange={channel => {
            change({ channel })
          }}
        />
        {(['light', 'dark'] as const).map(paper => (
          <ColourField
            key={paper}
            paper={paper}
            value={type.colour[paper]}
            alike={alikeTypes(type, types, paper).map(({ label }) => label)}
            onChange={colour => {
              change({ colour: { ...type.colour, [paper]: colour } })
            }}
          />
        ))}
      </div>
      <AttributeList
        attributes={type.attributes}
        before={before?.attributes ?? []}
        count={count}
        uses={uses}
        type={type.key}
        onChange={attributes => {
          change({ attributes })
        }}
      />
    </div>
  )
}

function helpOf(count: number, use: PartUse | undefined): string | undefined {
  if (count === 0) return undefined
  const words = use === undefined ? countOf(count, 'annotation') : wordsOfUse(use)
  return `${words}: a new name is shown there at once.`
}

import { useId } from 'react'
import type { Source } from '../../../shared/annotation/annotation'
import { isReadOnly } from '../../state/selectors'
import { editSource } from '../../state/sources'
import { useWorkbench } from '../../state/store'
import { DraftField } from '../fields/draft-field'
import { kindWords } from './source-kind'
import styles from './sources.module.css'

const kinds = ['unknown', 'person', 'organisation', 'group'] as const

/** Name, other names and kind of a source; each change is one step of undo. */
export function SourceForm({ source }: { readonly source: Source }) {
  const id = useId()
  const cannotWrite = useWorkbench(isReadOnly)
  return (
    <div className={styles['form']}>
      <DraftField
        field={`${source.id}/name`}
        label="Name"
        saved={source.name}
        save={text => {
          const name = text.trim()
          if (name === '') return 'A source needs a name.'
          editSource(source, 'rename the source', { name })
          return undefined
        }}
      />
      <DraftField
        field={`${source.id}/aliases`}
        label="Other names"
        help="Separated by semicolons"
        saved={source.aliases.join('; ')}
        save={text => {
          editSource(source, 'change the other names', { aliases: readNames(text, source.name) })
          return undefined
        }}
      />
      <label className={styles['kindLabel']} htmlFor={id}>
        Kind
      </label>
      <select
        id={id}
        className={styles['kind']}
        value={source.kind}
        disabled={cannotWrite}
        onChange={event => {
          const kind = kinds.find(known => known === event.target.value)
          if (kind !== undefined) editSource(source, 'change the kind of the source', { kind })
        }}
      >
        {kinds.map(kind => (
          <option key={kind} value={kind}>
            {kindWords[kind]}
          </option>
        ))}
      </select>
    </div>
  )
}

function readNames(text: string, name: string): string[] {
  const names = text
    .split(';')
    .map(part => part.trim())
    .filter(part => part !== '' && part !== name)
  return [...new Set(names)]
}

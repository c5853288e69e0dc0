import type { KeyboardEvent } from 'react'
import { useId, useState } from 'react'
import type { Source } from '../../../../shared/annotation/annotation'
import { useDraft } from '../../../state/use-draft'
import { findSources } from '../../../values/find-sources'
import styles from '../margin.module.css'
import { ComboInput } from './combo-input'
import type { FieldProps } from './line-field'

type Option = { readonly kind: 'known'; readonly source: Source } | { readonly kind: 'new' }

/** A source by name or alias, found while typing; a name nobody has yet comes into being with the field. */
export function SourceField({
  field,
  label,
  sources,
  value,
  save,
  onDone,
}: FieldProps & {
  readonly sources: ReadonlyMap<string, Source>
  readonly value: Source | undefined
  /** A known source, the name of a new one, or nothing. */
  readonly save: (chosen: Source | string | undefined) => void
}) {
  const id = useId()
  const draft = useDraft({
    field,
    saved: value?.name ?? '',
    save: text => {
      save(meantBy(sources, text))
      return undefined
    },
  })
  const [isOpen, setOpen] = useState(false)
  const [marked, setMarked] = useState<number>()
  const typed = draft.text.trim()
  const isTyping = isOpen && draft.text !== (value?.name ?? '')
  const { matches, exact, likely } = findSources(sources.values(), isTyping ? typed : '')
  const options: readonly Option[] = [
    ...matches.map(source => ({ kind: 'known' as const, source })),
    ...(isTyping && typed !== '' && exact === undefined ? [{ kind: 'new' as const }] : []),
  ]
  const first = isTyping && typed !== '' && likely === undefined ? options.length - 1 : 0
  const at = marked ?? (isTyping ? first : -1)

  const choose = (option: Option | undefined): void => {
    setOpen(false)
    setMarked(undefined)
    if (option === undefined) {
      draft.finish()
      return
    }
    draft.reset()
    save(option.kind === 'known' ? option.source : typed)
  }
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      setOpen(true)
      if (options.length > 0) setMarked((at + step + options.length) % options.length)
    } else if (event.key === 'Enter') {
      choose(isOpen && typed !== '' ? options[at] : undefined)
      onDone()
    } else if (event.key === 'Tab' && isOpen && marked !== undefined) choose(options[marked])
  }

  return (
    <>
      <label htmlFor={id} className={styles['label']}>
        {label}
      </label>
      <div className={styles['control']}>
        <ComboInput
          id={id}
          optionsName="Sources"
          text={draft.text}
          isOpen={isOpen && options.length > 0}
          markedId={at >= 0 ? `${id}-${at.toString()}` : undefined}
          onText={text => {
            draft.setText(text)
            setOpen(true)
            setMarked(undefined)
          }}
          onOpen={() => {
            setOpen(true)
          }}
          onLeave={() => {
            setOpen(false)
            setMarked(undefined)
            draft.finish()
          }}
          onPress={press}
        >
          {options.map((option, index) => (
            <li
              key={option.kind === 'known' ? option.source.id : 'new'}
              id={`${id}-${index.toString()}`}
              role="option"
              aria-selected={index === at}
              className={styles['option']}
              // The field keeps the keyboard, so that choosing does not also leave it.
              onMouseDown={event => {
                event.preventDefault()
                choose(option)
              }}
            >
              {option.kind === 'new' ? `Create “${typed}”` : <SourceName source={option.source} />}
            </li>
          ))}
        </ComboInput>
      </div>
    </>
  )
}

function SourceName({ source }: { readonly source: Source }) {
  return (
    <>
      {source.name}
      {source.aliases.length > 0 && (
        <span className={styles['alias']}> {source.aliases.join(', ')}</span>
      )}
    </>
  )
}

/** What typing and leaving means: the source of that name, else the likely one, else a new one. */
function meantBy(sources: ReadonlyMap<string, Source>, typed: string): Source | string | undefined {
  const name = typed.trim()
  if (name === '') return undefined
  const { exact, likely } = findSources(sources.values(), name)
  return exact ?? likely ?? name
}

import type { KeyboardEvent } from 'react'
import { useId, useState } from 'react'
import type { Source } from '../../../../shared/annotation/annotation'
import { useDraft } from '../../../state/use-draft'
import { findSources } from '../../../values/find-sources'
import { similarSources } from '../../../values/similar-sources'
import styles from '../margin.module.css'
import { ComboInput } from './combo-input'
import type { FieldProps } from './line-field'

type Option =
  { readonly kind: 'known' | 'similar'; readonly source: Source } | { readonly kind: 'new' }

/**
 * A source by name or alias, found while typing. Sources that a new name may be another form of stand
 * before it, and the first of them is what Enter and Tab take; a really new one is chosen as such.
 */
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
  const options = optionsFor(sources, isTyping ? typed : '')
  const meant = isTyping ? meantBy(sources, typed) : undefined
  const first = options.findIndex(option =>
    option.kind === 'new' ? typeof meant === 'string' : option.source === meant,
  )
  const at = marked ?? (isTyping ? first : -1)

  const choose = (option: Option | undefined): void => {
    setOpen(false)
    setMarked(undefined)
    if (option === undefined) {
      draft.finish()
      return
    }
    draft.reset()
    save(option.kind === 'new' ? typed : option.source)
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
              key={option.kind === 'new' ? 'new' : option.source.id}
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
              {option.kind === 'new' ? (
                `Create “${typed}”`
              ) : (
                <SourceName source={option.source} isSimilar={option.kind === 'similar'} />
              )}
            </li>
          ))}
        </ComboInput>
      </div>
    </>
  )
}

function SourceName({
  source,
  isSimilar,
}: {
  readonly source: Source
  readonly isSimilar: boolean
}) {
  const more = [...source.aliases, ...(isSimilar ? ['already there'] : [])]
  return (
    <>
      {source.name}
      {more.length > 0 && <span className={styles['alias']}> {more.join(', ')}</span>}
    </>
  )
}

/** What can be chosen for what is typed, the creation of a new source last. */
function optionsFor(sources: ReadonlyMap<string, Source>, typed: string): readonly Option[] {
  const { matches, exact } = findSources(sources.values(), typed)
  const known = matches.map(source => ({ kind: 'known' as const, source }))
  if (typed === '' || exact !== undefined) return known
  const similar = similarSources(sources.values(), typed)
    .filter(source => !matches.includes(source))
    .map(source => ({ kind: 'similar' as const, source }))
  return [...known, ...similar, { kind: 'new' }]
}

/** What typing and leaving means: the source of that name, else the likely one, else one that is alike, else a new one. */
function meantBy(sources: ReadonlyMap<string, Source>, typed: string): Source | string | undefined {
  const name = typed.trim()
  if (name === '') return undefined
  const { exact, likely } = findSources(sources.values(), name)
  return exact ?? likely ?? similarSources(sources.values(), name)[0] ?? name
}

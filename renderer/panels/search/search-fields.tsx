import type { SearchKind, SearchQuery } from '../../../shared/search/search-query'
import { useWorkbench } from '../../state/store'
import styles from './search.module.css'

const kinds: readonly { readonly key: SearchKind; readonly label: string }[] = [
  { key: 'phrase', label: 'Phrase' },
  { key: 'words', label: 'All words' },
  { key: 'regular-expression', label: 'Regular expression' },
]

type Props = {
  readonly query: SearchQuery
  readonly onChange: (changed: Partial<SearchQuery>) => void
}

/** What is looked for, how, and where. */
export function SearchFields({ query, onChange }: Props) {
  return (
    <search className={styles['fields']}>
      <input
        className={styles['query']}
        aria-label="Look for"
        placeholder="Look for"
        value={query.text}
        spellCheck={false}
        dir="auto"
        // The sheet was opened to type here.
        ref={focusOnce}
        onChange={event => {
          onChange({ text: event.target.value })
        }}
        onKeyDown={event => {
          if (event.key === 'ArrowDown') {
            event.preventDefault()
            firstHit(event.currentTarget)?.focus()
          }
        }}
      />
      <div className={styles['options']}>
        <select
          aria-label="How"
          value={query.kind}
          onChange={event => {
            onChange({ kind: event.target.value as SearchKind })
          }}
        >
          {kinds.map(({ key, label }) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
        </select>
        <label>
          <input
            type="checkbox"
            checked={query.isCaseSensitive}
            onChange={event => {
              onChange({ isCaseSensitive: event.target.checked })
            }}
          />
          Match case
        </label>
        <Where query={query} onChange={onChange} />
        <WithType query={query} onChange={onChange} />
        <WithValue query={query} onChange={onChange} />
      </div>
    </search>
  )
}

function Where({ query, onChange }: Props) {
  const open = useWorkbench(state => state.article?.article.id)
  if (open === undefined) return null
  return (
    <label>
      <input
        type="checkbox"
        checked={query.articles !== undefined}
        onChange={event => {
          onChange({ articles: event.target.checked ? [open] : undefined })
        }}
      />
      Only this article
    </label>
  )
}

function WithType({ query, onChange }: Props) {
  const types = useWorkbench(state => state.project?.codebook.types)
  return (
    <select
      aria-label="On annotations of the type"
      value={query.types?.[0] ?? ''}
      onChange={event => {
        const { value } = event.target
        onChange({ types: value === '' ? undefined : [value], attribute: undefined })
      }}
    >
      <option value="">Anywhere in the text</option>
      {types?.map(({ key, label }) => (
        <option key={key} value={key}>
          On annotations: {label}
        </option>
      ))}
    </select>
  )
}

/** One value of the chosen type’s attributes; sources by their names. */
function WithValue({ query, onChange }: Props) {
  const types = useWorkbench(state => state.project?.codebook.types)
  const attributes = types?.find(({ key }) => key === query.types?.[0])?.attributes ?? []
  if (attributes.length === 0) return null
  const key = query.attribute?.key ?? ''
  return (
    <>
      <select
        aria-label="With a value of"
        value={key}
        onChange={event => {
          const { value } = event.target
          onChange({ attribute: value === '' ? undefined : { key: value, value: '' } })
        }}
      >
        <option value="">Any value</option>
        {attributes.map(attribute => (
          <option key={attribute.key} value={attribute.key}>
            {attribute.label}
          </option>
        ))}
      </select>
      {key !== '' && (
        <input
          aria-label="Value"
          placeholder="Value"
          value={query.attribute?.value ?? ''}
          onChange={event => {
            onChange({ attribute: { key, value: event.target.value } })
          }}
        />
      )}
    </>
  )
}

function focusOnce(input: HTMLInputElement | null): void {
  input?.focus()
}

function firstHit(input: HTMLElement): HTMLElement | null {
  return input.closest('[role="dialog"]')?.querySelector('li input') ?? null
}

import { memo } from 'react'
import type { Annotation } from '../../../shared/annotation/annotation'
import { typeColours } from '../../values/type-colours'
import { toggled } from '../../values/toggled'
import { writeCount } from '../../values/count-text'
import styles from './annotations.module.css'
import type { ListFilter, ValueWish } from './list-filter'
import { valuesFor } from './list-filter'
import type { ListKnowledge, ListOrder } from './list-order'
import { attributesByKey } from './list-order'

type ChangeFilter = (change: (filter: ListFilter) => ListFilter) => void

/** What the list shows, and in which order. Down goes on to the rows. */
export const ListTools = memo(function ListTools({
  knowledge,
  annotations,
  filter: { typed, hiddenTypes, attribute },
  order,
  onFilter,
  onOrder,
}: {
  readonly knowledge: ListKnowledge
  /** All of the article: what values there are to filter by. */
  readonly annotations: readonly Annotation[]
  readonly filter: ListFilter
  readonly order: ListOrder
  readonly onFilter: ChangeFilter
  readonly onOrder: (order: ListOrder) => void
}) {
  return (
    <div className={styles['tools']}>
      <input
        type="search"
        dir="auto"
        className={styles['search']}
        aria-label="Filter the annotations"
        placeholder="Filter by words or values"
        value={typed}
        onChange={event => {
          const { value } = event.target
          onFilter(filter => ({ ...filter, typed: value }))
        }}
        onKeyDown={event => {
          if (event.key === 'Escape' && typed !== '') {
            event.preventDefault()
            onFilter(filter => ({ ...filter, typed: '' }))
          }
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          const panel = event.currentTarget.closest('section')
          panel?.querySelector<HTMLElement>('[role="listbox"]')?.focus()
        }}
      />
      <ListChoices
        knowledge={knowledge}
        annotations={annotations}
        hiddenTypes={hiddenTypes}
        attribute={attribute}
        order={order}
        onFilter={onFilter}
        onOrder={onOrder}
      />
    </div>
  )
})

/** What is chosen and not typed: a letter in the field has nothing of it drawn again. */
const ListChoices = memo(function ListChoices({
  knowledge,
  annotations,
  hiddenTypes,
  attribute,
  order,
  onFilter,
  onOrder,
}: {
  readonly knowledge: ListKnowledge
  readonly annotations: readonly Annotation[]
  readonly hiddenTypes: ListFilter['hiddenTypes']
  readonly attribute: ListFilter['attribute']
  readonly order: ListOrder
  readonly onFilter: ChangeFilter
  readonly onOrder: (order: ListOrder) => void
}) {
  const attributes = [...attributesByKey(knowledge.codebook).values()]
  return (
    <>
      <div className={styles['types']} role="group" aria-label="Types that are listed">
        {knowledge.codebook.types.map(type => (
          <button
            key={type.key}
            type="button"
            aria-pressed={!hiddenTypes.has(type.key)}
            className={styles['type']}
            data-typed=""
            style={typeColours(type)}
            onClick={() => {
              onFilter(filter => ({
                ...filter,
                hiddenTypes: toggled(filter.hiddenTypes, type.key),
              }))
            }}
          >
            {type.label}
          </button>
        ))}
      </div>
      <label className={styles['line']}>
        <span>Order by</span>
        <select
          value={order.by === 'attribute' ? `=${order.key}` : order.by}
          onChange={event => {
            onOrder(orderOf(event.target.value))
          }}
        >
          <option value="place">place in the text</option>
          <option value="type">type</option>
          <option value="source">source</option>
          {(knowledge.authors?.size ?? 0) > 0 && <option value="annotator">annotator</option>}
          {attributes.map(({ key, label }) => (
            <option key={key} value={`=${key}`}>
              {label.toLowerCase()}
            </option>
          ))}
        </select>
      </label>
      <div className={styles['line']}>
        <span aria-hidden>Only with</span>
        <select
          aria-label="Only with this attribute"
          value={attribute?.key ?? ''}
          onChange={event => {
            const key = event.target.value
            onFilter(({ attribute: _, ...others }) =>
              key === '' ? others : { ...others, attribute: { key, wish: 'any' } },
            )
          }}
        >
          <option value="">anything</option>
          {attributes.map(({ key, label }) => (
            <option key={key} value={key}>
              {label.toLowerCase()}
            </option>
          ))}
        </select>
        {attribute !== undefined && (
          <ValueSelect
            attribute={attribute}
            knowledge={knowledge}
            annotations={annotations}
            onWish={(key, wish) => {
              onFilter(filter => ({ ...filter, attribute: { key, wish } }))
            }}
          />
        )}
      </div>
    </>
  )
})

function ValueSelect({
  attribute: { key, wish },
  knowledge,
  annotations,
  onWish,
}: {
  readonly attribute: { readonly key: string; readonly wish: ValueWish }
  readonly knowledge: ListKnowledge
  readonly annotations: readonly Annotation[]
  readonly onWish: (key: string, wish: ValueWish) => void
}) {
  const values = valuesFor(key, annotations, knowledge)
  const isGone = wish.startsWith('=') && !values.some(value => value.wish === wish)
  return (
    <select
      aria-label="Its value"
      value={wish}
      onChange={event => {
        onWish(key, event.target.value as ValueWish)
      }}
    >
      <option value="any">any value</option>
      <option value="none">no value</option>
      {values.map(value => (
        <option key={value.wish} value={value.wish}>
          {value.label} ({writeCount(value.count)})
        </option>
      ))}
      {isGone && <option value={wish}>none left</option>}
    </select>
  )
}

function orderOf(value: string): ListOrder {
  if (value === 'place' || value === 'type' || value === 'source' || value === 'annotator')
    return { by: value }
  return { by: 'attribute', key: value.slice(1) }
}

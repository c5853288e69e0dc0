import { Check } from 'lucide-react'
import { memo } from 'react'
import type { Annotation } from '../../../shared/annotation/annotation'
import type { AnnotationType } from '../../../shared/codebook/codebook'
import { typeOf } from '../../../shared/codebook/codebook'
import { attributeLine, wordsOf } from '../../values/attribute-text'
import { firstWords } from '../../values/count-text'
import { initialsOf } from '../../values/initials'
import { typeColours } from '../../values/type-colours'
import styles from './annotations.module.css'
import type { ListKnowledge } from './list-order'

/** No more fit into its one line, however slim they are; the browser would shape what is cut off, too. */
const mostLetters = 80

/**
 * An annotation in the list: its type and values, and its words. What is done with it the list knows. Each
 * change counts and moves all rows below it, so what is in a row is apart from its place.
 */
export const ListRow = memo(function ListRow({
  annotation,
  knowledge,
  id,
  place,
  count,
  isCurrent,
  isChosen,
  isActive,
  top,
}: {
  readonly annotation: Annotation
  readonly knowledge: ListKnowledge
  /** Of the element. */
  readonly id: string
  /** Counted from one among the annotations. */
  readonly place: number
  readonly count: number
  /** In focus in the text. */
  readonly isCurrent: boolean
  readonly isChosen: boolean
  /** Where the keyboard is. */
  readonly isActive: boolean
  /** Where it stands in the list, in CSS pixels. */
  readonly top: number
}) {
  const type = typeOf(knowledge.codebook, annotation.type)
  const author = knowledge.authors?.get(annotation.id)
  return (
    <li
      id={id}
      role="option"
      data-row={annotation.id}
      aria-setsize={count}
      aria-posinset={place}
      aria-selected={isChosen}
      aria-current={isCurrent}
      data-active={isActive ? '' : undefined}
      className={styles['row']}
      style={{ top }}
    >
      <RowContent
        annotation={annotation}
        type={type}
        author={author}
        sources={knowledge.sources}
        isChosen={isChosen}
      />
    </li>
  )
})

const RowContent = memo(function RowContent({
  annotation,
  type,
  author,
  sources,
  isChosen,
}: {
  readonly annotation: Annotation
  readonly type: AnnotationType | undefined
  /** Another annotator’s name. */
  readonly author: string | undefined
  readonly sources: ListKnowledge['sources']
  readonly isChosen: boolean
}) {
  const line = attributeLine(annotation, type, sources)
  return (
    <div
      className={styles['content']}
      data-typed=""
      data-others={author === undefined ? undefined : ''}
      // Not on the row: with each of its places, colours it hands down would have all within it styled anew.
      style={typeColours(type)}
    >
      <span className={styles['rowLine']}>
        {author !== undefined && (
          <>
            <span className={styles['initials']} title={author} aria-hidden>
              {initialsOf(author)}
            </span>
            <span data-only-spoken="">{author}: </span>
          </>
        )}
        {[type?.label ?? annotation.type, line].filter(Boolean).join(' · ')}
      </span>{' '}
      <span className={styles['words']} dir="auto">
        {firstWords(wordsOf(annotation), mostLetters)}
      </span>
      {isChosen && <Check className={styles['tick']} size={14} aria-hidden />}
    </div>
  )
})

import { Check } from 'lucide-react'
import { memo } from 'react'
import type { Annotation } from '../../../shared/annotation/annotation'
import type { AnnotationType } from '../../../shared/codebook/codebook'
import { typeOf } from '../../../shared/codebook/codebook'
import { hasRightToLeft } from '../../../shared/text/text-direction'
import { attributeLine, wordsOf } from '../../values/attribute-text'
import { firstWords } from '../../values/count-text'
import { initialsOf } from '../../values/initials'
import styles from './annotations.module.css'
import type { ListKnowledge } from './list-order'

/** Words of usual letters fill their line with fewer; the browser would shape what is cut off, too. */
const mostLetters = 56

/**
 * An annotation in the list: its type and values, and its words. What is done with it the list knows. Each
 * change counts all rows below it anew, so what is in a row is apart from the row.
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
}) {
  const { codebook, sources, authors } = knowledge
  const type = typeOf(codebook, annotation.type)
  const author = authors?.get(annotation.id)
  return (
    <li
      id={id}
      role="option"
      data-row={annotation.id}
      aria-setsize={count}
      aria-posinset={place}
      aria-selected={isChosen}
      aria-current={isCurrent || undefined}
      data-active={isActive ? '' : undefined}
      data-typed=""
      data-row-type={type && codebook.types.indexOf(type)}
      data-others={author === undefined ? undefined : ''}
      className={styles['row']}
    >
      <RowContent
        annotation={annotation}
        type={type}
        author={author}
        sources={sources}
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
  const words = firstWords(wordsOf(annotation), mostLetters)
  return (
    <>
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
      <span className={styles['words']} dir={hasRightToLeft(words) ? 'auto' : undefined}>
        {words}
      </span>
      {isChosen && <Check className={styles['tick']} size={14} aria-hidden />}
    </>
  )
})

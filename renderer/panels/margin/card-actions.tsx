import { History, Link2, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Annotation } from '../../../shared/annotation/annotation'
import { useKeyOf } from '../../commands/use-key-of'
import { IconButton } from '../../controls/icon-button'
import { removeAnnotation } from '../../state/annotating'
import { showHistory } from '../../state/history'
import { linkAnnotation } from '../../state/relating'
import { isReadOnly } from '../../state/selectors'
import { useWorkbench } from '../../state/store'
import { startLinkDrag } from './drag-link'
import styles from './margin.module.css'

/** The last line of an open card: what can be done with the annotation as a whole. */
export function CardActions({
  annotation,
  label,
  isOwn,
  children,
}: {
  readonly annotation: Annotation
  /** Of its type. */
  readonly label: string
  readonly isOwn: boolean
  /** Stands before the actions. */
  readonly children?: ReactNode
}) {
  const isLinking = useWorkbench(state => state.linking?.annotation === annotation.id)
  const cannotWrite = useWorkbench(isReadOnly)
  const keyOf = useKeyOf()
  return (
    <div className={styles['actions']}>
      {children}
      {!cannotWrite && (
        <IconButton
          icon={Link2}
          label="Link to another annotation"
          keys={keyOf('link')}
          aria-pressed={isLinking}
          onPointerDown={event => {
            startLinkDrag(event, annotation)
          }}
          onClick={linkAnnotation}
        />
      )}
      <IconButton
        icon={History}
        label="History of the annotation"
        keys={keyOf('annotation-history')}
        onClick={() => void showHistory(annotation.id)}
      />
      {isOwn && !cannotWrite && (
        <IconButton
          icon={Trash2}
          label={`Delete the ${label.toLowerCase()}`}
          keys={keyOf('delete-annotation')}
          onClick={() => {
            removeAnnotation(annotation.id)
          }}
        />
      )}
    </div>
  )
}

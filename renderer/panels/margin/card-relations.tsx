import { ArrowRight, X } from 'lucide-react'
import type { Annotation, AnnotationId } from '../../../shared/annotation/annotation'
import { getFrom } from '../../../shared/annotation/bucket-map'
import { relationLabel } from '../../../shared/codebook/relation-kinds'
import { IconButton } from '../../controls/icon-button'
import type { OwnedRelation } from '../../state/relating'
import { goToEnd, relationsOf, removeRelation } from '../../state/relating'
import { paneShowing, stateIn } from '../../state/panes'
import { codebookOf, isReadOnly, setWith } from '../../state/selectors'
import type { WorkbenchState } from '../../state/store'
import { store, useWorkbench } from '../../state/store'
import { usePane, usePaneId } from '../../state/use-pane'
import { wordsOf } from '../../values/attribute-text'
import { firstWords } from '../../values/count-text'
import styles from './margin.module.css'

/** The relations of the annotation in focus: each names its far end, which is one press away. */
export function CardRelations({ annotation }: { readonly annotation: Annotation }) {
  // Told when a relation of this article comes or goes, or of another one that leads here.
  useWorkbench(state => state.project?.sets)
  usePane(state => state.farRelations)
  const isLinking = useWorkbench(state => state.linking?.annotation === annotation.id)
  const relations = relationsOf(stateIn(store.getState(), usePaneId()), annotation.id)
  if (relations.length === 0 && !isLinking) return null
  return (
    <div className={styles['relations']}>
      {relations.length > 0 && (
        <ul aria-label="Relations">
          {relations.map(owned => (
            <RelationLine key={owned.relation.id} owned={owned} annotation={annotation.id} />
          ))}
        </ul>
      )}
      {isLinking && <p className={styles['remark']}>Now go to the other annotation.</p>}
    </div>
  )
}

function RelationLine({
  owned,
  annotation,
}: {
  readonly owned: OwnedRelation
  readonly annotation: AnnotationId
}) {
  const { relation, annotator } = owned
  const codebook = useWorkbench(codebookOf)
  const isOwn = useWorkbench(state => state.opened?.annotator.id === annotator)
  const cannotWrite = useWorkbench(isReadOnly)
  const leadsAway = relation.from.annotation === annotation
  const end = leadsAway ? relation.to : relation.from
  const far = farEnd(stateIn(store.getState(), usePaneId()), end)
  const label = codebook === undefined ? relation.type : relationLabel(codebook, relation.type)
  return (
    <li>
      <button
        type="button"
        className={styles['relation']}
        onClick={() => void goToEnd(end)}
        onPointerEnter={() => {
          store.setState({ hovered: end.annotation })
        }}
        onPointerLeave={() => {
          store.setState({ hovered: undefined })
        }}
      >
        {leadsAway && (
          <span className={styles['relationKind']}>
            {label}
            <ArrowRight size={12} aria-hidden />{' '}
          </span>
        )}
        <span dir="auto">{far === undefined ? 'an annotation that is gone' : far.words}</span>
        {!leadsAway && <span className={styles['relationKind']}> {label} this</span>}
        {far?.title !== undefined && <span className={styles['relationTitle']}> {far.title}</span>}
      </button>
      {isOwn && !cannotWrite && (
        <IconButton
          icon={X}
          label={`Remove the link “${label}”`}
          onClick={() => {
            removeRelation(owned)
          }}
        />
      )}
    </li>
  )
}

/** What the far end says; with the title of its article when it is another one. */
function farEnd(
  state: WorkbenchState,
  end: OwnedRelation['relation']['to'],
): { readonly words: string; readonly title?: string } | undefined {
  const isHere = end.article === state.article?.article.id
  if (paneShowing(state, end.article) !== undefined) {
    const set = setWith(state, end.annotation)
    const annotation = set && getFrom(set.annotations, end.annotation)
    if (annotation === undefined) return undefined
    const words = firstWords(wordsOf(annotation))
    return isHere ? { words } : { words, title: titleIn(state, end.article) }
  }
  const far = state.farRelations?.ends.find(known => known.annotation === end.annotation)
  return far === undefined ? undefined : { words: firstWords(far.words), title: far.title }
}

function titleIn(state: WorkbenchState, article: string): string {
  return state.summaries.find(({ id }) => id === article)?.title ?? ''
}

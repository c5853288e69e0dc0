import type { ArticleId, Metadata } from '../../../shared/article/article'
import { copiesOf, copyOf } from '../../../shared/article/copies'
import { Button } from '../../controls/button'
import { openArticle } from '../../state/article-opening'
import { decideCopies } from '../../state/copies'
import { isInBin, isReadOnly } from '../../state/selectors'
import { useWorkbench } from '../../state/store'
import { replaceEarlier } from '../../state/versions'
import styles from './reader.module.css'

/** The article this one is a copy of, and the copies of it, one press away; the link can be taken away. */
export function ArticleCopies({
  id,
  metadata,
}: {
  readonly id: ArticleId
  readonly metadata: Metadata
}) {
  const first = copyOf(metadata) as ArticleId | undefined
  const copies = copiesOf(metadata) as ArticleId[]
  const cannotWrite = useWorkbench(isReadOnly)
  const canReplace = useCanReplace(first, id)
  if (first === undefined && copies.length === 0) return null
  return (
    <section className={styles['copies']} aria-label="Copies">
      {first !== undefined && (
        <>
          <h3 className={styles['copiesTitle']}>A copy of</h3>
          <p className={styles['copiesLine']}>
            <Linked id={first} />
            <Button
              tone="quiet"
              disabled={cannotWrite}
              onClick={() => {
                decideCopies([{ first, copy: id }], 'separate')
              }}
            >
              It is no copy
            </Button>
          </p>
          {canReplace && (
            <p>
              <Button
                tone="quiet"
                disabled={cannotWrite}
                onClick={() => void replaceEarlier(first, id)}
              >
                Replace it with this one…
              </Button>
            </p>
          )}
        </>
      )}
      {copies.length > 0 && (
        <>
          <h3 className={styles['copiesTitle']}>Its copies</h3>
          {copies.map(copy => (
            <p key={copy} className={styles['copiesLine']}>
              <Linked id={copy} />
            </p>
          ))}
        </>
      )}
    </section>
  )
}

/** True for two articles that are both in the project; two with the same text have nothing to hand over. */
function useCanReplace(first: ArticleId | undefined, copy: ArticleId): boolean {
  return useWorkbench(({ summaries }) => {
    const [one, other] = [first, copy].map(wanted => summaries.find(({ id }) => id === wanted))
    return (
      one !== undefined &&
      other !== undefined &&
      !isInBin(one) &&
      !isInBin(other) &&
      one.textSha256 !== other.textSha256
    )
  })
}

function Linked({ id }: { readonly id: ArticleId }) {
  const title = useWorkbench(state => state.summaries.find(summary => summary.id === id)?.title)
  return title === undefined ? (
    <span>An article that is not in this project</span>
  ) : (
    <Button tone="quiet" className={styles['copiesOpen']} onClick={() => void openArticle(id)}>
      {title}
    </Button>
  )
}

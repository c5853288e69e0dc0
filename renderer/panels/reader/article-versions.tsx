import type { Article, ArticleEdits, ArticleId } from '../../../shared/article/article'
import { Button } from '../../controls/button'
import { annotationsOn, isReadOnly } from '../../state/selectors'
import { useWorkbench } from '../../state/store'
import { readAnew, showUnplaced } from '../../state/versions'
import { countOf } from '../../values/count-text'
import styles from './reader.module.css'

/** How much of its page an article holds, with the way to the rest; and the version it took the place of. */
export function ArticleVersions({
  article,
  edits,
}: {
  readonly article: Article
  readonly edits: ArticleEdits | undefined
}) {
  const cannotWrite = useWorkbench(isReadOnly)
  const { reading, leftOutWords } = article.original
  const isInBin = edits?.removedAt !== undefined
  return (
    <>
      {reading !== undefined && !isInBin && (
        <section className={styles['copies']} aria-label="The page">
          <h3 className={styles['copiesTitle']}>{pageWords(reading, leftOutWords)}</h3>
          <p>
            <Button
              tone="quiet"
              disabled={cannotWrite}
              onClick={() => void readAnew(article.id, reading === 'article' ? 'whole' : 'article')}
            >
              {reading === 'article' ? 'Use the whole page…' : 'Use its article only…'}
            </Button>
          </p>
        </section>
      )}
      {edits?.replaces !== undefined && <Earlier id={edits.replaces} />}
    </>
  )
}

function pageWords(reading: 'article' | 'whole', leftOut: number | undefined): string {
  if (reading === 'whole') return 'The whole page is here, with what stands around its article'
  return leftOut === undefined
    ? 'Only the article of its page is here'
    : `Only the article of its page is here; ${countOf(leftOut, 'word')} around it were left out`
}

function Earlier({ id }: { readonly id: ArticleId }) {
  const count = useWorkbench(state => annotationsOn(state, id))
  return (
    <section className={styles['copies']} aria-label="Earlier version">
      <h3 className={styles['copiesTitle']}>
        It took the place of an earlier version
        {count > 0 && `; ${countOf(count, 'annotation')} could not be placed`}
      </h3>
      <p>
        <Button tone="quiet" onClick={() => void showUnplaced(id)}>
          {count === 0 ? 'Show the earlier version…' : 'Show what could not be placed…'}
        </Button>
      </p>
    </section>
  )
}

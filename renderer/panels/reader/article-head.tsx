import { memo } from 'react'
import type { Article } from '../../../shared/article/article'
import { metadataOf, titleOf } from '../../../shared/article/article'
import { directionOf } from '../../../shared/text/text-direction'
import { Button } from '../../controls/button'
import { putBackArticle } from '../../state/articles'
import { isReadOnly } from '../../state/selectors'
import { useWorkbench } from '../../state/store'
import { writeDate } from '../../values/date-text'
import { langOf } from '../../values/lang-of'
import { DetailsButton } from './details-button'
import styles from './reader.module.css'

/** The title and, in one line, when and where the article was published and by whom. */
export const ArticleHead = memo(function ArticleHead({
  article,
  saysTitle,
}: {
  readonly article: Article
  /** Not where the text says it itself. */
  readonly saysTitle: boolean
}) {
  const edits = useWorkbench(state => state.project?.edits.get(article.id))
  const title = titleOf(article, edits)
  const metadata = metadataOf(article, edits)
  const cannotWrite = useWorkbench(isReadOnly)
  const published = metadata['published']?.value
  const line = [
    published === undefined ? undefined : writeDate(published),
    ...['place', 'agency', 'publisher', 'authors'].map(field => metadata[field]?.value),
  ].filter(part => part !== undefined)
  return (
    <header className={styles['head']} dir={directionOf(title)}>
      {edits?.removedAt !== undefined && (
        <p className={styles['binned']}>
          This article is in the bin.
          <Button
            disabled={cannotWrite}
            onClick={() => {
              putBackArticle(article.id)
            }}
          >
            Put back
          </Button>
        </p>
      )}
      {saysTitle && (
        <h1 className={styles['title']} lang={langOf(metadata['language']?.value)}>
          {title}
        </h1>
      )}
      <div className={styles['details']}>
        <span>{line.length === 0 ? 'No date or place known' : [...new Set(line)].join(' · ')}</span>
        <DetailsButton article={article} />
      </div>
    </header>
  )
})

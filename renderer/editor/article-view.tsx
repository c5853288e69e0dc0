import { useEffect, useLayoutEffect, useRef } from 'react'
import type { JSX } from 'react'
import type { ArticleViewProps } from './article-view-contract'
import type { ArticleSession } from './article-session'
import { openArticle } from './article-session'
import './article.css'

/**
 * The text of an article with its marks. React draws one element; everything inside belongs to the
 * editor, so a new painting costs no rendering. Stands inside an element with `data-scroll`, which scrolls it.
 */
export function ArticleView(props: ArticleViewProps): JSX.Element {
  const { document, label, lang } = props
  const column = useRef<HTMLDivElement>(null)
  const session = useRef<ArticleSession>(undefined)
  const latest = useRef(props)

  useLayoutEffect(() => {
    latest.current = props
  })
  useLayoutEffect(() => {
    if (column.current === null) return
    const opened = openArticle(column.current, () => latest.current)
    session.current = opened
    return () => {
      session.current = undefined
      opened.close()
    }
  }, [document])
  useEffect(() => session.current?.setLabel(label), [label])

  return <div className="article-column" lang={lang} ref={column} />
}

import * as Popover from '@radix-ui/react-popover'
import { Pencil } from 'lucide-react'
import type { Article, MetadataField } from '../../../shared/article/article'
import { metadataFields, metadataOf, titleOf } from '../../../shared/article/article'
import { IconButton } from '../../controls/icon-button'
import { TextArea } from '../../controls/text-area'
import { renameArticle, setArticleNote, setArticleTags, setDetail } from '../../state/articles'
import { isReadOnly } from '../../state/selectors'
import { useWorkbench } from '../../state/store'
import { useDraft } from '../../state/use-draft'
import { readDate } from '../../values/date-text'
import { fieldLabels } from '../../../shared/article/field-labels'
import { ArticleCopies } from './article-copies'
import { ArticleVersions } from './article-versions'
import { DraftField } from '../fields/draft-field'
import { originOf, placeOf } from './detail-origin'
import { ProjectFields } from './project-fields'
import styles from './reader.module.css'

/** Title and details of the article, each with where it came from, to be corrected in place. */
export function DetailsButton({ article }: { readonly article: Article }) {
  const edits = useWorkbench(state => state.project?.edits.get(article.id))
  const metadata = metadataOf(article, edits)
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <IconButton icon={Pencil} label="Details" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className={styles['detailForm']}
          align="start"
          sideOffset={6}
          collisionPadding={12}
          aria-label="Details"
        >
          <DraftField
            field={`${article.id}/title`}
            label="Title"
            saved={titleOf(article, edits)}
            help={
              edits?.title === undefined
                ? placeOf(article.titleFrom)
                : `In the file: “${article.title}”`
            }
            save={text => {
              if (text.trim() === '') return 'An article needs a title.'
              renameArticle(article.id, text.trim())
              return undefined
            }}
          />
          {metadataFields.map(field => (
            <DraftField
              key={field}
              field={`${article.id}/${field}`}
              label={fieldLabels[field]}
              saved={metadata[field]?.value ?? ''}
              help={originOf(metadata[field])}
              save={text => {
                const read = readDetail(field, text)
                if (!read.ok) return read.message
                setDetail(article.id, field, read.value ?? '')
                return undefined
              }}
            />
          ))}
          <ProjectFields id={article.id} metadata={metadata} />
          <DraftField
            field={`${article.id}/tags`}
            label="Tags"
            saved={(edits?.tags ?? []).join('; ')}
            help="Separated by semicolons"
            save={text => {
              const tags = text.split(';').map(tag => tag.trim())
              setArticleTags(article.id, [...new Set(tags.filter(tag => tag !== ''))])
              return undefined
            }}
          />
          <ArticleVersions article={article} edits={edits} />
          <ArticleCopies id={article.id} metadata={metadata} />
          <ArticleNote article={article} saved={edits?.note ?? ''} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

/** A note of any length; it is saved when the field is left. */
function ArticleNote({ article, saved }: { readonly article: Article; readonly saved: string }) {
  const cannotWrite = useWorkbench(isReadOnly)
  const draft = useDraft({
    field: `${article.id}/note`,
    saved,
    save: text => {
      setArticleNote(article.id, text.trim())
      return undefined
    },
  })
  return (
    <TextArea
      label="Note"
      value={draft.text}
      onChange={draft.setText}
      readOnly={cannotWrite}
      onBlur={() => draft.finish()}
    />
  )
}

function readDetail(field: MetadataField, text: string): ReturnType<typeof readDate> {
  return field === 'published' || field === 'updated'
    ? readDate(text)
    : { ok: true, value: text.trim() }
}

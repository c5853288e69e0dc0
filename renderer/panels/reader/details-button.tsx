import * as Popover from '@radix-ui/react-popover'
import { Pencil } from 'lucide-react'
import type {
  Article,
  MetadataField,
  MetadataValue,
  ValueOrigin,
} from '../../../shared/article/article'
import { metadataFields, metadataOf, titleOf } from '../../../shared/article/article'
import { IconButton } from '../../controls/icon-button'
import { TextArea } from '../../controls/text-area'
import { TextField } from '../../controls/text-field'
import { renameArticle, setArticleNote, setArticleTags, setDetail } from '../../state/articles'
import { isReadOnly } from '../../state/selectors'
import { useWorkbench } from '../../state/store'
import { useDraft } from '../../state/use-draft'
import { readDate } from '../../values/date-text'
import { fieldLabels } from '../../../shared/article/field-labels'
import { ArticleCopies } from './article-copies'
import styles from './reader.module.css'

const origins: Readonly<Record<ValueOrigin, string>> = {
  text: 'From the text',
  'file-name': 'From the name of the file',
  'html-meta': 'From the page’s own details',
  'json-ld': 'From the page’s own details',
  heading: 'From the heading',
  'document-properties': 'From the properties of the document',
  'mail-headers': 'From the head of the mail',
  column: 'From a column of the table',
  dataset: 'From the dataset',
  person: 'Written by hand',
}

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
          <DetailField
            field={`${article.id}/title`}
            label="Title"
            saved={titleOf(article, edits)}
            help={edits?.title === undefined ? undefined : `In the file: “${article.title}”`}
            save={text => {
              if (text.trim() === '') return 'An article needs a title.'
              renameArticle(article.id, text.trim())
              return undefined
            }}
          />
          {metadataFields.map(field => (
            <DetailField
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
          <DetailField
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

function DetailField({
  field,
  label,
  saved,
  help,
  save,
}: {
  readonly field: string
  readonly label: string
  readonly saved: string
  readonly help: string | undefined
  readonly save: (text: string) => string | undefined
}) {
  const draft = useDraft({ field, saved, save })
  const cannotWrite = useWorkbench(isReadOnly)
  return (
    <TextField
      label={label}
      value={draft.text}
      onChange={draft.setText}
      message={draft.message}
      help={help}
      readOnly={cannotWrite}
      onBlur={() => draft.finish()}
      onKeyDown={event => {
        if (event.key === 'Enter') draft.finish()
      }}
    />
  )
}

function readDetail(field: MetadataField, text: string): ReturnType<typeof readDate> {
  return field === 'published' || field === 'updated'
    ? readDate(text)
    : { ok: true, value: text.trim() }
}

function originOf(entry: MetadataValue | undefined): string | undefined {
  if (entry === undefined) return undefined
  const words = origins[entry.from]
  return entry.found === undefined ? words : `${words}: “${entry.found.trim()}”`
}

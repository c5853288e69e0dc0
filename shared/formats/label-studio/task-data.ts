import type { ExportArticle } from '../format'
import { begunStatus } from '../begun-status'
import type { LooseObject } from '../dataset/loose-value'
import { foreignIdOf, isObject } from '../dataset/loose-value'

/** Keys of a task’s `data` that are not metadata. */
const ownKeys = ['text', 'title', 'article_id', 'external_id', 'status']

/** Put before a metadata field whose name is taken. */
const prefix = 'metadata_'

/** What a task says of its article; every key shows as a column in Label Studio. */
export function taskData(article: ExportArticle): LooseObject {
  return {
    text: article.text,
    title: article.title,
    article_id: article.id,
    ...(article.externalId === undefined ? {} : { external_id: article.externalId }),
    status: begunStatus(article.status),
    ...Object.fromEntries(
      Object.entries(article.metadata)
        .filter(([, { value }]) => value !== '')
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([field, { value }]) => [
          ownKeys.includes(field) || field.startsWith(prefix) ? `${prefix}${field}` : field,
          value,
        ]),
    ),
  }
}

/** What `data` says of an article, also where another program wrote it; `text` is the key that holds the text. */
export function readTaskData(
  data: LooseObject,
  text: string,
): {
  readonly id: string | undefined
  readonly externalId: unknown
  readonly title: string | undefined
  /** As our own exports have it; absent in those of others. */
  readonly status: LooseObject | undefined
  readonly metadata: LooseObject
} {
  const title = data['title']
  return {
    id: foreignIdOf(data['article_id']),
    externalId: data['external_id'],
    title: typeof title === 'string' ? title : undefined,
    status: isObject(data['status']) ? data['status'] : undefined,
    metadata: Object.fromEntries(
      Object.entries(data)
        .filter(([key]) => key !== text && !ownKeys.includes(key))
        .map(([key, value]) => [key.startsWith(prefix) ? key.slice(prefix.length) : key, value]),
    ),
  }
}

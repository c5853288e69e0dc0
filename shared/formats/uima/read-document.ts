import { metadataFields } from '../../article/article'
import { isObject } from '../dataset/loose-value'
import { fileNameFrom } from '../file-name'
import { parsedJson } from '../json-text'
import type { Cas, FeatureStructure } from './cas'
import { uimaTypes } from './names'
import { textFeature } from './read-details'

/** Which article a file is about, and whose work it holds. */
export type CasDocument = {
  readonly article: string
  readonly externalId?: string | undefined
  readonly title: string
  readonly metadata: Readonly<Record<string, unknown>>
  /** Who made what is new or changed in it; `undefined` when the file does not say. */
  readonly annotator?: CasAnnotator | undefined
  /** Who had made it when Assay wrote it. */
  readonly maker?: CasAnnotator | undefined
  readonly status?: string | undefined
}

export type CasAnnotator = { readonly id: string; readonly name?: string | undefined }

/** `stem` is the file’s path without its ending, for a file that does not say what it is. */
export function readDocument(cas: Cas, stem: string): CasDocument {
  const described = cas.structures.find(({ type }) => type === uimaTypes.documentMetaData)
  const mark = cas.structures.find(({ type }) => type === uimaTypes.article)
  const article = mark === undefined ? undefined : textFeature(mark, 'articleId')
  const user = described === undefined ? undefined : userOf(described)
  if (mark === undefined || article === undefined) return foreignDocument(described, user, stem)
  const maker = makerOf(mark)
  return {
    article,
    externalId: textFeature(mark, 'externalId'),
    title: textFeature(mark, 'title') ?? '',
    metadata: metadataFrom(mark),
    annotator: user === undefined || isSame(user, maker) ? maker : { id: user },
    maker,
    status: textFeature(mark, 'status'),
  }
}

function foreignDocument(
  described: FeatureStructure | undefined,
  user: string | undefined,
  stem: string,
): CasDocument {
  const of = (name: string): string | undefined =>
    described === undefined ? undefined : textFeature(described, name)
  const language = of('language')
  const name = stem.slice(stem.lastIndexOf('/') + 1)
  return {
    article:
      of('documentUri') ??
      (user === undefined ? of('documentId') : undefined) ??
      of('documentTitle') ??
      stem,
    title: of('documentTitle') ?? of('documentId') ?? name,
    metadata: language === undefined || language === 'x-unspecified' ? {} : { language },
    annotator: user === undefined ? undefined : { id: user },
  }
}

/**
 * INCEpTION writes the document’s name as title and behind the project’s name into the address, and the
 * user’s name as id of the document; what it puts into documents itself is nobody’s.
 */
function userOf(described: FeatureStructure): string | undefined {
  const collection = textFeature(described, 'collectionId')
  const title = textFeature(described, 'documentTitle')
  const user = textFeature(described, 'documentId')
  const address = textFeature(described, 'documentUri')
  if (collection === undefined || title === undefined) return undefined
  if (address !== `${collection}/${title}` || user === 'INITIAL_CAS') return undefined
  return user
}

function makerOf(mark: FeatureStructure): CasAnnotator | undefined {
  const id = textFeature(mark, 'annotatorId')
  return id === undefined ? undefined : { id, name: textFeature(mark, 'annotatorName') }
}

/** True for a user of INCEpTION who has the name of an annotator of ours. */
function isSame(user: string, maker: CasAnnotator | undefined): boolean {
  if (maker === undefined) return false
  const { id, name = id } = maker
  return user === id || (fileNameFrom(user, '') !== '' && fileNameFrom(user) === fileNameFrom(name))
}

function metadataFrom(mark: FeatureStructure): Record<string, unknown> {
  const others = parsedJson(textFeature(mark, 'otherMetadata') ?? '')
  return Object.fromEntries([
    ...metadataFields.flatMap(field => {
      const value = textFeature(mark, field)
      return value === undefined ? [] : [[field, value] as const]
    }),
    ...Object.entries(isObject(others) ? others : {}),
  ])
}

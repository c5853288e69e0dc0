import { compareText } from '../../annotation/annotation'
import { metadataFields } from '../../article/article'
import type { Attribute, Codebook } from '../../codebook/codebook'
import type { FeatureDescription, FeatureStructure, TypeDescription } from './cas'
import { featureName, ownFeatures, spanTypeKey, spanTypeName, uimaTypes } from './names'
import type { Suffix } from './names'

const string = 'uima.cas.String'

/** Features that were used, by type: what an export knows beyond its codebook. */
export type UsedFeatures = Map<string, Set<string>>

export function noteUse(used: UsedFeatures, structures: readonly FeatureStructure[]): void {
  for (const { type, features } of structures) {
    const known = used.get(type) ?? new Set()
    used.set(type, known)
    for (const name of features.keys()) known.add(name)
  }
}

/**
 * The types of the codebook and all that were used beyond it, ordered by name. With `onlyUsed`, no others
 * than those that occur: a file then describes itself.
 */
export function typeSystem(
  codebook: Codebook,
  used: UsedFeatures,
  { onlyUsed }: { readonly onlyUsed: boolean },
): TypeDescription[] {
  const names = new Set([
    ...used.keys(),
    ...(onlyUsed
      ? []
      : [
          uimaTypes.documentMetaData,
          uimaTypes.article,
          uimaTypes.relation,
          ...codebook.types.map(({ key }) => spanTypeName(key)),
        ]),
  ])
  return [...names].sort(compareText).map(name => {
    if (name === uimaTypes.documentMetaData) return documentMetaData
    if (name === uimaTypes.article) return articleType
    if (name === uimaTypes.relation) return relationType
    return spanType(name, codebook, used.get(name) ?? new Set())
  })
}

function spanType(name: string, codebook: Codebook, used: ReadonlySet<string>): TypeDescription {
  const type = codebook.types.find(({ key }) => key === spanTypeKey(name))
  const described = [...(type?.attributes ?? []).flatMap(attributeFeatures), ...ownOfSpans]
  const names = new Set(described.map(feature => feature.name))
  const others = [...used].filter(feature => !names.has(feature)).sort(compareText)
  return {
    name,
    superType: uimaTypes.annotation,
    description: type === undefined ? '' : describedAs(type.label, type.description),
    features: [...described, ...others.map(feature => ({ name: feature, range: string }))],
  }
}

function attributeFeatures({ key, label, kind, description }: Attribute): FeatureDescription[] {
  const feature = (suffix: Suffix | '', says: string): FeatureDescription => ({
    name: featureName(key, suffix),
    range: string,
    description: describedAs(`${label}${says}`, description),
  })
  switch (kind) {
    case 'number':
      return [feature('Min', ', at least'), feature('Max', ', at most')]
    case 'yes-no':
      return [feature('Flag', ', true or false')]
    case 'source':
      return [feature('', ''), feature('Id', ', id of the source')]
    case 'choice':
    case 'text':
    case 'date':
      return [feature('', '')]
  }
}

function describedAs(label: string, description: string | undefined): string {
  return description === undefined || description === '' ? label : `${label}: ${description}`
}

const idFeature = {
  name: ownFeatures.id,
  range: string,
  description:
    'Id in Assay. Annotations of one type with the same id are one, interrupted annotation.',
}
const detailsFeature = {
  name: ownFeatures.details,
  range: string,
  description: 'JSON: times, origin, and a fingerprint of what was exported.',
}
const ownOfSpans: readonly FeatureDescription[] = [
  { name: ownFeatures.note, range: string, description: 'Note' },
  idFeature,
  detailsFeature,
]

const texts = (names: readonly string[]): FeatureDescription[] =>
  names.map(name => ({ name, range: string }))

/** As DKPro Core defines it, under which INCEpTION and most tools for UIMA look for a document's title and id. */
const documentMetaData: TypeDescription = {
  name: uimaTypes.documentMetaData,
  superType: uimaTypes.documentAnnotation,
  features: [
    ...texts(['documentTitle', 'documentId', 'documentUri', 'collectionId', 'documentBaseUri']),
    { name: 'isLastSegment', range: 'uima.cas.Boolean' },
  ],
}

const articleType: TypeDescription = {
  name: uimaTypes.article,
  superType: uimaTypes.annotation,
  description:
    'Whose annotations these are and on which article of the Assay project. Has no length.',
  features: texts([
    'articleId',
    'externalId',
    'title',
    'annotatorId',
    'annotatorName',
    'status',
    ...metadataFields,
    'otherMetadata',
  ]),
}

const relationType: TypeDescription = {
  name: uimaTypes.relation,
  superType: uimaTypes.annotation,
  description: 'A directed relation between two annotations.',
  features: [
    { name: ownFeatures.governor, range: uimaTypes.annotation, description: 'From' },
    { name: ownFeatures.dependent, range: uimaTypes.annotation, description: 'To' },
    { name: ownFeatures.kind, range: string, description: 'Kind of relation' },
    idFeature,
    detailsFeature,
  ],
}

/** Types of an export; each type of the codebook is one below `span`. */
export const uimaTypes = {
  /** Without length at the start of the text: what the project knows of the article and whose file it is. */
  article: 'assay.Article',
  relation: 'assay.Relation',
  spanPackage: 'assay.span',
  documentMetaData: 'de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData',
  documentAnnotation: 'uima.tcas.DocumentAnnotation',
  annotation: 'uima.tcas.Annotation',
  sofa: 'uima.cas.Sofa',
} as const

/** Features of every annotation and relation beside those of its attributes; capitals keep them apart from these. */
export const ownFeatures = {
  /** The annotation's id: spans that share one are one interrupted annotation. */
  id: 'assayId',
  note: 'assayNote',
  /** JSON: when and by whom it was made, and a fingerprint that tells whether it was changed since. */
  details: 'assayDetails',
  /** Of a relation. */
  kind: 'kind',
  governor: 'Governor',
  dependent: 'Dependent',
} as const

/** What stands behind an attribute's name where one text feature does not say it all. */
const suffixes = ['Min', 'Max', 'Id', 'Flag'] as const
export type Suffix = (typeof suffixes)[number]

/** Features that every annotation of UIMA has already. */
const inherited = new Set(['sofa', 'begin', 'end'])

/** The type of UIMA for a type of the codebook: `as-is` is `assay.span.as_is`. */
export function spanTypeName(key: string): string {
  return `${uimaTypes.spanPackage}.${identifierOf(key)}`
}

/** The codebook's key for a type name that `spanTypeName` gave; `undefined` for any other. */
export function spanTypeKey(name: string): string | undefined {
  const start = `${uimaTypes.spanPackage}.`
  return name.startsWith(start) ? keyOf(name.slice(start.length)) : undefined
}

/** The feature for an attribute, or for the part of it that `suffix` names. */
export function featureName(attribute: string, suffix: Suffix | '' = ''): string {
  return `${identifierOf(attribute)}${suffix}`
}

/** The attribute that a feature of ours belongs to; `undefined` for one that `featureName` never gives. */
export function attributeOfFeature(
  name: string,
): { readonly attribute: string; readonly suffix: Suffix | '' } | undefined {
  const suffix = suffixes.find(end => name.endsWith(end)) ?? ''
  const attribute = keyOf(name.slice(0, name.length - suffix.length))
  return attribute === undefined ? undefined : { attribute, suffix }
}

/**
 * Names in UIMA are a letter, then letters, digits and `_`. Keys have small letters, digits, `-` and `_`
 * only, so `-` is written `_`, `_` is written `U`, and `N` stands before a digit or a name that is taken.
 */
function identifierOf(key: string): string {
  const word = key.replaceAll('_', 'U').replaceAll('-', '_')
  return /^\d/.test(word) || inherited.has(word) ? `N${word}` : word
}

function keyOf(identifier: string): string | undefined {
  const word = identifier.replace(/^N/, '')
  if (!/^[a-z0-9][a-z0-9_U]*$/.test(word)) return undefined
  return word.replaceAll('_', '-').replaceAll('U', '_')
}

import type { AnnotatorId, Source } from '../annotation/annotation'
import { compareText } from '../annotation/annotation'
import type { Codebook } from '../codebook/codebook'
import { stableJson } from '../project/stable-json'
import type { ExportContext } from './format'
import { escapeLineBreaks, jsonFile } from './json-text'
import { unknownAnnotatorName } from './unknown-annotator'
import { withoutFileHead } from './without-file-head'

/** `codebook.json` of an export: the codebook without what belongs to its file in one project. */
export function codebookFile(codebook: Codebook): string {
  return escapeLineBreaks(stableJson(withoutFileHead(codebook)))
}

/** `sources.json` of an export: a list, ordered by id. */
export function sourcesFile(sources: Iterable<Source>): string {
  return jsonFile([...sources].sort((a, b) => compareText(a.id, b.id)).map(sourceLine))
}

/** `annotators.json` of an export: a list of those whose work it holds, ordered by id. */
export function annotatorsFile(
  annotators: ReadonlySet<AnnotatorId>,
  context: ExportContext,
): string {
  return jsonFile([...annotators].sort(compareText).map(id => annotatorLine(id, context)))
}

/** An annotator as exports name one; keys in the order of the file. */
export function annotatorLine(
  id: AnnotatorId,
  { annotators }: Pick<ExportContext, 'annotators'>,
): { readonly id: AnnotatorId; readonly external_id?: string; readonly name: string } {
  const annotator = annotators.get(id)
  if (annotator === undefined) return { id, name: unknownAnnotatorName }
  return { id, ...externalIdOf(annotator.externalId), name: annotator.name }
}

/** A source as exports name one; keys in the order of the file. */
export function sourceLine({ id, externalId, name, kind, aliases }: Source): unknown {
  return { id, ...externalIdOf(externalId), name, kind, aliases }
}

/** The key `external_id` where there is one. */
export function externalIdOf(externalId: string | undefined): { readonly external_id?: string } {
  return externalId === undefined ? {} : { external_id: externalId }
}

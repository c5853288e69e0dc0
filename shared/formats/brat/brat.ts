import { typeOf } from '../../codebook/codebook'
import { annotatorFolders } from '../annotator-folders'
import { articleNames } from '../file-name'
import type { ExportArticle, ExportContext, ExportFormat, ExportWriter } from '../format'
import { annotatorsFile, codebookFile, sourcesFile } from '../side-files'
import { attributeNames } from './attribute-names'
import { annotationConf, visualConf } from './conf-files'
import { bratLosses } from './losses'
import { sourceNamesOf } from './note-value'
import { readBrat } from './read-brat'
import { sidecarFile } from './sidecar'
import type { BratExport } from './write-article'
import { writeArticle } from './write-article'

/**
 * brat's standoff files: a .txt and an .ann file for each article, its configuration, and beside them what
 * they cannot hold. Source: brat.nlplab.org/standoff.html and configuration.html.
 */
export const brat: ExportFormat = {
  name: 'brat',
  label: 'brat standoff',
  description:
    'A text and an annotation file for each article, with configuration for brat; can be imported again, also after work in brat.',
  offsetUnit: 'codepoint',
  hasOffsetChoice: false,
  newline: 'LF',
  canOmitText: false,
  hasSpreadsheetOption: false,
  splits: 'folders',
  losses: bratLosses,
  start: startBrat,
  read: readBrat,
}

function startBrat(context: ExportContext): ExportWriter {
  const { codebook, sources } = context
  const names = attributeNames(codebook)
  const beyond = { types: new Set<string>(), relations: new Set<string>() }
  const shared: BratExport = {
    context,
    folders: annotatorFolders(context),
    nameOf: articleNames(),
    writing: { codebook, names, sources: sourceNamesOf(sources.values()) },
  }
  return {
    begin: () => [
      { file: 'visual.conf', text: visualConf(codebook, names) },
      { file: 'codebook.json', text: codebookFile(codebook) },
      { file: 'sources.json', text: sourcesFile(sources.values()) },
      { file: sidecarFile, text: '' },
    ],
    article: article => {
      noteBeyond(article, context, beyond)
      return writeArticle(article, shared)
    },
    end: annotators => [
      { file: 'annotation.conf', text: annotationConf(codebook, names, beyond) },
      { file: 'annotators.json', text: annotatorsFile(annotators, context) },
    ],
  }
}

/** Remember what `article` uses that the codebook does not know or allow. */
function noteBeyond(
  { annotations, relations }: ExportArticle,
  { codebook }: ExportContext,
  beyond: { readonly types: Set<string>; readonly relations: Set<string> },
): void {
  const types = new Map<string, string>()
  for (const { id, type } of annotations) {
    types.set(id, type)
    if (typeOf(codebook, type) === undefined) beyond.types.add(type)
  }
  for (const { type, from, to } of relations) {
    const kind = codebook.relations.find(({ key }) => key === type)
    const fits = (allowed: readonly string[] | undefined, end: string | undefined): boolean =>
      allowed === undefined || end === undefined || allowed.includes(end)
    const isAllowed =
      kind !== undefined &&
      fits(kind.from, types.get(from.annotation)) &&
      fits(kind.to, types.get(to.annotation))
    if (!isAllowed) beyond.relations.add(type)
  }
}

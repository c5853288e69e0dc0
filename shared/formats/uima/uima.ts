import type { AnnotatorId } from '../../annotation/annotation'
import { compareText } from '../../annotation/annotation'
import type { Codebook } from '../../codebook/codebook'
import { articleNames, fileNameFrom } from '../file-name'
import type {
  ExportArticle,
  ExportContext,
  ExportFormat,
  ExportPiece,
  ExportWriter,
} from '../format'
import { articleNoteLosses, splitRelations, unknownKeyLosses } from '../losses'
import { counted } from '../loss-summary'
import { annotatorsFile, codebookFile, sourcesFile } from '../side-files'
import type { AnnotatorPart } from './annotator-cas'
import { annotatorCas } from './annotator-cas'
import type { Cas } from './cas'
import { typeSystemFile } from './cas-files'
import { characterLosses, innerRelations } from './losses'
import { readUima } from './read-uima'
import { noteUse, typeSystem } from './type-system'
import type { UsedFeatures } from './type-system'
import { casJson } from './write-cas-json'
import { typeSystemXml } from './write-type-system'
import { xmi } from './write-xmi'

/** UIMA, for INCEpTION and Java: a file for each annotator of each article, once as CAS JSON and once as XMI. */
export const uima: ExportFormat = {
  name: 'uima',
  label: 'UIMA (INCEpTION)',
  description:
    'CAS JSON 0.4 and XMI with TypeSystem.xml, a file for each annotator of each article; can be imported again.',
  offsetUnit: 'utf16',
  hasOffsetChoice: false,
  newline: 'LF',
  canOmitText: false,
  hasSpreadsheetOption: false,
  splits: 'folders',
  losses: {
    'relation-across-files': count =>
      `${counted(count, 'relation')} left out, because ${count === 1 ? 'its ends stand' : 'their ends stand'} in different files.`,
    'xml-character': count =>
      `${counted(count, 'text')} with characters that XML forbids: each became � in the XMI files; CAS JSON has them.`,
  },
  start: writer,
  read: readUima,
}

function writer(context: ExportContext): ExportWriter {
  const nameOf = articleNames()
  const annotatorName = annotatorNames(context)
  const used: UsedFeatures = new Map()
  return {
    begin: () => [
      { file: 'codebook.json', text: codebookFile(context.codebook) },
      { file: 'sources.json', text: sourcesFile(context.sources.values()) },
    ],
    article: article => {
      const { carried, losses } = splitRelations(article, context)
      const inner = innerRelations({ ...article, relations: carried })
      const written = { ...article, relations: inner.carried }
      const files = partsOf(written, nameOf(article.title), annotatorName).map(part => ({
        part,
        cas: annotatorCas(part, context),
      }))
      for (const { cas } of files) noteUse(used, cas.structures)
      return {
        pieces: files.flatMap(({ part, cas }) => piecesOf(part.documentId, cas, context.codebook)),
        losses: [
          ...losses,
          ...inner.losses,
          ...characterLosses(
            written,
            files.map(({ cas }) => cas),
          ),
          ...unknownKeyLosses(article),
          ...articleNoteLosses(article),
        ],
      }
    },
    end: annotators => [
      { file: 'annotators.json', text: annotatorsFile(annotators, context) },
      {
        file: typeSystemFile,
        text: typeSystemXml(typeSystem(context.codebook, used, { onlyUsed: false })),
      },
    ],
  }
}

function piecesOf(name: string, cas: Cas, codebook: Codebook): ExportPiece[] {
  const used: UsedFeatures = new Map()
  noteUse(used, cas.structures)
  const types = typeSystem(codebook, used, { onlyUsed: true })
  return [
    { file: `json/${name}.json`, text: casJson(cas, types), isLast: true },
    { file: `xmi/${name}.xmi`, text: xmi(cas), isLast: true },
  ]
}

/** One part for everybody who has begun the article, ordered by id; one without a name when nobody has. */
function partsOf(
  article: ExportArticle,
  name: string,
  annotatorName: (id: AnnotatorId) => string,
): AnnotatorPart[] {
  const begun = Object.entries(article.status).filter(([, status]) => status !== 'new')
  const annotators = new Set([
    ...article.annotations.map(({ annotator }) => annotator),
    ...article.relations.map(({ annotator }) => annotator),
    ...begun.map(([id]) => id as AnnotatorId),
  ])
  if (annotators.size === 0)
    return [{ article, annotator: undefined, annotations: [], relations: [], documentId: name }]
  return [...annotators].sort(compareText).map(annotator => ({
    article,
    annotator,
    annotations: article.annotations.filter(annotation => annotation.annotator === annotator),
    relations: article.relations.filter(relation => relation.annotator === annotator),
    documentId: `${name}.${annotatorName(annotator)}`,
  }))
}

/** File names for annotators: those of the project by id, so that they do not depend on who comes first. */
function annotatorNames({ annotators }: ExportContext): (id: AnnotatorId) => string {
  const nameOf = articleNames()
  const names = new Map<AnnotatorId, string>()
  const add = (id: AnnotatorId): string => {
    const name = nameOf(fileNameFrom(annotators.get(id)?.name ?? '', 'annotator'))
    names.set(id, name)
    return name
  }
  for (const id of [...annotators.keys()].sort(compareText)) add(id)
  return id => names.get(id) ?? add(id)
}

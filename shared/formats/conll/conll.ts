import type { AnnotatorId } from '../../annotation/annotation'
import { typeOf } from '../../codebook/codebook'
import type { Span } from '../../text/span'
import type { AnnotatorFolders } from '../annotator-folders'
import { annotatorFolders } from '../annotator-folders'
import { metadataLine } from '../article-line'
import type {
  ExportArticle,
  ExportContext,
  ExportFormat,
  ExportPiece,
  ExportWriter,
  Loss,
} from '../format'
import { jsonLine } from '../json-text'
import { articleNoteLosses, splitRelations, unknownKeyLosses } from '../losses'
import { annotatorsFile, codebookFile, externalIdOf } from '../side-files'
import { labelTokens } from './label-tokens'
import { conllLosses, leftOutLoss, nobodyBeganLoss, relationLosses, writtenLosses } from './losses'
import { tokenSentences } from './token-sentences'

/**
 * The four columns of the CoNLL-2003 shared task with IOB2 labels, a file for each type, because a column
 * holds one flat layer. Tokens and sentences are the same in all files of an article.
 */
export const conll: ExportFormat = {
  name: 'conll',
  label: 'CoNLL (IOB2)',
  description:
    'One token a line with a label, a file for each type: what programs that learn to find names read. Flat, without attributes and offsets.',
  offsetUnit: undefined,
  hasOffsetChoice: false,
  newline: 'LF',
  canOmitText: false,
  hasSpreadsheetOption: false,
  splits: 'folders',
  losses: conllLosses,
  start: startConll,
}

/** The file that says which article each `-DOCSTART-` is. */
const documentsFile = 'documents.jsonl'

function startConll(context: ExportContext): ExportWriter {
  const folders = annotatorFolders(context)
  return {
    begin: () => [{ file: 'codebook.json', text: codebookFile(context.codebook) }],
    article: article => {
      const { carried, losses } = splitRelations(article, context)
      const annotators = folders.of(article)
      const sentences = tokenSentences(
        article.text,
        article.annotations.flatMap(({ spans }) => spans),
      )
      const written = annotators.map(annotator =>
        writeAnnotator(article, annotator, { context, folders, sentences }),
      )
      return {
        pieces: written.flatMap(({ pieces }) => pieces),
        losses: [
          ...losses,
          ...(annotators.length === 0 ? [nobodyBeganLoss(article)] : []),
          ...written.flatMap(one => one.losses),
          ...relationLosses(article, carried),
          ...unknownKeyLosses(article),
          ...articleNoteLosses(article),
        ],
      }
    },
    end: annotators => [{ file: 'annotators.json', text: annotatorsFile(annotators, context) }],
  }
}

/** The article as one annotator sees it, in the file of each type of the codebook. */
function writeAnnotator(
  article: ExportArticle,
  annotator: AnnotatorId,
  {
    context: { codebook },
    folders,
    sentences,
  }: {
    readonly context: ExportContext
    readonly folders: AnnotatorFolders
    readonly sentences: readonly (readonly Span[])[]
  },
): { readonly pieces: readonly ExportPiece[]; readonly losses: readonly Loss[] } {
  const folder = folders.nameOf(annotator)
  const prefix = folder === '' ? '' : `${folder}/`
  const own = article.annotations.filter(one => one.annotator === annotator)
  const tokens = sentences.flat()
  const layers = codebook.types.map(({ key }) => ({
    key,
    ...labelTokens(
      tokens,
      own.filter(one => one.type === key),
    ),
  }))
  const losses = [
    ...own
      .filter(({ type }) => typeOf(codebook, type) === undefined)
      .map(one => leftOutLoss(article, one, 'unknown-type')),
    ...layers.flatMap(({ taken, overlapping, blank }) => [
      ...taken.flatMap(one => writtenLosses(article, one)),
      ...overlapping.map(one => leftOutLoss(article, one, 'overlap')),
      ...blank.map(one => leftOutLoss(article, one, 'no-words')),
    ]),
  ]
  const { id, externalId, title, metadata } = article
  const line = { id, ...externalIdOf(externalId), title, metadata: metadataLine(metadata) }
  return {
    pieces: [
      ...layers.map(({ key, labels }) => ({
        file: `${prefix}${key}.conll`,
        text: documentText(article.text, sentences, label => labelOf(labels[label], key)),
      })),
      { file: `${prefix}${documentsFile}`, text: `${jsonLine(line)}\n` },
    ],
    losses,
  }
}

/** Without a second hyphen: some readers cut a label at every one of them. */
function labelOf(label: 'B' | 'I' | undefined, type: string): string {
  return label === undefined ? 'O' : `${label}-${type.replaceAll('-', '_')}`
}

/** The lines of one article; `labelAt` gives the label of a token by its number in the article. */
function documentText(
  text: string,
  sentences: readonly (readonly Span[])[],
  labelAt: (token: number) => string,
): string {
  let token = -1
  const blocks = sentences.map(sentence =>
    sentence.map(({ start, end }) => {
      token += 1
      return `${text.slice(start, end)} -X- -X- ${labelAt(token)}\n`
    }),
  )
  return [['-DOCSTART- -X- -X- O\n'], ...blocks].map(lines => `${lines.join('')}\n`).join('')
}

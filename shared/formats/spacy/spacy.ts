import type { AnnotatorId } from '../../annotation/annotation'
import { compareAnnotations, compareText } from '../../annotation/annotation'
import { articleLine } from '../article-line'
import type {
  ExportArticle,
  ExportContext,
  ExportFormat,
  ExportPiece,
  ExportWriter,
  Loss,
} from '../format'
import { counted } from '../loss-summary'
import { articleNoteLosses, splitRelations, unknownKeyLosses } from '../losses'
import { codebookFile } from '../side-files'
import { annotatorName } from '../tables/annotator-name'
import type { Doc } from './doc-bin'
import { docBin } from './doc-bin'
import { prodigyLine } from './prodigy-line'
import type { TokenizedArticle } from './tokenized-article'
import { tokenizedArticle } from './tokenized-article'

/** A `.spacy` file is written when its documents reach this size, because spaCy reads a file as a whole. */
const fileBytes = 8 * 1024 * 1024

/** The group of spans that spaCy's span categorizer and Prodigy's train take when none is named. */
const spanGroup = 'sc'

/** Examples for Prodigy, and documents for spaCy's own training. */
export const spacy: ExportFormat = {
  name: 'spacy',
  label: 'spaCy and Prodigy',
  description: 'Binary .spacy files for spaCy’s training, and the same as JSON Lines for Prodigy.',
  offsetUnit: 'codepoint',
  hasOffsetChoice: false,
  newline: 'LF',
  canOmitText: false,
  hasSpreadsheetOption: false,
  splits: 'folders',
  losses: {
    interrupted: count =>
      `${counted(count, 'interrupted annotation')} became a span for each part; the parts share an id.`,
  },
  start: context => spacyWriter(context),
}

function spacyWriter(context: ExportContext): ExportWriter {
  const nameOf = annotatorNames(context)
  let bin = docBin()
  let files = 0
  const writeBin = (): ExportPiece[] => {
    if (bin.size() === 0) return []
    files += 1
    const file = `docbin/${String(files).padStart(5, '0')}.spacy`
    const bytes = bin.bytes()
    bin = docBin()
    return [{ file, bytes, isLast: true }]
  }
  return {
    begin: () => [
      { file: 'prodigy.jsonl', text: '' },
      { file: 'codebook.json', text: codebookFile(context.codebook) },
    ],
    article: given => {
      const { carried, losses } = splitRelations(given, context)
      const article = { ...given, relations: carried }
      const tokenized = tokenizedArticle(article)
      const annotators = annotatorsOf(article).map(id => ({ id, name: nameOf(id) }))
      const lines = (annotators.length === 0 ? [undefined] : annotators).map(
        annotator => `${prodigyLine(tokenized, annotator, context)}\n`,
      )
      bin.add(docOf(tokenized, context))
      return {
        pieces: [
          { file: 'prodigy.jsonl', text: lines.join('') },
          ...(bin.size() >= fileBytes ? writeBin() : []),
        ],
        losses: [
          ...losses,
          ...interruptedLosses(article),
          ...unknownKeyLosses(article),
          ...articleNoteLosses(article),
        ],
      }
    },
    end: () => writeBin(),
  }
}

/** The article with all that was done on it, and its line of the dataset, less the text, as `user_data`. */
function docOf({ article, tokens, placeOf }: TokenizedArticle, context: ExportContext): Doc {
  const line = articleLine(article, { ...context, includesText: false })
  return {
    words: tokens.map(({ start, end }) => article.text.slice(start, end)),
    spaces: tokens.map(({ hasSpace }) => hasSpace),
    groups: {
      [spanGroup]: article.annotations.toSorted(compareAnnotations).flatMap(({ id, type, spans }) =>
        spans.map(placeOf).map(place => ({
          id,
          label: type,
          start: place.token_start,
          end: place.token_end + 1,
          startCodePoint: place.start,
          endCodePoint: place.end,
        })),
      ),
    },
    userData: { assay: line },
  }
}

/** Those who did something on the article, ordered by id: a status of `new` alone is nothing. */
function annotatorsOf({ status, annotations, relations }: ExportArticle): AnnotatorId[] {
  const begun = Object.keys(status).filter(id => status[id] !== 'new') as AnnotatorId[]
  const all = new Set([
    ...begun,
    ...annotations.map(one => one.annotator),
    ...relations.map(one => one.annotator),
  ])
  return [...all].sort(compareText)
}

/** Prodigy tells annotators apart by their names: two of one name get their ids behind it. */
function annotatorNames(context: ExportContext): (id: AnnotatorId) => string {
  const counts = new Map<string, number>()
  for (const { name } of context.annotators.values()) counts.set(name, (counts.get(name) ?? 0) + 1)
  return id => {
    const name = annotatorName(id, context)
    return (counts.get(name) ?? 0) > 1 ? `${name} ${id}` : name
  }
}

function interruptedLosses(article: ExportArticle): Loss[] {
  return article.annotations
    .filter(({ spans }) => spans.length > 1)
    .map(({ id, type, spans }) => ({
      kind: 'interrupted',
      article: article.id,
      annotation: id,
      message: `The ${type} on “${spans.map(({ start, end }) => article.text.slice(start, end)).join(' … ')}” became ${counted(spans.length, 'span')} with one id.`,
    }))
}

import { readDatasetSide } from './dataset/read-side-files'
import { articleLine } from './article-line'
import type { ExportFormat } from './format'
import { jsonLine, parsedJson } from './json-text'
import { articleNoteLosses, splitRelations, unknownKeyLosses } from './losses'
import type { FoundArticle, ImportFolder, ReadFormat } from './read-format'
import { annotatorsFile, codebookFile, sourcesFile } from './side-files'

/** Names of the files of a dataset folder. */
const datasetFiles = {
  articles: 'articles.jsonl',
  codebook: 'codebook.json',
  annotators: 'annotators.json',
  sources: 'sources.json',
} as const

/** The dataset: one JSON object a line, one line an article; it comes back in with `import-annotations`. */
export const jsonl: ExportFormat = {
  name: 'jsonl',
  label: 'Dataset (JSON Lines)',
  description:
    'One line an article with its text, annotations and relations; can be imported again.',
  offsetUnit: 'codepoint',
  hasOffsetChoice: true,
  newline: 'LF',
  canOmitText: true,
  hasSpreadsheetOption: false,
  splits: 'folders',
  losses: {},
  start: context => ({
    begin: () => [
      { file: datasetFiles.articles, text: '' },
      { file: datasetFiles.codebook, text: codebookFile(context.codebook) },
      { file: datasetFiles.sources, text: sourcesFile(context.sources.values()) },
    ],
    article: article => {
      const { carried, losses } = splitRelations(article, context)
      const line = jsonLine(articleLine({ ...article, relations: carried }, context))
      return {
        pieces: [{ file: datasetFiles.articles, text: `${line}\n` }],
        losses: [...losses, ...unknownKeyLosses(article), ...articleNoteLosses(article)],
      }
    },
    end: annotators => [
      {
        file: datasetFiles.annotators,
        text: annotatorsFile(annotators, context),
      },
    ],
  }),
  read: readJsonl,
}

/** A dataset folder, or a lone `.jsonl` file. */
function readJsonl(folder: ImportFolder): ReturnType<ReadFormat> {
  const { names } = folder
  const lines = names.includes(datasetFiles.articles)
    ? datasetFiles.articles
    : names.length === 1
      ? names[0]
      : undefined
  if (lines === undefined)
    return {
      refused: `the folder has no ${datasetFiles.articles}. Choose the folder of an export.`,
    }
  const side = (name: string): string | undefined =>
    names.includes(name) && name !== lines ? folder.text(name) : undefined
  return {
    found: {
      side: readDatasetSide({
        codebook: side(datasetFiles.codebook),
        annotators: side(datasetFiles.annotators),
        sources: side(datasetFiles.sources),
      }),
      articles: articlesOf(folder.lines(lines)),
    },
  }
}

function* articlesOf(lines: Iterable<string | undefined>): Generator<FoundArticle> {
  let number = 0
  for (const json of lines) {
    number += 1
    // A line that is no JSON, or no UTF-8, reads as nothing and is then refused with its number.
    if (json !== '') yield { line: json === undefined ? json : parsedJson(json), number }
  }
}

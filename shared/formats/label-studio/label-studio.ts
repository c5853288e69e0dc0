import type { AnnotatorId } from '../../annotation/annotation'
import { compareAnnotations, compareText } from '../../annotation/annotation'
import { annotatorRanks } from '../annotator-ranks'
import { unfitAttributeLosses } from '../attribute-words'
import type { ExportArticle, ExportContext, ExportFormat, ExportWriter, Loss } from '../format'
import { jsonFile, jsonLine } from '../json-text'
import { counted } from '../loss-summary'
import { relationsByReach } from '../near-relations'
import { articleNoteLosses, splitRelations, unknownKeyLosses } from '../losses'
import { offsetWriter } from '../offset-units'
import { annotatorLine, codebookFile, sourcesFile } from '../side-files'
import { labelConfig, noSeenLabels } from './label-config'
import type { SeenLabels } from './label-config'
import { readLabelStudio } from './read-label-studio'
import { taskData } from './task-data'
import { annotationResults, relationResult } from './task-results'

type Wanted = 'annotations' | 'predictions'

const shared = {
  offsetUnit: 'codepoint',
  hasOffsetChoice: false,
  newline: 'LF',
  canOmitText: false,
  hasSpreadsheetOption: false,
  splits: 'folders',
  losses: {
    'far-relation': count =>
      `${counted(count, 'relation')} left out, because Label Studio relates only what one annotator marked in one article.`,
  },
  read: readLabelStudio,
} satisfies Partial<ExportFormat>

/** Tasks of Label Studio with the annotations of each annotator, and the labelling configuration they fit. */
export const labelStudio: ExportFormat = {
  ...shared,
  name: 'label-studio',
  label: 'Label Studio',
  description: 'Tasks with annotations and the labelling configuration; can be imported again.',
  start: context => taskWriter(context, 'annotations'),
}

/** The same with everybody’s work as predictions, which Label Studio shows to its annotators as a beginning. */
export const labelStudioPredictions: ExportFormat = {
  ...shared,
  name: 'label-studio-predictions',
  label: 'Label Studio (predictions)',
  description:
    'Tasks with predictions for others to correct, and the labelling configuration; can be imported again.',
  start: context => taskWriter(context, 'predictions'),
}

function taskWriter(context: ExportContext, wanted: Wanted): ExportWriter {
  const seen = noSeenLabels()
  const rankOf = annotatorRanks(context)
  let isFirst = true
  return {
    begin: () => [
      { file: 'tasks.json', text: '[' },
      { file: 'codebook.json', text: codebookFile(context.codebook) },
      { file: 'sources.json', text: sourcesFile(context.sources.values()) },
    ],
    article: article => {
      const { task, losses } = taskOf(article, { context, wanted, seen, rankOf })
      const text = `${isFirst ? '' : ','}\n${jsonLine(task)}`
      isFirst = false
      return { pieces: [{ file: 'tasks.json', text }], losses }
    },
    end: annotators => [
      { file: 'tasks.json', text: '\n]\n' },
      { file: 'labelling-config.xml', text: labelConfig(context.codebook, seen) },
      {
        file: 'annotators.json',
        text: jsonFile(
          [...annotators].sort(compareText).map(id => ({
            ...annotatorLine(id, context),
            completed_by: rankOf(id),
            model_version: modelVersion(id, context, rankOf),
          })),
        ),
      },
    ],
  }
}

/** Two people may have one name, so it has their number behind it. */
function modelVersion(
  id: AnnotatorId,
  context: ExportContext,
  rankOf: (id: AnnotatorId) => number,
): string {
  return `${annotatorLine(id, context).name} (${rankOf(id)})`
}

type Task = {
  readonly context: ExportContext
  readonly wanted: Wanted
  readonly seen: SeenLabels
  readonly rankOf: (id: AnnotatorId) => number
}

function taskOf(
  article: ExportArticle,
  { context, wanted, seen, rankOf }: Task,
): { readonly task: unknown; readonly losses: readonly Loss[] } {
  const place = { text: article.text, offsetOf: offsetWriter(article.text, context.offsetUnit) }
  const { carried, losses } = splitRelations(article, context)
  const { near, far } = relationsByReach(article, carried)
  const resultsOf = (annotator: AnnotatorId): unknown[] => [
    ...article.annotations
      .filter(annotation => annotation.annotator === annotator)
      .toSorted(compareAnnotations)
      .flatMap(annotation => annotationResults(annotation, place, context, seen)),
    ...near
      .filter(relation => relation.annotator === annotator)
      .toSorted((a, b) => compareText(a.id, b.id))
      .map(relation => relationResult(relation, seen)),
  ]
  const work = workersOn(article, wanted).map(annotator => ({
    ...(wanted === 'annotations'
      ? { completed_by: rankOf(annotator) }
      : { model_version: modelVersion(annotator, context, rankOf) }),
    result: resultsOf(annotator),
  }))
  return {
    task: { data: taskData(article), [wanted]: work },
    losses: [
      ...losses,
      ...far,
      ...unfitAttributeLosses(article, context.codebook),
      ...unknownKeyLosses(article),
      ...articleNoteLosses(article),
    ],
  }
}

/** Those who marked something; for annotations also those who began or finished it with nothing to mark. Ordered by id. */
function workersOn({ annotations, status }: ExportArticle, wanted: Wanted): AnnotatorId[] {
  const begun = Object.entries(status).filter(([, value]) => value !== 'new')
  return [
    ...new Set([
      ...annotations.map(({ annotator }) => annotator),
      ...(wanted === 'annotations' ? begun.map(([annotator]) => annotator as AnnotatorId) : []),
    ]),
  ].sort(compareText)
}

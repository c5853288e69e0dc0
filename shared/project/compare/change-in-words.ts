import type { Annotation } from '../../annotation/annotation'
import { typeOf } from '../../codebook/codebook'
import { relationLabel } from '../../codebook/relation-kinds'
import type { Change } from '../change'
import type { HistoryWords } from '../history/describe-event'
import { describeFacts, describeValues } from '../history/describe-event'
import { factsBetween, quotedWords } from '../history/history-event'
import { codebookInWords } from './codebook-in-words'
import { detailsInWords } from './details-in-words'
import type { Difference } from './difference'

const longestWords = 160

/** What a change does, in plain words. Mostly one difference; a codebook may have many, or none that anybody sees. */
export function changeInWords(change: Change, words: HistoryWords): Difference[] {
  const kind = kindOf(change)
  switch (change.kind) {
    case 'annotation':
      return annotationInWords(change, words)
    case 'relation': {
      const relation = change.after ?? change.before
      const label = relation === undefined ? '' : relationLabel(words.codebook, relation.type)
      return [{ change: kind, label: 'Link', words: '', details: label, owner: change.annotator }]
    }
    case 'status': {
      const details = `“${statusWords[change.after]}” instead of “${statusWords[change.before]}”`
      return [{ change: kind, label: 'Status', words: '', details, owner: change.annotator }]
    }
    case 'source': {
      const [before, after] = [change.before, change.after]
      const source = after ?? before
      if (source === undefined) return []
      const aliases = source.aliases.map(alias => `also “${alias}”`)
      const renamed =
        before === undefined || after === undefined || before.name === after.name
          ? []
          : [`was called “${before.name}”`]
      const details = [...renamed, ...(source.kind === 'unknown' ? [] : [source.kind]), ...aliases]
      return [{ change: kind, label: 'Source', words: source.name, details: details.join('; ') }]
    }
    case 'annotator': {
      const [before, after] = [change.before?.name, change.after?.name]
      const details = before === undefined || after === undefined ? '' : `was called “${before}”`
      return [{ change: kind, label: 'Annotator', words: after ?? before ?? '', details }]
    }
    case 'metadata':
      return detailsInWords(change.before ?? {}, change.after ?? {})
    case 'codebook':
      return codebookInWords(change.before, change.after)
    case 'project': {
      const details = `was called “${change.before.name}”`
      return [{ change: kind, label: 'Name of the project', words: change.after.name, details }]
    }
  }
}

const statusWords = { new: 'new', 'in-progress': 'in progress', done: 'done' } as const

function kindOf({
  before,
  after,
}: {
  readonly before?: unknown
  readonly after?: unknown
}): Difference['change'] {
  if (before === undefined) return 'added'
  return after === undefined ? 'removed' : 'changed'
}

function annotationInWords(
  change: Extract<Change, { kind: 'annotation' }>,
  words: HistoryWords,
): Difference[] {
  const { before, after, annotator } = change
  const annotation = after ?? before
  if (annotation === undefined) return []
  const isChanged = before !== undefined && after !== undefined
  return [
    {
      change: kindOf(change),
      label: typeOf(words.codebook, annotation.type)?.label ?? annotation.type,
      words: shortened(annotation),
      details: isChanged
        ? describeFacts(factsBetween(before, after), annotation, words)
        : describeValues(annotation, words),
      owner: annotator,
    },
  ]
}

function shortened(annotation: Annotation): string {
  const line = quotedWords(annotation).replace(/\s+/g, ' ')
  return line.length <= longestWords ? line : `${line.slice(0, longestWords).toWellFormed()}…`
}

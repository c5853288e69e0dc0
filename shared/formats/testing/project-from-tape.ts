import type {
  Annotation,
  AnnotatorId,
  Relation,
  Source,
  SourceId,
} from '../../annotation/annotation'
import type { Article, ArticleId } from '../../article/article'
import { documentFromText } from '../../article/plain-text'
import type { Codebook } from '../../codebook/codebook'
import { defaultCodebook } from '../../codebook/default-codebook'
import type { Change } from '../../project/change'
import { annotationFrom } from './annotation-from-tape'
import { applied, emptyProject, withArticle } from './memory-project'
import type { MemoryProject } from './memory-project'
import type { Tape } from './tape'
import { tapeOf } from './tape'

/** Pieces that have broken other tools' offsets: pairs, joined emoji, accents, right-to-left, odd line breaks. */
const pieces = [
  'a',
  'Bc ',
  '“',
  '”',
  '😡',
  '👩‍🚒',
  'e\u0301',
  'é',
  'שלום',
  '\n',
  '\r\n',
  '\u2028',
  '\u0085',
  '"',
  ',',
  '\\',
  '\u0001',
] as const

const oddCodebook: Codebook = {
  ...defaultCodebook,
  revision: 7,
  types: [
    {
      key: 'rumour-2',
      label: 'Rumour\u2028',
      channel: 'outline',
      colour: { light: '#101010', dark: '#efefef' },
      attributes: [
        { key: 'constructor', label: 'Heard from', kind: 'source' },
        { key: '7', label: 'Seven', kind: 'yes-no' },
        { key: 'size', label: 'Size', kind: 'number' },
      ],
    },
    ...defaultCodebook.types,
  ],
  ownKey: 'kept',
}

/**
 * A project in which everything can meet: texts with hard characters, nested, crossing, repeated and
 * interrupted annotations of several people, odd attributes, relations within and across articles.
 * The same numbers give the same project; no numbers give an empty one. When it is not `isSound`, some
 * annotations and relations have a type that the codebook does not know.
 */
export function projectFromTape(
  numbers: readonly number[],
  { isSound }: { readonly isSound: boolean },
): MemoryProject {
  const tape = tapeOf(numbers)
  let project = emptyProject(tape.pick([defaultCodebook, oddCodebook]))
  const articles = tape.times(3, () => articleFrom(tape))
  for (const article of articles) project = withArticle(project, article)
  const people = [
    tape.id() as AnnotatorId,
    ...tape.times(2, () => tape.id() as AnnotatorId),
  ] as const
  for (const id of people) project = applied(project, annotatorFrom(tape, id))
  const sources = tape.times(3, () => tape.id() as SourceId)
  for (const id of sources) project = applied(project, sourceFrom(tape, id))
  const placed = articles.flatMap(article =>
    tape
      .times(5, () =>
        annotationFrom(tape, article, { codebook: project.state.codebook, sources, isSound }),
      )
      .filter(annotation => annotation !== undefined)
      .map(annotation => ({ article: article.id, annotation })),
  )
  for (const { article, annotation } of placed)
    project = applied(project, {
      kind: 'annotation',
      article,
      annotator: tape.pick(people),
      id: annotation.id,
      after: annotation,
    })
  for (const relation of tape.times(4, () => relationFrom(tape, placed, isSound)))
    if (relation !== undefined)
      project = applied(project, {
        kind: 'relation',
        article: relation.from.article,
        annotator: tape.pick(people),
        id: relation.id,
        after: relation,
      })
  for (const { id } of articles)
    project = applied(project, {
      kind: 'status',
      article: id,
      annotator: tape.pick(people),
      before: 'new',
      after: tape.pick(['new', 'in-progress', 'done']),
    })
  return project
}

const head = { version: 1, minReader: 1 }

function annotatorFrom(tape: Tape, id: AnnotatorId): Change {
  const name = tape.pick(['Ada', 'Ada, “B”'])
  return { kind: 'annotator', id, after: { format: 'assay-annotator', ...head, id, name } }
}

function sourceFrom(tape: Tape, id: SourceId): Change {
  const after: Source = {
    format: 'assay-source',
    ...head,
    id,
    name: tape.pick(['Harbour office', 'Ｍ. Ń', 'A "B"']),
    kind: tape.pick(['person', 'organisation', 'group', 'unknown']),
    aliases: tape.times(3, () => tape.pick(['H. O.', '', 'Müller\u2028'])),
    ...(tape.flip() ? { externalId: `Q${id}` } : {}),
  }
  return { kind: 'source', id, after }
}

function articleFrom(tape: Tape): Article {
  const id = tape.id() as ArticleId
  const text = tape.times(30, () => tape.pick(pieces)).join('')
  return {
    format: 'assay-article',
    ...head,
    id,
    title: tape.pick(['Ferry, “late”\n', '', 'שלום']),
    metadata: tape.pick([
      {},
      {
        url: { value: 'https://example.org', from: 'text' },
        published: { value: '2022-01', from: 'person', found: 'Jan' },
        desk: { value: 'Sea', from: 'person' },
      },
    ]),
    text,
    textSha256: '',
    document: documentFromText(text),
    original: {
      name: 'a.txt',
      sha256: '',
      mediaType: 'text/plain',
      encoding: 'utf-8',
      importedAt: tape.time(),
    },
    ...(tape.flip() ? { externalId: `doc ${id}` } : {}),
  }
}

/** `undefined` when there is nothing to relate. */
function relationFrom(
  tape: Tape,
  placed: readonly { readonly article: ArticleId; readonly annotation: Annotation }[],
  isSound: boolean,
): Relation | undefined {
  const [first, ...others] = placed.map(({ article, annotation }) => ({
    article,
    annotation: annotation.id,
  }))
  if (first === undefined) return undefined
  return {
    id: tape.id(),
    type: tape.pick(['supports', isSound ? 'part-of' : 'echoes']),
    from: tape.pick([first, ...others]),
    to: tape.pick([first, ...others]),
    createdAt: tape.time(),
  }
}

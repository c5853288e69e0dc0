import type {
  AnnotationId,
  AnnotatorId,
  AttributeValue,
  SourceId,
} from '../../annotation/annotation'
import { createAnnotation } from '../../annotation/annotation'
import type { Article, ArticleId, Metadata } from '../../article/article'
import { documentFromText } from '../../article/plain-text'
import { defaultCodebook } from '../../codebook/default-codebook'
import type { Change } from '../../project/change'
import type { MemoryProject } from './memory-project'
import { applied, emptyProject, withArticle } from './memory-project'

const at = '2026-03-02T08:15:30.250Z'
const head = { version: 1, minReader: 1 }

/** Readable ids: the last digits are the number. */
const idOf = (number: number): string =>
  `01950000-0000-7000-8000-${String(number).padStart(12, '0')}`

export const goldIds = {
  ferry: idOf(1) as ArticleId,
  harbour: idOf(2) as ArticleId,
  blank: idOf(3) as ArticleId,
  ada: idOf(11) as AnnotatorId,
  ben: idOf(12) as AnnotatorId,
  renee: idOf(21) as SourceId,
  office: idOf(22) as SourceId,
}

/**
 * The traps of exports in one invented text: curly quotes, an emoji outside the BMP, one joined of two,
 * a decomposed and a precomposed accent, Hebrew, a line break and the three line breaks only Unicode knows.
 */
const ferryText = [
  '“We lost €2.5 million 😡,” said Rene\u0301e Okafor, “and it was a lie.”',
  'האונייה יצאה בחצות. Some 40 to 45 people were aboard the café boat 👩‍🚒.',
  '',
  'One line\u2028another\u2029and\u0085a last one.',
].join('\n')

const harbourText = 'At most 52 were aboard, the harbour office said. Its log says “, =SUM(1)”.'

/**
 * A project of three articles with nested, crossing, repeated and interrupted annotations of two people,
 * relations within and across articles, a source with aliases, open and closed ranges, and a blank article.
 */
export function goldProject(): MemoryProject {
  const articles = [
    article(goldIds.ferry, 'Ferry “Lindø” late', ferryText, {
      published: { value: '2026-02', from: 'text', found: 'February' },
      publisher: { value: 'The Quay', from: 'person' },
      desk: { value: 'Sea', from: 'person' },
    }),
    { ...article(goldIds.harbour, 'Harbour, log', harbourText, {}), externalId: 'wire/77' },
    article(goldIds.blank, '', '', {}),
  ]
  const start = articles.reduce(withArticle, emptyProject(defaultCodebook))
  return [...people(), ...sources(), ...annotations(), ...relations(), ...statuses()].reduce(
    applied,
    start,
  )
}

function article(id: ArticleId, title: string, text: string, metadata: Metadata): Article {
  const original = {
    name: 'text.txt',
    sha256: '',
    mediaType: 'text/plain',
    encoding: 'utf-8',
    importedAt: at,
  }
  return {
    format: 'assay-article',
    ...head,
    id,
    title,
    metadata,
    text,
    textSha256: '',
    document: documentFromText(text),
    original,
  }
}

function people(): Change[] {
  return [[goldIds.ada, 'Ada Brandt'] as const, [goldIds.ben, 'Ben “B.” Osei, jr.'] as const].map(
    ([id, name]) => ({
      kind: 'annotator',
      id,
      after: { format: 'assay-annotator', ...head, id, name },
    }),
  )
}

function sources(): Change[] {
  const source = { format: 'assay-source' as const, ...head }
  return [
    {
      kind: 'source',
      id: goldIds.renee,
      after: {
        ...source,
        id: goldIds.renee,
        name: 'Rene\u0301e Okafor',
        kind: 'person',
        aliases: ['Renée Okafor', 'R. O.'],
      },
    },
    {
      kind: 'source',
      id: goldIds.office,
      after: {
        ...source,
        id: goldIds.office,
        name: 'Harbour office',
        kind: 'organisation',
        aliases: [],
        externalId: 'Q42',
      },
    },
  ]
}

function annotations(): Change[] {
  const { ferry, harbour, ada, ben, renee, office } = goldIds
  return [
    tag(101, ferry, ada, 'quote', ['“We lost €2.5 million 😡,”', '“and it was a lie.”'], {
      speaker: renee,
      cue: 'said',
      mode: 'direct',
    }),
    tag(102, ferry, ada, 'claim', ['We lost €2.5 million 😡'], {
      claimant: renee,
      stance: 'asserted',
    }),
    tag(103, ferry, ada, 'figure', ['€2.5 million'], {
      value: { min: '2500000', max: '2500000' },
      unit: 'EUR',
      kind: 'money',
      'as-of': '2026-02',
    }),
    // Crosses the quote and ends between an e and its accent: an offset that only looks odd.
    tag(104, ferry, ben, 'claim', ['million 😡,” said Rene'], {}),
    tag(105, ferry, ben, 'quote', ['האונייה יצאה בחצות.'], { mode: 'indirect' }),
    tag(106, ferry, ada, 'figure', ['Some 40 to 45 people'], {
      value: { min: '40', max: '45' },
      counted: 'people',
      qualifier: 'range',
    }),
    tag(107, ferry, ben, 'figure', ['Some 40 to 45 people'], { value: { min: '40' } }),
    tag(
      108,
      ferry,
      ada,
      'claim',
      ['aboard the café boat 👩‍🚒.\n\nOne line\u2028another\u2029and\u0085a'],
      {},
    ),
    tag(201, harbour, ada, 'figure', ['At most 52'], {
      value: { max: '52' },
      qualifier: 'at-most',
    }),
    tag(202, harbour, ada, 'quote', ['“, =SUM(1)”'], {
      speaker: office,
      cue: 'Its log "says",\nthat',
    }),
  ]
}

/** Annotation `number` on the first place where each of `words` stands. */
function tag(
  number: number,
  on: ArticleId,
  annotator: AnnotatorId,
  type: string,
  words: readonly string[],
  attributes: Record<string, AttributeValue>,
): Change {
  const text = on === goldIds.ferry ? ferryText : harbourText
  const id = idOf(number) as AnnotationId
  const spans = words.map(word => {
    const start = text.indexOf(word)
    return { start, end: start + word.length }
  })
  const after = {
    ...createAnnotation(text, { id, type, spans, at, attributes }),
    ...(number === 102 ? { note: 'Which\u2028year? ' } : {}),
    ...(number === 107 ? { origin: { by: 'suggestion' as const, from: 'figures 0.1' } } : {}),
    ...(number === 201 ? { externalId: 'T1', updatedAt: '2026-03-03T00:00:00.000Z' } : {}),
  }
  return { kind: 'annotation', article: on, annotator, id, after }
}

function relations(): Change[] {
  const { ferry, harbour, ada, ben } = goldIds
  const end = (article: ArticleId, number: number) => ({
    article,
    annotation: idOf(number) as AnnotationId,
  })
  return [
    [301, 'part-of', ada, end(ferry, 103), end(ferry, 102)] as const,
    [302, 'contradicts', ben, end(ferry, 106), end(harbour, 201)] as const,
    [303, 'updates', ada, end(harbour, 201), end(ferry, 106)] as const,
    // Its other end is in no article of the project: no export can carry it.
    [304, 'repeats', ada, end(harbour, 201), end(harbour, 999)] as const,
  ].map(([number, type, annotator, from, to]) => {
    const id = idOf(number)
    const after = { id, type, from, to, createdAt: at }
    return { kind: 'relation', article: from.article, annotator, id, after }
  })
}

function statuses(): Change[] {
  const { ferry, ada, ben } = goldIds
  return [
    { kind: 'status', article: ferry, annotator: ada, before: 'new', after: 'done' },
    { kind: 'status', article: ferry, annotator: ben, before: 'new', after: 'in-progress' },
  ]
}

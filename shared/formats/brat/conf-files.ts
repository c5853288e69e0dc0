import type { AnnotationType, Codebook } from '../../codebook/codebook'
import type { AttributeNames } from './attribute-names'
import { onOneLine } from './fragments'

/** What an export used beyond its codebook: brat shows nothing that its configuration does not know. */
export type Beyond = {
  readonly types: ReadonlySet<string>
  /** Relation kinds that the codebook does not know, or whose ends are of types it does not allow. */
  readonly relations: ReadonlySet<string>
}

/** `annotation.conf`: the types, relation kinds and attributes. */
export function annotationConf(codebook: Codebook, names: AttributeNames, beyond: Beyond): string {
  const known = new Set(codebook.types.map(({ key }) => key))
  const entities = [...known, ...[...beyond.types].filter(type => !known.has(type)).sort()]
  const ends = (types: readonly string[] | undefined): string => {
    const those = types?.filter(type => known.has(type)) ?? []
    return those.length === 0 ? '<ENTITY>' : those.join('|')
  }
  const kinds = codebook.relations.map(({ key, from, to }) =>
    beyond.relations.has(key) ? arc(key, '<ENTITY>', '<ENTITY>') : arc(key, ends(from), ends(to)),
  )
  const unknownKinds = [...beyond.relations]
    .filter(key => codebook.relations.every(relation => relation.key !== key))
    .sort()
    .map(key => arc(key, '<ENTITY>', '<ENTITY>'))
  return sections([
    ['entities', entities],
    [
      'relations',
      [
        ...kinds,
        ...unknownKinds,
        // Without this, brat takes annotations that overlap for a mistake.
        '<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>',
      ],
    ],
    ['events', []],
    [
      'attributes',
      names.all.flatMap(({ name, types, values }) =>
        values === undefined ? [] : [`${name}\tArg:${types.join('|')}, Value:${values.join('|')}`],
      ),
    ],
  ])
}

const arc = (key: string, from: string, to: string): string => `${key}\tArg1:${from}, Arg2:${to}`

/** `visual.conf`: labels and colours as the codebook has them. */
export function visualConf(codebook: Codebook, names: AttributeNames): string {
  const labels = [
    ...[...codebook.types, ...codebook.relations].map(({ key, label }) => [key, label] as const),
    ...names.all.flatMap(({ name, label, values }) =>
      values === undefined ? [] : [[name, label] as const],
    ),
  ]
  return sections([
    [
      'labels',
      labels
        .map(([key, label]) => [key, onOneLine(label.replaceAll('|', ' '))] as const)
        .filter(([, label]) => label !== '')
        .map(([key, label]) => `${key} | ${label}`),
    ],
    [
      'drawing',
      [
        'SPAN_DEFAULT\tfgColor:black, bgColor:lightgrey, borderColor:darken',
        'ARC_DEFAULT\tcolor:black, arrowHead:triangle-5',
        'ATTRIBUTE_DEFAULT\tglyph:*',
        ...codebook.types.flatMap(drawing),
      ],
    ],
  ])
}

function drawing({ key, colour }: AnnotationType): string[] {
  // The colour for dark pages is a light one, on which black words can be read.
  if (!/^#[0-9a-f]{6}$/i.test(colour.dark)) return []
  return [`${key}\tbgColor:${colour.dark}, borderColor:darken`]
}

function sections(given: readonly (readonly [string, readonly string[]])[]): string {
  return given.map(([name, lines]) => [`[${name}]`, ...lines, ''].join('\n')).join('\n')
}

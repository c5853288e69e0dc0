import type { AnnotationType, Codebook } from '../../codebook/codebook'
import { fieldsOf } from '../../codebook/codebook'
import { joinCodebooks } from '../../codebook/join-codebooks'
import { nameOfPart, removedFields, removedParts } from '../../codebook/removed-parts'
import { isSameValue } from './same-value'

export type MergedCodebook = {
  readonly codebook: Codebook
  /** Sentences about what the two define differently. */
  readonly differences: readonly string[]
}

/**
 * Both codebooks joined: what only one has comes in, what both have stays as in `later`. A key on the
 * keyboard that two types have stays with the one of `later`.
 */
export function joinLaterCodebook(later: Codebook, earlier: Codebook): MergedCodebook {
  const joined = joinCodebooks(later, earlier)
  const types = freeShortcuts(joined.types, new Set(later.types.map(({ key }) => key)))
  return {
    codebook: { ...joined, revision: Math.max(later.revision, earlier.revision) + 1, types },
    differences: [
      ...typeDifferences(later, earlier),
      ...relationDifferences(later, earlier),
      ...fieldDifferences(later, earlier),
    ],
  }
}

/** How many types, attributes, choices, relation kinds and fields `after` has that `before` has not. */
export function addedParts(before: Codebook, after: Codebook): number {
  return removedParts(after, before).length + removedFields(after, before).length
}

/** Sentences about parts that go: annotations that have them keep them. */
export function removalSentences(before: Codebook, after: Codebook): string[] {
  const gone = (name: string, who: string): string =>
    `The ${name} was deleted in the other copy, and is deleted here. ${who} that have it keep it.`
  return [
    ...removedParts(before, after).map(part => gone(nameOfPart(part), 'Annotations')),
    ...removedFields(before, after).map(part => gone(nameOfPart(part), 'Articles')),
  ]
}

function freeShortcuts(
  types: readonly AnnotationType[],
  first: ReadonlySet<string>,
): AnnotationType[] {
  const taken = new Set(
    types.flatMap(({ key, shortcut }) =>
      first.has(key) && shortcut !== undefined ? [shortcut.toLowerCase()] : [],
    ),
  )
  return types.map(type => {
    if (first.has(type.key) || type.shortcut === undefined) return type
    const { shortcut, ...rest } = type
    if (taken.has(shortcut.toLowerCase())) return rest
    taken.add(shortcut.toLowerCase())
    return type
  })
}

function typeDifferences(later: Codebook, earlier: Codebook): string[] {
  return later.types.flatMap(type => {
    const other = earlier.types.find(({ key }) => key === type.key)
    if (other === undefined) return []
    const { attributes, ...own } = type
    const { attributes: otherAttributes, ...others } = other
    return [
      ...differingKeys(own, others).map(
        key =>
          `The type “${type.key}” has another ${key} in each copy: ${shown(own, key)} stays, ${shown(others, key)} does not.`,
      ),
      ...attributes.flatMap(attribute => {
        const rival = otherAttributes.find(({ key }) => key === attribute.key)
        if (rival === undefined) return []
        if (rival.kind !== attribute.kind)
          return [
            `The attribute “${attribute.key}” of “${type.key}” is ${attribute.kind} in one copy and ${rival.kind} in the other. It is ${attribute.kind} now; values of the other kind stay on their annotations as they are.`,
          ]
        const { choices, ...rest } = attribute
        const { choices: otherChoices, ...otherRest } = rival
        return [
          ...differingKeys(rest, otherRest).map(
            key =>
              `The attribute “${attribute.key}” of “${type.key}” has another ${key} in each copy: ${shown(rest, key)} stays, ${shown(otherRest, key)} does not.`,
          ),
          ...(choices ?? []).flatMap(choice => {
            const same = otherChoices?.find(({ key }) => key === choice.key)
            return same === undefined || isSameValue(choice, same)
              ? []
              : [
                  `The choice “${choice.key}” of “${attribute.key}” is called “${choice.label}” now; the other copy called it “${same.label}”.`,
                ]
          }),
        ]
      }),
    ]
  })
}

function relationDifferences(later: Codebook, earlier: Codebook): string[] {
  return later.relations.flatMap(relation => {
    const other = earlier.relations.find(({ key }) => key === relation.key)
    return other === undefined
      ? []
      : differingKeys(relation, other).map(
          key =>
            `The relation “${relation.key}” has another ${key} in each copy: ${shown(relation, key)} stays, ${shown(other, key)} does not.`,
        )
  })
}

/** Own fields of articles; a field whose kind differs keeps the values that were written for the other one. */
function fieldDifferences(later: Codebook, earlier: Codebook): string[] {
  return fieldsOf(later).flatMap(field => {
    const other = fieldsOf(earlier).find(({ key }) => key === field.key)
    if (other === undefined) return []
    const { choices: _, ...own } = field
    const { choices: __, ...others } = other
    return differingKeys(own, others).map(
      key =>
        `The field “${field.key}” of articles has another ${key} in each copy: ${shown(own, key)} stays, ${shown(others, key)} does not. Values stay as they are.`,
    )
  })
}

function differingKeys(a: object, b: object): string[] {
  const first = a as Readonly<Record<string, unknown>>
  const second = b as Readonly<Record<string, unknown>>
  return [...new Set([...Object.keys(first), ...Object.keys(second)])].filter(
    key => !isSameValue(first[key], second[key]),
  )
}

function shown(part: object, key: string): string {
  const value = (part as Readonly<Record<string, unknown>>)[key]
  if (value === undefined) return 'none'
  return typeof value === 'string' ? `“${value}”` : JSON.stringify(value)
}

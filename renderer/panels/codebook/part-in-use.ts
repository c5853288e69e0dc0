import type { AnnotationType, Attribute, Codebook } from '../../../shared/codebook/codebook'
import { typeOf } from '../../../shared/codebook/codebook'
import type { CodebookPart } from '../../../shared/codebook/removed-parts'
import { nameOfPart, removedParts } from '../../../shared/codebook/removed-parts'
import type { PartUse } from '../../../shared/project/codebook-uses'
import { countOf } from '../../values/count-text'

/** By `nameOfPart`. */
export type PartUses = ReadonlyMap<string, PartUse>

/** Something that a draft deletes although it is in use, and what can take its place. */
export type PartInUse = {
  readonly part: CodebookPart
  readonly name: string
  readonly label: string
  readonly use: PartUse
  readonly targets: readonly { readonly key: string; readonly label: string }[]
}

/** What `draft` deletes of `before` and the project uses. */
export function partsInUse(before: Codebook, draft: Codebook, uses: PartUses): PartInUse[] {
  return removedParts(before, draft).flatMap(part => {
    const name = nameOfPart(part)
    const use = uses.get(name)
    if (use === undefined) return []
    return [
      {
        part,
        name,
        use,
        label: labelOfPart(before, part),
        targets: targetsFor(before, draft, part).filter(({ label }) => label.trim() !== ''),
      },
    ]
  })
}

function labelOfPart(codebook: Codebook, part: CodebookPart): string {
  if (part.kind === 'relation')
    return `Relation “${codebook.relations.find(({ key }) => key === part.relation)?.label ?? part.relation}”`
  const type = typeOf(codebook, part.type)
  const names = [type?.label ?? part.type]
  if (part.kind === 'type') return names.join('')
  const attribute = attributeOf(type, part.attribute)
  names.push(attribute?.label ?? part.attribute)
  if (part.kind === 'choice')
    names.push(
      `“${attribute?.choices?.find(({ key }) => key === part.choice)?.label ?? part.choice}”`,
    )
  return names.join(', ')
}

function attributeOf(type: AnnotationType | undefined, key: string): Attribute | undefined {
  return type?.attributes.find(attribute => attribute.key === key)
}

function targetsFor(
  before: Codebook,
  draft: Codebook,
  part: CodebookPart,
): readonly { readonly key: string; readonly label: string }[] {
  if (part.kind === 'type') return draft.types
  if (part.kind === 'relation') return draft.relations
  const type = typeOf(draft, part.type)
  if (part.kind === 'choice') return attributeOf(type, part.attribute)?.choices ?? []
  const kind = attributeOf(typeOf(before, part.type), part.attribute)?.kind
  return (type?.attributes ?? []).filter(
    attribute => attribute.kind === kind && attribute.key !== part.attribute,
  )
}

/** `12 annotations in 4 articles`; empty for no use. */
export function wordsOfUse(use: PartUse | undefined, what = 'annotation'): string {
  if (use === undefined) return ''
  return `${countOf(use.own + use.others, what)} in ${countOf(use.articles, 'article')}`
}

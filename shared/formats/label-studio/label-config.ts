import type { AnnotationType, Attribute, AttributeKind, Codebook } from '../../codebook/codebook'
import { continuesLabel } from '../continued'

/** Names of the two tags that every result refers to: what is labelled, and the labels. */
export const textTag = 'text'
export const labelTag = 'label'

/** What annotations use although the codebook does not know it (any more): the configuration must name it too. */
export type SeenLabels = {
  readonly types: Set<string>
  readonly relations: Set<string>
  /** By the name of the control. */
  readonly choices: Map<string, Set<string>>
}

export function noSeenLabels(): SeenLabels {
  return { types: new Set(), relations: new Set(), choices: new Map() }
}

/**
 * Name of the control of an attribute, `figure.value.number`: unique, and it alone tells a reader of results
 * what the value is. Keys have no full stop.
 */
export function controlName(type: string, attribute: string, kind: AttributeKind): string {
  return `${type}.${attribute}.${kind}`
}

/** Type of the results of a control: Label Studio’s name for it. */
export function resultType(kind: AttributeKind): 'choices' | 'textarea' {
  return kind === 'choice' || kind === 'yes-no' ? 'choices' : 'textarea'
}

/** Yes and no, as choices. */
const yesNo = ['yes', 'no']

/**
 * The labelling configuration that the results fit: paste it under Settings, Labeling Interface, Code. A label
 * for each type in its colour, for each attribute a control that shows when a region of its type is selected,
 * and the relation kinds.
 */
export function labelConfig(codebook: Codebook, seen: SeenLabels): string {
  const known = new Set(codebook.types.map(({ key }) => key))
  const relations = codebook.relations.map(({ key }) => key)
  const others = [...seen.types].filter(type => !known.has(type)).sort()
  const lines = [
    '<View>',
    '  <Header value="$title"/>',
    `  <Labels name="${labelTag}" toName="${textTag}">`,
    ...codebook.types.map(label),
    ...others.map(type => `    <Label value=${quoted(type)}/>`),
    '  </Labels>',
    `  <Text name="${textTag}" value="$text"/>`,
    ...codebook.types.flatMap(type => controls(type, seen.choices)),
    '  <Relations>',
    ...unique([...relations, ...[...seen.relations].sort(), continuesLabel]).map(
      relation => `    <Relation value=${quoted(relation)}/>`,
    ),
    '  </Relations>',
    '</View>',
    '',
  ]
  return lines.join('\n')
}

function label({ key, colour, shortcut, description }: AnnotationType): string {
  const parts = [
    `value=${quoted(key)}`,
    `background=${quoted(colour.light)}`,
    ...(shortcut === undefined ? [] : [`hotkey=${quoted(shortcut)}`]),
    ...(description === undefined ? [] : [`hint=${quoted(description)}`]),
  ]
  return `    <Label ${parts.join(' ')}/>`
}

/** The controls of a type, shown while a region of it is selected. */
function controls(type: AnnotationType, seen: SeenLabels['choices']): string[] {
  if (type.attributes.length === 0) return []
  return [
    `  <View visibleWhen="region-selected" whenTagName="${labelTag}" whenLabelValue=${quoted(type.key)}>`,
    ...type.attributes.flatMap(attribute => control(type, attribute, seen)),
    '  </View>',
  ]
}

function control(
  type: AnnotationType,
  { key, label: shown, kind, choices = [] }: Attribute,
  seen: SeenLabels['choices'],
): string[] {
  const name = controlName(type.key, key, kind)
  const target = `name=${quoted(name)} toName="${textTag}" perRegion="true"`
  const head = `    <Header value=${quoted(`${type.label}: ${shown}`)} size="5"/>`
  if (resultType(kind) === 'textarea')
    return [head, `    <TextArea ${target} editable="true" maxSubmissions="1"/>`]
  const offered = kind === 'yes-no' ? yesNo : choices.map(choice => choice.key)
  return [
    head,
    `    <Choices ${target} choice="single">`,
    ...unique([...offered, ...[...(seen.get(name) ?? [])].sort()]).map(
      value => `      <Choice value=${quoted(value)}/>`,
    ),
    '    </Choices>',
  ]
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)]
}

const entities = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ['\t', '&#9;'],
  ['\n', '&#10;'],
  ['\r', '&#13;'],
])

/** An attribute value of XML, in quotation marks; characters that XML 1.0 has no place for become �. */
function quoted(text: string): string {
  const escaped = text
    // XML 1.0 §2.2 leaves out just these.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"\t\n\r]/g, character => entities.get(character) ?? character)
  return `"${escaped}"`
}

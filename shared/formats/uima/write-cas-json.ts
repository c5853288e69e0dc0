import { jsonLine } from '../json-text'
import { sofaId } from './annotator-cas'
import type { Cas, FeatureStructure, TypeDescription } from './cas'
import { initialView } from './cas'

/**
 * A CAS in JSON, format 0.4, one type and one feature structure a line. Without `%HEADER`, which UIMA's own
 * reader refuses, and with `begin` and `end` unmarked, because cassis knows them under no other name.
 */
export function casJson({ text, structures }: Cas, types: readonly TypeDescription[]): string {
  const sofa = {
    '%ID': sofaId,
    '%TYPE': 'uima.cas.Sofa',
    sofaNum: 1,
    sofaID: initialView,
    mimeType: 'text',
    sofaString: text,
  }
  const view = { '%SOFA': sofaId, '%MEMBERS': structures.map(({ id }) => id) }
  return [
    '{',
    '"%TYPES": {',
    types.map(type => `${jsonLine(type.name)}: ${jsonLine(typeObject(type))}`).join(',\n'),
    '},',
    '"%FEATURE_STRUCTURES": [',
    [sofa, ...structures.map(structureObject)].map(jsonLine).join(',\n'),
    '],',
    `"%VIEWS": ${jsonLine({ [initialView]: view })}`,
    '}',
    '',
  ].join('\n')
}

function typeObject({ name, superType, features }: TypeDescription): unknown {
  return {
    '%NAME': name,
    '%SUPER_TYPE': superType,
    ...Object.fromEntries(
      features.map(feature => [feature.name, { '%NAME': feature.name, '%RANGE': feature.range }]),
    ),
  }
}

function structureObject({
  id,
  type,
  begin,
  end,
  features,
  references,
}: FeatureStructure): unknown {
  return {
    '%ID': id,
    '%TYPE': type,
    '@sofa': sofaId,
    begin,
    end,
    ...Object.fromEntries(features),
    ...Object.fromEntries([...references].map(([name, target]) => [`@${name}`, target])),
  }
}

import type { FeatureDescription, TypeDescription } from './cas'
import { xmlAttribute } from './xml-attribute'

/** `TypeSystem.xml`, a UIMA type system descriptor. */
export function typeSystemXml(types: readonly TypeDescription[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">',
    '  <types>',
    ...types.flatMap(typeLines),
    '  </types>',
    '</typeSystemDescription>',
    '',
  ].join('\n')
}

function typeLines({ name, description = '', superType, features }: TypeDescription): string[] {
  return [
    '    <typeDescription>',
    `      ${element('name', name)}`,
    `      ${element('description', description)}`,
    `      ${element('supertypeName', superType)}`,
    '      <features>',
    ...features.flatMap(featureLines),
    '      </features>',
    '    </typeDescription>',
  ]
}

function featureLines({ name, description = '', range }: FeatureDescription): string[] {
  return [
    '        <featureDescription>',
    `          ${element('name', name)}`,
    `          ${element('description', description)}`,
    `          ${element('rangeTypeName', range)}`,
    '        </featureDescription>',
  ]
}

/** What an attribute needs escaped, an element may have escaped too. */
function element(name: string, text: string): string {
  return `<${name}>${xmlAttribute(text)}</${name}>`
}

import { compareText } from '../../annotation/annotation'
import { sofaId } from './annotator-cas'
import type { Cas, FeatureStructure } from './cas'
import { initialView } from './cas'
import { xmlAttribute } from './xml-attribute'

/** A CAS in XMI, as UIMA's XmiCasSerializer writes it. It is read with the type system beside it. */
export function xmi({ text, structures }: Cas): string {
  const prefixes = prefixesOf(structures.map(({ type }) => packageOf(type)))
  const attribute = (name: string, value: string | number): string =>
    ` ${name}="${xmlAttribute(String(value))}"`
  const declarations = [...prefixes].map(([name, prefix]) =>
    attribute(`xmlns:${prefix}`, `http:///${name.replaceAll('.', '/')}.ecore`),
  )
  const element = ({ id, type, begin, end, features, references }: FeatureStructure): string => {
    const prefix = prefixes.get(packageOf(type)) ?? ''
    return [
      `  <${prefix}:${type.slice(type.lastIndexOf('.') + 1)}`,
      attribute('xmi:id', id),
      attribute('sofa', sofaId),
      attribute('begin', begin ?? 0),
      attribute('end', end ?? 0),
      ...[...features].map(([name, value]) => attribute(name, String(value))),
      ...[...references].map(([name, value]) => attribute(name, value)),
      '/>',
    ].join('')
  }
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore"${declarations.join('')} xmi:version="2.0">`,
    '  <cas:NULL xmi:id="0"/>',
    ...structures.map(element),
    `  <cas:Sofa xmi:id="${sofaId}" sofaNum="1" sofaID="${initialView}" mimeType="text"${attribute('sofaString', text)}/>`,
    `  <cas:View sofa="${sofaId}" members="${structures.map(({ id }) => id).join(' ')}"/>`,
    '</xmi:XMI>',
    '',
  ].join('\n')
}

function packageOf(type: string): string {
  return type.slice(0, Math.max(type.lastIndexOf('.'), 0))
}

/** A prefix for each package: its last name, numbered where two packages share it. */
function prefixesOf(packages: readonly string[]): Map<string, string> {
  const prefixes = new Map<string, string>()
  const taken = new Set(['xmi', 'cas'])
  for (const name of [...new Set(packages)].sort(compareText)) {
    const last = name.slice(name.lastIndexOf('.') + 1)
    let prefix = last
    for (let count = 2; taken.has(prefix); count += 1) prefix = `${last}${count}`
    taken.add(prefix)
    prefixes.set(name, prefix)
  }
  return prefixes
}

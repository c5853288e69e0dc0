import type { FeatureValue } from './cas'
import { uimaTypes } from './names'
import { parseXml } from './parse-xml'
import type { XmlElement } from './parse-xml'
import type { ReadCas } from './read-cas-json'
import { chooseView } from './read-cas-json'
import type { RawStructure, RawView } from './read-cas-json'
import { rangeOf } from './read-type-system'
import type { KnownTypes } from './read-type-system'

/** The CAS in an XMI file. Without its type system, what a feature holds is guessed: text, unless it links annotations. */
export function readXmi(xml: string, types: KnownTypes): ReadCas {
  const structures: Listed[] = []
  const views: RawView[] = []
  const roots: string[] = []
  let lists = new Map<string, string[]>()
  const fault = parseXml(xml, {
    onOpen: element => {
      if (element.depth === 0) roots.push(element.local)
      if (element.depth !== 1) return
      lists = new Map()
      const type = typeNameOf(element)
      if (type === 'uima.cas.View') views.push(viewFrom(element))
      else if (type !== 'uima.cas.NULL') structures.push(structureFrom(element, type, lists, types))
    },
    onClose: (path, text) => {
      // Arrays of texts stand in a structure as one element for each text.
      const [, structure, feature] = path
      if (path.length !== 3 || structure === undefined || feature === undefined) return
      lists.set(feature, [...(lists.get(feature) ?? []), text])
    },
  })
  if (fault !== undefined) return { fault }
  if (roots[0] !== 'XMI') return { fault: 'it is no XMI file' }
  return chooseView(
    structures.map(({ lists: found, ...structure }) => ({
      ...structure,
      features: new Map([...structure.features, ...found]),
    })),
    views,
  )
}

/** `http:///a/b.ecore` is the package `a.b`. */
function typeNameOf({ uri, local }: XmlElement): string {
  const found = /^http:\/\/\/(.*)\.ecore$/.exec(uri)?.[1]
  if (found === undefined || found === 'uima/noNamespace') return local
  return `${found.replaceAll('/', '.')}.${local}`
}

function viewFrom({ attributes }: XmlElement): RawView {
  const of = (name: string): string => attributes.find(given => given.name === name)?.value ?? ''
  const members = of('members').split(' ').filter(Boolean).map(Number)
  return { name: '', sofa: Number(of('sofa')), members: new Set(members) }
}

type Listed = RawStructure & { readonly lists: ReadonlyMap<string, readonly string[]> }

function structureFrom(
  { attributes }: XmlElement,
  type: string,
  lists: ReadonlyMap<string, readonly string[]>,
  types: KnownTypes,
): Listed {
  const given = new Map(attributes.map(({ name, value }) => [name, value]))
  const numberOf = (name: string): number | undefined => {
    const value = given.get(name)
    return value !== undefined && /^\d+$/.test(value) ? Number(value) : undefined
  }
  const features = new Map<string, FeatureValue>()
  const references = new Map<string, number>()
  for (const [name, value] of given) {
    if (name.includes(':') || ['sofa', 'begin', 'end', 'xmlns'].includes(name)) continue
    const read = type === uimaTypes.sofa ? value : valueOf(value, rangeFor(types, type, name))
    if (typeof read === 'object') references.set(name, read.id)
    else features.set(name, read)
  }
  return {
    id: numberOf('xmi:id') ?? 0,
    type,
    sofa: numberOf('sofa'),
    begin: numberOf('begin'),
    end: numberOf('end'),
    features,
    references,
    lists,
  }
}

function rangeFor(types: KnownTypes, type: string, feature: string): string {
  const links = ['Governor', 'Dependent'].includes(feature)
  return rangeOf(types, type, feature) ?? (links ? uimaTypes.annotation : 'uima.cas.String')
}

function valueOf(
  value: string,
  range: string,
): string | number | boolean | { readonly id: number } {
  switch (range) {
    case 'uima.cas.Boolean':
      return value === 'true' || value === '1'
    case 'uima.cas.Byte':
    case 'uima.cas.Short':
    case 'uima.cas.Integer':
    case 'uima.cas.Long':
    case 'uima.cas.Float':
    case 'uima.cas.Double':
      // A number with more digits than a double has stays the text that it is.
      return String(Number(value)) === value ? Number(value) : value
    case 'uima.cas.String':
      return value
    default:
      // A list of references points nowhere that Assay could follow: 0 is UIMA’s null.
      return { id: /^\d+$/.test(value) ? Number(value) : 0 }
  }
}

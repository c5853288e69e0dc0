import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { defaultCodebook } from '../../codebook/default-codebook'
import type { ImportableFormat } from '../formats'
import { annotationFacts, relationFacts } from '../testing/annotation-facts'
import { goldIds, goldProject } from '../testing/gold-project'
import type { Imported, MemoryProject } from '../testing/memory-project'
import {
  countingIds,
  emptyProject,
  exportArticles,
  exportFiles,
  importFiles,
} from '../testing/memory-project'
import { uima as format } from './uima'

const uima = format as ImportableFormat
const at = '2026-04-01T12:00:00.000Z'

const imported = (
  files: Readonly<Record<string, string>>,
  project: MemoryProject = emptyProject(defaultCodebook),
): Imported =>
  importFiles(project, new Map(Object.entries(files)), { newId: countingIds(1000), at }, uima)

const refusalOf = (files: Readonly<Record<string, string>>): string | undefined =>
  uima.read({
    names: Object.keys(files).sort(),
    text: name => files[name],
    bytes: name => Uint8Array.from(files[name] ?? '', unit => unit.charCodeAt(0)),
    lines: () => [],
  }).refused

const metadata = 'de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData'
const token = 'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token'
const text = 'We 😡 lost. They won.'

/** CAS JSON as INCEpTION writes it: its own names, tokens, the user as id of the document. */
const inceptionJson = (user: string, structures: readonly object[]): string =>
  JSON.stringify({
    '%TYPES': {},
    '%FEATURE_STRUCTURES': [
      {
        '%ID': 1,
        '%TYPE': 'uima.cas.Sofa',
        sofaNum: 1,
        sofaID: '_InitialView',
        mimeType: 'text',
        sofaString: text,
      },
      {
        '%ID': 2,
        '%TYPE': metadata,
        '@sofa': 1,
        begin: 0,
        end: text.length,
        language: 'en',
        documentTitle: 'talk.txt',
        documentId: user,
        documentUri: 'my-project/talk.txt',
        documentBaseUri: 'my-project',
        collectionId: 'my-project',
      },
      { '%ID': 3, '%TYPE': token, '@sofa': 1, begin: 0, end: 2 },
      ...structures,
    ],
    '%VIEWS': {
      _InitialView: {
        '%SOFA': 1,
        '%MEMBERS': [2, 3, ...structures.map(structure => Object.values(structure)[0] as number)],
      },
    },
  })

const statement = {
  '%ID': 10,
  '%TYPE': 'webanno.custom.Statement',
  '@sofa': 1,
  begin: 3,
  end: 10,
  Certainty: 'low',
  checked: true,
  weight: 2.5,
}
const winner = { '%ID': 11, '%TYPE': 'custom.Span', '@sofa': 1, '^begin': 12, '^end': 16 }
const link = {
  '%ID': 12,
  '%TYPE': 'webanno.custom.Link',
  '@sofa': 1,
  begin: 12,
  end: 16,
  label: 'contradicts',
  '@Governor': 10,
  '@Dependent': 11,
}

describe('files of INCEpTION', () => {
  it('give an annotation for each span of any layer, a relation for each arc, and whose they are', () => {
    const { project, items } = imported({
      'talk.json': inceptionJson('carol', [statement, winner, link]),
    })
    expect(items).toEqual([])
    const [article] = exportArticles(project)
    expect(article).toMatchObject({ title: 'talk.txt', text, externalId: 'my-project/talk.txt' })
    expect(article?.metadata['language']?.value).toBe('en')
    expect(
      annotationFacts(project).map(({ type, words, attributes, externalId }) => ({
        type,
        words,
        attributes,
        externalId,
      })),
    ).toEqual([
      {
        type: 'statement',
        words: ['😡 lost'],
        attributes: { certainty: 'low', checked: true, weight: { min: '2.5', max: '2.5' } },
        externalId: 'carol:10',
      },
      { type: 'span', words: ['They'], attributes: {}, externalId: 'carol:11' },
    ])
    expect(relationFacts(project)).toMatchObject([{ type: 'contradicts', externalId: 'carol:12' }])
    expect([...project.state.annotators.values()].map(({ name }) => name)).toEqual(['carol'])
    expect(project.state.codebook.types.map(({ label }) => label)).toContain('Statement')
  })

  it('are one article when several users worked on one document, also when each is packed', () => {
    const packed = (user: string): string =>
      [...zipSync({ [`${user}.json`]: strToU8(inceptionJson(user, [statement])) })]
        .map(byte => String.fromCharCode(byte))
        .join('')
    const { project, items } = imported({
      'exportedproject12.json': '{}',
      'source/talk.json': inceptionJson('INITIAL_CAS', []),
      'annotation/talk.txt/a.zip': packed('carol'),
      'annotation/talk.txt/b.zip': packed('dan'),
    })
    expect(items).toEqual([])
    expect(exportArticles(project)).toHaveLength(1)
    expect([...project.state.annotators.values()].map(({ name }) => name)).toEqual(['carol', 'dan'])
    expect(annotationFacts(project).map(({ externalId }) => externalId)).toEqual([
      'carol:10',
      'dan:10',
    ])
  })

  it('read as XMI by the type system beside them, with arrays of texts', () => {
    const { project, items } = imported({
      'TypeSystem.xml': `<?xml version="1.0"?><typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"><types>
        <typeDescription><name>webanno.custom.Statement</name><supertypeName>uima.tcas.Annotation</supertypeName><features>
          <featureDescription><name>weight</name><rangeTypeName>uima.cas.Integer</rangeTypeName></featureDescription>
          <featureDescription><name>checked</name><rangeTypeName>uima.cas.Boolean</rangeTypeName></featureDescription>
          <featureDescription><name>tags</name><rangeTypeName>uima.cas.StringArray</rangeTypeName></featureDescription>
        </features></typeDescription></types></typeSystemDescription>`,
      'talk.xmi': `<?xml version="1.1" encoding="UTF-8"?><xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:custom="http:///webanno/custom.ecore" xmi:version="2.0">
        <cas:NULL xmi:id="0"/>
        <custom:Statement xmi:id="7" sofa="1" begin="0" end="2" weight="3" checked="false"><tags>one</tags><tags>a &lt; b</tags></custom:Statement>
        <custom:Statement xmi:id="8" sofa="1" begin="3" end="4" weight="1"/>
        <cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="We won.&#10;Bye"/>
        <cas:View sofa="1" members="7"/></xmi:XMI>`,
    })
    expect(items).toEqual([])
    expect(exportArticles(project)[0]?.text).toBe('We won.\nBye')
    expect(annotationFacts(project)).toMatchObject([
      {
        words: ['We'],
        attributes: { weight: { min: '3', max: '3' }, checked: false, tags: 'one; a < b' },
      },
    ])
  })

  it('say which features could not come along', () => {
    const { items } = imported({
      'talk.json': inceptionJson('carol', [
        { ...statement, '@roles': 20 },
        winner,
        { ...link, certainty: 'low' },
      ]),
    })
    expect(items.map(({ message }) => message)).toEqual([
      'These features have no place in Assay and were left out: webanno.custom.Statement:roles, webanno.custom.Link:label, webanno.custom.Link:certainty.',
    ])
  })

  it('list what stands on no words, inside a character or outside the text', () => {
    const { project, items } = imported({
      'talk.json': inceptionJson('carol', [
        { ...statement, begin: 3, end: 3 },
        { ...statement, '%ID': 11, begin: 4, end: 10 },
        { ...statement, '%ID': 12, begin: 3, end: 99 },
        { '%ID': 13, '%TYPE': 'custom.Label', '@sofa': 1 },
      ]),
    })
    expect(annotationFacts(project)).toEqual([])
    expect(items.map(({ kind }) => kind)).toEqual(['refused', 'refused', 'refused', 'refused'])
  })
})

describe('a document that went through INCEpTION', () => {
  const ferry = 'json/ferry-lind-late.ada-brandt.json'
  /** INCEpTION writes its own metadata over ours, and leaves everything else. */
  const returned = (user: string, change: (json: string) => string = json => json): Imported => {
    const json = exportFiles(goldProject(), uima, 'utf16').get(ferry) ?? ''
    const after = change(json)
      .replace('"documentTitle":"Ferry “Lindø” late"', '"documentTitle":"ferry.json"')
      .replace(/"documentId":"[^"]*"/, `"documentId":"${user}"`)
      .replace(/"documentUri":"[^"]*"/, '"documentUri":"news/ferry.json"')
      .replace('"collectionId":"Test"', '"collectionId":"news"')
    return imported({ 'ferry.json': after }, goldProject())
  }
  const changed = (json: string): string => json.replace('"unit":"EUR"', '"unit":"USD"')

  it('changes nothing when nothing was changed there', () => {
    for (const user of ['ada-brandt', 'carol']) {
      const { changes, items } = returned(user)
      expect(changes).toEqual([])
      expect(items).toEqual([])
    }
  })

  it('brings a change home to the annotator who has the name of the user', () => {
    const { project, items } = returned('ada-brandt', changed)
    const figure = annotationFacts(project).find(({ id }) => id.endsWith('103'))
    expect(figure).toMatchObject({
      annotator: goldIds.ada,
      attributes: { unit: 'USD' },
      updatedAt: at,
    })
    expect(items).toMatchObject([{ kind: 'replaced' }])
  })

  it('gives a change of somebody else to them, and leaves the original', () => {
    const { project, items } = returned('carol', changed)
    expect(items).toEqual([])
    const figures = annotationFacts(project).filter(({ words }) => words[0] === '€2.5 million')
    expect(figures).toHaveLength(2)
    expect(figures.find(({ id }) => id.endsWith('103'))?.attributes['unit']).toBe('EUR')
    expect(figures.find(({ externalId }) => externalId?.startsWith('carol:'))).toMatchObject({
      attributes: { unit: 'USD' },
      updatedAt: at,
    })
  })

  it('makes a source of a name that was changed beside its id', () => {
    const json = exportFiles(goldProject(), uima, 'utf16')
    const after = new Map(json).set(
      ferry,
      (json.get(ferry) ?? '').replace(
        /"speaker":"[^"]*",("speakerId":"[^"]*","assayId":"[^"]*101")/g,
        '"speaker":"A. Nother",$1',
      ),
    )
    const { project } = imported(Object.fromEntries(after), goldProject())
    const quote = annotationFacts(project).find(({ id }) => id.endsWith('101'))
    const source = [...project.state.sources.values()].find(({ name }) => name === 'A. Nother')
    expect(quote?.attributes['speaker']).toBe(source?.id)
  })
})

describe('files that are no CAS', () => {
  it.each([
    { name: 'nothing of the kind', files: { 'notes.txt': 'x' }, said: /neither CAS JSON/ },
    {
      name: 'other JSON',
      files: { 'a.json': '{"a":1}' },
      said: /a\.json was left out: it is no CAS JSON/,
    },
    { name: 'JSON that is cut off', files: { 'a.json': '{"%FEATURE' }, said: /no CAS JSON/ },
    {
      name: 'a CAS without a text',
      files: { 'a.json': '{"%FEATURE_STRUCTURES":[]}' },
      said: /no text/,
    },
    { name: 'XML that is no XMI', files: { 'a.xmi': '<a/>' }, said: /no XMI/ },
    { name: 'XML that is not well formed', files: { 'a.xmi': '<a><b></a>' }, said: /well-formed/ },
    {
      name: 'entities that would grow',
      files: {
        'a.xmi': '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>',
      },
      said: /document type/,
    },
    {
      name: 'an entity from nowhere',
      files: { 'a.xmi': '<a b="&c;"/>' },
      said: /well-formed/,
    },
    { name: 'elements without end', files: { 'a.xmi': '<a>'.repeat(5000) }, said: /nest too deep/ },
    { name: 'a damaged zip file', files: { 'a.zip': 'PK' }, said: /no zip file/ },
  ])('are refused: $name', ({ files, said }) => {
    expect(refusalOf(files as unknown as Record<string, string>)).toMatch(said)
  })

  it('do not keep the others from being read', () => {
    const { project, items } = imported({
      'a.json': inceptionJson('carol', [statement]),
      'b.xmi': '<a/>',
    })
    expect(annotationFacts(project)).toHaveLength(1)
    expect(items).toMatchObject([
      { kind: 'refused', message: 'b.xmi was left out: it is no XMI file.' },
    ])
  })

  it('are left out when they have another text than the other files of their article', () => {
    const { items, project } = imported({
      'a.json': inceptionJson('carol', [statement]),
      'b.json': inceptionJson('dan', [statement]).replace('They won', 'They WON'),
    })
    expect(annotationFacts(project)).toHaveLength(1)
    expect(items).toMatchObject([{ kind: 'refused' }])
  })
})

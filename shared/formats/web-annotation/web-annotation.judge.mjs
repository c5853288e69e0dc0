/*
 * Independent judge of an export as Web Annotations: ajv with the rules of the recommendation, and Apache Annotator,
 * which finds each selector in a document of jsdom. Usage: node web-annotation.judge.mjs FOLDER DATASET.
 * What was found is compared with the dataset (`--format jsonl`, code points) of the same project. Exit code 0
 * and a count of targets when everything agrees, 1 and a sentence when something does not.
 */
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { isDeepStrictEqual } from 'node:util'
import {
  createTextPositionSelectorMatcher,
  createTextQuoteSelectorMatcher,
} from '@apache-annotator/dom'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { JSDOM } from 'jsdom'

const [folder = '', dataset = ''] = process.argv.slice(2)
const read = (...parts) => fs.readFileSync(path.join(...parts), 'utf8')
const json = (...parts) => JSON.parse(read(...parts))
const lines = (...parts) =>
  read(...parts)
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line))
const urn = id => `urn:uuid:${id}`

class Wrong extends Error {}
/** @returns {asserts holds} */
function demand(holds, message) {
  if (!holds) throw new Wrong(message)
}

const { window } = new JSDOM('<!doctype html><body></body>')
// Apache Annotator expects a page: it names these without an import.
for (const name of ['Node', 'NodeFilter', 'Range', 'Text']) globalThis[name] = window[name]

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true })
addFormats.default(ajv)
// RFC 3987 for absolute IRIs: a scheme, then no blank and none of the characters that must be escaped.
ajv.addFormat('iri', /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i)
const fits = ajv.compile(json(import.meta.dirname, 'web-annotation.judge.schema.json'))

function valid(file) {
  const value = json(folder, file)
  demand(fits(value), `${file} breaks a rule: ${ajv.errorsText(fits.errors).slice(0, 600)}`)
  return value
}

/** The annotations of a collection, going from page to page as a client does. */
function annotationsOf(name) {
  const collection = valid(`${name}.json`)
  const files = fs.existsSync(path.join(folder, name))
    ? fs.readdirSync(path.join(folder, name))
    : []
  const pages = new Map(files.map(file => valid(`${name}/${file}`)).map(page => [page.id, page]))
  const items = []
  const seen = []
  for (let next = collection.first; next !== undefined;) {
    const page = pages.get(next)
    demand(page !== undefined, `${next} is not there`)
    demand(page.partOf === collection.id, `${next} is part of another collection`)
    demand(page.startIndex === items.length, `${next} starts at ${page.startIndex}`)
    demand(page.prev === seen.at(-1), `${next} has another page before it`)
    seen.push(next)
    items.push(...page.items)
    next = page.next
  }
  demand(seen.length === pages.size, 'a page is reached by no other')
  demand(collection.last === seen.at(-1), 'the last page is another')
  demand(collection.total === items.length, `${items.length} annotations, not ${collection.total}`)
  const ids = new Set(items.map(({ id }) => id))
  demand(ids.size === items.length, 'two annotations have one IRI')
  return items
}

/** The text in a document, over several nodes, as text on a page is. */
function pageOf(text) {
  const root = window.document.createElement('div')
  for (const [index, words] of text.split(/(?<=\s)/u).entries()) {
    const parent = index % 3 === 0 ? root : window.document.createElement('b')
    parent.append(words)
    if (parent !== root) root.append(parent)
  }
  return root
}

async function rangesOf(matcher, root) {
  const ranges = []
  for await (const range of matcher(root)) ranges.push(range)
  return ranges
}

/** The words of a target: found by position, and the quotation must find that very place. */
async function wordsOf(target, root) {
  const [position, quote] = ['TextPositionSelector', 'TextQuoteSelector'].map(type =>
    target.selector.find(selector => selector.type === type),
  )
  const [at] = await rangesOf(createTextPositionSelectorMatcher(position), root)
  const words = at.toString()
  demand(
    words === quote.exact,
    `at ${position.start} stands “${words}” instead of “${quote.exact}”`,
  )
  const found = await rangesOf(createTextQuoteSelectorMatcher(quote), root)
  const same = found.some(
    range =>
      range.compareBoundaryPoints(window.Range.START_TO_START, at) === 0 ||
      lengthBefore(range, root) === lengthBefore(at, root),
  )
  demand(same, `“${words}” is not found by its quotation`)
  return words
}

/** Two boundaries between the same characters may be in neighbouring nodes. */
function lengthBefore(range, root) {
  const before = window.document.createRange()
  before.setStart(root, 0)
  before.setEnd(range.startContainer, range.startOffset)
  return before.toString().length
}

const listOf = value => (Array.isArray(value) ? value : [value])
const bodyFor = (annotation, purpose) => annotation.body.find(body => body.purpose === purpose)
const described = annotation => JSON.parse(bodyFor(annotation, 'describing')?.value ?? '{}')

function sameAs(found, expected, what) {
  if (!isDeepStrictEqual(found, expected))
    throw new Wrong(`${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`)
}

async function judge() {
  const people = new Map(json(dataset, 'annotators.json').map(({ id, name }) => [id, name]))
  const articles = lines(dataset, 'articles.jsonl')
  const texts = new Map(lines(folder, 'articles.jsonl').map(({ id, text }) => [id, text]))
  const annotations = new Map(annotationsOf('annotations').map(each => [each.id, each]))
  const relations = new Map(annotationsOf('relations').map(each => [each.id, each]))
  const creatorOf = id => ({ id: urn(id), type: 'Person', name: people.get(id) })
  let targets = 0
  let judged = 0
  for (const article of articles) {
    const iri = urn(article.id)
    demand(texts.get(iri) === article.text, `another text of ${article.id}`)
    const root = pageOf(article.text)
    const names = new Map(article.sources.map(({ id, name }) => [id, { source: urn(id), name }]))
    for (const expected of article.annotations) {
      const found = annotations.get(urn(expected.id))
      demand(found !== undefined, `annotation ${expected.id} is missing`)
      judged += 1
      const words = []
      for (const target of listOf(found.target)) {
        demand(target.source === iri, `${expected.id} is on another text`)
        words.push(await wordsOf(target, root))
        targets += 1
      }
      sameAs(
        words,
        expected.spans.map(({ text }) => text),
        `words of ${expected.id}`,
      )
      sameAs(bodyFor(found, 'tagging').value, expected.type, `type of ${expected.id}`)
      sameAs(bodyFor(found, 'commenting')?.value, expected.note, `note of ${expected.id}`)
      sameAs(found.creator, creatorOf(expected.annotator), `creator of ${expected.id}`)
      sameAs(found.created, expected.created_at, `time of ${expected.id}`)
      const attributes = Object.entries(expected.attributes).map(([key, value]) => [
        key,
        names.get(value) ?? value,
      ])
      sameAs(
        described(found).attributes,
        Object.fromEntries(attributes),
        `attributes of ${expected.id}`,
      )
    }
    for (const expected of article.relations) {
      const found = relations.get(urn(expected.id))
      demand(found !== undefined, `relation ${expected.id} is missing`)
      relations.delete(found.id)
      const end = ({ article: scope, annotation }) => [urn(scope), urn(annotation)]
      const other = bodyFor(found, 'linking')
      sameAs(
        [found.target, other].map(({ scope, source }) => [scope, source]),
        [end(expected.from), end(expected.to)],
        `ends of relation ${expected.id}`,
      )
      sameAs(bodyFor(found, 'tagging').value, expected.type, `type of relation ${expected.id}`)
      sameAs(found.creator, creatorOf(expected.annotator), `creator of relation ${expected.id}`)
    }
  }
  demand(
    judged === annotations.size && relations.size === 0,
    'there are more annotations than in the dataset',
  )
  return targets
}

try {
  console.log(await judge())
} catch (error) {
  if (!(error instanceof Wrong || error instanceof SyntaxError || error instanceof RangeError))
    throw error
  console.error(error.message)
  process.exitCode = 1
}

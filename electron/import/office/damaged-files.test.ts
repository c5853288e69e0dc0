import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { documentSchema } from '../../../shared/article/blocks'
import { plainText } from '../../../shared/article/plain-text'
import { readArticle } from '../read-article'

/** How a file is spoilt; `at` and `to` are shares of its length. */
type Damage = {
  readonly kind: 'cut' | 'flip' | 'remove' | 'repeat' | 'swap-values' | 'drop-tag'
  readonly at: number
  readonly to: number
  readonly byte: number
  /** In a zip archive: in the text of one of its parts, not in the archive's own bytes. */
  readonly isInside: boolean
}

const share = fc.double({ min: 0, max: 1, noNaN: true })
const damage: fc.Arbitrary<Damage> = fc.record({
  kind: fc.constantFrom('cut', 'flip', 'remove', 'repeat', 'swap-values', 'drop-tag'),
  at: share,
  to: share,
  byte: fc.nat(255),
  isInside: fc.boolean(),
})

function spoil(bytes: Uint8Array, { kind, at, to, byte }: Damage): Uint8Array {
  const from = Math.floor(at * (bytes.length - 1))
  const until = Math.min(bytes.length, from + 1 + Math.floor(to * 64))
  switch (kind) {
    case 'cut':
      return bytes.subarray(0, from)
    case 'flip':
      return bytes.with(from, byte)
    case 'remove':
      return Buffer.concat([bytes.subarray(0, from), bytes.subarray(until)])
    case 'repeat':
      return Buffer.concat([bytes.subarray(0, until), bytes.subarray(from)])
    case 'swap-values':
      return swapped(bytes, /"[^"]*"/g, at, to)
    case 'drop-tag':
      return swapped(bytes, /<[^<>/]*\/>|\\[a-z]+-?\d*/g, at, undefined)
  }
}

/** Two matches of `pattern` exchanged, or the first of them taken out. */
function swapped(
  bytes: Uint8Array,
  pattern: RegExp,
  at: number,
  to: number | undefined,
): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1')
  const matches = [...text.matchAll(pattern)]
  const one = matches[Math.floor(at * (matches.length - 1))]
  const other = to === undefined ? undefined : matches[Math.floor(to * (matches.length - 1))]
  if (one === undefined) return bytes
  if (other === undefined)
    return Buffer.from(text.slice(0, one.index) + text.slice(one.index + one[0].length), 'latin1')
  const [first, second] = one.index <= other.index ? [one, other] : [other, one]
  return Buffer.from(
    text.slice(0, first.index) +
      second[0] +
      text.slice(
        first.index + first[0].length,
        Math.max(second.index, first.index + first[0].length),
      ) +
      (first === second ? '' : first[0]) +
      text.slice(second.index + second[0].length),
    'latin1',
  )
}

/** The archive with one of its parts of text spoilt. */
function spoilInside(bytes: Uint8Array, spoilt: Damage): Uint8Array {
  const parts = Object.entries(unzipSync(bytes))
  const texts = parts.filter(([name]) => /\.(?:xml|rels|xhtml|opf|css)$/.test(name))
  const [name = '', content = new Uint8Array()] =
    texts[Math.floor(((spoilt.at * 97) % 1) * texts.length)] ?? []
  return zipSync({ ...Object.fromEntries(parts), [name]: spoil(content, spoilt) }, { level: 0 })
}

const fixture = (extension: string): Uint8Array =>
  readFileSync(new URL(`../fixtures/office/bridge-report.${extension}`, import.meta.url))

const runs = process.env['ASSAY_LONG'] === '1' ? 2000 : 100
/** Far more than reading takes, far less than a person waits. */
const longestMs = 5000

describe.each(['docx', 'odt', 'fodt', 'rtf', 'epub'])('a damaged %s file', extension => {
  const whole = fixture(extension)
  const isZip = strFromU8(whole.subarray(0, 2)) === 'PK'

  test('gives an article that fits the schema, or a sentence that names the file', async () => {
    await fc.assert(
      fc.asyncProperty(damage, async spoilt => {
        const bytes = isZip && spoilt.isInside ? spoilInside(whole, spoilt) : spoil(whole, spoilt)
        const name = `damaged.${extension}`
        const begin = performance.now()
        const read = await readArticle(bytes, name)
        expect(performance.now() - begin).toBeLessThan(longestMs)
        if (read.ok) {
          expect(plainText(read.value.document)).toBe(read.value.text)
          expect(documentSchema.safeParse(read.value.document).success).toBe(true)
          expect(read.value.text.isWellFormed()).toBe(true)
        } else expect(read.error.message).toContain(`“${name}” was not imported: `)
      }),
      { numRuns: runs },
    )
  })

  test('that is cut off anywhere is never half an article', async () => {
    for (let share = 0.02; share < 1; share += 0.049) {
      const read = await readArticle(whole.subarray(0, whole.length * share), `cut.${extension}`)
      expect(read.ok).toBe(false)
    }
  })
})

test('a file with one part of another document gives an article or a sentence', async () => {
  const parts = unzipSync(fixture('docx'))
  const foreign = unzipSync(fixture('odt'))['content.xml'] ?? strToU8('')
  for (const name of Object.keys(parts)) {
    const read = await readArticle(zipSync({ ...parts, [name]: foreign }), 'mixed.docx')
    if (!read.ok) expect(read.error.message).toContain('“mixed.docx” was not imported: ')
  }
})

import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { documentSchema } from '../../../shared/article/blocks'
import { plainText } from '../../../shared/article/plain-text'
import { mutated, mutations, seeded } from '../fixtures/mutated'
import { readArticle } from '../read-article'

const folder = path.join(import.meta.dirname, '../fixtures/printed')
const bytesOf = (name: string): Uint8Array =>
  new Uint8Array(fs.readFileSync(path.join(folder, name)))

async function messageFor(bytes: Uint8Array): Promise<string | undefined> {
  const article = await readArticle(bytes, 'report.pdf')
  return article.ok ? undefined : article.error.message
}

/** A PDF with `count` empty pages, whose cross references are left for the reader to repair. */
function pdfOfPages(count: number): Uint8Array {
  const numbers = Array.from({ length: count }, (_, index) => String(index + 3))
  const pages = numbers.map(
    number => `${number} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\n`,
  )
  return new TextEncoder().encode(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count ${String(count)}/Kids[${numbers.join(' 0 R ')} 0 R]>>endobj\n${pages.join('')}trailer<</Root 1 0 R>>\n%%EOF`,
  )
}

describe('a PDF that cannot be imported says why', () => {
  test('protected by a password', async () => {
    expect(await messageFor(bytesOf('protected.pdf'))).toBe(
      '“report.pdf” was not imported: it is protected by a password. Nothing else has changed. Open it in a PDF reader with the password, print it into a new PDF, and import that.',
    )
  })

  test('scanned', async () => {
    expect(await messageFor(bytesOf('scanned.pdf'))).toBe(
      '“report.pdf” was not imported: it has no text, only pictures of pages, as a scanner makes them. Nothing else has changed. Let a text recognition program (OCR) read it, and import the PDF that makes.',
    )
  })

  test('damaged', async () => {
    const head = new TextEncoder().encode('%PDF-1.7\nnothing of a PDF follows')
    expect(await messageFor(head)).toBe(
      '“report.pdf” was not imported: it is damaged, or no PDF at all. Nothing else has changed. Fetch it again from where it came from, or open it in a PDF reader and print it into a new PDF.',
    )
  })

  test('of too many pages', async () => {
    expect(await messageFor(pdfOfPages(2001))).toBe(
      '“report.pdf” was not imported: it has 2001 pages, and Assay reads up to 2000. Nothing else has changed. Print the pages you need into a PDF of their own and import that.',
    )
  })
})

test(`${String(mutations)} damaged copies give an article that holds together, or a sentence`, async () => {
  const random = seeded(20_310_302)
  const files = ['chromium-arabic.pdf', 'libreoffice.pdf', 'chromium.pdf'].map(bytesOf)
  let articles = 0
  for (let index = 0; index < mutations; index += 1) {
    const file = files[index % 10 === 0 ? 1 : index % 10 === 5 ? 2 : 0] ?? new Uint8Array()
    const article = await readArticle(mutated(file, random), 'report.pdf')
    if (article.ok) {
      articles += 1
      expect(documentSchema.safeParse(article.value.document).success).toBe(true)
      expect(plainText(article.value.document)).toBe(article.value.text)
    } else expect(article.error.message).toMatch(/^“report\.pdf” was not imported: .+\. .+\.$/)
  }
  expect(articles).toBeGreaterThan(mutations / 10)
})

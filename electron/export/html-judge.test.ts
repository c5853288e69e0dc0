import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { JSDOM } from 'jsdom'
import { describe, expect, it } from 'vitest'
import type { ExportArticle } from '../../shared/formats/format'
import { html } from '../../shared/formats/html/html'
import { goldProject } from '../../shared/formats/testing/gold-project'
import { exportArticles, exportContext } from '../../shared/formats/testing/memory-project'
import type { MemoryProject } from '../../shared/formats/testing/memory-project'
import { projectFromTape } from '../../shared/formats/testing/project-from-tape'

const here = path.dirname(fileURLToPath(import.meta.url))
const golden = path.join(here, '../../shared/formats/golden/html')

/** A page as a reader's browser has it: the plain text, and which of its characters each annotation covers. */
type ReadPage = {
  readonly text: string
  readonly covered: ReadonlyMap<string, ReadonlySet<number>>
  /** Everything that could run, load or leave the page. */
  readonly active: readonly string[]
}

function readPage(page: string): ReadPage {
  const { document, NodeFilter } = new JSDOM(page).window
  const covered = new Map<string, Set<number>>()
  let text = ''
  document.querySelectorAll('[data-text]').forEach((block, index) => {
    if (index > 0) text += '\n'
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const words =
        node.nodeName === 'BR' ? '\n' : node.nodeType === 3 ? (node.nodeValue ?? '') : ''
      for (let at = node.parentElement; at !== null && at !== block; at = at.parentElement) {
        const id = at.dataset['annotation']
        if (at.nodeName !== 'MARK' || id === undefined) continue
        const places = covered.get(id) ?? new Set()
        for (let unit = 0; unit < words.length; unit += 1) places.add(text.length + unit)
        covered.set(id, places)
      }
      text += words
    }
  })
  const all = [...document.querySelectorAll('*')]
  const active = all.flatMap(element => [
    ...(/^(?:script|iframe|object|embed|link|img|form|base|svg)$/i.test(element.nodeName)
      ? [element.nodeName]
      : []),
    ...element
      .getAttributeNames()
      .filter(name => name.startsWith('on') || (name === 'href' && !isInert(element))),
  ])
  const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')
  if (policy?.getAttribute('content')?.startsWith("default-src 'none'") !== true)
    active.push('no policy')
  return { text, covered, active }
}

function isInert(element: Element): boolean {
  return /^(?:#|\.\.\/|articles\/|https?:|mailto:)/.test(element.getAttribute('href') ?? '')
}

/** Line breaks between blocks belong to no element, so a mark need not cover them. */
function expectedPlaces({ text, annotations }: ExportArticle): Map<string, Set<number>> {
  return new Map(
    annotations.map(({ id, spans }) => [
      id,
      new Set(
        spans.flatMap(({ start, end }) =>
          Array.from({ length: end - start }, (_, index) => start + index).filter(
            place => text[place] !== '\n',
          ),
        ),
      ),
    ]),
  )
}

/** What is wrong with the page of `article`: nothing, when each mark covers exactly its words and nothing is active. */
function faultsOf(page: string, article: ExportArticle): string[] {
  const { text, covered, active } = readPage(page)
  const faults = active.map(name => `active: ${name}`)
  if (text !== article.text) faults.push('the text is another')
  for (const [id, places] of expectedPlaces(article)) {
    const found = [...(covered.get(id) ?? [])].filter(place => text[place] !== '\n')
    if (found.length !== places.size || found.some(place => !places.has(place)))
      faults.push(`${id} covers other words`)
  }
  if ([...covered.keys()].some(id => !article.annotations.some(one => one.id === id)))
    faults.push('a mark of no annotation')
  return faults
}

function pagesOf(project: MemoryProject): { page: string; article: ExportArticle }[] {
  const writer = html.start(exportContext(project, 'utf16'))
  return exportArticles(project).map(article => {
    const page = writer.article(article).pieces.find(({ file }) => file.startsWith('articles/'))
    return { page: page?.text ?? '', article }
  })
}

const goldPage = (name: string): string =>
  fs.readFileSync(path.join(golden, 'articles', name), 'utf8')
const [ferry, harbour] = exportArticles(goldProject())

describe('a browser, reading the committed pages', () => {
  it.each([
    { name: 'ferry-lind-late.html', article: ferry! },
    { name: 'harbour-log.html', article: harbour! },
  ])('finds in $name every mark on exactly its words', ({ name, article }) => {
    expect(faultsOf(goldPage(name), article)).toEqual([])
  })

  it('finds the attributes, notes and relations beside the text', () => {
    const { document } = new JSDOM(goldPage('ferry-lind-late.html')).window
    const notes = [...document.querySelectorAll('.note')].map(note => note.textContent)
    expect(notes).toHaveLength(ferry!.annotations.length)
    expect(notes[0]).toBe(
      '1 Quote Ada Brandt“We lost €2.5 million 😡,” … “and it was a lie.”Speaker Rene\u0301e OkaforCue saidMode direct',
    )
    expect(notes[2]).toBe(
      '3 Figure Ada BrandtValue 2,500,000Unit EURKind moneyAs of February 2026part of 2',
    )
    expect(notes[1]).toContain('Which\u2028year? ')
    expect(notes[1]).toContain('← part of, from 3')
  })

  it('finds every article in the list, with a link to its page', () => {
    const page = fs.readFileSync(path.join(golden, 'index.html'), 'utf8')
    const { document } = new JSDOM(page).window
    const links = [...document.querySelectorAll('li > a')].map(link => link.getAttribute('href'))
    expect(links).toEqual([
      'articles/ferry-lind-late.html',
      'articles/harbour-log.html',
      'articles/article.html',
    ])
    for (const link of links) expect(fs.existsSync(path.join(golden, link ?? ''))).toBe(true)
    expect(readPage(page).active).toEqual([])
  })

  it.each([
    {
      name: 'a mark that begins a character later',
      change: (page: string) => page.replace(/(<mark [^>]*>)“<\/mark>/, '“$1</mark>'),
      fault: /covers other words/,
    },
    {
      name: 'a script',
      change: (page: string) => page.replace('</body>', '<script>1</script></body>'),
      fault: /active: SCRIPT/,
    },
    {
      name: 'a link that runs',
      change: (page: string) => page.replace('href="#n1"', 'href="javascript:1"'),
      fault: /active: href/,
    },
    {
      name: 'words that were lost',
      change: (page: string) => page.replace(' last one.', ' last.'),
      fault: /another/,
    },
  ])('refuses $name', ({ change, fault }) => {
    const page = goldPage('ferry-lind-late.html')
    const wrong = change(page)
    expect(wrong).not.toBe(page)
    expect(faultsOf(wrong, ferry!).join()).toMatch(fault)
  })
})

describe('the pages of any project', () => {
  it('mark exactly the words, however marks nest, cross and repeat', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 250, size: 'max' }), tape => {
        for (const { page, article } of pagesOf(projectFromTape(tape, { isSound: true })))
          expect(faultsOf(page, article)).toEqual([])
      }),
      { numRuns: 10 },
    )
  })

  it('show markup, lists, quotes, links and what was left out, and never run what a text says', () => {
    const words = '<img src=x onerror=alert(1)>'
    const text = `${words}\nitem\nbroken\nline`
    const article: ExportArticle = {
      ...harbour!,
      title: '"><script>alert(1)</script>',
      text,
      note: words,
      tags: [words],
      metadata: { url: { value: 'javascript:alert(1)', from: 'person' } },
      annotations: [],
      relations: [],
      document: {
        type: 'doc',
        content: [
          { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: words }] },
          { type: 'leftOut', attrs: { what: 'image', label: words } },
          {
            type: 'bulletList',
            content: [
              {
                type: 'listItem',
                content: [
                  {
                    type: 'paragraph',
                    content: [
                      {
                        type: 'text',
                        text: 'item',
                        marks: [
                          { type: 'bold' },
                          { type: 'link', attrs: { href: 'javascript:alert(1)' } },
                        ],
                      },
                    ],
                  },
                ],
              },
            ],
          },
          {
            type: 'blockquote',
            content: [
              {
                type: 'paragraph',
                content: [
                  { type: 'text', text: 'broken' },
                  { type: 'hardBreak' },
                  { type: 'text', text: 'line', marks: [{ type: 'italic' }] },
                ],
              },
            ],
          },
        ],
      },
    }
    const writer = html.start(exportContext(goldProject(), 'utf16'))
    const page = writer.article(article).pieces[1]?.text ?? ''
    expect(faultsOf(page, article)).toEqual([])
    expect(page).toContain('<li><p data-text dir="auto"><strong>item</strong></p></li>')
    expect(page).toContain('broken<br><em>line</em>')
    expect(page).toContain('Image left out: &lt;img')
  })
})

import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { documentSchema } from '../../../shared/article/blocks'
import { plainText } from '../../../shared/article/plain-text'
import { outlineOf } from '../fixtures/outline-of'
import { mutated, mutations, seeded } from '../fixtures/mutated'
import type { ReadArticle } from '../read-article'
import { readArticle } from '../read-article'
import { readMailText } from './mail-text'

const folder = path.join(import.meta.dirname, '../fixtures/mailed')
const bytesOf = (name: string): Uint8Array =>
  new Uint8Array(fs.readFileSync(path.join(folder, name)))

async function read(bytes: Uint8Array, name: string): Promise<ReadArticle> {
  const article = await readArticle(bytes, name)
  if (!article.ok) throw new Error(article.error.message)
  return article.value
}

const readFixture = (name: string): Promise<ReadArticle> => read(bytesOf(name), name)

const text = (words: string, ...marks: object[]): object =>
  marks.length === 0 ? { type: 'text', text: words } : { type: 'text', text: words, marks }
const paragraph = (...content: object[]): object => ({ type: 'paragraph', content })
const author = {
  value: 'Lena Duarte',
  from: 'mail-headers',
  found: 'Lena Duarte <lena@paper.example>',
}
const published = {
  value: '2031-03-03',
  from: 'mail-headers',
  found: 'Mon, 03 Mar 2031 09:30:00 +0100',
}

describe('a mail', () => {
  test('its page is read, its headers are metadata, its attachment leaves a mark', async () => {
    const mail = await readFixture('both-parts.eml')
    expect(mail.title).toBe('Fähre läuft vor Corvo auf Grund – vierzehn Vermisste')
    expect(mail.mediaType).toBe('message/rfc822')
    expect(mail.metadata).toEqual({
      published,
      authors: author,
      place: { value: 'CORVO', from: 'text', found: 'CORVO, March 2 (Meridian) –' },
    })
    expect(mail.document.content).toEqual([
      { type: 'heading', attrs: { level: 1 }, content: [text('Ferry runs aground')] },
      paragraph(
        text('CORVO, March 2 (Meridian) – The car ferry '),
        text('Aurela', { type: 'italic' }),
        text(' ran aground on Saturday evening, a few hundred metres from the harbour.'),
      ),
      paragraph(
        text('“Nobody told us anything,” said '),
        text('Inês Tavares', { type: 'link', attrs: { href: 'https://paper.example/tavares' } }),
        text('.'),
      ),
      { type: 'leftOut', attrs: { what: 'image', label: 'The harbour' } },
      { type: 'leftOut', attrs: { what: 'attachment', label: 'karte.png' } },
    ])
    expect(mail.remarks).toEqual(['Left out, with a mark where it stood: 1 attachment, 1 image.'])
  })

  test('words in another encoding, and a name in letters of its own', async () => {
    const mail = await readFixture('koi8-r.eml')
    expect(mail.title).toBe('Паром сел на мель')
    expect(mail.metadata['authors']?.value).toBe('Иван Петров')
    expect(mail.text).toBe(
      'КОРВО, 2 марта. Паром сел на мель в субботу вечером.\nПропали 14 человек.',
    )
  })

  test('lines the mail program broke are whole again, and what is quoted is a quote', async () => {
    const mail = await readFixture('wrapped.eml')
    expect(mail.document.content).toEqual([
      paragraph(
        text(
          'CORVO, March 2 (Meridian) – The car ferry Aurela ran aground on Saturday evening, a few hundred metres from the harbour.',
        ),
      ),
      {
        type: 'blockquote',
        content: [paragraph(text('Are you sure?'), { type: 'hardBreak' }, text('Yes.'))],
      },
      paragraph(text('--'), { type: 'hardBreak' }, text('Lena Duarte')),
    ])
  })

  test('a page that only says where to read on gives way to the text', async () => {
    const mail = await read(
      new TextEncoder().encode(
        [
          'Subject: News',
          'From: desk@paper.example',
          'MIME-Version: 1.0',
          'Content-Type: multipart/alternative; boundary=b',
          '',
          '--b',
          'Content-Type: text/plain; charset=utf-8',
          '',
          'The ferry ran aground on Saturday evening, and fourteen people are missing.',
          '--b',
          'Content-Type: text/html',
          '',
          '<p>View in browser</p>',
          '--b--',
          '',
        ].join('\r\n'),
      ),
      'news.eml',
    )
    expect(mail.text).toBe(
      'The ferry ran aground on Saturday evening, and fourteen people are missing.',
    )
    expect(mail.metadata['authors']?.value).toBe('desk@paper.example')
  })

  test.each([
    'Date: 2031-03-02\nTitle: A note\n\nWords of the note.',
    'From: the harbour\n\nWords of a letter.',
    'Subject: one\nTo: be\nor not to be',
    'To: be\n\nFrom: here',
  ])('%j is no mail', async words => {
    const article = await read(new TextEncoder().encode(words), 'a.txt')
    expect(article.mediaType).toBe('text/plain')
  })
})

describe('a mail of a newsroom', () => {
  test('that is a page and nothing else is a mail, and its headers count', async () => {
    const mail = await readFixture('only-a-page.eml')
    expect(mail.mediaType).toBe('message/rfc822')
    expect(mail.title).toBe('Pressemeddelelse')
    expect(mail.metadata).toEqual({
      authors: { value: 'Press', from: 'mail-headers', found: 'Press <press@min.example>' },
      published: {
        value: '2031-03-05',
        from: 'mail-headers',
        found: 'Wed, 05 Mar 2031 08:00:00 +0000',
      },
    })
  })

  test('that has a mail attached is read with it, and with marks for what both had attached', async () => {
    const mail = await readFixture('mail-in-a-mail.eml')
    expect(outlineOf(mail.document)).toEqual([
      'Can you check this please? See attached message.',
      '## Re: FW: Statement on the Vandel site — embargo 18:00',
      'Jens Ørum <jens@blad.example> / Tue, 04 Mar 2031 16:22:08 +0100',
      'Dear desk,',
      'please find the statement below. It is embargoed until 18:00.',
      '“The measurements of 2 March were wrong by a factor of ten,” the ministry’s director, Karin Bülow, said. “We regret this.”',
      '> On 3 Mar 2031, at 09:10, Desk <desk@paper.example> wrote:',
      '> > Was it 12 or 120 becquerel?',
      '> We need the number by noon.',
      'Best / Jens',
      '-- / Jens Ørum / Blad / +45 00 00 00',
      '(attachment: måling.pdf)',
    ])
    expect(mail.metadata['authors']?.value).toBe('Editor')
    expect(mail.remarks[0]).toBe(
      'A mail is attached to it: it is read at the end, below its subject.',
    )
  })

  test('of whose attached mails some are not read has marks for those', async () => {
    const many = Array.from({ length: 52 }, (_, index) => mailWith(`Note ${index}`, []))
    const deep = Array.from({ length: 7 }).reduce<string>(
      (inner, _, index) => mailWith(`Level ${6 - index}`, inner === '' ? [] : [inner]),
      '',
    )
    const [wide, nested] = await Promise.all(
      [mailWith('Digest', many), deep].map(mail => read(new TextEncoder().encode(mail), 'a.eml')),
    )
    const outlines = [wide, nested].map(mail =>
      outlineOf(mail?.document ?? { type: 'doc', content: [] }),
    )
    const heads = outlines.map(lines => lines.filter(line => line.startsWith('## ')))
    expect(heads.map(({ length }) => length)).toEqual([50, 5])
    expect(outlines.map(lines => lines.filter(line => line.startsWith('(')))).toEqual([
      ['(attachment: message/rfc822)', '(attachment: message/rfc822)'],
      ['(attachment: message/rfc822)'],
    ])
  })
})

describe('a page saved as one file', () => {
  test('the page is read without its frames, with the address it was saved from', async () => {
    const page = await readFixture('saved-page.mhtml')
    expect(page.title).toBe('Ferry runs aground')
    expect(page.mediaType).toBe('multipart/related')
    expect(page.metadata).toEqual({
      published: { value: '2031-03-02', from: 'text', found: 'March 2' },
      place: { value: 'CORVO', from: 'text', found: 'CORVO, March 2 (Meridian) –' },
      url: {
        value: 'https://paper.example/2031/03/ferry',
        from: 'mail-headers',
        found: 'https://paper.example/2031/03/ferry',
      },
    })
    expect(page.text).toBe(
      'Ferry runs aground\nCORVO, March 2 (Meridian) – The car ferry Aurela ran aground on Saturday evening, a few hundred metres from the harbour.\n“Nobody told us anything,” said Inês Tavares.',
    )
  })

  test('a page of a browser that does not say its encoding is UTF-8', async () => {
    const page = await read(
      new TextEncoder().encode(
        'From: <Saved by Blink>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Location: https://paper.example/\r\n\r\n<p>Inês – 1 €</p>\r\n--b--\r\n',
      ),
      'a.mhtml',
    )
    expect(page.text).toBe('Inês – 1 €')
  })
})

describe('readMailText', () => {
  test.each([
    {
      name: 'keeps lines that were ended by a person',
      words: 'Dear desk,\nhere is the text.\n\nLena',
      expected: 'Dear desk,\nhere is the text.\nLena',
    },
    {
      name: 'keeps items of a list apart',
      words: `${'a word '.repeat(10)}\n- one\n- two`,
      expected: `${'a word '.repeat(10).trim()}\n- one\n- two`,
    },
    {
      name: 'joins what had no room',
      words: `${'seventy '.repeat(8)}letters\nhere and\nthere`,
      expected: `${'seventy '.repeat(8)}letters here and\nthere`,
    },
  ])('$name', ({ words, expected }) => {
    expect(plainText(readMailText(words))).toBe(expected)
  })
})

test.each(['both-parts.eml', 'mail-in-a-mail.eml', 'saved-page.mhtml'])(
  `${String(mutations)} damaged copies of %s give an article that holds together, or a sentence`,
  async name => {
    const random = seeded(20_310_303)
    const bytes = bytesOf(name)
    let articles = 0
    for (let index = 0; index < mutations; index += 1) {
      const article = await readArticle(mutated(bytes, random), name)
      if (article.ok) {
        articles += 1
        expect(documentSchema.safeParse(article.value.document).success).toBe(true)
        expect(article.value.text.isWellFormed()).toBe(true)
      } else expect(article.error.message).toContain(`“${name}” was not imported`)
    }
    expect(articles).toBeGreaterThan(mutations / 4)
  },
)

function mailWith(subject: string, attached: readonly string[]): string {
  const boundary = subject.replace(' ', '-')
  const parts = ['Content-Type: text/plain\r\n\r\nWords.'].concat(
    attached.map(
      mail => `Content-Type: message/rfc822\r\nContent-Disposition: attachment\r\n\r\n${mail}`,
    ),
  )
  return [
    'From: ana@blad.example',
    'To: desk@blad.example',
    `Subject: ${subject}`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    '',
    ...parts.map(part => `--${boundary}\r\n${part}`),
    `--${boundary}--`,
    '',
  ].join('\r\n')
}

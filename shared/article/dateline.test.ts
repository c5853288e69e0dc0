import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readTextHead } from './dateline'

/** Any code point; fast-check's own unit for that takes seconds to build. */
const anyCharacter = fc.nat(0x10ffff).map(code => String.fromCodePoint(code))

/** The values found, without their evidence. */
function valuesOf(text: string): Record<string, string> {
  const { metadata } = readTextHead(text)
  return Object.fromEntries(Object.entries(metadata).map(([field, { value }]) => [field, value]))
}

const body = 'The ferry ran aground on Saturday evening, a few hundred metres from the harbour.'

describe('readTextHead', () => {
  test('a header and a dateline with an agency, each with its evidence', () => {
    expect(readTextHead(` date 2031-03-02 CORVO, March 2. /MERIDIAN/. ${body}`)).toEqual({
      metadata: {
        published: { value: '2031-03-02', from: 'text', found: 'date 2031-03-02' },
        place: { value: 'CORVO', from: 'text', found: 'CORVO, March 2. /MERIDIAN/.' },
        agency: { value: 'MERIDIAN', from: 'text', found: 'CORVO, March 2. /MERIDIAN/.' },
      },
      dateWithoutYear: undefined,
      headerEnd: 16,
      datelineAt: 17,
      bodyStart: 45,
    })
  })

  test.each<[string, Record<string, string>]>([
    [`NUR-SULTAN – ${body}`, { place: 'NUR-SULTAN' }],
    [` date 2022-06-05 NUR-SULTAN – ${body}`, { published: '2022-06-05', place: 'NUR-SULTAN' }],
    [`NUR-SULTAN, January 29. /TASS/. ${body}`, { place: 'NUR-SULTAN', agency: 'TASS' }],
    [`KYIV (Reuters) — ${body}`, { place: 'KYIV', agency: 'Reuters' }],
    [`KYIV, Ukraine (AP) _ ${body}`, { place: 'KYIV, Ukraine', agency: 'AP' }],
    [`WASHINGTON, Jan. 3 (AP) ${body}`, { place: 'WASHINGTON', agency: 'AP' }],
    [`WASHINGTON, D.C. — ${body}`, { place: 'WASHINGTON, D.C.' }],
    [`PARIS, 12 March (AFP) - ${body}`, { place: 'PARIS', agency: 'AFP' }],
    [`PARIS (France) — ${body}`, { place: 'PARIS' }],
    [
      `LONDON/BERLIN, March 4, 2031 (Reuters) - ${body}`,
      { place: 'LONDON/BERLIN', published: '2031-03-04', agency: 'Reuters' },
    ],
    [
      `NEW DELHI, 4 March 2031 (PTI): ${body}`,
      { place: 'NEW DELHI', published: '2031-03-04', agency: 'PTI' },
    ],
    [`SÃO PAULO—${body}`, { place: 'SÃO PAULO' }],
    [`RIO DE JANEIRO – ${body}`, { place: 'RIO DE JANEIRO' }],
    [`FRANKFURT am MAIN -- ${body}`, { place: 'FRANKFURT am MAIN' }],
    [`ST. PETERSBURG, Russia — ${body}`, { place: 'ST. PETERSBURG, Russia' }],
    [`МОСКВА, 29 января. /ТАСС/. ${body}`, { place: 'МОСКВА', agency: 'ТАСС' }],
    [`date 2022\nМОСКВА, 29 января — ${body}`, { place: 'МОСКВА', published: '2022-01-29' }],
    [
      `ИВАНО-ФРАНКОВСК – Паром сел на мель в субботу вечером, сообщили спасатели.`,
      { place: 'ИВАНО-ФРАНКОВСК' },
    ],
    [`ASTANA. KAZINFORM – ${body}`, { place: 'ASTANA', agency: 'KAZINFORM' }],
    [`BEIJING, March 4 (Xinhua) -- ${body}`, { place: 'BEIJING', agency: 'Xinhua' }],
    [`VELMORE (Meridian Press) — ${body}`, { place: 'VELMORE', agency: 'Meridian Press' }],
    [
      `VELMORE (UrduPoint News / Sputnik - 29th January, 2022) ${body}`,
      { place: 'VELMORE', agency: 'UrduPoint News', published: '2022-01-29' },
    ],
    [`LONDON, Saturday — ${body}`, { place: 'LONDON' }],
    [`LONDON, Sat., March 4, 2031 — ${body}`, { place: 'LONDON', published: '2031-03-04' }],
    [`CORVO, March 2. ${body}`, { place: 'CORVO' }],
    [
      `date: 2031-03-02T10:00:00Z\n\nFerry runs aground\n\nCORVO – ${body}`,
      { published: '2031-03-02', place: 'CORVO' },
    ],
    [`Published: 2 March 2031\nCORVO – ${body}`, { published: '2031-03-02', place: 'CORVO' }],
    [`2031-03-02\n${body}`, { published: '2031-03-02' }],
    [`date 2031-03-02 ${body}`, { published: '2031-03-02' }],
    [`\n\n  CORVO – “${body}”`, { place: 'CORVO' }],
  ])('reads %s', (text, expected) => {
    expect(valuesOf(text)).toEqual(expected)
  })

  test.each([
    body,
    `BREAKING: ${body}`,
    `BREAKING NEWS — ${body}`,
    `UPDATE 2 - ${body}`,
    'FERRY RUNS AGROUND OFF CORVO — 14 MISSING',
    'FERRY RUNS AGROUND — 14 MISSING AFTER A NIGHT OF SEARCHING IN THE HARBOUR',
    'CORVO – fourteen missing',
    `NATO – ${body}`,
    `UN – ${body}`,
    `I – ${body}`,
    `A-10 – ${body}`,
    `COVID-19 – ${body}`,
    `NATO (the alliance) said that it had no ships there, and that it would send none.`,
    `IBM (International Business Machines) bought a company, as was said on Monday.`,
    `The ferry – ${body}`,
    `CORVO is a town – ${body}`,
    `CORVO, March was cold. ${body}`,
    `Date palms grow in the harbour. ${body}`,
    `2031-03-02 was the day on which the ferry sank.`,
    `In 2031-03 nothing happened.`,
    '1,600 buildings were damaged – and 3,000 firearms were stolen, the president said.',
    '',
    '   ',
  ])('finds nothing in "%s"', text => {
    expect(valuesOf(text)).toEqual({})
  })

  test.each([
    [`NUR-SULTAN, January 29. /TASS/. ${body}`, 'January 29'],
    [`WASHINGTON, Jan. 3 (AP) ${body}`, 'Jan. 3'],
    [`МОСКВА, 29 января. /ТАСС/. ${body}`, '29 января.'],
    [`date 2022\nМОСКВА, 29 января — ${body}`, undefined],
    [`CORVO, March 2, 2031 – ${body}`, undefined],
    [`CORVO, February 31 – ${body}`, undefined],
    [`KYIV (Reuters) — ${body}`, undefined],
    [body, undefined],
  ])('“%s” leaves the year of %s open', (text, expected) => {
    expect(readTextHead(text).dateWithoutYear).toBe(expected)
  })

  test('the date of the header wins over the dateline', () => {
    expect(valuesOf(`date 2031-03-03 CORVO, March 2, 2031 – ${body}`)).toEqual({
      published: '2031-03-03',
      place: 'CORVO',
    })
  })

  test('the article begins after the dateline', () => {
    for (const head of [
      ' date 2031-03-02 CORVO – ',
      'CORVO, March 2. /TASS/. ',
      'date 2031-03-02\n\nCORVO (AP) ',
    ])
      expect(readTextHead(`${head}${body}`).bodyStart).toBe(head.length)
  })

  test('whatever a text says, the answer is quick and lies within it', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'CORVO',
        ', ',
        ' – ',
        '/',
        '(',
        ')',
        'March 2',
        '. ',
        'date ',
        '2031-03-02',
        '\n',
        'DE ',
      ),
      fc.string({ unit: anyCharacter, maxLength: 5 }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
        const text = pieces.join('')
        const { metadata, bodyStart } = readTextHead(text)
        expect(bodyStart).toBeLessThanOrEqual(text.length)
        for (const { found } of Object.values(metadata)) expect(text).toContain(found)
      }),
      { numRuns: 500 },
    )
  })

  test.each([
    'A'.repeat(50_000),
    'AB '.repeat(20_000),
    'AB, CD '.repeat(20_000),
    '\n'.repeat(100_000),
    'AB-'.repeat(20_000),
  ])(
    'a hostile start costs no time (%#)',
    text => {
      expect(valuesOf(text)).toEqual({})
    },
    1000,
  )
})

import { describe, expect, it } from 'vitest'
import { steadyPdf } from './steady-pdf'

/** A small PDF as Chromium lays one out, printed at `date` with parts named from `node` on. */
function printed(date: string, node: number, order: readonly [number, number]): Uint8Array {
  const name = (offset: number): string => `(node${String(node + offset).padStart(8, '0')})`
  const objects = [
    `<</Title (A stream of words)\n/CreationDate (D:${date}+00'00')\n/ModDate (D:${date}+00'00')>>`,
    '<</Type /Catalog\n/StructTreeRoot 3 0 R>>',
    '<</Type /StructTreeRoot\n/K 4 0 R\n/IDTree 6 0 R>>',
    `<</Type /StructElem\n/S /P\n/ID ${name(0)}>>`,
    '<</Length 34>> stream\n/ID (node00000007) stays as it is \nendstream',
    `<</Limits [${name(0)} ${name(1)}]\n/Names [${name(0)} ${order[0]} 0 R ${name(1)} ${order[1]} 0 R]>>`,
  ]
  let body = '%PDF-1.4\n%\xd3\xeb\xe9\xe1\n'
  const places = objects.map((content, index) => {
    const place = body.length
    body += `${index + 1} 0 obj\n${content}\nendobj\n`
    return place
  })
  const table = places.map(place => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const end = `xref\n0 ${places.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${places.length + 1}\n/Root 2 0 R\n/Info 1 0 R>>\nstartxref\n${body.length}\n%%EOF\n`
  return Buffer.from(body + end, 'latin1')
}

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

describe('a printed PDF', () => {
  const first = printed('20310314101500', 7, [4, 12])
  const second = printed('20310314101609', 95, [104, 4])

  it('is the same bytes whenever and after whatever else it was printed', () => {
    expect(textOf(first)).not.toBe(textOf(second))
    expect(textOf(steadyPdf(first))).toBe(textOf(steadyPdf(second)))
  })

  it('keeps its content and its outline, and its table says where each object stands', () => {
    const steady = textOf(steadyPdf(first))
    expect(steady).toContain("/Title (A stream of words)\n/CreationDate (D:19800101000000+00'00')")
    expect(steady).toContain('stream\n/ID (node00000007) stays as it is \nendstream')
    expect(steady).toContain('<</Type /StructElem\n/S /P>>')
    expect(steady).toContain('<</Type /StructTreeRoot\n/K 4 0 R>>')
    const table = Number(/startxref\n(\d+)/.exec(steady)?.[1])
    expect(steady.slice(table, table + 4)).toBe('xref')
    const entries = [...steady.slice(table).matchAll(/^(\d{10}) 00000 n/gm)]
    expect(entries).toHaveLength(6)
    entries.forEach(([, place], index) => {
      expect(steady.slice(Number(place)).startsWith(`${index + 1} 0 obj`)).toBe(true)
    })
  })

  it.each([
    { name: 'no PDF', bytes: Buffer.from('words') },
    {
      name: 'a PDF that was cut off',
      bytes: printed('20310314101500', 7, [4, 12]).subarray(0, 300),
    },
  ])('stays as it is when it is $name', ({ bytes }) => {
    expect(steadyPdf(bytes)).toBe(bytes)
  })
})

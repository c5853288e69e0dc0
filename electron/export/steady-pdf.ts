/** A PDF begins with its objects, says in a table where each stands, and ends with where the table is. */
type PdfObject = { readonly number: number; readonly generation: string; readonly content: string }

const epoch = "D:19800101000000+00'00'"

/**
 * The PDF that Chromium printed, without what differs from one print to the next: the times, and the names
 * of the parts of its outline for screen readers, which count up over the life of the window and which
 * nothing in our pages refers to. The outline itself stays. Bytes that are no such PDF come back as they are.
 */
export function steadyPdf(pdf: Uint8Array): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1')
  const objects = objectsOf(text)
  const trailer = /trailer\s*(<<[\s\S]*?>>)\s*startxref\s+\d+\s+%%EOF\s*$/.exec(text)?.[1]
  const first = objects?.[0]
  if (objects === undefined || first === undefined || trailer === undefined) return pdf
  const head = text.slice(0, text.indexOf(`${first.number} ${first.generation} obj`))
  let body = head
  const places = new Map<number, number>()
  for (const { number, generation, content } of objects) {
    places.set(number, body.length)
    body += `${number} ${generation} obj${steadyContent(content)}endobj\n`
  }
  const size = Math.max(...places.keys()) + 1
  const table = Array.from({ length: size }, (_, number) => {
    const place = places.get(number)
    return place === undefined
      ? '0000000000 65535 f \n'
      : `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const end = `xref\n0 ${size}\n${table.join('')}trailer\n${trailer}\nstartxref\n${body.length}\n%%EOF\n`
  return Buffer.from(body + end, 'latin1')
}

function steadyContent(content: string): string {
  // What follows is the bytes of a picture, a font or a page: not ours to touch.
  if (/>>\s*stream\r?\n/.test(content)) return content
  if (/\/(?:Names|Limits) \[\(node\d+\)/.test(content)) return '\n<<>>\n'
  return content
    .replaceAll(/\/(CreationDate|ModDate) \(D:[^)]*\)/g, `/$1 (${epoch})`)
    .replaceAll(/\n?\/IDTree \d+ 0 R/g, '')
    .replaceAll(/\n?\/ID \(node\d+\)/g, '')
}

/** The objects in the order in which they stand; `undefined` when the table is not a plain one. */
function objectsOf(text: string): PdfObject[] | undefined {
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1] ?? NaN)
  if (!Number.isInteger(start) || !text.startsWith('xref', start)) return undefined
  const [, count = ''] = /^xref\s+0 (\d+)\s/.exec(text.slice(start, start + 40)) ?? []
  const entries = [...text.slice(start).matchAll(/^(\d{10}) (\d{5}) ([nf])/gm)]
  if (entries.length !== Number(count)) return undefined
  const places = entries.flatMap(([, place, , kind], number) =>
    kind === 'n' ? [{ number, place: Number(place) }] : [],
  )
  const ordered = places.sort((a, b) => a.place - b.place)
  const objects = ordered.map(({ number, place }, index): PdfObject | undefined => {
    const whole = text.slice(place, ordered[index + 1]?.place ?? start)
    const head = /^(\d+) (\d+) obj/.exec(whole)
    const end = whole.lastIndexOf('endobj')
    if (head === null || Number(head[1]) !== number || end === -1) return undefined
    return { number, generation: head[2] ?? '0', content: whole.slice(head[0].length, end) }
  })
  return objects.includes(undefined) ? undefined : (objects as PdfObject[])
}

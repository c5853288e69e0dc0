import fs from 'node:fs'
import path from 'node:path'

const text =
  '“We lost two boats 😡,” Lena Marsk said, “and nobody came.”\nהסירה טבעה בלילה.\nSome 40 to 45 people were aboard.'

const ids = {
  article: '01950000-0000-7000-8000-000000000001',
  lena: '01950000-0000-7000-8000-000000000021',
  ada: '01950000-0000-7000-8000-000000000011',
  ben: '01950000-0000-7000-8000-000000000012',
}

function span(words: string): { start: number; end: number; text: string } {
  const start = Array.from(text.slice(0, text.indexOf(words))).length
  return { start, end: start + Array.from(words).length, text: words }
}

function annotation(
  number: string,
  given: { type: string; annotator: string; spans: readonly string[]; attributes?: object },
): object {
  const at = '2031-03-02T08:15:30.250Z'
  return {
    id: `01950000-0000-7000-8000-000000000${number}`,
    type: given.type,
    annotator: given.annotator,
    spans: given.spans.map(span),
    attributes: given.attributes ?? {},
    created_at: at,
    updated_at: at,
    origin: { by: 'person' },
  }
}

/**
 * Write a lone `articles.jsonl` as another program would, with two annotators, an interrupted quote, an
 * emoji before most spans and a relation; gives its path.
 */
export function writeDataset(folder: string): string {
  const quote = annotation('101', {
    type: 'quote',
    annotator: ids.ada,
    spans: ['“We lost two boats 😡,”', '“and nobody came.”'],
    attributes: { speaker: ids.lena, mode: 'direct' },
  })
  const claim = annotation('102', {
    type: 'claim',
    annotator: ids.ben,
    spans: ['lost two boats 😡,” Lena'],
    attributes: { stance: 'hedged' },
  })
  const figure = annotation('103', {
    type: 'figure',
    annotator: ids.ada,
    spans: ['Some 40 to 45 people'],
    attributes: { value: { min: '40', max: '45' }, qualifier: 'range' },
  })
  const rumour = annotation('104', {
    type: 'rumour',
    annotator: ids.ben,
    spans: ['הסירה טבעה בלילה.'],
  })
  const end = (number: string) => ({
    article: ids.article,
    annotation: `01950000-0000-7000-8000-000000000${number}`,
  })
  const line = {
    id: ids.article,
    external_id: 'wire/77',
    title: 'Two boats lost',
    text,
    metadata: { published: '2031-03' },
    offset_unit: 'codepoint',
    status: { [ids.ada]: 'done' },
    annotations: [quote, claim, figure, rumour],
    relations: [
      {
        id: '01950000-0000-7000-8000-000000000301',
        type: 'supports',
        annotator: ids.ada,
        from: end('103'),
        to: end('102'),
        created_at: '2031-03-02T08:15:30.250Z',
      },
    ],
    sources: [{ id: ids.lena, name: 'Lena Marsk', kind: 'person', aliases: ['L. Marsk'] }],
  }
  const file = path.join(folder, 'from-elsewhere.jsonl')
  fs.writeFileSync(file, `${JSON.stringify(line)}\n`)
  return file
}

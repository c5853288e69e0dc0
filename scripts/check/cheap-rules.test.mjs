import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const renderer = path.join(import.meta.dirname, '..', '..', 'renderer')

const sheets = fs
  .readdirSync(renderer, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.css'))

/**
 * Selectors that end in a plain tag name behind another one and `+` or `~`.
 * @param {string} css
 * @returns {string[]}
 */
function dearSelectors(css) {
  return css
    .replace(/\/\*.*?\*\//gs, '')
    .split('{')
    .flatMap(piece => (piece.split('}').at(-1) ?? '').split(','))
    .map(selector => selector.trim().replace(/\s+/g, ' '))
    .filter(selector => /(?:^|[ >+~])[a-z][a-z0-9]* ?[+~] ?[a-z][a-z0-9]*$/.test(selector))
}

/*
 * With `p + p` anywhere, the browser styles every `p` anew beside which an element comes or goes: all cards
 * with each mark, a millisecond or two.
 */
test('no rule tells a plain element by the one before it', () => {
  expect(sheets.length).toBeGreaterThan(10)
  const found = sheets.flatMap(name =>
    dearSelectors(fs.readFileSync(path.join(renderer, name), 'utf8')).map(
      selector => `${name}: ${selector}`,
    ),
  )
  expect(found).toEqual([])
})

test('such a rule is found', () => {
  expect(dearSelectors('.before p + p {\n  margin: 0;\n}\n.a, li ~ li {}\n.c + div {}')).toEqual([
    '.before p + p',
    'li ~ li',
  ])
})

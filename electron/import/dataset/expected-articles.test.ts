import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectedArticles } from './expected-articles'

let folder: string
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'assay-expected-'))
  const put = (name: string, content: string): void => {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    fs.writeFileSync(path.join(folder, name), content)
  }
  put('ended.jsonl', '{}\n{}\n{}\n')
  put('open.jsonl', `{}\n${' '.repeat(2 * 1024 * 1024)}\n{}`)
  put('set/articles.jsonl', '{}\n{}\n')
  put('set/codebook.json', '{}')
  put('brat/a.txt', 'a')
  put('brat/more/b.txt', 'b')
  put('brat/a.ann', '')
  put('tasks.json', '[]')
  put('several/ada.jsonl', '{}\n')
  put('several/bo.jsonl', '{}\n')
  fs.mkdirSync(path.join(folder, 'empty'))
})
afterAll(() => {
  fs.rmSync(folder, { recursive: true })
})

test.each([
  ['ended.jsonl', 3],
  ['open.jsonl', 3],
  ['set', 2],
  ['brat', 2],
  ['tasks.json', undefined],
  ['several', undefined],
  ['empty', undefined],
  ['gone', undefined],
])('%s has about %s articles', async (name, expected) => {
  expect(await expectedArticles(path.join(folder, name))).toBe(expected)
})

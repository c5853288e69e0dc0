import { describe, expect, it } from 'vitest'
import { pastedItem } from './pasted-item'
import type { Copied } from './pasted-item'
import { readArticle } from './read-article'

async function articleOf(copied: Copied) {
  const item = pastedItem(copied)
  const bytes = item?.load()
  if (item === undefined || bytes?.ok !== true) return undefined
  const read = await readArticle(bytes.value, item.name)
  if (!read.ok) throw new Error(read.error.message)
  return read.value
}

const address = 'https://courier.example/dam?a="1"&b=2'

describe('what was copied elsewhere', () => {
  it('keeps its structure and the address of its page', async () => {
    const html = '<meta charset="utf-8"><h2>Dam</h2><p>Nobody was <i>hurt</i>.</p>'
    const article = await articleOf({ text: 'Dam Nobody was hurt.', html, address })
    expect(article?.text).toBe('Dam\nNobody was hurt.')
    expect(article?.metadata['url']?.value).toBe(address)
    expect(article?.document.content[0]).toMatchObject({ type: 'heading' })
  })

  it('is plain text when it has no rich text, with its address all the same', async () => {
    const text = 'Ferry <b> & co\r\nran aground.\r\n\r\nNobody was hurt.\r\n'
    const plain = await articleOf({ text })
    const placed = await articleOf({ text, address })
    expect(plain?.text).toBe('Ferry <b> & co\nran aground.\nNobody was hurt.')
    expect(placed?.text).toBe(plain?.text)
    expect(placed?.metadata['url']?.value).toBe(address)
  })

  it('is nothing without words', async () => {
    expect(await articleOf({ text: ' \n' })).toBeUndefined()
    expect(await articleOf({ text: '', html: '<p> <img src="x"></p>' })).toBeUndefined()
  })
})

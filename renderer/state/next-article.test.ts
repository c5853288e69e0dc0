import { describe, expect, it } from 'vitest'
import { runCommand } from '../commands/commands'
import { setArticleTags } from './articles'
import { startedWindow } from './laws/started-window'
import { shownTitle } from './selectors'
import { store } from './store'

const { quiet } = startedWindow()

const press = async (command: string): Promise<string> => {
  runCommand(command)
  await quiet()
  return shownTitle(store.getState())
}
const titles = (): string[] => store.getState().summaries.map(({ title }) => title)

/** The first and the last article have the tag, the one between them has not. */
async function tagFirstAndLast(): Promise<void> {
  for (const at of [0, 2]) {
    const article = store.getState().summaries[at]
    if (article === undefined) throw new RangeError('There are three articles')
    setArticleTags(article.id, ['flood'])
  }
  await quiet()
}

describe('the next article by key', () => {
  it('is the next of those that the list is filtered to', async () => {
    await tagFirstAndLast()
    store.setState({ articleFilter: 'tag:flood' })
    const [first, , last] = titles()
    expect(await press('next-article')).toBe(last)
    expect(await press('next-article')).toBe(last)
    expect(store.getState().hint).toBe('No article after this in the list')
    expect(await press('previous-article')).toBe(first)
  })

  it('goes on from an article that the filter leaves out', async () => {
    await tagFirstAndLast()
    await press('next-article')
    store.setState({ articleFilter: 'tag:flood' })
    const [first, , last] = titles()
    expect(await press('previous-article')).toBe(first)
    store.setState({ articleFilter: '' })
    await press('next-article')
    store.setState({ articleFilter: 'tag:flood' })
    expect(await press('next-article')).toBe(last)
  })

  it('is found before the one that is done leaves the list', async () => {
    store.setState({ articleFilter: 'status:new' })
    const [, second, third] = titles()
    expect(await press('finish-article')).toBe(second)
    expect(await press('finish-article')).toBe(third)
    expect(await press('finish-article')).toBe(third)
    expect(store.getState().hint).toBe('Done. This is the last article of the list')
  })

  it('does not heed what the bin is filtered by', async () => {
    store.setState({ articleFilter: 'nothing like this', articlesShow: 'bin' })
    expect(await press('next-article')).toBe(titles()[1])
  })
})

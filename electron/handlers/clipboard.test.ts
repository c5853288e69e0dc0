import { expect, it, vi } from 'vitest'
import { webAddress } from './clipboard'

vi.mock('electron', () => ({ clipboard: {} }))

it.each([
  ['https://courier.example/a?b=c\0', 'https://courier.example/a?b=c'],
  [' HTTP://courier.example/\r', 'HTTP://courier.example/'],
  ['file:///home/ana/page.html', undefined],
  ['about:blank', undefined],
  ['javascript:alert(1)', undefined],
  ['https://a.example/"><script>', undefined],
  ['', undefined],
])('takes %j from the clipboard as the address %j', (text, address) => {
  expect(webAddress(text)).toBe(address)
})

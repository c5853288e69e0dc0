import { expect, it } from 'vitest'
import { unicodeNames } from './electron-env.mjs'

it.each([
  { env: {}, platform: 'linux', expected: { LC_ALL: 'C.UTF-8' } },
  { env: { LANG: 'C' }, platform: 'linux', expected: { LC_ALL: 'C.UTF-8' } },
  {
    env: { LANG: 'en_US.UTF-8', LC_ALL: 'POSIX' },
    platform: 'linux',
    expected: { LC_ALL: 'C.UTF-8' },
  },
  { env: { LANG: 'de_DE.UTF-8' }, platform: 'linux', expected: {} },
  { env: { LC_CTYPE: 'en_GB.utf8' }, platform: 'linux', expected: {} },
  { env: {}, platform: 'darwin', expected: {} },
])('reads file names as Unicode: $env on $platform', ({ env, platform, expected }) => {
  expect(unicodeNames(env, /** @type {NodeJS.Platform} */ (platform))).toEqual(expected)
})

import { describe, expect, it } from 'vitest'
import { Failure, sentenceFor } from '../run/failure.mjs'
import { checkNodeVersion } from './node-version.mjs'
import { isInstalled } from './npm-packages.mjs'
import { whyNpmFailed } from './npm-failure.mjs'
import { whyDownloadFailed } from './official-electron.mjs'
import { lackingLibraries, missingPackages, pickName } from './system-packages.mjs'

describe('the sentence for an error', () => {
  it.each([
    { error: new Failure('Do this.'), says: 'Do this.' },
    {
      error: Object.assign(new Error('ENOSPC: no space left on device, write'), {
        code: 'ENOSPC',
        path: '/data/out',
      }),
      says: 'There is no space left on the disk for /data/out: free about 1 GB and run the command again.',
    },
    {
      error: Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES', path: '/x' }),
      says: '/x cannot be written (EACCES): give this user the right to write there and run the command again.',
    },
    {
      error: new TypeError('x is not a function\n    at main'),
      says: 'Something unexpected happened (x is not a function): run the command again with ASSAY_TRACE=1 to see where.',
    },
  ])('is "$says"', ({ error, says }) => {
    expect(sentenceFor(error)).toBe(says)
  })
})

describe('the version of Node', () => {
  it.each(['18.20.4', '20.18.1', '19.99.0'])('%s is refused by name', version => {
    expect(() => checkNodeVersion(version)).toThrow(
      `This is Node ${version}, and Assay needs 20.19 or newer: install one from https://nodejs.org and run the command again.`,
    )
  })
  it.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('%s is taken', version => {
    expect(() => checkNodeVersion(version)).not.toThrow()
  })
})

describe('installed npm packages', () => {
  const wanted = {
    packages: {
      '': { version: '1.0.0' },
      'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
      'node_modules/b': { version: '2.0.0', integrity: 'sha512-b', optional: true },
    },
  }
  const { '': self, 'node_modules/a': a, 'node_modules/b': b } = wanted.packages
  it.each([
    {
      name: 'all of them',
      packages: { '': self, 'node_modules/a': a, 'node_modules/b': b },
      ok: true,
    },
    { name: 'all but an optional one', packages: { 'node_modules/a': a }, ok: true },
    { name: 'one too few', packages: { 'node_modules/b': b }, ok: false },
    {
      name: 'another version',
      packages: { 'node_modules/a': { ...a, version: '1.0.1' } },
      ok: false,
    },
    {
      name: 'another content',
      packages: { 'node_modules/a': { ...a, integrity: 'x' } },
      ok: false,
    },
    {
      name: 'another version of an optional one',
      packages: { 'node_modules/a': a, 'node_modules/b': { ...b, version: '2.1.0' } },
      ok: false,
    },
  ])('$name: $ok', ({ packages, ok }) => {
    expect(isInstalled(wanted, { packages })).toBe(ok)
  })
  it('are not there without a list', () => {
    expect(isInstalled(wanted, null)).toBe(false)
  })
})

describe('why a download failed', () => {
  it.each([
    [
      'npm error code ENOTFOUND',
      'the npm registry cannot be found: no network, or no name service',
    ],
    ['npm error code ECONNREFUSED', 'the npm registry does not answer'],
    ['npm error code E404', 'the npm registry refuses or does not have the package'],
    ['npm error code EINTEGRITY', 'a downloaded package is not the one in the lock file'],
    ['npm error code EUSAGE\nnpm error the lock file is odd', 'the lock file is odd'],
    ['npm warn tar TAR_ENTRY_ERROR EIO: x', 'some files could not be written'],
    ['', 'npm gave no reason'],
  ])('npm: %j is %j', (output, reason) => {
    expect(whyNpmFailed(output)).toBe(reason)
  })
  it.each([
    ['TypeError: fetch failed\nENOTFOUND', 'its download host cannot be reached (ENOTFOUND)'],
    ['HTTPError: Response code 404 (Not Found)', 'its download host answered 404'],
    ['Error: ENOSPC: no space left on device', 'there is no space left on the disk'],
    ['Error: Generated checksum for x did not match', 'its checksum was wrong'],
    ['', 'its download did not come through'],
  ])('Electron: %j is %j', (output, reason) => {
    expect(whyDownloadFailed(output)).toBe(reason)
  })
})

describe('system packages', () => {
  const all =
    'xvfb xauth libgtk-3-0 libnss3 libasound2 libgbm1 libxss1 libatk-bridge2.0-0 libcups2 libnotify4 libsecret-1-0 fonts-dejavu-core dbus-x11'.split(
      ' ',
    )
  /** @param {string[]} names */
  const listing = names => names.map(name => `${name} installed\n`).join('')

  it('are complete when all are installed, under either name', () => {
    const names = all.map(name => (name === 'libgtk-3-0' ? 'libgtk-3-0t64' : name))
    expect(missingPackages(listing(names), { display: false })).toEqual({ needed: [], helpful: [] })
  })
  it('all lack on a bare machine', () => {
    const { needed, helpful } = missingPackages('', { display: false })
    expect([...needed, ...helpful]).toEqual(all)
  })
  it('need no virtual display where there is a real one', () => {
    expect(missingPackages('', { display: true }).needed).not.toContain('xvfb')
  })
  it('count as missing when removed but for their settings', () => {
    const text = listing(all).replace('libnss3 installed', 'libnss3 config-files')
    expect(missingPackages(text, { display: false }).needed).toEqual(['libnss3'])
  })
  it('are asked for by the name this release has', () => {
    const policy =
      'libasound2:\n  Installed: (none)\n  Candidate: (none)\nlibasound2t64:\n  Installed: (none)\n  Candidate: 1.2.11\nlibnss3:\n  Installed: (none)\n  Candidate: 2:3.87\n'
    expect(pickName('libasound2', policy)).toBe('libasound2t64')
    expect(pickName('libnss3', policy)).toBe('libnss3')
    expect(pickName('libunknown', policy)).toBe('libunknown')
  })
  it('are missed by the linker one by one', () => {
    const output =
      '\tlibffmpeg.so => /x/libffmpeg.so (0x0)\n\tlibnss3.so => not found\n\tlibgbm.so.1 => not found\n'
    expect(lackingLibraries(output)).toEqual(['libnss3.so', 'libgbm.so.1'])
  })
})

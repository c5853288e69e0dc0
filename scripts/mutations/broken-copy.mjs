import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { Failure } from '../run/failure.mjs'

/** What tests of the source need neither built nor copied. */
const leftBehind = new Set(['.git', '.cache', 'node_modules', 'out', 'dist', 'test-results'])

/**
 * A copy of the sources, in which one thing at a time is broken; the checkout itself is never touched.
 * @typedef {object} BrokenCopy
 * @property {string} folder
 * @property {<Value>(mutation: import('./mutations.mjs').Mutation, run: () => Promise<Value>) => Promise<Value>} broken run something while a mutation is in
 * @property {() => void} remove
 */

/**
 * @param {string} root
 * @returns {BrokenCopy}
 */
export function copyToBreak(root) {
  const folder = mkdtempSync(join(tmpdir(), 'assay-mutations-'))
  cpSync(root, folder, {
    recursive: true,
    filter: source => !leftBehind.has(relative(root, source)),
  })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  return {
    folder,
    broken: async (mutation, run) => {
      const path = join(folder, mutation.file)
      const text = readFileSync(path, 'utf8')
      writeFileSync(path, mutate(text, mutation))
      try {
        return await run()
      } finally {
        writeFileSync(path, text)
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/**
 * `text` with the mutation in it. Throws Failure when the place is not there, or not the only one: then the
 * source has changed, and the mutation would break nothing.
 * @param {string} text
 * @param {Pick<import('./mutations.mjs').Mutation, 'name' | 'file' | 'find' | 'replace'>} mutation
 */
export function mutate(text, { name, file, find, replace }) {
  const places = text.split(find).length - 1
  if (places !== 1)
    throw new Failure(
      `The mutation “${name}” finds its text ${places} times in ${file}: bring scripts/mutations/mutations.mjs up to the source.`,
    )
  return text.replace(find, () => replace)
}

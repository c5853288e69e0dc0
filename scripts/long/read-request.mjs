import { Failure } from '../run/failure.mjs'

/** @typedef {import('../results/rows.mjs').Row} Row */

/**
 * What was asked of `npm run test:long`.
 * @param {readonly string[]} args names of rows, `--tries N`, `--add`
 * @param {readonly Row[]} rows
 * @returns {{ chosen: readonly Row[], tries: number | undefined, isAdded: boolean }}
 */
export function readRequest(args, rows) {
  /** @type {string[]} */
  const names = []
  let tries
  let isAdded = false
  for (let at = 0; at < args.length; at += 1) {
    const word = args[at] ?? ''
    if (word === '--add') isAdded = true
    else if (word === '--tries') {
      at += 1
      tries = Number(args[at])
      if (!(Number.isInteger(tries) && tries > 0))
        throw new Failure('--tries needs a number: how often, as in --tries 50.')
    } else names.push(word)
  }
  const strange = names.find(
    name => !rows.some(({ id, where }) => id === name && where === undefined),
  )
  if (strange !== undefined) {
    const known = rows.filter(({ where }) => where === undefined).map(({ id }) => id)
    throw new Failure(`There is no long test “${strange}”: name one of ${known.join(', ')}.`)
  }
  const chosen = names.length === 0 ? rows : rows.filter(({ id }) => names.includes(id))
  return { chosen, tries, isAdded }
}

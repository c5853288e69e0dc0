import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout these scripts belong to. Works on every Node, also one that is too old for the rest. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

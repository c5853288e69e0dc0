import { randomBytes } from 'node:crypto'
import { uuidV7 } from '../shared/project/id'
import type { Surroundings } from './store/identity'

/** The real clock and real randomness. */
export const realSurroundings: Surroundings = {
  now: () => new Date().toISOString(),
  newId: () => uuidV7(Date.now(), randomBytes(10)),
}

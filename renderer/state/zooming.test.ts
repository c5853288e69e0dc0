import { expect, it } from 'vitest'
import { nextZoom } from './zooming'

it.each([
  { zoom: 1, step: 1, next: 1.1 },
  { zoom: 1.3, step: 1, next: 1.5 },
  { zoom: 2, step: 1, next: 2 },
  { zoom: 2, step: -1, next: 1.75 },
  { zoom: 1.3, step: -1, next: 1.25 },
  { zoom: 1, step: -1, next: 1 },
] as const)('goes from $zoom by $step to $next', ({ zoom, step, next }) => {
  expect(nextZoom(zoom, step)).toBe(next)
})

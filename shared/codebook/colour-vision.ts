import { isPlainColour, linearOf } from './contrast'
import type { Channels } from './contrast'

/** Eyes a colour is seen with: all three kinds of cones, or one of them without its own pigment. */
export const visions = ['full', 'protanopia', 'deuteranopia', 'tritanopia'] as const
export type Vision = (typeof visions)[number]

type Row = readonly [number, number, number]

/**
 * What becomes of linear red, green and blue. Source: Machado, Oliveira & Fernandes, “A Physiologically-based
 * Model for Simulation of Color Vision Deficiency”, IEEE TVCG 15(6), 2009, severity 1.
 */
const matrices: Readonly<Record<Vision, readonly [Row, Row, Row]>> = {
  full: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

/**
 * How far apart two colours (`#rrggbb`) are for such eyes, as a distance in OKLab: 0 the same, 1 black and
 * white, 0.02 just noticeable (CSS Color 4, §13.2). `undefined` for anything else than plain colours.
 */
export function distanceSeen(one: string, other: string, vision: Vision): number | undefined {
  if (!isPlainColour(one) || !isPlainColour(other)) return undefined
  const [a, b] = [one, other].map(colour => okLab(seen(linearOf(colour), vision)))
  if (a === undefined || b === undefined) return undefined
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
}

/**
 * The least distance at which two lines two pixels thick are told apart wherever they stand: five times the
 * just noticeable one, which is measured on large fields side by side; thin marks need several times as much
 * (Szafir, “Modeling Color Difference for Visualization Design”, IEEE TVCG 24(1), 2018).
 */
const clearlyApart = 0.1

/** True when two colours can be told apart in thin marks with all eyes. */
export function areApart(one: string, other: string): boolean {
  return visions.every(vision => (distanceSeen(one, other, vision) ?? 0) >= clearlyApart)
}

function seen([red, green, blue]: Channels, vision: Vision): Channels {
  const [r, g, b] = matrices[vision].map(row =>
    Math.min(1, Math.max(0, row[0] * red + row[1] * green + row[2] * blue)),
  )
  return [r ?? 0, g ?? 0, b ?? 0]
}

/** Source: Ottosson, “A perceptual color space for image processing”, 2020. */
function okLab([r, g, b]: Channels): Channels {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

/** True in `npm run test:long`. */
export const isLong = process.env['ASSAY_LONG'] === '1'

/** How often something is tried: in the gate, and in the long form. `ASSAY_TRIES` overrules both. */
export function tries(gate: number, long: number): number {
  const asked = Number(process.env['ASSAY_TRIES'])
  return asked > 0 ? asked : isLong ? long : gate
}

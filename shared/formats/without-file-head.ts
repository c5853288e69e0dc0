import type { Codebook } from '../codebook/codebook'

/** The codebook without what belongs to its file in one project: hash and numbers of snapshots and journals. */
export function withoutFileHead(codebook: Codebook): Codebook {
  const ofTheFile = new Set(['sha256', 'generation', 'appliedSeq'])
  return Object.fromEntries(
    Object.entries(codebook).filter(([key]) => !ofTheFile.has(key)),
  ) as Codebook
}

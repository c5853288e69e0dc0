/** Agencies whose name in a dateline is never a place or a remark, in lower case. */
const knownAgencies: ReadonlySet<string> = new Set(
  `aa|adnkronos|aki|akipress|anadolu|anadolu agency|ansa|ap|afp|ani|apa|armenpress|associated press|
  azertac|bbc|belga|belta|bernama|bloomberg|bss|canadian press|cna|cnn|cp|dpa|efe|epa|fars|fides|ians|ina|
  interfax|interfax-ukraine|irna|isna|itar-tass|jiji|kabar|kazinform|kcna|kuna|kyodo|lusa|mehr|montsame|
  mti|nam news network|nan|novosti|ntb|pa|pa media|pap|petra|pti|qna|reuters|ria|ria novosti|ritzau|saba|
  sana|spa|sputnik|stt|tap|tass|tasr|thomson reuters foundation|trend|tt|ukrinform|uni|unian|unb|upi|
  urdupoint|uza|vna|wam|xinhua|yonhap|рбк|риа новости|рия новости|тасс|интерфакс|казинформ|укринформ|
  уніан|белта`
    .split('|')
    .map(name => name.trim()),
)

/** Capitals in brackets after a place that are a country or a state, not an agency. */
const regions: ReadonlySet<string> = new Set(
  'US USA UK UAE EU DRC CAR PRC ROC NSW BC DC NY CA TX FL NJ PA KY'.split(' '),
)

/** How an agency that is not known by name shows that it is one. */
const agencyWord =
  /(?:^|[ -])(?:agency|bureau|desk|dispatch|media|news|newswire|post|press|radio|service|telegraph|times|tribune|tv|wire)$/i

/** The agency named in the brackets or between the slashes of a dateline, as it is written there, or `undefined`. */
export function agencyIn(inside: string, sign: 'slashes' | 'brackets'): string | undefined {
  return inside
    .split(/\s*[,;/–—]\s*|\s+-\s+/)
    .map(part => part.trim())
    .find(part => isAgency(part, sign))
}

/** True for a name that stands for an agency even without a sign around it: `ASTANA. KAZINFORM –`. */
export function isKnownAgency(name: string): boolean {
  return knownAgencies.has(name.toLowerCase())
}

function isAgency(name: string, sign: 'slashes' | 'brackets'): boolean {
  if (isKnownAgency(name)) return true
  if (!/^\p{Lu}[\p{L}\p{M}.'’-]*(?: \p{Lu}[\p{L}\p{M}.'’-]*){0,3}$/u.test(name)) return false
  if (sign === 'slashes' || agencyWord.test(name)) return true
  return /^\p{Lu}{2,6}$/u.test(name) && !regions.has(name)
}

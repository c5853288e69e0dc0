/** What the codebook editor shows instead of a type; no key of a type has a blank. */
export const relationsPart = 'the relations'
/** The same for the own fields of articles. */
export const fieldsPart = 'the fields'

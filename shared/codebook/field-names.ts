/**
 * Keys that an own field of articles cannot have: the details that every article has, what Assay itself
 * keeps among them, and names of filters and of columns.
 */
export const reservedFieldKeys: ReadonlySet<string> = new Set(
  (
    'title text subtitle published updated place agency publisher section authors url language ' +
    'copyof copies tag tags note status date after before'
  ).split(' '),
)

/** What the details that every article has are called on the screen, in small letters: a second one of that name would be mistaken for it. */
export const knownNames: ReadonlySet<string> = new Set([
  ...'title subtitle published updated place agency publisher section authors language'.split(' '),
  ...'web address,tags,note'.split(','),
])

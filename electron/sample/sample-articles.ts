import damBreaks from './dam-breaks-above-lower-miren.txt?raw'
import countsItsMissing from './lower-miren-counts-its-missing.md?raw'
import correctsFigures from './minister-corrects-flood-figures.html?raw'

/** A bundled article: the name and the text of the file it is imported from, which is UTF-8. */
export type SampleArticle = { readonly name: string; readonly text: string }

export const sampleProjectName = 'The Oravna flood'

/**
 * The articles of the sample project: three invented outlets on one invented event, with figures that
 * disagree, quotes of all kinds, an emoji, a decomposed accent and a sentence that runs from right to left.
 */
export const sampleArticles: readonly SampleArticle[] = [
  { name: 'dam-breaks-above-lower-miren.txt', text: damBreaks },
  { name: 'lower-miren-counts-its-missing.md', text: countsItsMissing },
  { name: 'minister-corrects-flood-figures.html', text: correctsFigures },
]

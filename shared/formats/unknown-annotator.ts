/** The name of an annotator of whom only an id is known, in exports and imports alike. */
export const unknownAnnotatorName = 'Unknown annotator'

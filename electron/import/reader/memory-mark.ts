/** What a reader writes on standard error as its last words when it used too much memory. */
export const memoryMark = 'assay-reader: too much memory'

/** How a web page is read: reduced to its article, or with all that stands around it. */
export const readings = ['article', 'whole'] as const
export type Reading = (typeof readings)[number]

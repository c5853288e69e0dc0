import { htmlText } from './html-text'

/** Nothing is loaded and nothing runs: a report is one file that holds words and how they look. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/** What stands before the content of a report’s page; `language` is a tag such as `en`, when it is known. */
export function pageHead(given: {
  readonly title: string
  readonly style: string
  readonly bodyClass: string
}): string {
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${htmlText(given.title)}</title>`,
    `<style>${given.style}</style>`,
    '</head>',
    `<body class="${given.bodyClass}">`,
    '',
  ].join('\n')
}

/** What stands after it. */
export const pageTail = '</body>\n</html>\n'

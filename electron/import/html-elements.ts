/** Elements that begin and end a block of their own. Source: HTML Standard, section 15.3, the sheet of user agents. */
export const blockElements: ReadonlySet<string> = new Set(
  `address article aside body caption center dd details dialog dir div dl dt fieldset figcaption figure
  footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup
  option p plaintext pre search section summary table tbody td tfoot th thead tr ul xmp`.split(
    /\s+/,
  ),
)

/** Elements whose text is no text of the page: code, fallbacks, choices of a form. */
export const unreadElements: ReadonlySet<string> = new Set(
  `area base basefont datalist head input link meta noembed noframes noscript param rp rt rtc script select
  source style template textarea title track amp-ad amp-analytics amp-auto-ads amp-consent amp-embed
  amp-pixel amp-social-share amp-state amp-sticky-ad`.split(/\s+/),
)

/** Elements that are left out, with the word for what they are. */
export const leftOutElements: ReadonlyMap<string, string> = new Map([
  ['img', 'image'],
  ['image', 'image'],
  ['svg', 'drawing'],
  ['canvas', 'drawing'],
  ['video', 'video'],
  ['audio', 'audio'],
  ['iframe', 'embedded page'],
  ['frame', 'embedded page'],
  ['object', 'embedded file'],
  ['embed', 'embedded file'],
  ['applet', 'embedded file'],
  // Pages made for telephones (AMP) have elements of their own for what is loaded later.
  ...namesOf('image', 'amp-img amp-anim'),
  ...namesOf('audio', 'amp-audio'),
  ...namesOf(
    'video',
    'amp-video amp-video-iframe amp-youtube amp-vimeo amp-dailymotion amp-brightcove amp-jwplayer',
  ),
  ...namesOf('embedded page', 'amp-iframe amp-instagram amp-facebook amp-tiktok amp-reddit'),
])

function namesOf(what: string, names: string): [string, string][] {
  return names.split(' ').map(name => [name, what])
}

/** Elements whose line breaks and spaces are shown as they are. */
export const preformattedElements: ReadonlySet<string> = new Set([
  'pre',
  'listing',
  'plaintext',
  'xmp',
])

/** What a table holds when it lays out a page and does not list values: its cells are then blocks, not parts of a row. */
export const layoutElements: ReadonlySet<string> = new Set(
  'article aside blockquote dl figure form h1 h2 h3 h4 h5 h6 hr main nav ol pre section table ul'.split(
    ' ',
  ),
)

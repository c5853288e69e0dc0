import type { Element } from '../html-tree'
import { attribute } from '../html-tree'

/** Elements that hold ways through a site, never its words. */
const tags: ReadonlySet<string> = new Set(['nav', 'form', 'dialog', 'menu', 'button', 'footer'])

const roles: ReadonlySet<string> = new Set(
  'navigation banner contentinfo search dialog alertdialog menu menubar toolbar'.split(' '),
)

/** Words in names of classes and in ids that sites give to what stands around an article. */
const words: ReadonlySet<string> = new Set(
  `nav navbar navigation breadcrumb breadcrumbs cookie cookies consent gdpr onetrust newsletter signup
  subscribe related recommended recommendations share sharing social comments disqus promo promoted
  advert adverts advertisement advertising ad ads adslot sponsored sidebar popup modal overlay lightbox
  outbrain taboola trending tags toolbar skiplink masthead footer pagination pager paywall
  regwall widget mostread readmore relatedposts relatedarticles relatedlinks sharedaddy sharethis addtoany`.split(
    /\s+/,
  ),
)

/** Two words that together say what one of them does not. */
const pairs =
  /\b(?:most-(?:read|popular|viewed)|read-(?:next|more|also)|see-also|also-(?:read|like)|more-(?:stories|news|on|from)|site-(?:header|nav|menu|footer)|main-menu|skip-(?:link|to)|sr-only|visually-hidden|screen-reader-text|next-up)\b/

/** Words above links to other articles, in the languages whose agencies are met most. */
const relatedWords =
  /^(?:related\b|read (?:more|also|next)\b|see also\b|also read\b|more (?:from|on|stories|news)\b|most (?:read|popular)\b|recommended\b|you (?:may|might) (?:also )?like\b|trending\b|share this\b|follow us\b|tags?:|filed under\b|advertisement$|lesen sie auch\b|mehr zum thema\b|anzeige$|à lire aussi\b|lire aussi\b|publicité$|lea también\b|читайте также|по теме|реклама$)/iu

/** Words above a list of links that is a part of an article. */
const sourceWords = /\b(?:sources?|documents?|references?|notes|links|quellen|belege)\b|источник/iu

/** Whether the page calls this element something that stands around an article. A mark, not a proof: sites name whole pages by what is beside them. */
export function isCalledSurroundings(element: Element): boolean {
  const role = attribute(element, 'role')?.trim().toLowerCase()
  if (role !== undefined && roles.has(role)) return true
  if (tags.has(element.tagName)) return true
  if (attribute(element, 'aria-hidden') === 'true') return true
  const called = namesOf(element)
  return pairs.test(called) || called.split('-').some(word => words.has(word))
}

/** Whether the page calls it what leads to another article, or what leads into its own: both are teasers. */
export function isCalledTeaser(element: Element): boolean {
  return /\bteasers?\b/.test(namesOf(element))
}

/** Whether the page calls it words of the article repeated in large letters. */
export function isCalledPullQuote(element: Element): boolean {
  return /\bpull(?:ed)?-?quote\b/.test(namesOf(element))
}

/** Whether the page says here that the rest is for those who pay. */
export function isCalledPaywall(element: Element): boolean {
  return /\b(?:paywall|regwall)\b/.test(namesOf(element))
}

/** Whether it names who wrote the article: links to people are no links away. */
export function isCalledByline(element: Element): boolean {
  return /\b(?:byline|authors?|credits?|dateline)\b/.test(namesOf(element))
}

export function announcesOthers(text: string): boolean {
  return relatedWords.test(text)
}

export function announcesSources(text: string): boolean {
  return sourceWords.test(text)
}

/** Classes and id as words in lower case, joined by dashes. */
function namesOf(element: Element): string {
  const names = `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`
  return names
    .slice(0, 500)
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
}

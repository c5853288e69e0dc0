import { writeDecimal } from './decimal'
import { plainEastAsian } from './east-asian'
import type { Item } from './items'
import { itemsOf } from './items'
import { phrasesFor } from './language-phrases'
import { numberSignsOf } from './number-signs'
import type { Quantity } from './quantity'
import { readQuantity } from './quantity'
import { tokensOf } from './tokens'
import type { Qualifier } from './vocabulary'

/** A number read from words: exact decimal strings, an open side absent. */
export type WrittenNumber = {
  readonly value: { readonly min?: string; readonly max?: string }
  readonly qualifier?: Qualifier
  readonly measure?: 'percent' | 'money'
}

/** `why` is a sentence for the person who wrote the words or tagged them. */
export type NumberReading =
  ({ readonly kind: 'number' } & WrittenNumber) | { readonly kind: 'none'; readonly why: string }

/** Longer texts are no figures. In UTF-16 code units. */
const longestText = 400

const howToWrite = 'Write the number alone: 1600, 4.5 million or 10-20.'

/**
 * Read `text`, which is a number and nothing else, as `language` (a tag such as `de`) writes it; see
 * docs/numbers.md. What could be two numbers is not read.
 */
export function readWrittenNumber(text: string, language?: string): NumberReading {
  const items = readItems(text, language)
  const read = items === undefined ? undefined : readQuantity(items, 0)
  if (items === undefined || read === undefined) return none(howToWrite)
  if ('why' in read) return none(read.why)
  return read.next === items.length ? numberOf(read) : none(howToWrite)
}

/**
 * The one number that `words` name: 4000 or more for “more than 4,000 residents”. None when there are
 * several numbers, or one that could be two.
 */
export function findNumber(words: string, language?: string): NumberReading {
  const items = readItems(words, language)
  if (items === undefined) return none('These words are too long for one number.')
  let found: Quantity | undefined
  for (let at = 0; at < items.length;) {
    const read = readQuantity(items, at)
    if (read === undefined) {
      at += 1
      continue
    }
    if ('why' in read) return none(read.why)
    if (found !== undefined) return none('There is more than one number in these words.')
    found = read
    at = read.next
  }
  return found === undefined ? none('There is no number in these words.') : numberOf(found)
}

/** A preposition before a number hangs on it by a hyphen, which is no minus: כ־200. */
const hebrewPrefix = /(?<!\p{L})([הוכלמבש])[-־](?=\d)/gu

function readItems(text: string, language: string | undefined): Item[] | undefined {
  if (text.length > longestText) return undefined
  const plain = plainEastAsian(text).replace(hebrewPrefix, '$1 ')
  return itemsOf(tokensOf(plain, numberSignsOf(language)), phrasesFor(language))
}

function numberOf({ min, max, qualifier, measure }: Quantity): NumberReading {
  return {
    kind: 'number',
    value: {
      ...(min === undefined ? {} : { min: writeDecimal(min) }),
      ...(max === undefined ? {} : { max: writeDecimal(max) }),
    },
    ...(qualifier === undefined ? {} : { qualifier }),
    ...(measure === undefined ? {} : { measure }),
  }
}

function none(why: string): NumberReading {
  return { kind: 'none', why }
}

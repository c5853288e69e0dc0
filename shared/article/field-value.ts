import type { ArticleField } from '../codebook/codebook'
import { readWrittenNumber } from '../text/numbers/read-number'
import { readWrittenDate } from './read-date'

/** What was typed or found, as the project keeps it; `''` means that there is none. Else why it cannot be that. */
export type ReadFieldValue =
  { readonly ok: true; readonly value: string } | { readonly ok: false; readonly message: string }

/**
 * The value of an own field in what a person or a table says: a date in ISO 8601, maybe partial; a number as
 * decimal digits; a choice as its key, found by key or label; `yes` or `no`; a web address whole. Numbers and
 * dates are read as `language` writes them, a tag such as `de`.
 */
export function readFieldValue(
  field: ArticleField,
  given: string,
  language?: string,
): ReadFieldValue {
  const text = given.trim()
  if (text === '') return { ok: true, value: '' }
  switch (field.kind) {
    case 'text':
      return { ok: true, value: text }
    case 'number':
      return readNumber(text, language)
    case 'date': {
      const read = readWrittenDate(text, language === undefined ? {} : { language })
      return read.kind === 'date'
        ? { ok: true, value: read.date }
        : { ok: false, message: read.why }
    }
    case 'choice':
      return readChoice(field, text)
    case 'yes-no':
      return readYesNo(text)
    case 'url':
      return readAddress(text)
  }
}

/** A value as people read it: a choice by its label, yes and no with a capital. What the field cannot read stays as it is. */
export function writeFieldValue(field: ArticleField, value: string): string {
  if (field.kind === 'choice')
    return field.choices?.find(({ key }) => key === value)?.label ?? value
  if (field.kind === 'yes-no') return value === 'yes' ? 'Yes' : value === 'no' ? 'No' : value
  return value
}

/** Why a kept value does not fit its field, as the end of a sentence; `undefined` when it does, as it does with none. */
export function faultOfFieldValue(field: ArticleField, value: string): string | undefined {
  const read = readFieldValue(field, value)
  return read.ok && read.value === value ? undefined : kindFaults[field.kind]
}

const kindFaults: Readonly<Record<ArticleField['kind'], string>> = {
  text: 'it begins or ends with blanks',
  number: 'it is no number',
  date: 'it is no date such as 2031-03-16, 2031-03 or 2031',
  choice: 'it is none of the choices',
  'yes-no': 'it is neither yes nor no',
  url: 'it is no web address',
}

function readNumber(text: string, language: string | undefined): ReadFieldValue {
  const read = readWrittenNumber(text, language)
  if (read.kind !== 'number') return { ok: false, message: read.why }
  const { min, max } = read.value
  return min !== undefined && min === max
    ? { ok: true, value: min }
    : { ok: false, message: 'This field takes one number, not a range.' }
}

function readChoice({ choices = [] }: ArticleField, text: string): ReadFieldValue {
  const wanted = plain(text)
  const found =
    choices.find(({ key }) => key === text) ?? choices.find(({ label }) => plain(label) === wanted)
  if (found !== undefined) return { ok: true, value: found.key }
  const labels = choices.map(({ label }) => label).join(', ')
  return { ok: false, message: `This field takes one of: ${labels}.` }
}

function readYesNo(text: string): ReadFieldValue {
  const word = plain(text)
  if (/^(?:yes|y|true|1|ja|oui|sí|si|да)$/u.test(word)) return { ok: true, value: 'yes' }
  if (/^(?:no|n|false|0|nein|non|нет)$/u.test(word)) return { ok: true, value: 'no' }
  return { ok: false, message: 'This field takes yes or no.' }
}

function readAddress(text: string): ReadFieldValue {
  if (/\s/u.test(text)) return { ok: false, message: 'A web address has no blanks.' }
  if (/^https?:\/\/[^/]/i.test(text)) return { ok: true, value: text }
  if (/^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[^:/]+\.[^:/]+:\d+/.test(text))
    return { ok: false, message: 'A web address begins with https:// or http://.' }
  return /^[^/.]+(?:\.[^/.]+)+(?:[/?#].*)?$/u.test(text)
    ? { ok: true, value: `https://${text}` }
    : { ok: false, message: 'Write the web address whole, such as https://example.org/page.' }
}

function plain(text: string): string {
  return text.trim().toLocaleLowerCase('en')
}

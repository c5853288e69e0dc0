import { expect, test } from 'vitest'
import { readByline } from './byline'

test.each([
  { line: 'By Oona Lindqvist and Rafe Sund', names: ['Oona Lindqvist', 'Rafe Sund'] },
  { line: 'By Alma Trent, staff writer', names: ['Alma Trent'] },
  { line: 'BY NIA FROST', names: ['NIA FROST'] },
  {
    line: 'By Ann Lee, Bo O’Hare and J. R. van der Berg in Corvo',
    names: ['Ann Lee', 'Bo O’Hare', 'J. R. van der Berg'],
  },
  { line: 'By Ann Lee, Associated Press', names: ['Ann Lee'] },
  { line: 'Von Petra Holm, Kassel', names: ['Petra Holm'] },
  {
    line: 'Por Lucía Barragán y Óscar Peña | Ciudad de México',
    names: ['Lucía Barragán', 'Óscar Peña'],
  },
  { line: 'Автор: Иван Петров', names: ['Иван Петров'] },
  { line: 'מאת נועה ברק, 3.4.2031', names: ['נועה ברק'] },
])('names the writers of “$line”', ({ line, names }) => {
  expect(readByline(line)?.names).toEqual(names)
})

test.each([
  'By Friday Morning the water had reached the second floor.',
  'By Tuesday Night',
  'By Associated Press',
  'By land and sea',
  'By The Quay Staff',
  'By Corvo, where the ferry lies, people gathered.',
  'Bypassing Old Town takes an hour',
  'Von Weitem ist der Rauch zu sehen, sagte ein Sprecher.',
])('takes “%s” for no byline', line => {
  expect(readByline(line)).toBeUndefined()
})

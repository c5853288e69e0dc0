import { expect, test } from 'vitest'
import { createCardPlaces } from './card-places'

/** What the places write to of an element. */
const element = (): HTMLElement => ({ style: { translate: '' } }) as HTMLElement
const moves = (card: HTMLElement): string => card.style.translate

test('cards stand at their tops, whether they come before them or after', () => {
  const places = createCardPlaces()
  const [early, late] = [element(), element()]
  places.add('early', early)
  places.move(
    new Map([
      ['early', 10],
      ['late', 40],
    ]),
  )
  places.add('late', late)
  expect([early, late].map(moves)).toEqual(['0 10px', '0 40px'])
})

test('only what stands elsewhere now is moved', () => {
  const places = createCardPlaces()
  const [still, moved] = [element(), element()]
  places.add('still', still)
  places.add('moved', moved)
  places.move(
    new Map([
      ['still', 10],
      ['moved', 40],
    ]),
  )
  still.style.translate = 'not written again'
  places.move(
    new Map([
      ['still', 10],
      ['moved', 70],
    ]),
  )
  expect([still, moved].map(moves)).toEqual(['not written again', '0 70px'])
})

test('a card that came again in another element stands there, and the first one going takes nothing away', () => {
  const places = createCardPlaces()
  const [first, second] = [element(), element()]
  const goes = places.add('card', first)
  places.move(new Map([['card', 10]]))
  places.add('card', second)
  goes()
  places.move(new Map([['card', 20]]))
  expect([first, second].map(moves)).toEqual(['0 10px', '0 20px'])
})

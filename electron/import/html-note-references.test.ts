import { expect, test } from 'vitest'
import { plainText } from '../../shared/article/plain-text'
import { readHtml } from './html'

const textOf = (html: string): string => plainText(readHtml(html, 'whole').document)

test.each([
  {
    name: 'linked to their notes, which keep their place',
    html: '<p>Half of them came back<sup><a href="#n1" id="r1">1</a></sup>.</p><ol><li id="n1">So she said. <a href="#r1">↩</a></li></ol>',
    text: 'Half of them came back[1].\nSo she said.',
  },
  {
    name: 'raised inside of their link, by letter or star, and several in one',
    html: '<p>a<a href="#n"><sup>*</sup></a> b<sup><a href="p.html#m">iv</a></sup> c<sup><a href="#x">1</a>, <a href="#y">2</a></sup></p>',
    text: 'a[*] b[iv] c[1], [2]',
  },
  {
    name: 'not raised but said to be references',
    html: '<p>came back<a role="doc-noteref" href="#n1">1</a>.</p>',
    text: 'came back[1].',
  },
  {
    name: 'without a link, after a word, a full stop or a quote, emoji and right to left',
    html: '<p>came back<sup>1</sup>. He fled.<sup>2</sup> “Gone”<sup>12</sup> 🌊 עזבו<sup>4</sup> war<sup>1</sup></p>',
    text: 'came back[1]. He fled.[2] “Gone”[12] 🌊 עזבו[4] war[1]',
  },
  {
    name: 'after a number only when a note begins with it, which has the brackets, too',
    html: '<p>1,200<sup>1</sup> of 10<sup>6</sup> homes on 30 miles<sup>2</sup>, US<sup>4</sup></p><p><sup>1</sup> By noon.</p><p><sup>4</sup> Of America.</p><p><sup>14</sup>C dates.</p>',
    text: '1,200[1] of 106 homes on 30 miles2, US[4]\n[1] By noon.\n[4] Of America.\n14C dates.',
  },
  {
    name: 'in brackets already, which stay single',
    html: '<p>a<sup><a href="#n">[1]</a></sup> b<sup>[<a href="#n">2</a>]</sup> c[<a href="#n"><sup>3</sup></a>]</p>',
    text: 'a[1] b[2] c[3]',
  },
])('references to notes: $name', ({ html, text }) => {
  expect(textOf(html)).toBe(text)
})

test('powers, endings and ways back from a note stay as they are', () => {
  expect(
    textOf(
      '<p id="r">20 km<sup>2</sup> or 8 miles<sup>2</sup>, x<sup>4</sup>, (a+b)<sup>2</sup>, the 1<sup>st</sup> CO<sub>2</sub>, Kestria <sup>7</sup></p><p>^ <a href="#r"><sup>a</sup></a> Said</p>',
    ),
  ).toBe('20 km2 or 8 miles2, x4, (a+b)2, the 1st CO2, Kestria 7\n^ a Said')
})

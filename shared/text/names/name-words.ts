import { romanize } from './romanize'
import { soundOfWord } from './sound-of-word'

/** A word of a name: how it sounds, and what it can stand for. */
export type NameWord = {
  readonly sound: string
  /** Its first letter as it is written in Latin letters. */
  readonly letter: string
  /** One letter with or without a full stop: it stands for a whole word. */
  readonly isInitial: boolean
  /** A word of many names, such as “Ministry”, which alone says nothing. */
  readonly isCommon: boolean
}

const folded = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).map(romanize))

const fillers = folded(
  'the a an of and for in at on to la le les el los las der die das den dem des und für fur et y e i de du del della di da do dos von van zu al bin ibn по и в на о',
)

const titles = folded(
  `mr mrs ms miss mx dr prof professor sir dame lord lady sen senator rep gov governor gen general col colonel
  maj major capt captain lt lieutenant sgt rev pope king queen prince princess president premier chancellor
  chairman chairwoman chair minister spokesman spokeswoman spokesperson secretary mayor judge justice
  ambassador deputy vice acting former ex prime foreign interior defence defense director chief head
  herr frau präsident präsidentin kanzler kanzlerin ministerin bürgermeister sprecher sprecherin
  m mme mlle monsieur madame président présidente ministre maire señor señora sr sra don doña presidente
  presidenta ministro ministra signor signora dott onorevole sindaco
  президент министр премьер господин госпожа г-н г-жа депутат генерал губернатор глава директор аким
  спикер вице қазақстан мырза ханым министрі президенті әкім`,
)

const common = folded(
  `ministry department office agency bureau service police party government parliament senate council committee
  commission court university institute bank company group union association federation organisation
  organization foundation centre center news press national international state federal republic army forces
  embassy board society ministerium polizei partei regierung universität bank verband amt ministère parti
  gouvernement ministerio partido gobierno ministero partito governo министерство партия правительство
  полиция университет комитет агентство`,
)

/** The words that tell a name, without titles and fillers unless there is nothing else. */
export function nameWords(name: string): readonly NameWord[] {
  const written = name
    .replace(/\([^)]*\)/g, ' ')
    .split(/[^\p{L}\p{M}\p{N}'’]+/u)
    .map(word => word.replace(/['’]s$|['’]/g, ''))
    .filter(word => word !== '')
  const all = written.map(word => ({ written: word, plain: romanize(word) }))
  const telling = all.filter(({ plain }) => !fillers.has(plain) && !titles.has(plain))
  const unfilled = all.filter(({ plain }) => !fillers.has(plain))
  const hasWord = telling.some(({ plain }) => plain.length > 1)
  const chosen = hasWord ? telling : unfilled.length > 0 ? unfilled : all
  return chosen.map(({ plain, written: word }) => ({
    sound: soundOfWord(word),
    letter: plain.charAt(0),
    isInitial: Array.from(plain).length === 1 || /^(?:kh|sh|ch|zh|ya|yu|ts)$/.test(plain),
    isCommon: common.has(plain) || titles.has(plain),
  }))
}

/** First letters of a name's words as an abbreviation would have them, in small letters. */
export function initialsOf(name: string): string {
  return name
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(word => word !== '' && !fillers.has(romanize(word)))
    .map(word => romanize(word).charAt(0))
    .join('')
}

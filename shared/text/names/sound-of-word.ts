import { romanize } from './romanize'

/** Ways of writing one sound in Latin letters, in the order in which they are replaced. */
const rules: readonly (readonly [RegExp, string])[] = [
  [/shch|schtsch|chtch/g, 's'],
  [/dzh|dsch|dj/g, 'z'],
  [/tsch|tch|ch|cz/g, 'c'],
  [/sch|sh|sz/g, 's'],
  [/zh/g, 'z'],
  [/^j(?=[aeiou])/g, 'z'],
  [/kh|gh|h/g, 'h'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/ts|tz/g, 'c'],
  [/ou|oo/g, 'u'],
  [/ee/g, 'i'],
  [/x/g, 'ks'],
  [/[qk]|c(?=[aour])/g, 'k'],
  [/w/g, 'v'],
  [/[yj]/g, 'i'],
  [/i(?=[aeou])/g, ''],
  [/(?<=[aeou])i/g, ''],
  [/(.)\1+/g, '$1'],
]

/**
 * What a name's word sounds like, roughly: the same for `Tokayev`, `Tokaev`, `Toqaev`, `Tokajew` and
 * `Токаев`. Only for comparing; nothing to show.
 */
export function soundOfWord(word: string): string {
  return rules.reduce((sound, [pattern, by]) => sound.replace(pattern, by), romanize(word))
}

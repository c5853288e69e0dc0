import * as z from 'zod'

/**
 * A key as settings keep it: `Mod` (Command on a Mac, else Control), `Alt` and `Shift` in this order, then
 * one sign or the name of a key, as in `Mod+Shift+Z`, `F6` and `Mod++`.
 */
const bindingSchema = z
  .string()
  .max(40)
  .regex(
    /^(?:Mod\+)?(?:Alt\+)?(?:Shift\+)?(?:[^\s\p{C}]|F(?:[1-9]|1\d|2[0-4])|Arrow(?:Up|Down|Left|Right)|Home|End|Page(?:Up|Down)|Enter|Escape|Backspace|Delete|Insert)$/u,
    'A key is written like “Mod+Shift+Z”',
  )

/** More than every command of the window with the types of a large codebook. */
const mostCommands = 1000

/** The keys of commands that do not have their usual ones, by the command's id; none switches a command's keys off. */
export const keyMapSchema = z
  .record(z.string().regex(/^[a-z0-9-]{1,100}$/), z.array(bindingSchema).max(8))
  .refine(keys => Object.keys(keys).length <= mostCommands)
export type KeyMap = Readonly<Record<string, readonly string[]>>

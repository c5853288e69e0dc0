/**
 * Which choice `key` moves to, -1 for none, or `undefined` when it is no key of the field. Arrows walk
 * around the ends; a digit is the key of the choice at that place; a letter goes to the next choice that
 * starts with it.
 */
export function choiceAfterKey(
  choices: readonly { readonly label: string }[],
  chosen: number,
  key: string,
): number | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return (chosen + 1) % choices.length
    case 'ArrowLeft':
    case 'ArrowUp':
      return chosen <= 0 ? choices.length - 1 : chosen - 1
    case 'Home':
      return 0
    case 'End':
      return choices.length - 1
    case 'Delete':
    case 'Backspace':
      return -1
    default:
      if (/^[1-9]$/.test(key)) return Number(key) <= choices.length ? Number(key) - 1 : chosen
      return choiceByLetter(choices, chosen, key)
  }
}

function choiceByLetter(
  choices: readonly { readonly label: string }[],
  chosen: number,
  key: string,
): number | undefined {
  if (!/^\p{Letter}$/u.test(key)) return undefined
  for (let step = 1; step <= choices.length; step += 1) {
    const at = (Math.max(-1, chosen) + step) % choices.length
    if (choices[at]?.label.toLowerCase().startsWith(key.toLowerCase()) === true) return at
  }
  return chosen
}

type Coloured = { readonly type: string; readonly focused: boolean }

/** The type's colour at full strength in focus, else as strong as the view has marks at the moment. */
export function inkOf({ type, focused }: Coloured): string {
  return focused ? typeColour(type) : mixed(type, '--mark-strength')
}

export function tintOf({ type, focused }: Coloured): string {
  return mixed(type, focused ? '--focus-tint-strength' : '--tint-strength')
}

/** The lines of another annotator's tint. */
export function hatchOf(coloured: Coloured): string {
  return `color-mix(in srgb,${inkOf(coloured)} var(--hatch-strength),transparent)`
}

/**
 * The type's colour as strong as the stylesheet says on this very mark. Said on the column and inherited,
 * the strength would restyle every element of the text whenever the focus comes or goes.
 */
export function mixed(type: string, strength: string): string {
  return `color-mix(in srgb,${typeColour(type)} var(${strength}),transparent)`
}

function typeColour(type: string): string {
  return `var(--type-${type},var(--muted))`
}

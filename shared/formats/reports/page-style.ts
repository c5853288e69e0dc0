import type { Codebook } from '../../codebook/codebook'

/** What a type looks like whose colour cannot be read. */
const plainColour = { light: '#625e57', dark: '#a3a09a' }

/** Colours come from the codebook, which people write: only a colour by its number goes into the page. */
function safeColour(colour: string, otherwise: string): string {
  return /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(colour) ? colour : otherwise
}

/** A class for each type of the codebook that sets its colour, `--type`. Keys are slugs: safe in a class. */
export function typeColours({ types }: Codebook): string {
  return types
    .map(({ key, colour }) => {
      const light = safeColour(colour.light, plainColour.light)
      const dark = safeColour(colour.dark, plainColour.dark)
      return `.t-${key}{--type:light-dark(${light},${dark})}`
    })
    .join('\n')
}

/** Paper, ink and type sizes of every report; light on paper when it is printed, whatever the screen is. */
export const pageStyle = `
:root{color-scheme:light dark;
--paper:light-dark(#fbfaf7,#16171a);--ink:light-dark(#1c1b1a,#e7e5e0);--muted:light-dark(#625e57,#a3a09a);
--line:light-dark(#e4e1da,#2b2e33);--raised:light-dark(#fffefb,#1d1f23);--accent:light-dark(#5b4b9a,#b9abf2);
--type:light-dark(${plainColour.light},${plainColour.dark});
--serif:'Literata','Source Serif 4','Source Serif Pro',Charter,'Bitstream Charter','Iowan Old Style',Georgia,'DejaVu Serif',serif;
--sans:'Inter',system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue','Liberation Sans','DejaVu Sans',sans-serif}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:none;text-size-adjust:none}
body{margin:0;background:var(--paper);color:var(--ink);font:400 14px/21px var(--sans);font-variant-numeric:lining-nums tabular-nums}
a{color:inherit;text-decoration-color:color-mix(in srgb,currentColor 40%,transparent);text-underline-offset:3px}
a:hover{text-decoration-color:currentColor}
a:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:2px}
h1{font:600 32px/40px var(--serif);letter-spacing:-.01em;margin:0;text-wrap:balance}
.kicker{margin:0 0 12px;font-size:13px;line-height:20px;color:var(--muted)}
.byline{margin:12px 0 0;color:var(--muted)}
.dot{margin:0 2px;color:var(--muted)}
.type{color:var(--type);font-weight:600}
@media print{
:root{color-scheme:light}
html,body{background:#fff}
a{text-decoration:none}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
`

import { useLayoutEffect, useState } from 'react'
import type { AnnotationType } from '../../../shared/codebook/codebook'
import { typeColours } from '../../values/type-colours'

/**
 * Rows with `data-row-type` have the colours of the type at that place among `types`, as long as this is on
 * the screen: one rule for all rows of a type. Where each row brings colours of its own the browser takes
 * each for another case and works out anew what all that is in it looks like.
 */
export function useRowColours(types: readonly AnnotationType[]): void {
  const [sheet] = useState(() => new CSSStyleSheet())
  useLayoutEffect(() => {
    document.adoptedStyleSheets.push(sheet)
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter(other => other !== sheet)
    }
  }, [sheet])
  useLayoutEffect(() => {
    sheet.replaceSync('')
    for (const [place, type] of types.entries()) {
      sheet.insertRule(`[data-row-type='${String(place)}'] {}`, place)
      const rule = sheet.cssRules.item(place)
      if (!(rule instanceof CSSStyleRule)) continue
      // Property by property: what a codebook brings cannot become a rule.
      for (const [name, colour] of Object.entries(typeColours(type)))
        rule.style.setProperty(name, String(colour))
    }
  }, [sheet, types])
}

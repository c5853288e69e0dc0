/** An exact decimal number: `units` divided by ten to the power of `places`. Invariant: `places >= 0`. */
export type Decimal = { readonly units: bigint; readonly places: number }

/** A decimal from ASCII digits and the digits after the point, which may be none. */
export function decimalOf(whole: string, fraction = ''): Decimal {
  return { units: BigInt(whole + fraction), places: fraction.length }
}

export function wholeDecimal(value: number | bigint): Decimal {
  return { units: BigInt(value), places: 0 }
}

export function times(a: Decimal, b: Decimal): Decimal {
  return { units: a.units * b.units, places: a.places + b.places }
}

export function plus(a: Decimal, b: Decimal): Decimal {
  const places = Math.max(a.places, b.places)
  return { units: unitsAt(a, places) + unitsAt(b, places), places }
}

export function negated(value: Decimal): Decimal {
  return { ...value, units: -value.units }
}

/** Negative when `a` is the smaller one, positive when it is the larger one, else 0. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const places = Math.max(a.places, b.places)
  const difference = unitsAt(a, places) - unitsAt(b, places)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** `-1600`, `4.5`: no separators, no leading zeros, no zeros at the end of the decimals. */
export function writeDecimal({ units, places }: Decimal): string {
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places)
  const fraction = digits.slice(digits.length - places).replace(/0+$/, '')
  const sign = units < 0n ? '-' : ''
  return fraction === '' ? `${sign}${whole}` : `${sign}${whole}.${fraction}`
}

function unitsAt({ units, places }: Decimal, wanted: number): bigint {
  return units * 10n ** BigInt(wanted - places)
}

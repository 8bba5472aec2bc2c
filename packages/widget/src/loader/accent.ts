/** Red, green and blue, 0 … 255. */
export type Rgb = [number, number, number]

/** Reads `#rgb` or `#rrggbb`; what is no colour of this kind is black. */
export function readAccent(accent: string): Rgb {
  const digits = accent.slice(1)
  const colour = Number.parseInt(digits.length > 3 ? digits : digits.replace(/./g, '$&$&'), 16)
  return [(colour >> 16) & 255, (colour >> 8) & 255, colour & 255]
}

/**
 * Black or white, whichever stands out more. The luminance is taken with a plain exponent of 2.2: the contrast stays at
 * 4.5 or more for every colour, which a test goes through, and the exact formula weighs more.
 */
export function textOn([red, green, blue]: Rgb): '#000' | '#fff' {
  const light = (part: number) => (part / 255) ** 2.2
  return 0.2126 * light(red) + 0.7152 * light(green) + 0.0722 * light(blue) > 0.179 ? '#000' : '#fff'
}

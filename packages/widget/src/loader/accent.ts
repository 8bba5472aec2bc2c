/** Red, green and blue, 0 … 255. */
export type Rgb = [number, number, number]

/** Reads `#rgb` or `#rrggbb`. */
export function readAccent(accent: string): Rgb {
  const digits = accent.slice(1)
  const colour = Number.parseInt(digits.length > 3 ? digits : digits.replace(/./g, '$&$&'), 16)
  return [(colour >> 16) & 255, (colour >> 8) & 255, colour & 255]
}

/**
 * What the host page wishes where it is such a colour, as far as its first letter tells, else the workspace's own. The
 * first regular expression of its kind takes 2 kB of memory.
 */
export const accentOf = (wished: string | undefined, own: string): string => (wished?.[0] === '#' ? wished : own)

/** How light a colour is, 0 … 1: the relative luminance of WCAG 2.2 with a plain exponent, because the exact formula weighs more. */
export function lightOf([red, green, blue]: Rgb): number {
  const light = (part: number) => (part / 255) ** 2.2
  return 0.2126 * light(red) + 0.7152 * light(green) + 0.0722 * light(blue)
}

/** Black or white, whichever stands out more: by 4.5 or more on every colour, which a test goes through. */
export const textOn = (colour: Rgb): '#000' | '#fff' => (lightOf(colour) > 0.179 ? '#000' : '#fff')

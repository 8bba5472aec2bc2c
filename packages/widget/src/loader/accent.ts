/** Red, green and blue, 0 … 255. */
export type Rgb = [number, number, number]

/** Reads `#rgb` or `#rrggbb`; anything else gives Heed's own accent. */
export function readAccent(accent: string): Rgb {
  const short = /^#(.)(.)(.)$/.exec(accent)
  const hex = short ? short.slice(1).map((digit) => digit + digit) : (accent.match(/[^#]{2}/g) ?? [])
  const parts = hex.map((pair) => Number.parseInt(pair, 16))
  const [red, green, blue] = /^#([\da-f]{3}){1,2}$/i.test(accent) ? parts : [48, 83, 143]
  return [red ?? 0, green ?? 0, blue ?? 0]
}

/** Relative luminance, 0 … 1 (WCAG 2.2, definition of relative luminance). */
export const luminance = (colour: Rgb): number => {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as Rgb
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Black or white, whichever reads better: the better of the two has a contrast of at least 4.58 on any colour. */
export const textOn = (colour: Rgb): '#000' | '#fff' => (luminance(colour) > 0.179 ? '#000' : '#fff')

/**
 * Even numbers from 0 to below 1, the same ones for the same seed: Blackman & Vigna, "Scrambled linear pseudorandom number
 * generators", ACM Transactions on Mathematical Software 47:4 (2021), xoshiro128**, its state filled by splitmix32.
 * For simulation and resampling; not for secrets.
 * @param seed a whole number
 */
export function randomFrom(seed: number): () => number {
  let counter = seed | 0
  const fill = () => {
    counter = (counter + 0x9e3779b9) | 0
    let mixed = Math.imul(counter ^ (counter >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return mixed ^ (mixed >>> 15)
  }
  let [a, b, c, d] = [fill(), fill(), fill(), fill()]

  return () => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9)
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = rotate(d, 11)
    return (result >>> 0) / 2 ** 32
  }
}

const rotate = (value: number, by: number): number => (value << by) | (value >>> (32 - by))

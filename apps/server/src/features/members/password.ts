import { hash, verify } from '@node-rs/argon2'

// Argon2id is the library's default. 46 MiB and one pass: OWASP's first choice, about 40 ms.
const options = { memoryCost: 47_104, timeCost: 1, parallelism: 1 }

/** PHC string of a password. */
export const hashPassword = (password: string) => hash(password, options)

let decoy: Promise<string> | undefined

/** Whether the password fits. Without a hash it works as long, so that the time does not tell who exists. */
export const passwordFits = async (stored: string | null | undefined, password: string) => {
  decoy ??= hashPassword('nobody has this password')
  const fits = await verify(stored ?? (await decoy), password)
  return fits && Boolean(stored)
}

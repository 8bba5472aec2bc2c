import { en } from './en.ts'

/** Every word a member reads. The one place where the language is chosen. */
export const text = en

import { type HeedFunction, heed } from '@heed/widget'

/** The function that commands are said to. It is the same one at every render, so that effects may leave it out. */
export const useHeed = (): HeedFunction => heed

// What every prompt fetches once it is on the screen, in one file.
export { startDeliver } from '../runtime/straight.ts'
export { css, findEarlier, followUp } from './survey/follow-up.ts'

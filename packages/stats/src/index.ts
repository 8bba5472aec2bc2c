export { type NpsCounts, npsFigure, npsGroup, npsStandardError } from './nps.ts'
export { postStratify, type Stratum } from './post-stratify.ts'
export { median, withinTarget } from './response-time.ts'
export { type ShareWithMargin, shareWithMargin } from './share.ts'

export { balancedScore, heaviestNeeded, type Voices } from './balanced-score.ts'
export { type NpsBenchmark, npsBenchmarks } from './benchmarks.ts'
export {
  type AccountAnswer,
  type AccountFigure,
  type AccountVoice,
  accountVoices,
  byAccount,
  npsValue,
} from './by-account.ts'
export {
  type Arm,
  claimOf,
  type DeflectionDifference,
  type DeflectionMissing,
  deflectionDifference,
  fewestPeople,
} from './deflection.ts'
export { type ChangeVerdict, type Difference, difference, smallestVisibleChange } from './difference.ts'
export { answersMissing, enoughAnswers, fewestAnswers } from './enough-answers.ts'
export { type Figure, npsScale, type Scale, type WeightedFigure } from './figure.ts'
export { meanFigure } from './mean.ts'
export { type NpsCounts, npsFigure, npsGroup, npsSpread } from './nps.ts'
export {
  npsSummary,
  postStratify,
  type Stratum,
  type SummaryStratum,
  weightedMean,
} from './post-stratify.ts'
export { type BaseMargin, type RakeCell, type RakeWeights, rake } from './rake.ts'
export { rakedMean, type SummaryCell } from './raked-mean.ts'
export { randomFrom } from './random.ts'
export { responseRate } from './responding.ts'
export { median, withinTarget } from './response-time.ts'
export { allocate, designEffect, type Quotas, type StratumToFill } from './sampling/allocate.ts'
export { answersForMargin, cautiousSpread, marginOfAnswers } from './sampling/answers-for-margin.ts'
export { askNow, type StratumState } from './sampling/ask-now.ts'
export { inSample, sampleDraw } from './sampling/draw.ts'
export { planQuotas, type SamplePlan, type SampleTarget } from './sampling/plan-quotas.ts'
export {
  proposeStrata,
  type SamplingCell,
  type SamplingStratum,
  smallestStratum,
  stratumFinder,
} from './sampling/propose-strata.ts'
export { responseRates } from './sampling/response-rates.ts'
export { proposeSpendCuts, type SpendBand, type SpendCuts, spendBand, spendBands } from './sampling/spend-bands.ts'
export { type Heard, type StratumCounts, type StratumRow, stratumReport } from './sampling/stratum-report.ts'
export { cesScale, csat, distribution, type OptionShare, shareFigure } from './scores.ts'
export { type ShareWithMargin, shareWithMargin } from './share.ts'
export { type Summary, summarise, type ValueCount } from './summary.ts'
export { addVoices, type VoiceSums, voiceFigure, voiceSummary } from './voice-sums.ts'

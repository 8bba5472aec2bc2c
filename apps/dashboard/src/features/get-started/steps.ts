import type { GetStarted } from '@heed/contracts'

export const stepNames = ['survey', 'demo', 'tag', 'articles', 'colleague', 'identity'] as const
export type StepName = (typeof stepNames)[number]

/** Whether each step is done, by what the server knows alone: nothing is ticked off by hand. */
export const stepsDone = (state: GetStarted): Record<StepName, boolean> => ({
  survey: state.surveyLaunched,
  demo: state.answered,
  tag: state.visited,
  articles: state.articlePublished,
  colleague: state.members > 1,
  identity: !state.claimsCounted,
})

/** The first step that is still to do. */
export const nextStep = (state: GetStarted): StepName | undefined => {
  const done = stepsDone(state)
  return stepNames.find((name) => !done[name])
}

import type { SurveyConfig } from '../loader/link.ts'
import type { titleId } from '../ui/title-id.ts'
import type { PromptRoom } from './room.ts'
import type { Scene } from './scene.ts'

/** A survey of which nothing is kept or sent: by a test link, or in the preview. A download of its own. */
export type TrialModule = { startTrial(scene: Scene, what: SurveyConfig | string): Promise<void> }

const css = '.trial{padding-block:16px 0;padding-inline:20px 56px}.ended{padding-block:20px}'

/** Answers go nowhere, and arrive at once. */
const instead: Partial<PromptRoom> = {
  send: async (_path, _body, watch) => watch?.({ state: 'stored', reply: undefined }),
  emit() {},
  draft: () => undefined,
  keepDraft() {},
  mark() {},
}

/**
 * Shows a survey in place of whatever stands open; one that is tried already makes room within its card.
 * @param what the survey; or what stands behind the # of the page's address, `heed-test=<survey id>.<token>` among it
 */
export async function startTrial(scene: Scene, what: SurveyConfig | string): Promise<void> {
  const { downloads, stage, element } = scene
  const linked = typeof what === 'string'
  const [{ texts }, survey] = await Promise.all([downloads('prompt-texts'), linked ? find(scene, what) : what])
  const ready = survey && (await scene.ready(survey))
  const body = scene.bodyOf('prompt')
  if (!body) return
  const unmount = ready ? scene.mountSurvey(body, stage, { ...ready, instead }) : () => body.replaceChildren()
  stage.adopt(css)
  if (!ready) body.append(element('h2', { id: title, class: 'trial ended' }, texts.testEnded))
  else if (linked) body.prepend(element('p', { class: 'trial quiet', part: 'trial' }, texts.testing))
  // A prompt like another: a change of language waits until it goes.
  scene.stands({ survey: 'trial' }, unmount)
}

const title: typeof titleId = 'title'

const find = async (scene: Scene, hash: string): Promise<SurveyConfig | undefined> => {
  const [, token = ''] = /heed-test=\w+\.([\w-]+)/.exec(hash) ?? []
  const { ask } = scene.roomOf(scene.stage, scene.close)
  const answer = await ask<SurveyConfig>(`test-surveys/${token}`)
  return answer.kind === 'ok' ? answer.value : undefined
}

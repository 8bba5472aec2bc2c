import type { IdeaState } from '@heed/contracts'
import { inOneLine } from './in-one-line.ts'
import type { MailWords } from './mail-words.ts'

/** An idea's new state, with what the team writes to its voters. */
export type IdeaAnswered = { idea: { title: string; state: IdeaState }; answer: string | null }

type About = { workspaceName: string; appAddress: string | null }

/** Subject and text of the mail that tells a voter. Who else voted, and why, is not in it. */
export function writeIdeaAnswer(
  words: MailWords,
  { idea: { title, state }, answer }: IdeaAnswered,
  { workspaceName, appAddress }: About,
): { subject: string; body: string } {
  const idea = inOneLine(title)
  const workspace = inOneLine(workspaceName)
  const parts = [
    words.voted.replace('{idea}', () => idea),
    words.become[state],
    ...(answer ? [words.answer.replace('{workspace}', () => workspace), answer.trim()] : []),
    ...(appAddress ? [`${words.app}\n${appAddress}`] : []),
  ]
  return { subject: inOneLine(`${words.states[state]}: ${idea}`), body: parts.join('\n\n') }
}

import type { EarlierResponse } from '@heed/contracts'
import { text } from '../locales/text.ts'

type Answer = Pick<EarlierResponse, 'choices' | 'comment'>

/** The chosen options in one line; empty where nothing was to choose. */
export const chosenOf = ({ choices }: Pick<Answer, 'choices'>): string => choices.map(({ label }) => label).join(' · ')

/** What was chosen and said, in one line; that nothing was said where there is neither. */
export const answerInShort = ({ choices, comment }: Answer): string =>
  [chosenOf({ choices }), comment].filter(Boolean).join(' · ') || text.responses.noComment

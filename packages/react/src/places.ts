import { createElement, type ReactElement } from 'react'

export type HeedSurveyProps = { surveyId: string; className?: string }
export type HeedHelpProps = { className?: string }

/** A running survey inside the page, drawn once it comes into view. Empty where it was answered or does not run. */
export const HeedSurvey = ({ surveyId, className }: HeedSurveyProps): ReactElement =>
  // An element of its own for each survey: the widget reads the id once. `class`, as custom elements take it in React 18.
  createElement('heed-survey', { key: surveyId, 'survey-id': surveyId, class: className })

/** The help panel inside the page. */
export const HeedHelp = ({ className }: HeedHelpProps): ReactElement => createElement('heed-help', { class: className })

export type {
  AccountClaim,
  HeedFunction,
  Identification,
  Listener,
  PersonClaim,
  WidgetEvent,
  WidgetEvents,
  WidgetSettings,
} from '@heed/widget'
export { HeedProvider, type HeedProviderProps } from './heed-provider.ts'
export { HeedHelp, type HeedHelpProps, HeedSurvey, type HeedSurveyProps } from './places.ts'
export { useHeed } from './use-heed.ts'
export { useHeedEvent } from './use-heed-event.ts'
export { useUnread } from './use-unread.ts'

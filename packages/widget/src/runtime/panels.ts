import type { Panel } from '@heed/contracts'
import type { Language } from '../loader/languages.ts'
import type { Texts } from '../locales/texts.ts'
import type { PanelModule, SurveyModule } from './room.ts'

// The only file with import(): what stands here is a download of its own.

export const loadSurvey = (): Promise<SurveyModule> => import('../panels/survey/survey.ts')

export const panelLoaders: Record<Panel, () => Promise<PanelModule>> = {
  help: () => import('../panels/home/home.tsx'),
  ticket: () => import('../panels/ticket/ticket.tsx'),
  messages: () => import('../panels/messages/messages.tsx'),
}

export const textLoaders: Record<Language, () => Promise<{ texts: Texts }>> = {
  en: () => import('../locales/en.ts'),
  de: () => import('../locales/de.ts'),
  ar: () => import('../locales/ar.ts'),
}

import type { Survey, SurveyDefinition, Workspace } from '@heed/contracts'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'

export type Fault = { field: string; message: string }

export type Builder = {
  workspace: Workspace
  /** As the server holds it. */
  survey: Survey
  /** As it stands on the screen. */
  definition: SurveyDefinition
  mayChange: boolean
  /** What is missing or wrong, by the path of its field. */
  faults: readonly Fault[]
  /** Changes parts of the definition. @param merge edits under one name that follow each other are one step to undo */
  change: (parts: Partial<SurveyDefinition>, merge?: string) => void
  /** In which the words are written and previewed. */
  language: string
  setLanguage: (language: string) => void
}

const Context = createContext<Builder | null>(null)
export const BuilderProvider = Context.Provider

/** The survey that is being built. @throws outside of a builder */
export function useBuilder(): Builder {
  const builder = useContext(Context)
  if (!builder) throw new Error('This part stands only within a builder')
  return builder
}
